"""The objects of a PDF: every string in it, its metadata, and the files and pictures that lie in it."""

import base64
import io
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from vejviser.privacy.extract.file_types import Kind, kind_of
from vejviser.privacy.extract.image_chunks import inflated
from vejviser.privacy.extract.limits import MAX_PAGES, TooMuchError

_STRING = re.compile(rb"(?:/(\w+) )?(\((?:[^()\\]|\\.)*\)|<[0-9a-fA-F]+>)", re.DOTALL)
_LONG_NAME = re.compile(rb"/([^\s/<>\[\]()]*\d{6}[^\s/<>\[\]()]*)")
_REFERENCE = re.compile(rb"\d+ \d+(?= R\b)")
_PROGRAM = re.compile(rb"/JS (\d+ \d+) R\b")
_HEAD = 1_000
_LIKE_A_FILE = re.compile(rb"\s*(?:\xef\xbb\xbf)?(?:<|%PDF|PK\x03|\x89PNG|\xff\xd8|GIF8|\x1f\x8b|\xd0\xcf\x11)")
_DIGITS = re.compile(rb"\d{6}")
_HEX = re.compile(rb"<[0-9a-fA-F]")
_NO_WORDS = frozenset([b"ID", b"Lang", b"ModDate", b"CreationDate", b"Panose", b"Checksum", b"CheckSum", b"CharSet"])
_LOOK = b"DA"
"""How a field writes: colour and size."""
_WORDS_DRAWN = re.compile(rb"[)>\]]\s*(?:Tj|TJ|'|\")")
_PICTURES = {"/DCTDecode": "jpg", "/DCT": "jpg", "/JPXDecode": "jp2"}
_OWN_KINDS = frozenset[Kind](
    [
        "pdf",
        "zip",
        "word",
        "sheet",
        "slides",
        "odt",
        "ods",
        "odp",
        "epub",
        "gzip",
        "ole",
        "png",
        "jpeg",
        "gif",
        "html",
        "svg",
        "xml",
    ]
)
"""What lies in a PDF as a file of its own, whatever the PDF calls it."""


@dataclass
class Objects:
    """What was found: strings, XMP metadata, files by name, and pages whose letters no computer can tell."""

    strings: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    """Strings that nobody reads: names of parts, and in lists."""
    metadata: list[str] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)
    known: set[bytes] = field(default_factory=set)
    """The numbers of all objects."""
    unread_pages: set[int] = field(default_factory=set)
    left_over: bool = False
    """Whether there is something drawn that no page shows."""


def objects_of(data: bytes) -> Objects:
    """Read the objects of a PDF; raises pikepdf.PdfError, pikepdf.PasswordError and TooMuchError."""
    import pikepdf  # noqa: PLC0415 - heavy, and most portals have no PDF of their own

    found = Objects()
    with pikepdf.open(io.BytesIO(data)) as document:
        if len(document.pages) > MAX_PAGES:
            raise TooMuchError
        refers: dict[bytes, set[bytes]] = {}
        streams: dict[bytes, Any] = {}
        attached: dict[bytes, str] = {}
        programs: set[bytes] = set()
        for item in document.objects:
            number, is_stream = b"%d %d" % item.objgen, isinstance(item, pikepdf.Stream)
            found.known.add(number)
            written = (item.stream_dict if is_stream else item).unparse(resolved=True)
            refers[number] = _read(written, found)
            programs |= set(_PROGRAM.findall(written) if b"/JS" in written else ())
            if is_stream:
                streams[number] = item
            elif b"/EF " in written:
                attached.update(_attached(item))
        reached = _reached(_read(document.trailer.unparse(resolved=True), found), refers)
        for number in programs & streams.keys():
            found.strings.append(_decoded(streams[number]).decode("utf-8", "replace"))
        for number, stream in streams.items():
            _stream(stream, attached.get(number, ""), found, reached=number in reached)
        found.unread_pages |= set(_unread_pages(document))
    return found


def _read(blob: bytes, found: Objects) -> set[bytes]:
    """Keep the strings of an object as it is written; return the numbers of the objects it refers to."""
    import pikepdf  # noqa: PLC0415

    if b"(" in blob or _HEX.search(blob):
        for key, string in _STRING.findall(blob):
            if key not in _NO_WORDS and len(string) > 4:
                text = str(pikepdf.Object.parse(string))
                said = (key and key != _LOOK) or "@" in text
                (found.strings if said else found.marks).append(text)
    if _DIGITS.search(blob):
        found.marks += [name.decode("utf-8", "replace") for name in _LONG_NAME.findall(blob)]
    return set(_REFERENCE.findall(blob))


