"""The parts of picture files: what stands beside the pixels, and where the picture ends. No pixel is decoded."""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from vejviser.privacy.extract.limits import MAX_PART, TooMuchError

Form = Literal["exif", "xmp", "text", "bytes"]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A part of a picture file, and what stands in it: EXIF without its name, XMP, a text, or anything."""

    form: Form
    data: bytes


Ending = Callable[[int], None]
"""Told the place where the picture ends."""
_JPEG_NEXT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_EXIF, _XMP = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0"
_ALONE = frozenset([0x01, *range(0xD0, 0xD9)])
_PIXELS = frozenset([b"IDAT", b"fdAT", b"PLTE", b"IHDR", b"IEND", b"VP8 ", b"VP8L", b"ALPH", b"ANMF", b"VP8X"])
_RAW_PROFILE = re.compile(rb"\s*(exif|xmp|iptc|app1|8bim|icc)\s+\d+\s+([0-9a-fA-F\s]+)")


def inflated(data: bytes, limit: int = MAX_PART) -> bytes:
    """Return what zlib made smaller, as far as it is whole; raises TooMuchError beyond `limit` bytes."""
    try:
        stream = zlib.decompressobj()
        found = stream.decompress(data, limit + 1)
    except zlib.error:
        return b""
    if len(found) > limit:
        raise TooMuchError
    return found


def jpeg(data: bytes, ended: Ending) -> Iterator[Chunk]:
    """Yield the segments of a JPEG."""
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xD9:
            ended(place + 2)
            return
        if marker == 0xFF or marker in _ALONE:
            place += 1 if marker == 0xFF else 2
            continue
        size = int.from_bytes(data[place + 2 : place + 4], "big")
        segment = data[place + 4 : place + 2 + size]
        if marker == 0xFE or 0xE0 <= marker <= 0xEF:
            yield _jpeg_segment(marker, segment)
        place += 2 + size
        if marker == 0xDA:
            following = _JPEG_NEXT.search(data, place)
            place = following.start() if following else len(data)
    if data[place : place + 2] == b"\xff\xd9":
        place += 2
    ended(place)


def _jpeg_segment(marker: int, segment: bytes) -> Chunk:
    if segment.startswith(_EXIF):
        return Chunk("exif", segment[len(_EXIF) :])
    if segment.startswith((_XMP, b"http://ns.adobe.com/xmp/extension/\0")):
        return Chunk("xmp", segment.partition(b"\0")[2])
    return Chunk("text" if marker == 0xFE else "bytes", segment)


def png(data: bytes, ended: Ending) -> Iterator[Chunk]:
    """Yield the chunks of a PNG; texts that are made smaller are unfolded."""
    place = 8
    while place + 8 <= len(data):
        size, kind = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        if kind not in _PIXELS:
            yield _png_chunk(kind, data[place + 8 : place + 8 + size])
        place += 12 + size
        if kind == b"IEND":
            break
    ended(place)


def _png_chunk(kind: bytes, chunk: bytes) -> Chunk:
    key, _, rest = chunk.partition(b"\0")
    if kind == b"eXIf":
        return Chunk("exif", chunk.removeprefix(_EXIF))
    if kind in (b"zTXt", b"iCCP"):
        rest = inflated(rest[1:])
    elif kind == b"iTXt":
        small, (_, _, rest) = rest[:1] == b"\1", rest[2:].partition(b"\0")
        rest = rest.partition(b"\0")[2]
        rest = inflated(rest) if small else rest
    elif kind != b"tEXt":
        return Chunk("bytes", chunk)
    if kind == b"iCCP":
        return Chunk("bytes", rest)
    profile = _RAW_PROFILE.match(rest)
    if profile:  # how ImageMagick writes metadata into a PNG
        raw = bytes.fromhex(profile[2].decode("ascii"))
        return Chunk("exif", raw.removeprefix(_EXIF)) if raw.startswith(_EXIF) else Chunk("bytes", raw)
    return Chunk("xmp" if b"xmp" in key.lower() else "text", key + b": " + rest)


def gif(data: bytes, ended: Ending) -> Iterator[Chunk]:
    """Yield the extensions of a GIF: comments, texts, and what programs write."""
    place = 13 + _colours(data[10:11])
    while place < len(data) and data[place] in (0x21, 0x2C):
        start, extension = place, data[place] == 0x21
        place += 2 if extension else 11 + _colours(data[place + 9 : place + 10])
        content = []
        while place < len(data) and data[place]:
            content.append(data[place + 1 : place + 1 + data[place]])
            place += 1 + data[place]
        place += 1
        if extension and data[start + 1] != 0xF9:
            yield Chunk("text", b"".join(content))
            yield Chunk("xmp" if b"XMP Data" in data[start:place] else "bytes", data[start:place])
    ended(place + 1)


def _colours(flags: bytes) -> int:
    return 3 << ((flags[0] & 7) + 1) if flags and flags[0] & 0x80 else 0


def webp(data: bytes, ended: Ending) -> Iterator[Chunk]:
    """Yield the chunks of a WebP."""
    end = 8 + int.from_bytes(data[4:8], "little")
    place = 12
    while place + 8 <= min(end, len(data)):
        kind, size = data[place : place + 4], int.from_bytes(data[place + 4 : place + 8], "little")
        chunk = data[place + 8 : place + 8 + size]
        if kind == b"EXIF":
            yield Chunk("exif", chunk.removeprefix(_EXIF))
        elif kind == b"XMP ":
            yield Chunk("xmp", chunk)
        elif kind not in _PIXELS:
            yield Chunk("bytes", chunk)
        place += 8 + size + size % 2
    ended(end)


def whole_file(data: bytes, ended: Ending) -> Iterator[Chunk]:
    """Yield a file of another form as it is: TIFF, BMP, ICO, AVIF and JPEG 2000."""
    yield Chunk("bytes", data)
    ended(len(data))


WALKS: Mapping[str, Callable[[bytes, Ending], Iterator[Chunk]]] = {"jpeg": jpeg, "png": png, "gif": gif, "webp": webp}
"""How the parts of each kind of picture are found."""
