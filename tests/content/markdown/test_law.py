"""The law: whatever an editor writes, readers of page, Word, OpenDocument, PDF and e-book are told the same."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.content.markdown.read_back import Part, docx_parts, epub_parts, html_parts, odt_parts, pdf_links, pdf_parts
from tests.documents.samples import labels
from vejviser.content.markdown.additions import CITATION, PLACE
from vejviser.content.markdown.html import text_html
from vejviser.documents import blocks as doc
from vejviser.documents.document import Document, Format
from vejviser.documents.engine import render
from vejviser.documents.footnotes import Notes
from vejviser.documents.markdown import Reader

CONSTRUCTS: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "constructs.yml").read_text("utf-8"))
ONLY_ON_PAGES = {"fence", "fence-tildes"}
"""Code: `vejviser check` says that documents cannot show it."""
REFUSED = {"box-title-plain", "heading-too-deep"}
"""The rules that stop a build because the formats could not say the same."""
SHARED = sorted(
    construct
    for construct in CONSTRUCTS.keys() - ONLY_ON_PAGES
    if not REFUSED & {*CONSTRUCTS[construct].get("told", [])}
)
ARABIC = re.compile(r"[\u0600-\u06ff]")


def blocks(text: str) -> doc.Blocks:
    reader = Reader(Notes({}, labels("da"), "da", date(2026, 11, 22)), {"kommune": doc.Field("kommune", "text", "x")})
    found = reader.blocks(text)
    assert [problem.rule for problem in reader.problems] == []
    return found


@cache
def document() -> Document:
    """Return all constructs in one document, each under a heading of its own."""
    parts = (
        (doc.Heading(1, f"del-{name}", (doc.Text(f"Del: {name}"),)), *_without_names(blocks(CONSTRUCTS[name]["text"])))
        for name in SHARED
    )
    every = tuple(block for part in parts for block in part)
    return Document("alt", "da", "Alt", "1", date(2026, 11, 22), every, author="Vi", labels=labels("da"))


def _without_names(found: doc.Blocks) -> doc.Blocks:
    """Take away the names of headings, of which several constructs have the same."""
    return tuple(replace(item, id="") if isinstance(item, doc.Heading) else item for item in found)


@cache
def page() -> dict[str, Part]:
    """Return what a reader of the web page gets; a citation becomes a number and a place for a field a field there."""
    texts = ((name, PLACE.sub("", CITATION.sub("", CONSTRUCTS[name]["text"]))) for name in SHARED)
    return html_parts("".join(f"<h2>Del: {name}</h2>\n{text_html(text)}" for name, text in texts))


READERS = {"docx": docx_parts, "odt": odt_parts, "epub": epub_parts, "pdf": pdf_parts}


@cache
def file(form: Format) -> bytes:
    return render(document(), form)


@cache
def parts_of(form: Format) -> dict[str, Part]:
    return READERS[form](file(form))


def test_there_are_more_than_eighty_constructs() -> None:
    assert len(SHARED) > 80


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("name", SHARED)
def test_every_format_says_what_the_page_says(name: str, form: Format) -> None:
    wanted, found = page()[name], parts_of(form)[name]
    if form == "pdf":  # the addresses of its links stand beside the text
        wanted, found = replace(wanted, links=[]), replace(found, links=[])
    if form == "pdf" and ARABIC.search(wanted.words):  # and Arabic words from right to left, as they are drawn
        wanted, found = _in_no_order(wanted), _in_no_order(found)
    assert found == wanted


def _in_no_order(part: Part) -> Part:
    return replace(part, words="".join(sorted(part.words)))


def test_the_links_of_the_pdf_lead_where_those_of_the_page_lead() -> None:
    assert pdf_links(file("pdf")) == {link for part in page().values() for link in part.links if link}


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_a_construct_becomes_this_html(name: str) -> None:
    assert text_html(CONSTRUCTS[name]["text"]) == CONSTRUCTS[name]["html"]
