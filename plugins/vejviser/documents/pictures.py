"""Pictures in documents: where a text's pictures lie, and how large they stand on paper."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256

from PIL import Image

from vejviser.content.model.docs_files import DocsFiles, Picture, file_seen

MEDIA_TYPES: Mapping[str, str] = {"jpeg": "image/jpeg", "png": "image/png"}
_PIXELS_A_MILLIMETRE = 96 / 25.4
"""What browsers and word processors take a pixel for."""
_TALLEST = 120
"""Millimetres: a picture stands on the page with some of the words around it."""
_QUALITY = 85


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures that the text of a page can show; `uri` is the page's Markdown path without the language."""

    files: DocsFiles = field(default_factory=dict)
    uri: str = ""
    language: str = ""

    def path(self, written: str) -> str | None:
        """Return the path below docs/ of a picture as it is written in the text."""
        return file_seen(written, self.uri, self.language, self.files)

    def found(self, path: str | None) -> Picture | None:
        """Return the picture at a path as a document can hold it."""
        picture = self.files.get(path or "")
        return for_paper(picture) if picture else None


NO_PICTURES = Pictures()


def for_paper(picture: Picture) -> Picture:
    """Return a picture in a form that every word processor and reader of e-books knows: no WebP."""
    return picture if picture.kind in MEDIA_TYPES else _converted(picture)


@cache
def _converted(picture: Picture) -> Picture:
    made = io.BytesIO()
    with Image.open(io.BytesIO(picture.data)) as opened:
        if opened.mode == "RGBA":
            opened.save(made, "PNG", optimize=True)
            kind = "png"
        else:
            opened.convert("RGB").save(made, "JPEG", quality=_QUALITY, optimize=True)
            kind = "jpeg"
    data = made.getvalue()
    return replace(picture, kind=kind, data=data, fingerprint=sha256(data).hexdigest()[:16])  # type: ignore[arg-type]


def size(picture: Picture, widest: float) -> tuple[float, float]:
    """Return width and height on paper in millimetres, at most `widest` wide."""
    wide, tall = picture.width / _PIXELS_A_MILLIMETRE, picture.height / _PIXELS_A_MILLIMETRE
    share = min(1.0, widest / wide, _TALLEST / tall)
    return round(wide * share, 2), round(tall * share, 2)


def file_name(picture: Picture) -> str:
    """Return the name that a picture has inside a document."""
    return f"{picture.fingerprint}.{'jpg' if picture.kind == 'jpeg' else picture.kind}"
