"""Zip files that are the same, byte for byte, whenever their contents are; and templates with one part to fill."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from vejviser.documents.xml import allowed

_FIXED_DATE = (2020, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
_HARDEST = 9

Part = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field stands in a part: `write` gives the XML for a value, "" for an empty field."""

    id: str
    write: Callable[[str], str]


Pieces = tuple[str | Place, ...]


@dataclass(frozen=True)
class ZipTemplate:
    """A document in a zip file. `pieces` make up the part called `main`; the other parts are ready."""

    parts: tuple[Part, ...]
    main: str
    pieces: Pieces

    def filled(self, values: Mapping[str, str]) -> bytes:
        """Return the file with `values` in its fields; a field without a value stays empty."""
        text = "".join(
            piece if isinstance(piece, str) else piece.write(allowed(values.get(piece.id, ""))) for piece in self.pieces
        )
        return zipped((name, text.encode() if name == self.main else data) for name, data in self.parts)


def merged(pieces: Iterable[str | Place]) -> Pieces:
    """Join neighbouring texts, so that filling a template joins few of them."""
    whole: list[str | Place] = []
    texts: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            texts.append(piece)
            continue
        whole += ["".join(texts), piece]
        texts = []
    return (*whole, "".join(texts))


def zipped(parts: Iterable[Part], stored: frozenset[str] = frozenset({"mimetype"})) -> bytes:
    """Return a zip file of `parts`, in their order; those named in `stored` are not compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts:
            entry = zipfile.ZipInfo(name, _FIXED_DATE)
            entry.external_attr = _READABLE
            entry.create_system = 3
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=_HARDEST)
    return buffer.getvalue()
