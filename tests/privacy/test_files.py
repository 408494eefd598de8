"""What lies inside files: made here, looked into as `vejviser check` does, and told by the same rules."""

import base64
import io
import zlib
from html import escape

import pytest
from PIL import Image

from tests.privacy.attachments import (
    CPR,
    W,
    archive,
    data_address,
    docx,
    jpeg,
    odt,
    pdf,
    pdf_plain,
    pdf_saved_on_top,
    pdf_with_note,
    pdf_with_picture,
    pdf_with_value,
    saved,
    xlsx,
)
from tests.privacy.makers import (
    GEO,
    HALVES,
    PHOTO,
    PLACED,
    RELS,
    SVG,
    XMP,
    between,
    deleted,
    inserted,
    pdf_with_bookmark,
    pdf_with_xmp,
    png_chunk,
    rules,
    run,
    texts,
    two_readings_of_odt,
    with_entry,
    word,
)

FOUND, PLACE = ["cpr-in-file"], ["picture-position"]


PDF_FILES = {
    "two line breaks before": b"\n\n" + pdf(CPR),
    "a byte order mark before": b"\xef\xbb\xbf" + pdf(CPR),
    "two thousand bytes before": b"x" * 2_000 + b"\n" + pdf(CPR),
    "outside the page": pdf_plain(f") Tj -400 0 Td ({CPR}"),
    "saved on top": pdf_saved_on_top(CPR, "Slettet"),
    "a stamp": pdf_with_note(CPR),
    "a hidden stamp": pdf_with_note(CPR, hidden=True),
    "a field": pdf_with_value(CPR),
    "a bookmark": pdf_with_bookmark(),
    "xmp": pdf_with_xmp(XMP.format(CPR)),
    "a file with a picture": pdf(files={"foto.jpg": PHOTO}),
    "a picture on a page": pdf_with_picture(PHOTO),
    "behind the end": pdf("Side") + CPR.encode(),
    "an archive behind the end": pdf("Side") + archive({"a.txt": CPR}),
}


@pytest.mark.parametrize("data", PDF_FILES.values(), ids=PDF_FILES.keys())
def test_a_number_in_a_pdf_is_found(data: bytes) -> None:
    assert rules("a.pdf", data) == FOUND


WORD_FILES = {
    "runs": word(run("0101") + "<w:bookmarkStart w:id='1' w:name='b'/>" + run("90-1234")),
    "runs on lines of their own": word("\n  " + run("0101") + "\n  " + run("90-1234") + "\n"),
    "another prefix": archive(
        {
            "word/document.xml": f"<v:p {W.replace('xmlns:w', 'xmlns:v')}>{run(HALVES[0])}{run(HALVES[1])}</v:p>".replace(
                "w:", "v:"
            ).replace("/v:", "/v:")
        }
    ),
    "a deletion in a number": word(run("0101") + deleted("xx") + run("90-1234")),
    "a number that was deleted": word(run("Ali ") + deleted("0101") + deleted("90-1234")),
    "a number half deleted": word(run("010190-") + deleted("1234")),
    "a number changed": word(run("0101") + deleted("90") + inserted("91") + run("-1234")),
    "paragraphs made one": docx(
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("0101") + "</w:p><w:p>" + run("90-1234") + "</w:p>"
    ),
    "a text box in a word": word(
        run("0101") + "<w:r><w:txbxContent><w:p>" + run("boks") + "</w:p></w:txbxContent></w:r>" + run("90-1234")
    ),
    "in a text box": word(f"<w:r><w:txbxContent><w:p>{run('0101')}{run('90-1234')}</w:p></w:txbxContent></w:r>"),
    "a field's code": word(
        "<w:r><w:instrText>HYPERLINK 0101</w:instrText></w:r><w:r><w:instrText>90-1234</w:instrText></w:r>"
    ),
    "a field around it": word(run("0101") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("90-1234")),
    "a footnote": word("", word__footnotes_xml=f"<w:footnotes><w:footnote>{run(CPR)}</w:footnote></w:footnotes>"),
    "custom xml": word("", customXml__item1_xml=f"<?xml version='1.0'?><data><nr>{CPR}</nr></data>"),
    "a link": word("", word___rels__document_xml_rels=RELS.format(f'<Relationship Target="https://x.dk/?id={CPR}"/>')),
    "a workbook inside": word(
        "", word__embeddings__a_xlsx=xlsx(f'<row><c t="inlineStr"><is><t>{CPR}</t></is></c></row>')
    ),
    "entities": archive(
        {
            "word/document.xml": f'<!DOCTYPE w [<!ENTITY n "{CPR}">]><w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&n;</w:p>'
        }
    ),
    "not well formed": archive({"word/document.xml": f"<w:p>{run(CPR)}<w:p>"}),
}


