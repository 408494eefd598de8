"""PDF: its pages and what is drawn on them, notes, forms, metadata, the files and pictures inside, earlier versions.

A PDF that a program has saved on top of itself still holds what was deleted: each earlier version is looked into like
the file itself. Where something is left over that belongs to no version, nobody can tell what it shows: an error.
"""

import re
from collections.abc import Iterator

from vejviser.privacy.extract.file_types import pdf_start
from vejviser.privacy.extract.html_text import readings, says_place
from vejviser.privacy.extract.image_chunks import inflated
from vejviser.privacy.extract.limits import MAX_REVISIONS, MAX_STREAMS
from vejviser.privacy.extract.part import Part
from vejviser.privacy.extract.pdf_objects import Objects, objects_of
from vejviser.privacy.extract.pdf_pages import page_texts
from vejviser.privacy.extract.plain import readable
from vejviser.privacy.scan_result import ScanResult

_END = re.compile(rb"%%EOF")
_STREAM = re.compile(rb"(?<!end)stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_HEADER = re.compile(rb"(?<!\d)\d{1,9} \d{1,5}(?= obj\b)")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_LINEARIZED = b"/Linearized"


def pdf(part: Part) -> Iterator[ScanResult]:
    """Look into a PDF."""
    import pikepdf  # noqa: PLC0415 - heavy, and most portals have no PDF of their own
    import pypdfium2  # noqa: PLC0415

    start = pdf_start(part.data)
    ends = [match.end() for match in _END.finditer(part.data, start)]
    yield from part.aside(0, start)
    if ends:
        yield from part.aside(ends[-1])
    try:
        unpacked(part.data)
        yield from _version(part, part.data[start:], "")
    except pikepdf.PasswordError:
        yield part.unreadable("locked")
        return
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, RuntimeError, RecursionError):
        yield part.unreadable("broken")
        yield part.extract(readable(part.data), words=False)
        return
    if _LINEARIZED in part.data[start : start + 2_000]:
        ends = ends[1:]
    if len(ends) > MAX_REVISIONS:
        yield part.unreadable("earlier-versions")
        return
    for number, end in enumerate(ends[:-1], 1):
        try:
            yield from _version(part, part.data[start:end], f"version {number}")
        except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, RuntimeError, RecursionError):
            yield part.unreadable("earlier-versions")


def unpacked(data: bytes) -> None:
    """Unpack what a PDF holds beside pictures, before anybody trusts it; raises TooMuchError when it is too much."""
    left, place = MAX_STREAMS, 0
    for match in _STREAM.finditer(data):
        if not _IMAGE.search(data, max(place, match.start() - 2_000), match.start()):
            content = match[1]
            for _ in range(3):  # what is made smaller twice is unpacked twice
                content = inflated(content, left)
                left -= len(content)
        place = match.end()


def _version(part: Part, data: bytes, version: str) -> Iterator[ScanResult]:
    """Look into one version of the file."""
    found = objects_of(data)
    where = f"{version} › " if version else ""
    for number, page in enumerate(page_texts(data), 1):
        yield part.extract(page.text, where=f"{where}#{number}")
        if page.scanned or (number - 1) in found.unread_pages:
            yield part.unreadable("scanned", f"{where}#{number}")
    yield part.extract("\n".join(found.strings), where=f"{where}metadata")
    yield part.extract("\n".join(found.marks), words=False, where=f"{where}metadata")
    for text in found.metadata:
        words, rest = readings(text)
        yield part.extract(words, where=f"{where}metadata")
        yield part.extract(rest, words=False, where=f"{where}metadata")
        if says_place(text):
            yield part.located()
    for name, inner in found.files:
        yield from part.inner(where + name, inner)
    if found.left_over or (not version and _is_left_over(data, found)):
        yield part.unreadable("earlier-versions")


def _is_left_over(data: bytes, found: Objects) -> bool:
    """Return whether an object lies in a file of one version that the version does not know, or knows another of."""
    if len(_END.findall(data)) > 1:
        return False
    numbers = [item.lstrip(b"0") for item in _HEADER.findall(_STREAM.sub(b"", data))]
    return len(set(numbers)) < len(numbers) or not set(numbers) <= found.known
