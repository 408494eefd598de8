"""Keys that say what something is made of, and what a build is made with: code, templates, fonts, libraries."""

import hashlib
import platform
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

from vejviser.base import in_force


def cache_key(*parts: str | bytes) -> str:
    """Return 64 hexadecimal characters that are others when a part, or the number of parts, is another."""
    found = hashlib.sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        found.update(len(content).to_bytes(8) + content)
    return found.hexdigest()


_LETTERS = str.maketrans("0123456789abcdef", "bcdfghjkmnpqrstv")


def in_letters(key: str) -> str:
    """Return a hexadecimal key in letters without vowels: it looks like no telephone number, and is no word."""
    return key.translate(_LETTERS)


def program_fingerprint() -> str:
    """Return the fingerprint of everything a build is made with: the program, and the settings in force."""
    return cache_key(installation_fingerprint(), in_force.fingerprint())


@cache
def installation_fingerprint() -> str:
    """Return the fingerprint of the program: Python, every library there is, the whole package."""
    folders = (Path(folder) for folder in sys.path)
    installed = {path.name for folder in folders if folder.is_dir() for path in folder.iterdir()}
    libraries = sorted(name for name in installed if name.endswith((".dist-info", ".egg-info")))
    return cache_key(platform.python_version(), *libraries, *_file_contents(resources.files("vejviser"), ""))


def code_fingerprint(libraries: tuple[str, ...], folders: tuple[str, ...] = ("",)) -> str:
    """Return the fingerprint of Python, of `libraries` and all they need by version.

    And of `folders` of this package, and of the settings in force.
    """
    return cache_key(_code_fingerprint(libraries, folders), in_force.fingerprint())


@cache
def _code_fingerprint(libraries: tuple[str, ...], folders: tuple[str, ...]) -> str:
    parts = [platform.python_version(), *(f"{item} {metadata.version(item)}" for item in _with_dependencies(libraries))]
    package = resources.files("vejviser")
    contents = (part for folder in folders for part in _file_contents(package / folder if folder else package, folder))
    return cache_key(*parts, *contents)


def _with_dependencies(libraries: Iterable[str]) -> list[str]:
    """Return the libraries and those they are built on, as far as they are installed.

    Each may change what comes out.
    """
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


def _file_contents(folder: Traversable, name: str) -> Iterator[str | bytes]:
    for entry in sorted(folder.iterdir(), key=lambda path: path.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _file_contents(entry, f"{name}/{entry.name}")
        elif entry.is_file() and not entry.name.endswith(".pyc"):
            yield f"{name}/{entry.name}"
            yield entry.read_bytes()