@pytest.mark.parametrize("data", WORD_FILES.values(), ids=WORD_FILES.keys())
def test_a_number_in_a_word_file_is_found(data: bytes) -> None:
    assert rules("a.docx", data) == FOUND


ODT_FILES = {
    "spans": odt("<text:p>0101<text:span>90-12</text:span>34</text:p>"),
    "deleted": odt(two_readings_of_odt()),
    "a note in a word": odt(
        "<text:p>0101<text:note><text:note-body><text:p>note</text:p></text:note-body></text:note>90-1234</text:p>"
    ),
    "in a note": odt(
        f"<text:p>x<text:note><text:note-body><text:p>{CPR}</text:p></text:note-body></text:note></text:p>"
    ),
    "a comment in a word": odt("<text:p>0101<office:annotation><text:p>k</text:p></office:annotation>90-1234</text:p>"),
    "in a comment": odt(f"<text:p>x<office:annotation><text:p>{CPR}</text:p></office:annotation></text:p>"),
    "a bookmark in a word": odt('<text:p>0101<text:bookmark text:name="b"/>90-1234</text:p>'),
}


@pytest.mark.parametrize("data", ODT_FILES.values(), ids=ODT_FILES.keys())
def test_a_number_in_an_opendocument_text_is_found(data: bytes) -> None:
    assert rules("a.odt", data) == FOUND


