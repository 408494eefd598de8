"""What a file is: its bytes tell, not its name. And which kinds a name's ending promises."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Literal

Kind = Literal[
    "empty",
    "pointer",
    "pdf",
    "zip",
    "word",
    "sheet",
    "slides",
    "odt",
    "ods",
    "odp",
    "odg",
    "epub",
    "gzip",
    "tar",
    "ole",
    "rtf",
    "png",
    "jpeg",
    "gif",
    "webp",
    "tiff",
    "bmp",
    "ico",
    "avif",
    "jp2",
    "svg",
    "html",
    "xml",
    "text",
    "font",
    "program",
    "index",
    "packed",
    "unknown",
]

_STARTS: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"\0\0\1\0", "ico"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "jp2"),
    (b"\x1f\x8b", "gzip"),
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"{\\rtf", "rtf"),
    (b"wOFF", "font"),
    (b"wOF2", "font"),
    (b"OTTO", "font"),
    (b"\0\1\0\0", "font"),
    (b"true\0", "font"),
    (b"\0asm", "program"),
    (b"\0\x05\x16\x07", "index"),  # what a Mac knows of a file, in archives that it makes
    (b"\0\0\0\1Bud1", "index"),
    (b"7z\xbc\xaf\x27\x1c", "packed"),
    (b"Rar!", "packed"),
    (b"BZh", "packed"),
    (b"\xfd7zXZ\0", "packed"),
    (b"\x28\xb5\x2f\xfd", "packed"),
    (b"\x04\x22\x4d\x18", "packed"),
    (b"LZIP", "packed"),
    (b"MSCF", "packed"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"PK\x07\x08", "zip"),
)
_POINTER = (b"version https://git-lfs.github.com/", b"version https://hawser.github.com/", b"version http://git-media.")
_PROLOG = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\]\s*)?>)*", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([\w.-]+)[\s/>]")
_DECLARED = re.compile(rb"\s*<(?:\?xml\s|!doctype\s)", re.IGNORECASE)
_ROOTS: Mapping[bytes, Kind] = {b"svg": "svg", b"html": "html", b"head": "html", b"body": "html"}
_LATE_PDF = re.compile(rb"%PDF-\d\.\d")
_ZIP_END = b"PK\x05\x06"
_WORDS: Kind = "text"
_PLAIN = frozenset[Kind](["text", "html", "xml", "svg", "empty"])
_PICTURES: Mapping[str, frozenset[Kind]] = {
    ".png": frozenset(["png"]),
    ".jpg": frozenset(["jpeg"]),
    ".jpeg": frozenset(["jpeg"]),
    ".gif": frozenset(["gif"]),
    ".webp": frozenset(["webp"]),
    ".avif": frozenset(["avif"]),
    ".tif": frozenset(["tiff"]),
    ".tiff": frozenset(["tiff"]),
    ".bmp": frozenset(["bmp"]),
    ".ico": frozenset(["ico", "png"]),
    ".svg": frozenset(["svg"]),
}
_ZIPS: frozenset[Kind] = frozenset(["zip", "word", "sheet", "slides", "odt", "ods", "odp", "odg", "epub"])
PROMISED: Mapping[str, frozenset[Kind]] = {
    **_PICTURES,
    ".pdf": frozenset(["pdf"]),
    ".docx": frozenset(["word"]),
    ".docm": frozenset(["word"]),
    ".xlsx": frozenset(["sheet"]),
    ".xlsm": frozenset(["sheet"]),
    ".pptx": frozenset(["slides"]),
    ".odt": frozenset(["odt"]),
    ".ods": frozenset(["ods"]),
    ".odp": frozenset(["odp"]),
    ".odg": frozenset(["odg"]),
    ".epub": frozenset(["epub"]),
    ".zip": _ZIPS,
    ".gz": frozenset(["gzip"]),
    ".tar": frozenset(["tar"]),
    ".html": frozenset(["html", "xml", "text", "empty"]),
    **dict.fromkeys((".txt", ".csv", ".tsv", ".md", ".yml", ".yaml", ".json", ".ics", ".vcf", ".xml"), _PLAIN),
}
"""The kinds of file that a name promises; with other endings, it promises nothing."""
_PACKAGES: Mapping[bytes, Kind] = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
    b"application/vnd.oasis.opendocument.graphics": "odg",
    b"application/epub+zip": "epub",
}
_FOLDERS: tuple[tuple[str, Kind], ...] = (("word/", "word"), ("xl/", "sheet"), ("ppt/", "slides"))


def kind_of(data: bytes) -> Kind:
    """Return what a file is by its bytes; "text" only for what can be read as text."""
    if not data:
        return "empty"
    if data.startswith(_POINTER) and len(data) < 2_000:
        return "pointer"
    kind = _by_start(data)
    if kind == "zip" or (not kind and _ends_as_zip(data)):
        return _package(data)
    return kind or _pdf_behind_other_bytes(data) or _written(data)


def _by_start(data: bytes) -> Kind | None:
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data[257:262] == b"ustar":
        return "tar"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    if data.startswith(b"BM") and len(data) > 26 and data[6:10] == b"\0\0\0\0":
        return "bmp"
    if data[4:8] == b"ftyp":
        return "avif" if data[8:12] in (b"avif", b"avis") else "unknown"
    return None


def _pdf_behind_other_bytes(data: bytes) -> Kind | None:
    """Find a PDF behind other bytes: readers look for its beginning further on."""
    start = _LATE_PDF.search(data)
    return "pdf" if start and data.find(b"endobj", start.end()) > 0 else None


def pdf_start(data: bytes) -> int:
    """Return the place where the PDF in `data` begins."""
    found = _LATE_PDF.search(data)
    return found.start() if found else 0


def _ends_as_zip(data: bytes) -> bool:
    """Return whether there is an archive's table of contents at the end.

    What stands before it is then only a prefix.
    """
    place = data.rfind(_ZIP_END, max(0, len(data) - 65_600))
    return place >= 0 and zipfile.is_zipfile(BytesIO(data))


def _package(data: bytes) -> Kind:
    """Return which program an archive belongs to."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                kind = _PACKAGES.get(archive.read("mimetype").strip().removesuffix(b"-template"))
                if kind:
                    return kind
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return "zip"
    for folder, kind in _FOLDERS:
        if any(name.startswith(folder) for name in names):
            return kind
    return "zip"


