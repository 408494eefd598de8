"""The law over the portal's own texts: every one says the same on its page and in every format of document."""

import re
import unicodedata
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.content.markdown.read_back import Part, docx_parts, epub_parts, html_parts, odt_parts, pdf_links, pdf_parts
from tests.documents.samples import labels
from vejviser.content.load.portal import load_portal
from vejviser.content.markdown.additions import CITATION, PLACE
from vejviser.content.markdown.html import text_html
from vejviser.content.text_walker import passages
from vejviser.documents import blocks as doc
from vejviser.documents.document import Document, Format
from vejviser.documents.engine import render
from vejviser.documents.footnotes import Notes
from vejviser.documents.markdown import Reader

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
ARABIC = re.compile(r"[\u0600-\u06ff]")
PATHS: dict[str, str] = {}
"""The file of each text by its name, which must fit on one line of a page."""


@cache
def texts() -> dict[str, str]:
    """Return every long text by a short name, without what each format shows in its own way: citations and fields."""
    long = {item.origin.path: item.text for item in passages(load_portal(ROOT).portal) if item.line is not None}
    PATHS.update({f"t{number}": path for number, path in enumerate(long)})
    return {name: PLACE.sub("", CITATION.sub("", long[path])) for name, path in PATHS.items()}


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


def document(names: list[str]) -> Document:
    every = tuple(block for name in names for block in blocks()[name])
    return Document("alt", "da", "Alt", "1", date(2026, 11, 22), every, author="Vi", labels=labels("da"))


def page(names: list[str]) -> dict[str, Part]:
    return html_parts("".join(f"<h2>Del: {name}</h2>\n{text_html(texts()[name])}" for name in names))


def test_nearly_every_text_can_be_compared() -> None:
    """The editors' handbook shows commands, in blocks of code; the other texts hold none."""
    assert len(blocks()) > 150
    others = [name for name in texts() if "/redaktoer/" not in PATHS[name]]
    assert len([name for name in others if name in blocks()]) > 0.95 * len(others)


READERS = {"docx": docx_parts, "odt": odt_parts, "epub": epub_parts}


@pytest.mark.slow
@pytest.mark.parametrize("form", READERS)
def test_every_text_says_the_same_everywhere(form: Format) -> None:
    names = list(blocks())
    wanted, found = page(names), READERS[form](render(document(names), form))
    assert [PATHS[name] for name in names if found[name] != wanted[name]] == []


@pytest.mark.slow
def test_every_text_says_the_same_in_pdf() -> None:
    names = list(blocks())
    file = render(document(names), "pdf")
    wanted, found = page(names), pdf_parts(file)
    links = {link for part in wanted.values() for link in part.links if link}
    assert [PATHS[name] for name in names if _as_drawn(found[name]) != _as_drawn(wanted[name])] == []
    assert pdf_links(file) == links


def _as_drawn(part: Part) -> Part:
    """Return what is compared in a PDF: links stand beside the text, Arabic is drawn from right to left.

    A reader of drawn Arabic meets its letters in another order and its brackets mirrored.
    """
    if not ARABIC.search(part.words):
        return replace(part, links=[])
    every = (_letters(part.words), [_letters(item) for item in part.headings], [_letters(item) for item in part.cells])
    return replace(part, links=[], words=every[0], headings=every[1], cells=every[2])


def _letters(text: str) -> str:
    return "".join(sorted(sign for sign in unicodedata.normalize("NFKC", text) if sign.isalnum()))
