"""The engine's fingerprint: another one whenever its code, styles, fonts or libraries are others."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

LIBRARIES = (
    "babel",
    "fonttools",
    "lxml",
    "markdown-it-py",
    "mdit-py-plugins",
    "pikepdf",
    "pydyf",
    "uharfbuzz",
    "weasyprint",
)


@cache
def engine_version() -> str:
    """Give the fingerprint: sixteen characters that go into the name of every cached file."""
    from weasyprint.text.ffi import pango  # noqa: PLC0415 - heavy, and checking needs none of it

    found = hashlib.sha256()
    for library in LIBRARIES:
        found.update(f"{library} {metadata.version(library)}\n".encode())
    found.update(f"pango {pango.pango_version()}\n".encode())
    package = resources.files("vejviser")
    for folder in (package / "documents", package / "assets" / "fonts" / "documents"):
        for file in _files(folder):
            found.update(file.name.encode() + file.read_bytes())
    return found.hexdigest()[:16]


def _files(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda it: it.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry)
        elif entry.is_file():
            yield entry
