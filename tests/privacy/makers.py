"""Files that hide something, each made in one way that people or programs make them."""

import io
import zipfile
import zlib

import pikepdf

from tests.privacy.attachments import CPR, archive, docx, jpeg, pdf, pdf_plain, saved, written
from vejviser.privacy.extract import limits
from vejviser.privacy.extract.look_inside import look_inside
from vejviser.privacy.personal_data import AllowList, problems
from vejviser.privacy.scan_result import Extract

HALVES = CPR[:4], CPR[4:]
GEO = (
    '<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="55,24N" exif:GPSLongitude="10,23E"/>'
)
XMP = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>{}</rdf:RDF></x:xmpmeta>"
PHOTO = jpeg(value=CPR)
PLACED = jpeg(value="x", place=True)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def rules(name: str, data: bytes) -> list[str]:
    """Return the rules that `vejviser check` answers with, each once."""
    return list(dict.fromkeys(problem.rule for problem in problems(look_inside(name, data), AllowList())))


def texts(name: str, data: bytes) -> str:
    return "\n".join(item.text for item in look_inside(name, data) if isinstance(item, Extract))


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
    document.Root.Marks = pikepdf.Array([pikepdf.String(f"215-{number}-0") for number in range(9)])
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
