"""The page of one's own matches: which courses stand on it, and what the script finds there."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from vejviser.content.languages import Language
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.portal import Portal
from vejviser.pages.my_match import follow_ups, pages
from vejviser.pages.page import Page

DATA = re.compile(r'<script type="application/json" id="my-match-data">(.*?)</script>')


def written(portal: Portal, today: date, language: Language = "da") -> Page:
    return next(page for page in pages(portal, today) if page.language == language)


def test_every_step_of_a_course_stands_on_the_page_with_its_day_and_its_lists(portal: Portal, today: date) -> None:
    body = written(portal, today).body
    assert re.findall(r'data-step="([\w-]+)"(?: data-offset="([^"]+)")?', body) == [
        ("goer-dig-klar", "-P1W"),
        ("moedet", "P0D"),
        ("bagefter", "P1M"),
    ]
    assert re.findall(r'data-list="([\w-]+)"', body) == ["foerste-moede", "foerste-moede"]
    assert 'data-start="mødedagen" data-start-language="da"' in body


def test_follow_ups_are_those_counted_from_the_same_day(portal: Portal) -> None:
    [track] = portal.tracks
    found = [f"{checklist.id}.{follow_up.id}" for checklist, follow_up in follow_ups(portal, track)]
    [checklist] = portal.checklists
    assert found == [f"foerste-moede.{follow_up.id}" for follow_up in checklist.follow_ups]
    elsewhere = checklist.model_copy(update={"start": LanguageMap({"da": "en anden dag"})})
    assert follow_ups(replace(portal, checklists=(elsewhere,)), track) == ()


@pytest.mark.parametrize("language", ["da", "en", "uk", "ar"])
def test_the_script_is_told_its_words_and_the_lists_it_may_find(
    portal: Portal, today: date, language: Language
) -> None:
    found = DATA.search(written(portal, today, language).body)
    assert found
    data = json.loads(found[1])
    assert data["texts"]["create"] == portal.texts[language]("my_match.app.create")
    [checklist] = portal.checklists
    used = [item.id for section in checklist.sections for item in section.items if not item.retired]
    assert list(data["lists"]["foerste-moede"]["items"]) == used
    assert data["lists"]["foerste-moede"]["url"].endswith("/tjeklister/foerste-moede/")


def test_a_language_without_the_words_of_a_course_says_which_language_they_are_in(portal: Portal, today: date) -> None:
    body = written(portal, today, "ar").body
    assert '<span lang="da" dir="ltr">Bagefter</span>' in body
    assert 'data-start-language="da"' in body


def test_without_a_course_there_is_no_page(portal: Portal, today: date) -> None:
    assert list(pages(replace(portal, tracks=()), today)) == []
    [track] = portal.tracks
    for change in ({"start": None}, {"audience": ("municipality",)}):
        assert list(pages(replace(portal, tracks=(track.model_copy(update=change),)), today)) == []
