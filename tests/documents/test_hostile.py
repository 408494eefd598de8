"""Whatever somebody writes, the file stays whole and says what was written."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.documents.samples import blank, form_template, labels
from vejviser.documents import blocks as doc
from vejviser.documents.document import Document, Note, Second
from vejviser.documents.engine import fill, render
from vejviser.documents.xml import allowed, escaped

pytestmark = pytest.mark.slow

HOSTILE = st.text(
    st.one_of(
        st.sampled_from("<>&\"'\x00\x08\x0b\x1b\x7f\ufffe\uffff\u202e\u2028{}]]>\r\n\t"), st.characters(codec=None)
    ),
    max_size=40,
)
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def words(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(etree.fromstring(archive.read(name)).itertext())


def hostile_document(text: str) -> Document:
    inline = (
        doc.Text(text),
        doc.Text(text, bold=True, language="ar"),
        doc.Link(f"https://a.dk/?{text}", (doc.Text(text),)),
    )
    field = doc.Field("felt", "choice", text, text, (doc.Choice("a", text),), text)
    return Document(
        id="x",
        language="da",
        title=text,
        subtitle=text,
        version="1.0",
        updated=date(2026, 1, 1),
        author=text,
        labels=dict.fromkeys(labels("da"), text),
        blocks=(
            doc.Heading(1, "afsnit", inline),
            doc.Paragraph(inline),
            doc.Table((inline, inline), ((inline, (doc.InlineField(field),)),)),
            doc.Callout("tip", text, (doc.Quote((doc.Paragraph(inline),)),)),
            doc.FieldBlock(field),
            doc.TickLine(replace(field, id="kryds", type="checkbox"), inline, inline),
            doc.Heading(2, "andet", (*inline, doc.Beside(inline, "ar"))),
            doc.SideBySide((((doc.Paragraph(inline),), (doc.Paragraph(inline),)),), "ar"),
        ),
        second=Second("ar", text, text),
        notes=(Note(1, inline),),
    )


@given(HOSTILE)
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    element = etree.fromstring(f'<a b="{escaped(text)}">{escaped(text)}</a>'.encode())
    assert (element.text or "").replace("\r", " ") == allowed(text).replace("\r", " ")


@QUICK
@given(HOSTILE)
def test_word_and_opendocument_stay_whole(text: str) -> None:
    document = hostile_document(text)
    plain = "".join(allowed(text).split())
    for format_, name in (("docx", "word/document.xml"), ("odt", "content.xml")):
        found = "".join(words(render(document, format_), name).split())
        assert plain in found


@QUICK
@given(HOSTILE)
def test_epub_stays_whole(text: str) -> None:
    data = render(hostile_document(text), "epub")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xhtml", ".opf", ".xml")):
                etree.fromstring(archive.read(name))


@QUICK
@given(HOSTILE)
def test_filling_stays_whole(text: str) -> None:
    values = {"kommune": text, "oensker": text, "gruppe": text, "ja": text, "dato": text}
    for format_, name in (("docx", "word/document.xml"), ("odt", "content.xml")):
        assert "".join(allowed(text).split()) in "".join(
            words(fill(form_template("da", format_), values), name).split()
        )


@settings(max_examples=15, deadline=None)
@given(HOSTILE)
def test_filling_a_pdf_stays_whole(text: str) -> None:
    for language in ("da", "ar"):
        filled = fill(form_template(language, "pdf"), {"kommune": text, "oensker": text})
        assert filled.startswith(b"%PDF")
        assert len(filled) >= len(blank(language, "pdf")) // 2


@settings(max_examples=5, deadline=None)
@given(HOSTILE)
def test_typesetting_stays_whole(text: str) -> None:
    assert render(hostile_document(text), "pdf").startswith(b"%PDF")