def test_tabs_breaks_and_cells_are_told_apart() -> None:
    tab = run("010190") + "<w:r><w:tab/></w:r>" + run("1234")
    assert "010190\t1234" in texts("a.docx", word(f"<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>{tab}"))
    assert "010190\n1234" in texts("a.docx", word(run("010190") + "<w:r><w:br/></w:r>" + run("1234")))
    cells = "".join(f"<w:tc><w:p>{run(item)}</w:p></w:tc>" for item in ("010190", "1234"))
    assert "010190\t1234\t\n" in texts("a.docx", docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
    assert "010190\t1234" in texts("a.odt", odt("<text:p>010190<text:tab/>1234</text:p>"))
    assert "010190   1234" in texts("a.odt", odt('<text:p>010190<text:s text:c="3"/>1234</text:p>'))
    cells = "".join(f"<table:table-cell><text:p>{item}</text:p></table:table-cell>" for item in ("010190", "1234"))
    assert "010190\t1234\t\n" in texts("a.odt", odt(f"<table:table-row>{cells}</table:table-row>"))
    slide = "".join(f"<a:tc><a:p><a:r><a:t>{item}</a:t></a:r></a:p></a:tc>" for item in ("010190", "1234"))
    names = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    assert "010190\t1234" in texts("a.pptx", archive({"ppt/slides/slide1.xml": f"<a:tr {names}>{slide}</a:tr>"}))


SHEET_FILES = {
    "shared": xlsx(
        '<row><c r="A1" t="s"><v>0</v></c></row>', f"<si><r><t>{HALVES[0]}</t></r><r><t>{HALVES[1]}</t></r></si>"
    ),
    "in a comment": xlsx(
        "", xl__comments1_xml=f"<comments xmlns='x-spreadsheetml'><comment>{CPR}</comment></comments>"
    ),
    "a format": xlsx('<row><c r="A1" s="1"><v>101901234</v></c></row>', "", ("000000-0000",)),
    "a format with signs": xlsx('<row><c r="A1" s="1"><v>101901234</v></c></row>', "", ("000000&quot;-&quot;0000;@",)),
    "a power of ten": xlsx('<row><c r="A1"><v>7.07614285E8</v></c></row>'),
    "the zero lost": xlsx('<row><c r="A1"><v>707614285</v></c></row>'),
    "under a heading": xlsx(
        '<row><c r="A1" t="inlineStr"><is><t>cpr</t></is></c></row><row><c r="A2"><v>101901234</v></c></row>'
    ),
    "a formula": xlsx(f'<row><c r="A1"><f>"{HALVES[0]}" &amp; "x{CPR}"</f><v>0</v></c></row>'),
    "a formula that puts it together": xlsx('<row><c r="A1"><f>"010190" &amp; "-1234"</f><v>0</v></c></row>'),
    "half of it bold": xlsx(
        '<row><c r="A1" t="s"><v>0</v></c></row>', "<si><r><t>0101</t></r><r><rPr><b/></rPr><t>90-1234</t></r></si>"
    ),
    "a text box": xlsx(
        "",
        xl__drawings__drawing1_xml='<d:x xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><d:from><d:col>1</d:col></d:from>'
        f"<a:p><a:r><a:rPr/><a:t>{CPR}</a:t></a:r></a:p></d:x>",
    ),
    "a name": xlsx(
        "", xl__workbook_xml=f"<workbook xmlns='x-spreadsheetml'><definedName>\"{CPR}\"</definedName></workbook>"
    ),
    "a header": archive(
        {
            "xl/worksheets/blad.xml": '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            f"<headerFooter><oddHeader>&amp;L{CPR}</oddHeader></headerFooter></worksheet>"
        }
    ),
}


@pytest.mark.parametrize("data", SHEET_FILES.values(), ids=SHEET_FILES.keys())
def test_a_number_in_a_workbook_is_found(data: bytes) -> None:
    assert rules("a.xlsx", data)[0] == "cpr-in-file"


def test_cells_beside_each_other_stand_beside_each_other() -> None:
    cells = '<c r="A1" t="inlineStr"><is><t>Ali</t></is></c><c r="B1"><v>120590</v></c><c r="C1"><v>1234</v></c>'
    assert "Ali\t120590\t1234" in texts("a.xlsx", xlsx(f"<row>{cells}</row>"))


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("000000-0000", "101901234", "010190-1234"),
        ("000000\\-0000", "1205901234", "120590-1234"),
        ('00" "00" "00"-"0000', "101901234", "01 01 90-1234"),
        ("##########", "101901234", "101901234"),
        ("ddmmyy", "32874", "010190"),
        ("dd\\-mm\\-yyyy", "32874", "01-01-1990"),
        ("#,##0.00", "1205901234", "1205901234"),
        ("[Red]0000", "12", "0012"),
    ],
)
def test_a_number_is_shown_as_its_cell_shows_it(code: str, value: str, shown: str) -> None:
    cell = f'<row><c r="A1" s="1"><v>{value}</v></c></row>'
    assert shown in texts("a.xlsx", xlsx(cell, "", (escape(code),)))


ZIP_FILES = {
    **{item: with_entry(item) for item in ("comment", "comment of a file", "field of a file", "folder")},
    "before": CPR.encode() + archive({"a.txt": "x"}),
    "behind": archive({"a.txt": "x"}) + b"\0\0" + CPR.encode(),
    "between": between(archive({"a.txt": "x"}), CPR.encode()),
    "four bytes before": b"abcd" + archive({"a.txt": CPR}),
    "an email's attachment": archive({"a.zip": archive({"b.pdf": b"\n\n" + pdf(CPR)})}),
}


@pytest.mark.parametrize("data", ZIP_FILES.values(), ids=ZIP_FILES.keys())
def test_a_number_in_an_archive_is_found(data: bytes) -> None:
    assert rules("a.zip", data) == FOUND


