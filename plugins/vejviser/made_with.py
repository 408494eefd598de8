"""Keys that say what something is made of, and what a build is made with: code, templates, fonts, libraries."""

import hashlib
import platform
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable


def key_of(*parts: str | bytes) -> str:
    """Give 64 hexadecimal characters that are others when a part, or the number of parts, is another."""
    found = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        found.update(len(content).to_bytes(8) + content)
    return found.hexdigest()


@cache
def made_with(libraries: tuple[str, ...], folders: tuple[str, ...] = ("",)) -> str:
    """Give the fingerprint of Python, of `libraries` and all they need by version, and of `folders` of this package."""
    parts = [platform.python_version(), *(f"{it} {metadata.version(it)}" for it in _with_what_they_need(libraries))]
    package = resources.files("vejviser")
    contents = (part for folder in folders for part in _contents(package / folder if folder else package, folder))
    return key_of(*parts, *contents)


def _with_what_they_need(libraries: Iterable[str]) -> list[str]:
    """Give the libraries and those they are built on, as far as they are installed: each may change what comes out."""
    found: set[str] = set()
    waiting = list(libraries)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        for line in metadata.requires(name) or ():
            if "extra ==" in line:
                continue
            needed = re.split(r"[^\w.-]", line, maxsplit=1)[0].lower()
            with suppress(metadata.PackageNotFoundError):
                metadata.version(needed)
                waiting.append(needed)
    return sorted(found)


def _contents(folder: Traversable, name: str) -> Iterator[str | bytes]:
    for entry in sorted(folder.iterdir(), key=lambda it: it.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _contents(entry, f"{name}/{entry.name}")
        elif entry.is_file() and not entry.name.endswith(".pyc"):
            yield f"{name}/{entry.name}"
            yield entry.read_bytes()
