"""What lies in docs/ beside the pages: pictures as readers get them, and other files."""

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import unquote

from vejviser.content.languages import languages, main_language

PictureKind = Literal["jpeg", "png", "webp"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as readers get it: no larger than they can see, and holding nothing but what one sees."""

    kind: PictureKind
    width: int
    """In pixels, as the height."""
    height: int
    fingerprint: str
    """Another one when the bytes are others."""
    data: bytes = field(repr=False)


DocsFiles = Mapping[str, Picture | None]
"""Every file below docs/ that is no page, by its path there; None for what is no picture of pixels."""


_PIXELS = (".jpg", ".jpeg", ".png", ".webp")


def is_pixels(path: str) -> bool:
    """Return whether a file is a picture of a kind that every format can hold, by its name."""
    return path.lower().endswith(_PIXELS)


def file_seen(written: str, uri: str, language: str, files: Collection[str]) -> str | None:
    """Return the path below docs/ of the file that a link in a page leads to; None when there is none.

    `uri` is the page's Markdown path without the language. The language's own file comes before the main language's,
    and one that is for all languages last.
    """
    path = posixpath.normpath(posixpath.join(posixpath.dirname(uri), unquote(written.partition("#")[0])))
    first, _, rest = path.partition("/")
    path = rest if first in languages() else path
    wanted = (f"{language}/{path}", f"{main_language()}/{path}", path)
    return next((item for item in wanted if item in files), None)


def file_address(path: str) -> str:
    """Return the address below the site's root of a file below docs/: those of the main language have no folder."""
    return path.removeprefix(f"{main_language()}/")