PICTURE_FILES = {
    "a.jpg": [
        pytest.param(saved("JPEG") + CPR.encode(), id="behind a jpeg"),
        pytest.param(saved("JPEG") + archive({"a.txt": CPR}), id="an archive behind a jpeg"),
        pytest.param(saved("JPEG") + PHOTO, id="a jpeg behind a jpeg"),
        pytest.param(saved("JPEG", xmp=XMP.format(CPR).encode()), id="xmp"),
        pytest.param(jpeg(0x927C, b"maker " + CPR.encode()), id="the camera's own note"),
    ],
    "a.png": [
        pytest.param(png_chunk(b"tEXt", b"Comment\0" + CPR.encode()), id="text"),
        pytest.param(png_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(CPR.encode())), id="folded text"),
        pytest.param(png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP.format(CPR).encode()), id="xmp"),
        pytest.param(png_chunk(b"iTXt", b"C\0\1\0\0\0" + zlib.compress(CPR.encode())), id="folded utf-8"),
        pytest.param(png_chunk(b"eXIf", PHOTO[PHOTO.index(b"Exif") + 6 : PHOTO.index(b"\xff\xdb")]), id="exif"),
        pytest.param(png_chunk(b"noTe", CPR.encode()), id="a chunk of nobody's"),
        pytest.param(saved("PNG") + CPR.encode(), id="behind"),
    ],
    "a.gif": [
        pytest.param(saved("GIF", comment=CPR.encode()), id="comment"),
        pytest.param(saved("GIF") + CPR.encode(), id="behind"),
    ],
    "a.webp": [
        pytest.param(saved("WEBP", xmp=XMP.format(CPR).encode()), id="xmp"),
        pytest.param(saved("WEBP") + CPR.encode(), id="behind"),
    ],
    "a.tif": [
        pytest.param(saved("TIFF", tiffinfo={270: CPR}), id="description"),
        pytest.param(saved("TIFF") + CPR.encode(), id="behind"),
    ],
    "a.avif": [
        pytest.param(saved("AVIF", xmp=XMP.format(CPR).encode()), id="xmp"),
        pytest.param(saved("AVIF") + b"\0\0\0\x14free " + CPR.encode(), id="free space"),
    ],
    "a.svg": [
        pytest.param(SVG.format("<text><tspan>0101</tspan><tspan>90-1234</tspan></text>").encode(), id="spans"),
        pytest.param(SVG.format(f'<image href="{data_address("image/jpeg", PHOTO)}"/>').encode(), id="a picture"),
        pytest.param(SVG.format(f'<image href="data:text/plain,{CPR}"/>').encode(), id="a text"),
        pytest.param(SVG.format("<text>0101<!-- x -->90-1234</text>").encode(), id="a comment in a number"),
        pytest.param(SVG.format(f"<!-- {CPR} -->").encode(), id="a comment"),
        pytest.param(
            b'<!DOCTYPE svg [<!ENTITY a "0101"><!ENTITY b "90-1234">]>' + SVG.format("<text>&a;&b;</text>").encode(),
            id="its own signs",
        ),
        pytest.param(SVG.format(f"<metadata>{CPR}</metadata>").encode(), id="metadata"),
        pytest.param(SVG.format(f"<desc>{CPR}</desc>").encode("utf-16"), id="utf-16"),
    ],
}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param(name, *item.values, id=f"{name} {item.id}")
        for name, all_of in PICTURE_FILES.items()
        for item in all_of
    ],
)
def test_a_number_in_a_picture_is_found(name: str, data: bytes) -> None:
    assert set(rules(name, data)) in ({"cpr-in-file"}, {"cpr-number"}, {"cpr-in-file", "cpr-number"})


