"""The pages about who stands behind: where each language's readers find them, and what may stand there."""

from dataclasses import replace
from pathlib import Path

import pytest

from vejviser.content.load.portal import load_portal
from vejviser.content.model.portal import Portal
from vejviser.pages.navigation import navigation

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def real() -> Portal:
    return load_portal(ROOT).portal


@pytest.mark.parametrize("language", ["da", "en", "uk", "ar"])
def test_every_menu_and_so_every_footer_begins_with_them(real: Portal, language: str) -> None:
    t = real.texts[language]  # type: ignore[index]
    about = next(item[t("nav.about")] for item in navigation(real, language) if t("nav.about") in item)  # type: ignore[arg-type]
    assert about[:4] == [
        {t("nav.who"): "om.md"},
        {t("nav.contact"): "kontakt.md"},
        {t("nav.privacy"): "privatliv.md"},
        {t("nav.accessibility"): "tilgaengelighed.md"},
    ]


@pytest.mark.parametrize("language", ["da", "en", "uk", "ar"])
def test_the_page_of_one_s_own_matches_is_in_every_footer(real: Portal, language: str) -> None:
    t = real.texts[language]  # type: ignore[index]
    about = next(item[t("nav.about")] for item in navigation(real, language) if t("nav.about") in item)  # type: ignore[arg-type]
    assert {t("my_match.title"): "mit-match.md"} in about
    without = replace(real, tracks=())
    assert {t("my_match.title"): "mit-match.md"} not in next(
        item[t("nav.about")]
        for item in navigation(without, language)  # type: ignore[arg-type]
        if t("nav.about") in item
    )


def test_a_participant_can_read_how_to_reach_somebody_and_what_is_kept(real: Portal) -> None:
    written = {(article.uri, article.language) for article in real.articles}
    assert {
        (uri, language) for uri in ("kontakt.md", "privatliv.md") for language in ("da", "en", "uk", "ar")
    } <= written
    assert {("om.md", "en"), ("tilgaengelighed.md", "en")} <= written


def test_the_accessibility_page_answers_what_the_statement_asks(real: Portal) -> None:
    page = next(article for article in real.articles if (article.uri, article.language) == ("tilgaengelighed.md", "da"))
    assert [section.id for section in page.sections if section.id != "intro"] == [
        "status",
        "proever",
        "mangler",
        "sig-det",
        "klage",
        "was",
    ]
    for asked in (
        "EN 301 549 V3.2.1",
        "Overholder standarden delvist",
        "28. november 2026",
        "tel:+4535259200",
        "tel:+4520163612",
    ):
        assert asked in page.body
