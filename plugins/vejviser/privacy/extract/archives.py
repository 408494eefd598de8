"""Files that hold other files: ZIP and what is built on it (Word, Excel, OpenDocument, e-books), gzip and tar."""

import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator

from vejviser.privacy.extract.file_types import Kind
from vejviser.privacy.extract.limits import MAX_PART
from vejviser.privacy.extract.office import Element, parsed
from vejviser.privacy.extract.part import Part
from vejviser.privacy.extract.plain import readable
from vejviser.privacy.extract.sheets import sheet_texts
from vejviser.privacy.scan_result import ScanResult

_LOCKED_FLAG = 0x1
_DESCRIPTOR_FLAG = 0x8
_LOCAL, _DESCRIPTOR = b"PK\x03\x04", b"PK\x07\x08"
_LOCAL_SIZE = 30
_LOCKED_ODF = b"manifest:encryption-data"
_FONT_LOCKS = (b"http://www.idpf.org/2008/embedding", b"http://ns.adobe.com/pdf/enc#RC")
"""How e-books make their fonts unreadable to others; nothing else of the book is locked by it."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    struct.error,
)


def packed(part: Part, kind: Kind) -> Iterator[ScanResult]:
    """Look into every file of an archive, its names and notes, and the bytes around and between its files."""
    try:
        with zipfile.ZipFile(io.BytesIO(part.data)) as archive:
            entries = archive.infolist()
            yield part.extract(_notes(archive), where="zip")
            yield from _around(part, archive, entries)
            sheets: dict[str, Element] = {}
            for entry in entries:
                yield from _entry(part, archive, entry, kind, sheets)
    except _BROKEN:
        yield part.unreadable("broken")
        yield part.extract(readable(part.data), words=False)
        return
    for name, text in sheet_texts(sheets):
        yield part.extract(text, where=name)


def _entry(
    part: Part, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, kind: Kind, sheets: dict[str, Element]
) -> Iterator[ScanResult]:
    yield part.extract(entry.filename, words=False, where=entry.filename)
    if entry.is_dir() and not entry.file_size:
        return
    if entry.flag_bits & _LOCKED_FLAG:
        yield part.unreadable("locked", entry.filename)
    elif entry.file_size > MAX_PART:
        yield part.unreadable("too-large", entry.filename)
    else:
        data = archive.read(entry)
        if _locks(entry.filename, data):
            yield part.unreadable("locked")
        if kind == "sheet" and data[:1] in (b"<", b"\xef", b"\xff", b"\xfe") and (root := parsed(data)) is not None:
            sheets[entry.filename] = root
        yield from part.inner(entry.filename, data, packaged=kind != "zip")


def _locks(name: str, data: bytes) -> bool:
    """Return whether a package's list of contents says that parts of it are encrypted."""
    if name == "META-INF/manifest.xml":
        return _LOCKED_ODF in data
    if name != "META-INF/encryption.xml":
        return False
    return data.count(b"EncryptionMethod ") > sum(data.count(lock) for lock in _FONT_LOCKS)


def _notes(archive: zipfile.ZipFile) -> str:
    """Return what stands in an archive's table of contents beside the names: comments, and fields for programs."""
    notes = [archive.comment, *(item.comment for item in archive.infolist())]
    extra = [readable(item.extra) for item in archive.infolist()]
    return "\n".join([*(note.decode("utf-8", "replace") for note in notes if note), *filter(None, extra)])


def _around(part: Part, archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Iterator[ScanResult]:
    """Look into the bytes that belong to no file: before the first, between two, and behind the table of contents."""
    place = 0
    for start, end in sorted(_span(part.data, entry) for entry in entries):
        if start < place:
            raise zipfile.BadZipFile("two files in the same bytes")
        yield from part.aside(place, start)
        place = end
    yield from part.aside(place, archive.start_dir)
    yield from part.aside(part.data.rfind(b"PK\x05\x06") + 22 + len(archive.comment))
    names = (entry.filename for entry in entries)
    local = (_local_name(part.data, entry) for entry in entries)
    yield part.extract(
        "\n".join(there for here, there in zip(names, local, strict=True) if here != there), words=False, where="zip"
    )


def _span(data: bytes, entry: zipfile.ZipInfo) -> tuple[int, int]:
    """Return where a file of an archive begins and ends, its header and what describes it behind it included."""
    start = entry.header_offset
    name, extra = struct.unpack("<HH", data[start + 26 : start + _LOCAL_SIZE])
    end = start + _LOCAL_SIZE + name + extra + entry.compress_size
    if entry.flag_bits & _DESCRIPTOR_FLAG:
        signed = data[end : end + 4] == _DESCRIPTOR
        sizes = entry.compress_size.to_bytes(8, "little") + entry.file_size.to_bytes(8, "little")
        long = data[end + 4 * signed + 4 : end + 4 * signed + 20] == sizes
        end += 4 * signed + (20 if long else 12)
    return start, end


def _local_name(data: bytes, entry: zipfile.ZipInfo) -> str:
    start = entry.header_offset + _LOCAL_SIZE
    name, extra = struct.unpack("<HH", data[start - 4 : start])
    coding = "utf-8" if entry.flag_bits & 0x800 else "cp437"
    fields = readable(data[start + name : start + name + extra])
    return data[start : start + name].decode(coding, "replace") + ("\n" + fields if fields else "")


def unzipped(part: Part) -> Iterator[ScanResult]:
    """Look into a file that gzip has made smaller."""
    try:
        with gzip.open(io.BytesIO(part.data)) as stream:
            data = stream.read(MAX_PART + 1)
    except (OSError, EOFError, zlib.error):
        yield part.unreadable("broken")
        return
    yield part.extract(readable(part.data[:1_000]), words=False)
    yield from part.inner("", data, packaged=True)


def taped(part: Part) -> Iterator[ScanResult]:
    """Look into a tar file."""
    try:
        with tarfile.open(fileobj=io.BytesIO(part.data), mode="r:") as archive:
            for member in archive:
                yield part.extract(
                    "\n".join([member.name, member.linkname, *map(str, member.pax_headers.values())]),
                    words=False,
                    where=member.name,
                )
                if member.isfile():
                    if member.size > MAX_PART:
                        yield part.unreadable("too-large", member.name)
                        continue
                    stream = archive.extractfile(member)
                    yield from part.inner(member.name, stream.read() if stream else b"")
            yield from part.aside(archive.offset)
    except (tarfile.TarError, OSError, EOFError, ValueError):
        yield part.unreadable("broken")
