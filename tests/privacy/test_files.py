"""What lies inside files: made here, looked into as `vejviser check` does, and told by the same rules."""

import base64
import gzip
import io
import zipfile
import zlib
from html import escape

import pikepdf
import pytest
from PIL import Image

from tests.load.papers import (
    CPR,
    W,
    archive,
    bomb,
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
    png,
    saved,
    scanned,
    tape,
    written,
    xlsx,
)
from vejviser.check.privacy import Allowed, problems
from vejviser.model.extract import Extract
from vejviser.privacy.extract import limits
from vejviser.privacy.extract.look import look_inside

HALVES = CPR[:4], CPR[4:]
FOUND, PLACE = ["cpr-in-file"], ["picture-position"]
GEO = (
    '<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="55,24N" exif:GPSLongitude="10,23E"/>'
)
XMP = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>{}</rdf:RDF></x:xmpmeta>"
PHOTO = jpeg(value=CPR)
PLACED = jpeg(value="x", place=True)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def rules(name: str, data: bytes) -> list[str]:
    """Give the rules that `vejviser check` answers with, each once."""
    return list(dict.fromkeys(it.rule for it in problems(look_inside(name, data), Allowed())))


def texts(name: str, data: bytes) -> str:
    return "\n".join(it.text for it in look_inside(name, data) if isinstance(it, Extract))


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def deleted(text: str) -> str:
    return f'<w:del w:author="x"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def inserted(text: str) -> str:
    return f'<w:ins w:author="x">{run(text)}</w:ins>'


def word(inline: str, **others: str | bytes) -> bytes:
    return docx(f"<w:p>{inline}</w:p>", **others)


def two_readings_of_odt() -> str:
    region = '<text:changed-region xml:id="c1" text:id="c1"><text:deletion><text:p>90-1</text:p></text:deletion>'
    change = '<text:change text:change-id="c1"/>'
    return (
        f"<text:tracked-changes>{region}</text:changed-region></text:tracked-changes><text:p>0101{change}234</text:p>"
    )


