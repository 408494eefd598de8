"""Finished files by their content: each is kept once, and stands in as many editions of a site as have it.

A site's file and the kept one are one file on the disk (a hard link) where the disk has links. So a content may have
been changed through a site; what does not look as it did when it was last seen (size and time first, then the content)
is as good as missing.
"""

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from vejviser.base.files import link_or_copy, write_if_changed

Look = tuple[int, int, int]
"""How a file looks from outside: bytes, time of its last change in nanoseconds, number on the disk."""
_SEEN = "seen.json"


@dataclass(frozen=True, slots=True, order=True)
class Content:
    """What a file holds: SHA-256 in hexadecimal, and bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Contents:
    """The folder of kept contents, and how each looked when it was last known to be whole."""

    folder: Path
    _seen: dict[str, Look] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Remember how the contents looked at the end of the build before."""
        with suppress(OSError, ValueError, TypeError, AttributeError):
            told = json.loads((self.folder / _SEEN).read_bytes())
            self._seen.update({digest: (look[0], look[1], look[2]) for digest, look in told.items()})

    def put(self, value: bytes) -> Content:
        """Keep a content; returns by what it is found again."""
        content = Content(hashlib.sha256(value).hexdigest(), len(value))
        if not self.has(content):
            write_if_changed(self.path(content), value)
            self.trust(content)
        return content

    def trust(self, content: Content) -> None:
        """Note that a content is whole as it stands now: this build, or a process of it, has just written it."""
        with suppress(OSError):
            self._seen[content.sha256] = look(self.where(content))

    def has(self, content: Content) -> bool:
        """Return whether a content is kept and whole."""
        try:
            now = look(self.where(content))
        except OSError:
            return False
        if now == self._seen.get(content.sha256):
            return True
        if now[0] != content.size or file_digest(self.path(content)) != content.sha256:
            return False
        self._seen[content.sha256] = now
        return True

    def read(self, content: Content) -> bytes:
        """Return the bytes of a content; raises FileNotFoundError when it is not there, or not whole."""
        value = self.path(content).read_bytes()
        if hashlib.sha256(value).hexdigest() != content.sha256:
            raise FileNotFoundError(self.path(content))
        return value

    def place(self, content: Content, path: Path) -> None:
        """Let a content stand at `path`, where nothing is yet; raises OSError when it cannot."""
        link_or_copy(self.path(content), path)

    def remember(self) -> None:
        """Write down how the contents look now, for the next build."""
        write_if_changed(self.folder / _SEEN, json.dumps(self._seen).encode())

    def path(self, content: Content) -> Path:
        """Return where a content is kept."""
        return Path(self.where(content))

    def where(self, content: Content) -> str:
        """Return where a content is kept, in the words of the disk: thousands are asked for."""
        return f"{self.folder}/{content.sha256[:2]}/{content.sha256}"


def look(path: Path | str) -> Look:
    """Return how a file, or a link itself, looks from outside; raises OSError where there is none."""
    found = os.lstat(path)
    return found.st_size, found.st_mtime_ns, found.st_ino


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal; raises OSError when it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
