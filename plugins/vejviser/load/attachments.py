"""A file's bytes -> every text in it: office files, PDF, pictures, archives, and what lies inside them.

What a file is, its first bytes tell, not its name. What cannot be looked into is said, never passed over.
"""

import gzip
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vejviser.load.markup import attributes, code, words
from vejviser.load.pdf import BrokenPdfError, LockedError, pdf_texts
from vejviser.load.pictures import NotAPictureError, picture_texts
from vejviser.model.extract import Extract, Found, Located, Reason, Unreadable

MAX_DEPTH = 5
MAX_PART = 60_000_000
MAX_TOTAL = 250_000_000
MAX_PARTS = 20_000

_MARKUP = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|html|svg)", re.IGNORECASE)
_CODE_ENDINGS = (".js", ".mjs", ".css", ".map", ".wasm")
_READABLE = re.compile(rb"[\x20-\x7e\xa0-\xff]{8,}")
_READABLE_WIDE = re.compile(rb"(?:[\x20-\x7e]\x00){8,}")
_NINE_DIGITS = re.compile(r"<v>(\d{9})</v>")
_LOCKED_FLAG = 0x1
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_LOCKED_ODF = b"manifest:encryption-data"


@dataclass
class Budget:
    """How much may still be unpacked of one file: an archive can hold a million times its own size."""

    seen: set[bytes]
    """Fingerprints of what has been looked into: the same picture lies in many files, the same file in many packs."""
    total: int = MAX_TOTAL
    parts: int = MAX_PARTS

    def allows(self, size: int) -> bool:
        """Count a part of `size` bytes; tell whether it may be unpacked."""
        self.total -= size
        self.parts -= 1
        return size <= MAX_PART and self.total >= 0 and self.parts >= 0

    def is_new(self, data: bytes) -> bool:
        """Remember `data`; tell whether it was met for the first time."""
        known = hashlib.blake2b(data, digest_size=16).digest()
        fresh = known not in self.seen
        self.seen.add(known)
        return fresh


@dataclass(frozen=True, slots=True)
class Part:
    """A file, or a file inside a file."""

    path: str
    inside: str
    data: bytes
    depth: int
    budget: Budget

    @property
    def name(self) -> str:
        """The name the part has in its own folder or archive."""
        return (self.inside or self.path).rsplit("/", 1)[-1].lower()

    def extract(self, text: str, *, words: bool = True, exact: bool = False, where: str = "") -> Extract:
        """Make a text found here."""
        return Extract(self.path, text, self._place(where), words, exact)

    def unreadable(self, reason: Reason, where: str = "") -> Unreadable:
        """Say that this cannot be looked into."""
        return Unreadable(self.path, self._place(where), reason)

    def below(self, name: str, data: bytes) -> "Part":
        """Make a part found in this one."""
        return Part(self.path, self._place(name), data, self.depth + 1, self.budget)

    def _place(self, where: str) -> str:
        return " › ".join(part for part in (self.inside, where) if part)


def look_inside(path: str, data: bytes, seen: set[bytes] | None = None) -> Iterator[Found]:
    """Give every text in the file `path` whose content is `data`; what is in `seen` already is passed over."""
    yield from _look(Part(path, "", data, 0, Budget(set() if seen is None else seen)))


def _look(part: Part) -> Iterator[Found]:
    if not part.budget.is_new(part.data):
        return
    if part.depth > MAX_DEPTH:
        yield part.unreadable("too-deep")
        return
    for start, read in _READERS:
        if part.data.startswith(start):
            yield from read(part)
            return
    yield from _text(part)


def _zip(part: Part) -> Iterator[Found]:
    try:
        with zipfile.ZipFile(io.BytesIO(part.data)) as archive:
            for entry in archive.infolist():
                yield from _entry(part, archive, entry)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
        yield part.unreadable("broken")


