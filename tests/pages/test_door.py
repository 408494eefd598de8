"""A place's page always has a next step: whom to call, and what to say in the main language."""

from datetime import date

import pytest

from vejviser.content.languages import Language
from vejviser.content.model.municipality import Municipality
from vejviser.content.model.portal import Portal
from vejviser.pages.compose import Composer
from vejviser.pages.door import Door, door
from vejviser.pages.municipality import municipality_uri, pages


def place(portal: Portal, name: str) -> Municipality:
    return next(item for item in portal.municipalities if item.name == name)


def page_of(portal: Portal, language: Language, name: str, today: date) -> str:
    uri = municipality_uri(place(portal, name))
    return next(it.markdown for it in pages(portal, today) if (it.language, it.uri) == (language, uri))


def door_of(portal: Portal, language: Language, name: str, today: date, near: str = "Prøveby") -> Door:
    page = Composer(portal, language, municipality_uri(place(portal, name)), today)
    found = door(page, place(portal, name), [(place(portal, near), "naboen.md")])
    assert found is not None
    return found


@pytest.mark.parametrize("language", ["da", "en", "uk", "ar"])
def test_a_place_without_a_contact_says_whom_to_call_and_what_to_say(
    portal: Portal, today: date, language: Language
) -> None:
    page = page_of(portal, language, "Høje-Åø", today)
    assert 'href="tel:00112233"' in page
    assert '<p class="say" lang="da" dir="ltr">Jeg bor i Høje-Åø Kommune.' in page


def test_a_reader_in_main_language_is_not_told_the_sentence_twice(portal: Portal, today: date) -> None:
    assert page_of(portal, "da", "Høje-Åø", today).count("Jeg bor i") == 1


@pytest.mark.parametrize(("language", "told"), [("da", True), ("en", True), ("uk", False), ("ar", False)])
def test_only_those_who_read_the_figures_are_told_of_codes_and_reports(
    portal: Portal, today: date, language: Language, told: bool
) -> None:
    page = page_of(portal, language, "Høje-Åø", today)
    words, _, _ = page.partition('<script type="application/ld+json">')
    body = page.rpartition("</script>")[2]
    assert ("0802" in words + body, "{ #ret }" in page, "(#ret)" in page) == (told, told, told)


def test_neighbours_are_named_that_have_a_contact_or_an_offer_and_no_others(portal: Portal, today: date) -> None:
    assert [str(name) for name, _ in door_of(portal, "da", "Høje-Åø", today).neighbours] == ["Prøveby"]
    assert door_of(portal, "da", "Prøveby", today, near="Høje-Åø").neighbours == ()


def test_a_page_with_a_contact_needs_no_other_way_in_but_leads_a_participant_to_it(portal: Portal, today: date) -> None:
    assert 'class="door"' not in page_of(portal, "da", "Prøveby", today)
    assert "](#kontakt)" in page_of(portal, "ar", "Prøveby", today)