def _written(data: bytes) -> Kind:
    """Return which kind of text it is, or None."""
    begin = data[:20_000].removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    begin = begin.replace(b"\0", b"")
    prolog = _PROLOG.match(begin)
    root = _ROOT.match(begin, prolog.end() if prolog else 0)
    kind = _ROOTS.get(root[1].lower()) if root else None
    if kind:
        return kind
    if root and b"xmlns" in begin[root.start() : begin.find(b">", root.start())]:
        return "xml"
    if _DECLARED.match(begin):
        return "html" if b"<!doctype html" in begin[:200].lower() else "xml"
    return "text" if decoded(data) is not None else "unknown"


_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""Signs that no text has; a form feed and an escape may stand in one."""
_BOMS = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def decoded(data: bytes) -> str | None:
    """Return a file's text, in whichever coding it is written, or None for a file that is no text."""
    for bom, coding in _BOMS:
        if data.startswith(bom):
            return data.decode(coding, "replace")
    if b"\0" in data:
        return _wide(data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
        return None if _CONTROLS.search(text) else text
    return text if len(_CONTROLS.findall(text)) * 500 <= len(text) else None


def _wide(data: bytes) -> str | None:
    """Read UTF-16 that does not say so: every other byte of nearly all letters is zero."""
    even, odd = data[0::2], data[1::2]
    coding = "utf-16-le" if odd.count(0) > even.count(0) else "utf-16-be"
    if max(odd.count(0), even.count(0)) * 2 < len(even):
        return None
    text = data.decode(coding, "replace")
    return None if _CONTROLS.search(text) else text