def _reached(first: set[bytes], refers: Mapping[bytes, set[bytes]]) -> set[bytes]:
    """Return all objects that one comes to from the `first`."""
    reached: set[bytes] = set()
    waiting = first
    while waiting:
        reached |= waiting
        waiting = set().union(*(refers.get(item, ()) for item in waiting)) - reached
    return reached


def _attached(holder: Any) -> Iterator[tuple[bytes, str]]:
    """Yield the files that an object says it has, and their names."""
    import pikepdf  # noqa: PLC0415

    if isinstance(holder, pikepdf.Dictionary) and "/EF" in holder:
        name = str(holder.get("/UF", holder.get("/F", "")))
        for stream in holder["/EF"].values():
            yield b"%d %d" % stream.objgen, name


def _stream(stream: Any, name: str, found: Objects, *, reached: bool) -> None:
    """Keep what lies in a stream, if it is metadata, a picture, a program or a file."""
    kind, role = str(stream.get("/Type", "")), str(stream.get("/Subtype", ""))
    number = f"object {stream.objgen[0]}"
    if role == "/Image":
        found.files += [(f"{number}.{ending}", data) for ending, data in _pictures(stream)]
    elif kind == "/Metadata":
        found.metadata.append(_decoded(stream).decode("utf-8", "replace"))
    elif kind in ("/XRef", "/ObjStm"):
        return
    elif name or kind == "/EmbeddedFile" or _is_file(stream):
        found.files.append((name or number, _decoded(stream)))
    elif not reached:
        found.left_over |= bool(_WORDS_DRAWN.search(_decoded(stream)))


def _is_file(stream: Any) -> bool:
    head = _head(stream)
    return bool(_LIKE_A_FILE.match(head)) and kind_of(head) in _OWN_KINDS


def _decoded(stream: Any) -> bytes:
    import pikepdf  # noqa: PLC0415

    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError:
        return bytes(stream.read_raw_bytes())


def _head(stream: Any) -> bytes:
    """Return the first bytes of a stream, by which a file is known; whole streams are unpacked when they must be."""
    if stream.get("/Filter") != "/FlateDecode":
        return _decoded(stream)[:_HEAD]
    try:
        return zlib.decompressobj().decompress(stream.read_raw_bytes(), _HEAD)
    except zlib.error:
        return _decoded(stream)[:_HEAD]


def _pictures(stream: Any) -> Iterator[tuple[str, bytes]]:
    """Yield the picture in a stream, if it is a whole file of its own, out of what is wrapped around it."""
    filters = stream.get("/Filter", ())
    names = [str(filters)] if _is_name(filters) else [str(item) for item in filters]
    if names and names[-1] in _PICTURES:
        data = bytes(stream.read_raw_bytes())
        for name in names[:-1]:
            data = _UNWRAPPED[name](data) if name in _UNWRAPPED else data
        yield _PICTURES[names[-1]], data


def _from_base85(data: bytes) -> bytes:
    return base64.a85decode(data.strip().removesuffix(b"~>").removeprefix(b"<~"))


def _from_hex(data: bytes) -> bytes:
    return bytes.fromhex(data.decode("ascii", "replace").strip().removesuffix(">"))


_UNWRAPPED: Mapping[str, Callable[[bytes], bytes]] = {
    "/FlateDecode": inflated,
    "/Fl": inflated,
    "/ASCII85Decode": _from_base85,
    "/A85": _from_base85,
    "/ASCIIHexDecode": _from_hex,
    "/AHx": _from_hex,
}


def _is_name(value: Any) -> bool:
    import pikepdf  # noqa: PLC0415

    return isinstance(value, pikepdf.Name)


def _unread_pages(document: Any) -> Iterator[int]:
    """Yield the pages that are written with a font that does not tell which letters its signs are."""
    for number, page in enumerate(document.pages):
        fonts = page.get("/Resources", {}).get("/Font", {})
        if any(_tells_no_letters(font) for font in fonts.values()):
            yield number


def _tells_no_letters(font: Any) -> bool:
    composite = font.get("/Subtype") == "/Type0" and str(font.get("/Encoding", "")).startswith("/Identity")
    return composite and "/ToUnicode" not in font
