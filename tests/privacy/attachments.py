"""Small attachments for the tests, made in memory: each with one invented CPR number hidden in it."""

import base64
import io
import re
import tarfile
import zipfile
import zlib
from collections.abc import Mapping

import pikepdf
from PIL import Image, PngImagePlugin

_ENDING = re.compile(r"_(xml|jpg|png|bin|xlsx|odttf|rels)(?=_rels$|$)")
CPR = "010190-1234"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "drawing")
)


def named(parts: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """Return the parts of a package by their paths, which stand as word__media__foto_jpg in Python."""
    return {
        _ENDING.sub(r".\1", name.replace("___rels__", "/_rels/").replace("__", "/")): part
        for name, part in parts.items()
    }


def archive(files: Mapping[str, str | bytes]) -> bytes:
    """Zip files up."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return target.getvalue()


def docx(body: str, **others: str | bytes) -> bytes:
    """Make a Word file of the XML of its paragraphs."""
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    return archive({"word/document.xml": document, **named(others)})


def odt(body: str) -> bytes:
    """Make an OpenDocument file of the XML of its paragraphs."""
    mimetype = "application/vnd.oasis.opendocument.text"
    return archive({"mimetype": mimetype, "content.xml": f"<office:text {ODF}>{body}</office:text>"})


def pdf(text: str = "", title: str = "", files: Mapping[str, bytes] | None = None, key: str = "") -> bytes:
    """Make a PDF with one page."""
    document = pikepdf.new()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page = document.add_blank_page()
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    if text:
        page.Contents = document.make_stream(f"BT /F1 12 Tf 20 20 Td ({text}) Tj ET".encode())
    if title:
        document.docinfo["/Title"] = title
    for name, data in (files or {}).items():
        document.attachments[name] = data
    target = io.BytesIO()
    document.save(target, encryption=pikepdf.Encryption(user=key, owner=key) if key else False)
    return target.getvalue()


def jpeg(tag: int = 0x010E, value: str | bytes = "", *, place: bool = False) -> bytes:
    """Make a JPEG with one EXIF value, by default the description."""
    exif = Image.Exif()
    exif[tag] = value
    if place:
        exif[0x8825] = {1: "N", 2: (55.0, 24.0, 0.0), 3: "E", 4: (10.0, 23.0, 0.0)}
    return saved("JPEG", exif=exif)


def png(text: str) -> bytes:
    """Make a PNG with a text after the pixels."""
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Comment", text)
    return saved("PNG", pnginfo=info)


def saved(form: str, **options: object) -> bytes:
    """Make a picture of one pixel."""
    target = io.BytesIO()
    Image.new("RGB", (1, 1)).save(target, form, **options)
    return target.getvalue()


X = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def xlsx(rows: str, shared: str = "", formats: tuple[str, ...] = (), **others: str | bytes) -> bytes:
    """Make an Excel file of the XML of its rows; style 1 and on have the formats."""
    numbered = "".join(f'<numFmt numFmtId="{number}" formatCode="{item}"/>' for number, item in enumerate(formats, 164))
    styles = "".join(f'<xf numFmtId="{number}"/>' for number in (0, *range(164, 164 + len(formats))))
    parts = {
        "xl/workbook.xml": f"<workbook {X}/>",
        "xl/worksheets/sheet1.xml": f"<worksheet {X}><sheetData>{rows}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f"<sst {X}>{shared}</sst>",
        "xl/styles.xml": f"<styleSheet {X}><numFmts>{numbered}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>",
    }
    return archive({**parts, **named(others)})


def scanned(*typed: str, light: int = 250, letters: str = "") -> bytes:
    """Make a PDF of typed pages, and last a page that is one picture, as light as paper, with a few `letters`."""
    document = pikepdf.open(io.BytesIO(pdf(typed[0] if typed else "")))
    if not typed:
        del document.pages[0]
    for text in (*typed[1:], letters):
        with pikepdf.open(io.BytesIO(pdf(text))) as other:
            document.pages.append(other.pages[0])
    page = document.pages[-1]
    picture = document.make_stream(bytes([light]) * 100, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
    picture.Width, picture.Height, picture.BitsPerComponent = 10, 10, 8
    picture.ColorSpace = pikepdf.Name.DeviceGray
    page.Resources.XObject = pikepdf.Dictionary(Im1=picture)
    page.contents_add(b"q 612 0 0 792 0 0 cm /Im1 Do Q", prepend=True)
    return written(document)


def pdf_with_picture(data: bytes) -> bytes:
    """Make a PDF of one page with a text and a JPEG in it."""
    document = pikepdf.open(io.BytesIO(pdf("Et billede")))
    picture = document.make_stream(data, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
    picture.Width, picture.Height, picture.BitsPerComponent = 1, 1, 8
    picture.ColorSpace, picture.Filter = pikepdf.Name.DeviceRGB, pikepdf.Name.DCTDecode
    document.pages[0].Resources.XObject = pikepdf.Dictionary(Im1=picture)
    document.pages[0].contents_add(b"q 20 0 0 20 90 90 cm /Im1 Do Q")
    return written(document)


def pdf_saved_on_top(before: str, after: str) -> bytes:
    """Make a PDF that said `before`, in which a program has put `after` in its place by adding to the file."""
    old = pdf_plain(before)
    drawn = f"BT /F1 12 Tf 20 20 Td ({after}) Tj ET".encode()
    start = len(old)
    added = b"4 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (len(drawn), drawn)
    last = old.rsplit(b"startxref\n", 1)[1].split()[0]
    table = b"xref\n4 1\n%010d 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev %s >>\n" % (start, last)
    return old + added + table + b"startxref\n%d\n%%%%EOF\n" % (start + len(added))


def pdf_plain(text: str, more: bytes = b"") -> bytes:
    """Make a PDF by hand: objects 1 to 5, of which 4 is what the page draws; `more` objects stand in no table."""
    drawn = f"BT /F1 12 Tf 20 20 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    made += more
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(made)
    return made + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


def pdf_with_note(text: str, *, hidden: bool = False) -> bytes:
    """Make a PDF with a stamp whose words stand only in what it looks like."""
    document = pikepdf.open(io.BytesIO(pdf("Side")))
    page = document.pages[0]
    look = document.make_stream(
        f"BT /F1 12 Tf 2 2 Td ({text}) Tj ET".encode(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=[0, 0, 200, 20],
        Resources=page.Resources,
    )
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Stamp,
        Rect=[50, 50, 250, 70],
        F=2 if hidden else 4,
        AP=pikepdf.Dictionary(N=look),
    )
    page.Annots = pikepdf.Array([document.make_indirect(note)])
    return written(document)


def pdf_with_value(text: str) -> bytes:
    """Make a PDF with a field that is filled in."""
    document = pikepdf.open(io.BytesIO(pdf("Side")))
    name = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="navn", V=text
    )
    name.Rect = [10, 10, 90, 30]
    field = document.make_indirect(name)
    document.pages[0].Annots = pikepdf.Array([field])
    document.Root.AcroForm = pikepdf.Dictionary(Fields=[field])
    return written(document)


def written(document: pikepdf.Pdf) -> bytes:
    """Return a PDF's bytes."""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def bomb() -> bytes:
    """Make a PDF whose page is 50 MB of spaces."""
    document = pikepdf.open(io.BytesIO(pdf("Side")))
    document.pages[0].Contents = document.make_stream(
        zlib.compress(b" " * 50_000_000, 1), Filter=pikepdf.Name.FlateDecode
    )
    return written(document)


def tape(files: Mapping[str, bytes]) -> bytes:
    """Make a tar file."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as made:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            made.addfile(entry, io.BytesIO(content))
    return target.getvalue()


def data_address(kind: str, data: bytes) -> str:
    """Write a file as an address."""
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"