def _entry(part: Part, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[Found]:
    if entry.is_dir():
        return
    if entry.flag_bits & _LOCKED_FLAG:
        yield part.unreadable("locked", entry.filename)
    elif not part.budget.allows(entry.file_size):
        yield part.unreadable("too-large", entry.filename)
    else:
        yield part.extract(entry.filename, where=entry.filename)
        yield from _look(part.below(entry.filename, archive.read(entry)))


def _gzip(part: Part) -> Iterator[Found]:
    try:
        with gzip.open(io.BytesIO(part.data)) as stream:
            data = stream.read(MAX_PART + 1)
    except (OSError, EOFError, zlib.error):
        yield part.unreadable("broken")
        return
    if not part.budget.allows(len(data)):
        yield part.unreadable("too-large")
    else:
        yield from _look(part.below("", data))


def _pdf(part: Part) -> Iterator[Found]:
    try:
        found = pdf_texts(part.data)
    except LockedError:
        yield part.unreadable("locked")
        return
    except BrokenPdfError:
        yield part.unreadable("broken")
        return
    if found.scanned:
        yield part.unreadable("scanned")
    for number, page in enumerate(found.pages, 1):
        yield part.extract(page, where=f"#{number}")
    yield part.extract(found.hidden, where="metadata")
    for name, data in found.files:
        if part.budget.allows(len(data)):
            yield from _look(part.below(name, data))
        else:
            yield part.unreadable("too-large", name)


def _picture(part: Part) -> Iterator[Found]:
    try:
        texts, located = picture_texts(part.data)
    except NotAPictureError:
        yield from _text(part)
        return
    yield part.extract(texts, where="metadata")
    if located:
        yield Located(part.path, part.inside)


def _refused(part: Part) -> Iterator[Found]:
    yield part.unreadable("unknown-archive")


def _old_office(part: Part) -> Iterator[Found]:
    if _LOCKED_OFFICE in part.data:
        yield part.unreadable("locked")
    yield part.extract(_readable(part.data), words=False)


def _text(part: Part) -> Iterator[Found]:
    if part.inside.endswith("META-INF/manifest.xml") and _LOCKED_ODF in part.data:
        yield part.unreadable("locked")
    text = decoded(part.data)
    if text is None:
        yield part.extract(_readable(part.data), words=False)
    elif _MARKUP.match(part.data[:200]) or part.name.endswith((".html", ".htm", ".svg", ".xml", ".rels", ".xhtml")):
        yield part.extract(words(_padded(text)))
        yield part.extract(attributes(text) + "\n" + code(text), words=False)
    else:
        yield part.extract(text, words=not part.name.endswith(_CODE_ENDINGS), exact=True)


def decoded(data: bytes) -> str | None:
    """Give a file's text, or None for a file that is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None if b"\0" in data[:4000] else data.decode("cp1252", "replace")
    return None if "\0" in text[:4000] else text


def _padded(text: str) -> str:
    """Give a spreadsheet's numbers of nine digits the zero in front that they lost: 0101901234 -> 101901234."""
    return _NINE_DIGITS.sub(r"<v>0\1</v>", text)


def _readable(data: bytes) -> str:
    """Give the readable stretches of a binary file, such as an old Word document."""
    narrow = (match.decode("cp1252", "replace") for match in _READABLE.findall(data))
    wide = (match.decode("utf-16-le") for match in _READABLE_WIDE.findall(data))
    return "\n".join((*narrow, *wide))


_READERS: tuple[tuple[bytes, Callable[[Part], Iterator[Found]]], ...] = (
    (b"PK\x03\x04", _zip),
    (b"PK\x05\x06", _zip),
    (b"\x1f\x8b", _gzip),
    (b"\xd0\xcf\x11\xe0", _old_office),
    (b"%PDF", _pdf),
    (b"\x89PNG", _picture),
    (b"\xff\xd8\xff", _picture),
    (b"GIF8", _picture),
    (b"RIFF", _picture),
    (b"II*\0", _picture),
    (b"MM\0*", _picture),
    (b"7z\xbc\xaf", _refused),
    (b"Rar!", _refused),
    (b"BZh", _refused),
    (b"\xfd7zXZ", _refused),
)
