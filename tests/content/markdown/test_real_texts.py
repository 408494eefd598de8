"""The law over the portal's own texts: every one says the same on its page and in every format of document."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.content.markdown.read_back import Part, docx_parts, epub_parts, html_parts, odt_parts, pdf_parts
from tests.documents.samples import labels
from vejviser.content.load.portal import load_portal
from vejviser.content.markdown.additions import CITATION, PLACE
from vejviser.content.markdown.html import text_html
from vejviser.content.text_walker import passages
from vejviser.documents import document as doc
from vejviser.documents.engine import render
from vejviser.documents.footnotes import Notes
from vejviser.documents.markdown import Reader

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
IN_PDF = 9
"""One text in so many is typeset too: typesetting is slow, and constructs.yml has every construct in it."""


@cache
def texts() -> dict[str, str]:
    """Return every long text by its path, without what each format shows in its own way: citations and fields."""
    long = (passage for passage in passages(load_portal(ROOT).portal) if passage.line is not None)
    found = {item.origin.path.replace("/", "-").removesuffix(".md"): item.text for item in long}
    return {path: PLACE.sub("", CITATION.sub("", text)) for path, text in found.items()}


@cache
def blocks() -> dict[str, doc.Blocks]:
    """Return the texts as blocks, but for those with pictures or blocks of code, which only pages have."""
    found = {}
    for name, text in texts().items():
        reader = Reader(Notes({}, labels("da"), "da", date(2026, 11, 22)), anchors=f"{name}--", resolve=_outside)
        read = reader.blocks(text)
        if "markdown-not-supported" not in {problem.rule for problem in reader.problems}:
            found[name] = (doc.Heading(1, f"del-{name}", (doc.Text(f"Del: {name}"),)), *read)
    return found


def _outside(address: str) -> str | None:
    """Return an address that does not lead to a place in the text itself: those are many texts' here."""
    return None if address.startswith("#") else address


def document(names: list[str]) -> doc.Document:
    every = tuple(block for name in names for block in blocks()[name])
    return doc.Document("alt", "da", "Alt", "1", date(2026, 11, 22), every, author="Vi", labels=labels("da"))


def page(names: list[str]) -> dict[str, Part]:
    return html_parts("".join(f"<h2>Del: {name}</h2>\n{text_html(texts()[name])}" for name in names))


def test_nearly_every_text_can_be_compared() -> None:
    assert len(blocks()) > 150
    assert len(blocks()) > 0.9 * len(texts())


READERS = {"docx": docx_parts, "odt": odt_parts, "epub": epub_parts}


@pytest.mark.slow
@pytest.mark.parametrize("form", READERS)
def test_every_text_says_the_same_everywhere(form: doc.Format) -> None:
    names = list(blocks())
    wanted, found = page(names), READERS[form](render(document(names), form))
    assert [name for name in names if found[name] != wanted[name]] == []


@pytest.mark.slow
def test_a_share_of_the_texts_says_the_same_in_pdf() -> None:
    names = [name for name in blocks() if "-ar" not in name][::IN_PDF]
    wanted, found = page(names), pdf_parts(render(document(names), "pdf"))
    for name in names:
        wanted[name].links, found[name].links = [], []
    assert [name for name in names if found[name] != wanted[name]] == []
