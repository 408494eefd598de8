"""Which pages a source stands on: the portal in, titles by kind out."""

from vejviser.content.model.portal import Portal
from vejviser.pages.backlinks import backlinks, count_pages


def titles(portal: Portal, source: str, language: str) -> dict[str, list[str]]:
    found = backlinks(portal, language).get(source, {})  # type: ignore[arg-type]
    return {heading: [page.title for page in pages] for heading, pages in found.items()}


def test_a_source_knows_the_pages_that_cite_it(portal: Portal) -> None:
    assert titles(portal, "rapport-2024", "da") == {
        "Ven": ["Mødet", "Penge"],
        "Guide": ["At modtage", "Eksempler fra kommunerne"],
        "Tjekliste": ["Første møde"],
        "Forløb": ["Din første ven"],
        "Materiale": ["Aftale"],
        "Forside": ["Prøveportalen"],
        "Kommune": ["Prøveby", "Høje-Åø"],
    }
    assert count_pages(backlinks(portal, "da")["rapport-2024"]) == 10


def test_only_pages_in_the_readers_language_are_named(portal: Portal) -> None:
    assert titles(portal, "rapport-2024", "en")["Friend"] == ["The meeting", "Money"]
    assert "Municipality guide" not in titles(portal, "rapport-2024", "en")


def test_a_case_counts_for_the_guide_that_shows_it_and_for_its_municipality(portal: Portal) -> None:
    cases = {
        key: case.model_copy(update={"source": case.source.model_copy(update={"key": "ny"})})
        for key, case in portal.cases.items()
    }
    from dataclasses import replace

    assert titles(replace(portal, cases=cases), "ny", "da") == {
        "Guide": ["At modtage", "Eksempler fra kommunerne"],
        "Kommune": ["Prøveby"],
    }
