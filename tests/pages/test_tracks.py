"""A track's page: when its steps are due, in which languages it stands, and that it opens without a script."""

from dataclasses import replace

import pytest

from tests.conftest import TODAY
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.portal import Portal
from vejviser.content.model.track import TrackStep
from vejviser.pages.compose import Composer
from vejviser.pages.tracks import pages, when

WORDS = {"id": "trin", "title": LanguageMap({"da": "Et trin"})}


@pytest.mark.parametrize(
    ("step", "language", "shown"),
    [
        ({"offset": "P0D"}, "da", "Samme dag"),
        ({"offset": "-P1W"}, "da", "1 uge før"),
        ({"offset": "P3M"}, "da", "3 måneder efter"),
        ({"offset": "P3M"}, "en", "3 months after"),
        ({"offset": "P3M", "when": LanguageMap({"da": "Til foråret"})}, "da", "Til foråret"),
        ({"when": LanguageMap({"da": "Til foråret"})}, "en", '<span lang="da" dir="ltr">Til foråret</span>'),
        ({}, "da", ""),
    ],
)
def test_when_a_step_is_due(portal: Portal, step: dict[str, object], language: str, shown: str) -> None:
    page = Composer(portal, language, "forloeb/x.md", TODAY)
    assert when(page, TrackStep.model_validate({**WORDS, **step})) == shown


def test_a_track_has_a_page_in_the_languages_its_introduction_is_written_in(portal: Portal) -> None:
    found = [(page.language, page.uri) for page in pages(portal, TODAY) if page.kind == "track"]
    assert found == [("da", "forloeb/foerste-ven.md"), ("en", "forloeb/foerste-ven.md")]


def test_what_nobody_has_translated_is_marked_as_danish_and_the_page_as_machine_translated(portal: Portal) -> None:
    (english,) = (page.body for page in pages(portal, TODAY) if (page.language, page.kind) == ("en", "track"))
    assert '<span lang="da" dir="ltr">Bagefter</span>' in english
    assert portal.texts["en"]("notice.machine") in english


def test_a_portal_without_tracks_has_an_empty_list(portal: Portal) -> None:
    found = list(pages(replace(portal, tracks=()), TODAY))
    assert [page.uri for page in found] == ["forloeb/index.md"] * len(portal.languages)
