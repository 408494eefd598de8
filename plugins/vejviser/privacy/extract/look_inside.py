"""A file's bytes -> every text in it: office files, PDF, pictures, archives, and what lies inside them.

What a file is, its bytes tell, not its name; a name that promises another kind is told. What cannot be looked into is
said, never passed over. `limits` says how much is looked into.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from vejviser.privacy.extract import archives, documents, html_text, image_metadata, plain
from vejviser.privacy.extract.file_types import PROMISED, Kind, kind_of
from vejviser.privacy.extract.limits import MAX_FILE, Budget, TooMuchError
from vejviser.privacy.extract.part import Part
from vejviser.privacy.extract.pdf import pdf
from vejviser.privacy.scan_result import Extract, ScanResult, Unreadable

_FOR_PROGRAMS = re.compile(
    r"/fonts/[^/]+\.(?:odttf|fntdata)$|/printerSettings/[^/]+\.bin$|(?:^|› )layout-cache$", re.IGNORECASE
)
"""Parts of office files that hold no words: fonts made unreadable, a printer's settings, where the lines broke."""
Reader = Callable[[Part], Iterator[ScanResult]]


def look_inside(path: str, data: bytes, seen: set[bytes] | None = None) -> Iterator[ScanResult]:
    """Yield every text in the file `path` whose content is `data`; what is in `seen` already is passed over."""
    if len(data) > MAX_FILE:
        yield Unreadable(path, "", "too-large")
        return
    part = Part(path, "", data, 0, Budget(set() if seen is None else seen), _look)
    try:
        for item in _look(part):
            if not isinstance(item, Extract) or (item.text and not item.text.isspace()):
                yield item
    except TooMuchError:
        yield part.unreadable("too-large")


def _look(part: Part) -> Iterator[ScanResult]:
    if not part.budget.is_new(part.data):
        return
    kind = kind_of(part.data)
    promised = PROMISED.get(part.ending)
    if promised and not part.packaged and kind not in (*promised, "pointer", "index"):
        yield part.unreadable("wrong-kind")
    if part.packaged:
        kind = _of_package(part, kind)
    yield from READERS[kind](part)


def _of_package(part: Part, kind: Kind) -> Kind:
    """Return the kind of a part of an office file, which its program tells by its place."""
    if kind == "text" and part.data.lstrip().startswith(b"<"):
        return "xml"
    return "index" if kind == "unknown" and _FOR_PROGRAMS.search(part.inside) else kind


def _refused(part: Part) -> Iterator[ScanResult]:
    yield part.unreadable("unknown-archive")


def _pointer(part: Part) -> Iterator[ScanResult]:
    yield part.unreadable("pointer")
    yield from plain.text(part)


def _old_office(part: Part) -> Iterator[ScanResult]:
    yield part.unreadable("locked" if "EncryptedPackage".encode("utf-16-le") in part.data else "old-format")
    yield part.extract(plain.readable(part.data), words=False)


def _nothing(_: Part) -> Iterator[ScanResult]:
    return iter(())


_PACKAGES: tuple[Kind, ...] = ("zip", "word", "sheet", "slides", "odt", "ods", "odp", "odg", "epub")
_PICTURES: tuple[Kind, ...] = ("png", "jpeg", "gif", "webp", "tiff", "bmp", "ico", "avif", "jp2")
READERS: Mapping[Kind, Reader] = {
    **{kind: partial(archives.packed, kind=kind) for kind in _PACKAGES},
    **{kind: partial(image_metadata.picture, kind=kind) for kind in _PICTURES},
    "empty": _nothing,
    "pointer": _pointer,
    "pdf": pdf,
    "gzip": archives.unzipped,
    "tar": archives.taped,
    "packed": _refused,
    "ole": _old_office,
    "rtf": plain.rich_text,
    "html": html_text.look,
    "svg": html_text.look,
    "xml": documents.xml,
    "text": plain.text,
    "font": plain.binary,
    "program": plain.binary,
    "index": plain.binary,
    "unknown": plain.unknown,
}
"""How each kind of file is looked into."""
