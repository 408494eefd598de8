"""Numbers to call are links in documents too."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from pikepdf import Pdf

from vejviser.content.model.portal import Portal
from vejviser.content.telephone import directory
from vejviser.documents import blocks as doc
from vejviser.documents.document import Document, Format
from vejviser.documents.engine import render
from vejviser.documents.interface_words import interface_words
from vejviser.documents.telephone_links import with_telephone_links

LINK = doc.Link("tel:112", (doc.Text("112", bold=True),))


def document(portal: Portal, *blocks: doc.Block, language: str = "da") -> Document:
    made = Document(
        id="proeve",
        language=language,
        title="Prøve",
        subtitle="",
        version="",
        updated=date(2026, 11, 22),
        blocks=blocks,
        notes=(),
        author="Redaktionen",
        labels=interface_words(portal.texts[language]),
    )
    return with_telephone_links(made, directory(portal, language))


def test_a_number_becomes_a_link_in_its_own_typeface(portal: Portal) -> None:
    words = doc.Text("Er nogen i fare, så ring "), doc.Text("112", bold=True), doc.Text(" straks.")
    box = doc.Callout("warning", "Ring 112", (doc.Paragraph(words),))
    (made,) = document(portal, box).blocks
    assert made == replace(box, blocks=(doc.Paragraph((words[0], LINK, words[2])),))


def test_the_cells_of_a_row_say_together_what_a_number_is(portal: Portal) -> None:
    def row(*cells: str) -> tuple[doc.Inlines, ...]:
        return tuple((doc.Text(cell),) for cell in cells)

    rows = row("fare nu", "112"), row("Deltagere", "112"), row("", "")
    (made,) = document(portal, doc.Table(row("Hvad", "Nummer"), rows)).blocks
    link = doc.Link("tel:112", (doc.Text("112"),))
    assert made == doc.Table(row("Hvad", "Nummer"), (((doc.Text("fare nu"),), (link,)), *rows[1:]))


def test_headings_and_links_stay(portal: Portal) -> None:
    blocks = doc.Heading(1, "ring", (doc.Text("Ring 112"),)), doc.Paragraph((doc.Text("Ring "), LINK))
    assert document(portal, *blocks).blocks == blocks


@pytest.mark.parametrize(("form", "part"), [("docx", "word/_rels/document.xml.rels"), ("odt", "content.xml")])
def test_word_and_opendocument_can_call(portal: Portal, form: Format, part: str) -> None:
    made = document(portal, doc.Paragraph((doc.Text("اتصلوا بالرقم 112 إذا كان أحد في خطر."),)), language="ar")
    assert b'"tel:112"' in ZipFile(BytesIO(render(made, form))).read(part)


def test_a_pdf_can_call(portal: Portal) -> None:
    made = document(portal, doc.Paragraph((doc.Text("Ring 112, hvis nogen er i fare."),)))
    with Pdf.open(BytesIO(render(made, "pdf"))) as pdf:
        links = [link for page in pdf.pages for link in page.get("/Annots", [])]
        called = [str(link["/A"]["/URI"]) for link in links if "/A" in link]
    assert "tel:112" in called
