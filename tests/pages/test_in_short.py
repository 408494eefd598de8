"""Every page that participants read begins with the most important in short, in each language it is written in."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import CONTENT_DAY
from vejviser.content.load.portal import load_portal
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.portal import Portal
from vejviser.pages import articles, checklists, guides, handbooks, materials, tracks
from vejviser.pages.page import Page

ROOT = Path(__file__).parents[2]
KINDS = {"chapter", "checklist", "material", "article", "guide", "track"}
BOX = ' class="in-short">'
"""A box of a text, or, above a list or a form, a line that opens."""


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    real = load_portal(ROOT).portal
    made = (
        found
        for each in (articles, checklists, guides, handbooks, materials, tracks)
        for found in each.pages(real, CONTENT_DAY)
    )  # type: ignore[attr-defined]
    return [page for page in made if page.kind in KINDS and "participant" in page.audience]


def test_it_stands_on_every_page_for_participants(pages: list[Page]) -> None:
    assert {(page.uri, page.language) for page in pages if BOX not in page.markdown} == set()
    assert {page.kind for page in pages} >= {"chapter", "checklist", "material", "article"}


@pytest.mark.parametrize("kind", ["checklist", "material"])
def test_lists_and_materials_have_it_in_four_languages(pages: list[Page], kind: str) -> None:
    found: dict[str, set[str]] = {}
    for page in pages:
        if page.kind == kind:
            found.setdefault(page.uri, set()).add(page.language)
            assert page.markdown.index(BOX) < page.markdown.index("\n## "), "before the first heading"
    assert len(found) == 3
    assert set(map(frozenset, found.values())) == {frozenset(("da", "en", "uk", "ar"))}


def test_only_pages_that_explain_words_elsewhere_do_it_here(pages: list[Page]) -> None:
    for page in pages:
        box = page.markdown[page.markdown.index(BOX) :].partition("\n</d")[0]
        assert 'class="term"' not in box or "glossary" in page.styles, (page.uri, page.language)


def test_other_texts_may_have_it_too(portal: Portal) -> None:
    said = LanguageMap.model_validate({"da": "Kom i tide."})
    (guide,) = portal.guides
    changed = replace(portal, guides=(guide.model_copy(update={"in_short": (said,)}),))
    (page, *_) = (page for page in guides.pages(changed, CONTENT_DAY) if page.kind == "guide")
    assert "- Kom i tide.\n" in page.markdown
    assert BOX not in next(page for page in guides.pages(portal, CONTENT_DAY) if page.kind == "guide").markdown