PLACES = {
    "a.jpg": PLACED,
    "b.jpg": saved("JPEG", xmp=XMP.format(GEO).encode()),
    "c.jpg": saved("JPEG") + PLACED,
    "a.pdf": pdf_with_picture(PLACED),
    "b.pdf": pdf_with_xmp(XMP.format(GEO)),
    "a.svg": SVG.format(f'<image xlink:href="{data_address("image/jpeg", PLACED)}"/>').encode(),
    "b.svg": SVG.format(f"<metadata>{GEO}</metadata>").encode(),
    "a.html": f'<!doctype html><img src="{data_address("image/jpeg", PLACED)}">'.encode(),
    "a.css": f"p {{ background: url({data_address('image/jpeg', PLACED)}) }}".encode(),
    "a.docx": word("", word__media__foto_jpg=PLACED),
    "a.webp": saved("WEBP", exif=Image.open(io.BytesIO(PLACED)).info["exif"]),
    "a.png": saved("PNG", exif=Image.open(io.BytesIO(PLACED)).getexif()),
    "a.tif": saved("TIFF", exif=Image.open(io.BytesIO(PLACED)).getexif()),
    "a.avif": saved("AVIF", exif=Image.open(io.BytesIO(PLACED)).info["exif"]),
}


@pytest.mark.parametrize("name", PLACES)
def test_a_picture_that_says_where_it_was_taken_is_told_wherever_it_lies(name: str) -> None:
    assert rules(name, PLACES[name]) == PLACE


TEXT_FILES = {
    "a.ics": b"BEGIN:VCALENDAR\r\nDESCRIPTION:Ali 0101\r\n 90-1234\r\n",
    "a.vcf": b"BEGIN:VCARD\nNOTE:0101\n\t90-1234\n",
    "a.txt": CPR.encode("utf-16-le"),
    "b.txt": CPR.encode("utf-16-be"),
    "c.txt": CPR.encode("utf-32"),
    "d.txt": "Født: æ ".encode("cp1252") + CPR.encode(),
    "a.csv": f"navn;cpr\nÆblé;{CPR}\n".encode("utf-16"),
}


@pytest.mark.parametrize("name", TEXT_FILES)
def test_a_number_in_a_text_is_found_in_whichever_coding(name: str) -> None:
    assert rules(name, TEXT_FILES[name]) == ["cpr-number"]


def test_the_parts_of_a_letter_are_decoded() -> None:
    coded = base64.encodebytes(b"<p>Ali har 0101<b>90-1234</b></p>").decode()
    letter = f"Subject: Hej\nMIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n{coded}"
    assert rules("brev.txt", letter.encode()) == FOUND
    assert rules("brev.txt", letter.replace(coded, base64.encodebytes(b"Hej").decode()).encode()) == []


def test_the_subject_of_a_letter_is_decoded() -> None:
    coded = base64.b64encode(f"Vedrørende {CPR}".encode()).decode()
    assert rules("brev.eml", f"Subject: =?utf-8?B?{coded}?=\n\nHej\n".encode()) == ["cpr-number"]
    assert rules("brev.eml", b"Subject: =?utf-8?Q?0101?=\n =?utf-8?Q?90-1234?=\n\nHej\n") == ["cpr-number"]
    assert rules("brev.eml", b"Subject: =?ukendt?Q?0101?= =?utf-8?B?!?=\n\nHej\n") == []


@pytest.mark.parametrize(
    "key", ["PHOTO;ENCODING=b;TYPE=JPEG:", "PHOTO;JPEG;BASE64:", "PHOTO;TYPE=JPEG;ENCODING=BASE64:"]
)
def test_a_picture_in_a_contact_card_is_looked_into(key: str) -> None:
    coded = base64.encodebytes(PLACED).decode().replace("\n", "\n ")
    assert rules("a.vcf", f"BEGIN:VCARD\n{key}{coded}\nEND:VCARD\n".encode()) == PLACE


def test_an_address_behind_a_link_is_a_persons() -> None:
    letter = "ali.hassan" + "@" + "gmail.com"
    link = RELS.format(f'<Relationship Target="mailto:{letter}"/>')
    assert rules("a.docx", word("", word___rels__document_xml_rels=link)) == ["personal-email-in-file"]
    code = f'<w:fldSimple w:instr="HYPERLINK &quot;mailto:{letter}&quot;"/>'
    assert rules("a.docx", word(code)) == ["personal-email-in-file"]


def test_zeros_in_a_text_hide_nothing() -> None:
    assert rules("a.csv", f"navn;cpr\nAli\0;{CPR}\n".encode()) == ["file-wrong-kind", "file-unknown-kind", "cpr-number"]