def with_entry(change: str, data: bytes = b"x") -> bytes:
    """Zip a file up, with a number where only programs look."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        entry = zipfile.ZipInfo("a.txt")
        if change == "comment of a file":
            entry.comment = CPR.encode()
        if change == "field of a file":
            entry.extra = b"\xfe\xca\x0b\0" + CPR.encode()
        made.writestr(entry, data)
        if change == "comment":
            made.comment = CPR.encode()
        if change == "folder":
            made.writestr(f"Ali {CPR}/", b"")
    return target.getvalue()


def between(data: bytes, secret: bytes) -> bytes:
    """Put bytes between the last file of an archive and its table of contents."""
    place = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    start = int.from_bytes(data[end + 16 : end + 20], "little") + len(secret)
    return data[:place] + secret + data[place : end + 16] + start.to_bytes(4, "little") + data[end + 20 :]


def png_chunk(kind: bytes, data: bytes) -> bytes:
    """Put a chunk before the end of a PNG."""
    made, whole = saved("PNG"), kind + data
    chunk = len(data).to_bytes(4, "big") + whole + zlib.crc32(whole).to_bytes(4, "big")
    return made[:-12] + chunk + made[-12:]


def pdf_with_bookmark() -> bytes:
    document = pikepdf.open(io.BytesIO(pdf("Side")))
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(CPR, 0))
    return written(document)


def pdf_with_xmp(text: str) -> bytes:
    document = pikepdf.open(io.BytesIO(pdf("Side")))
    document.Root.Metadata = document.make_stream(text.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
    return written(document)


def pdf_without_letters() -> bytes:
    """Make a PDF whose font does not tell which letters its signs are."""
    document = pikepdf.open(io.BytesIO(pdf("Side")))
    font = document.pages[0].Resources.Font.F1
    font.Subtype, font.Encoding = pikepdf.Name.Type0, pikepdf.Name("/Identity-H")
    below = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.CIDFontType2, BaseFont=pikepdf.Name.Arial)
    font.DescendantFonts = pikepdf.Array([document.make_indirect(below)])
    return written(document)


def many_versions() -> bytes:
    made = pdf_plain("x")
    for _ in range(limits.MAX_REVISIONS + 1):
        made += b"\n%%EOF\n"
    return made


def pdf_with_marks() -> bytes:
    """Make a PDF about telephones, whose parts have numbers as a typesetter gives them."""
    document = pikepdf.open(io.BytesIO(pdf("Telefon")))
    document.Root.Marks = pikepdf.Array([pikepdf.String(f"215-{it}-0") for it in range(9)])
    document.docinfo["/Title"] = "Kontaktoplysninger og telefon"
    return written(document)


def linearized(data: bytes) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        document.save(target, linearize=True)
    return target.getvalue()


def png_of_size(side: int) -> bytes:
    """Make a PNG that says it has so many pixels a side."""
    made = saved("PNG")
    size = b"IHDR" + side.to_bytes(4, "big") * 2 + made[24:29]
    return made[:12] + size + zlib.crc32(size).to_bytes(4, "big") + made[33:]


def locked_zip() -> bytes:
    made = bytearray(archive({"a.txt": "x"}))
    made[6] |= 1
    made[made.index(b"PK\x01\x02") + 8] |= 1
    return bytes(made)


def overlapping() -> bytes:
    """Make an archive whose two names lead to the same bytes."""
    made = archive({"a.txt": "x", "b.txt": "x"})
    second = made.rindex(b"PK\x01\x02")
    return made[: second + 42] + b"\0\0\0\0" + made[second + 46 :].replace(b"b.txt", b"a.txt")


def epub(lock: str) -> bytes:
    encryption = f'<encryption><EncryptionMethod Algorithm="{lock}"/></encryption>'
    return archive({"mimetype": "application/epub+zip", "META-INF/encryption.xml": encryption})


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
    cells = "".join(f"<w:tc><w:p>{run(it)}</w:p></w:tc>" for it in ("010190", "1234"))
    assert "010190\t1234\t\n" in texts("a.docx", docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
    assert "010190\t1234" in texts("a.odt", odt("<text:p>010190<text:tab/>1234</text:p>"))
    assert "010190   1234" in texts("a.odt", odt('<text:p>010190<text:s text:c="3"/>1234</text:p>'))
    cells = "".join(f"<table:table-cell><text:p>{it}</text:p></table:table-cell>" for it in ("010190", "1234"))
    assert "010190\t1234\t\n" in texts("a.odt", odt(f"<table:table-row>{cells}</table:table-row>"))
    slide = "".join(f"<a:tc><a:p><a:r><a:t>{it}</a:t></a:r></a:p></a:tc>" for it in ("010190", "1234"))
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
    **{it: with_entry(it) for it in ("comment", "comment of a file", "field of a file", "folder")},
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
    [pytest.param(name, *it.values, id=f"{name} {it.id}") for name, all_of in PICTURE_FILES.items() for it in all_of],
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


REFUSED = {
    "a tar named zip": ("a.zip", tape({"a.txt": b"x"}), ["file-wrong-kind"]),
    "a word file named txt": ("a.txt", word(run("x")), ["file-wrong-kind"]),
    "a page named jpg": ("a.jpg", b"<!doctype html><p>x", ["file-wrong-kind"]),
    "a page named docx": ("a.docx", b"<html><p>x", ["file-wrong-kind"]),
    "a jpeg named png": ("a.png", saved("JPEG"), ["file-wrong-kind"]),
    "an archive named docx": ("a.docx", archive({"a.txt": "x"}), ["file-wrong-kind"]),
    "nothing named pdf": ("a.pdf", b"", ["file-wrong-kind"]),
    "in an archive": ("a.zip", archive({"b.pdf": "x"}), ["file-wrong-kind"]),
    "a pointer": ("a.png", b"version https://git-lfs.github.com/spec/v1\noid sha256:4d\nsize 12\n", ["file-pointer"]),
    "a pointer in docs": (
        "a.md",
        b"version https://git-lfs.github.com/spec/v1\noid sha256:4d\nsize 12\n",
        ["file-pointer"],
    ),
    "a picture behind a pdf": ("a.pdf", pdf("x") + bytes(range(1, 30)) * 9, ["file-unknown-kind"]),
    "a video": ("a.mp4", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", ["file-unknown-kind"]),
    "a heic": ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", ["file-unknown-kind"]),
    "an old word file": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ["file-old-format"]),
    "rich text": ("a.rtf", b"{\\rtf1 Hej}", ["file-old-format"]),
    "an object in a word file": (
        "a.docx",
        word("", word__embeddings__o_bin=b"\xd0\xcf\x11\xe0" + b"\0" * 90),
        ["file-old-format"],
    ),
    "half a jpeg": ("a.jpg", b"\xff\xd8\xff\xe0 \0\0", ["file-broken"]),
    "a huge picture": ("a.png", png_of_size(60_000), ["file-too-large"]),
    "a scanned page": ("a.pdf", scanned(), ["file-scanned"]),
    "a scanned page among typed ones": ("a.pdf", scanned("Referat", "Side to"), ["file-scanned"]),
    "a scanned page with a number": ("a.pdf", scanned("Referat", letters="Side 2"), ["file-scanned"]),
    "a pdf whose letters nobody knows": ("a.pdf", pdf_without_letters(), ["file-scanned"]),
    "what no page shows": (
        "a.pdf",
        pdf_plain("x", b"4 0 obj\n<< /Length 1 >>\nstream\nx\nendstream\nendobj\n"),
        ["file-earlier-versions"],
    ),
    "too many versions": ("a.pdf", many_versions(), ["file-earlier-versions"]),
    "a bomb in a pdf": ("a.pdf", bomb(), ["file-too-large"]),
    "a bomb in gzip": ("a.gz", gzip.compress(b"\0" * (limits.MAX_PART + 1)), ["file-too-large"]),
    "too many files": (
        "a.zip",
        archive({f"{number}.txt": str(number) for number in range(limits.MAX_PARTS + 1)}),
        ["file-too-large"],
    ),
    "a locked file": ("a.zip", locked_zip(), ["file-locked"]),
    "a locked e-book": ("a.epub", epub(lock="http://www.w3.org/2001/04/xmlenc#aes128-cbc"), ["file-locked"]),
    "two files in the same bytes": ("a.zip", overlapping(), ["file-broken"]),
}


@pytest.mark.parametrize(("name", "data", "told"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_looked_into_is_an_error(name: str, data: bytes, told: list[str]) -> None:
    assert rules(name, data) == told
    assert all(it.severity == "error" for it in problems(look_inside(name, data), Allowed()))


SOUND = {
    "a.docx": word(f"<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{run('Hej')}<w:r><w:tab/></w:r>{run('du')}"),
    "b.docx": word("", word__media__image1_jpg=saved("PNG"), word__fonts__f_odttf=bytes(range(200))),
    "d.docx": word(
        '<wp:x xmlns:wp="x"><w14:id xmlns:w14="x" w14:val="0707614285"/><a:off x="0707614285" xmlns:a="x"/></wp:x>'
    ),
    "c.docx": word(deleted("Mandag") + inserted("Tirsdag") + run(" klokken 18")),
    "a.jpg": jpeg(value="Et møde"),
    "b.jpg": jpeg(0x927C, bytes(range(256))),
    "a.png": png("Et møde"),
    "a.pdf": pdf("Et møde"),
    "b.pdf": pdf(),
    "c.pdf": pdf_with_value("Svend"),
    "d.pdf": pdf_saved_on_top("Mandag", "Tirsdag"),
    "e.pdf": pdf_with_picture(jpeg(value="Et møde")),
    "f.pdf": scanned("Referat", light=90, letters="En forside"),
    "h.pdf": pdf_with_marks(),
    "g.pdf": linearized(pdf("Et møde")),
    "a.xlsx": xlsx('<row><c r="A1" s="1"><v>1234</v></c><c r="B1"><v>46000.5</v></c></row>', "", ("#,##0.00",)),
    "a.odt": odt("<text:p>Hej<text:tab/>du</text:p>"),
    "a.zip": archive({"mappe/": "", "mappe/a.txt": "Hej", "tom.txt": ""}),
    "a.epub": epub(lock="http://www.idpf.org/2008/embedding"),
    "a.svg": SVG.format(f'<image href="{data_address("image/png", saved("PNG"))}"/><text>Hej</text>').encode(),
    "b.svg": b"<!-- en tegning -->\n" + SVG.format("<path d='M1 2'/>").encode(),
    "a.html": SVG.format("<p>Hej</p>").encode().join([b"<!doctype html><head>", b"</head>"]),
    "a.md": "# Hej\n\n<div>Æblé</div>\n".encode(),
    "a.csv": "navn;antal\r\nÆblé;3\r\n".encode("utf-16"),
    "a.ics": b"BEGIN:VCALENDAR\r\nDTSTART:20261201T180000Z\r\nEND:VCALENDAR\r\n",
    "a.txt": b"",
    "a.gif": saved("GIF"),
    "a.webp": saved("WEBP"),
    "a.avif": saved("AVIF"),
    "a.tif": saved("TIFF"),
}


@pytest.mark.parametrize("name", SOUND)
def test_what_is_sound_is_told_nothing(name: str) -> None:
    assert rules(name, SOUND[name]) == []


def test_texts_are_counted_too() -> None:
    budget = limits.Budget(set(), text=100)
    with pytest.raises(limits.TooMuchError):
        budget.read("x" * 101)
