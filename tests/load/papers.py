"""Small attachments for the tests, made in memory: each with one invented CPR number hidden in it."""

import io
import zipfile
from collections.abc import Mapping

import pikepdf
from PIL import Image, PngImagePlugin

CPR = "010190-1234"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TEXT = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'


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
    return archive({"word/document.xml": document, **{name.replace("__", "/"): it for name, it in others.items()}})


def odt(body: str) -> bytes:
    """Make an OpenDocument file of the XML of its paragraphs."""
    return archive({"content.xml": f"<office:text {TEXT}>{body}</office:text>"})


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
