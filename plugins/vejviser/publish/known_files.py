"""What was found in the files of a folder when they were last read, believed of a file that is as it was then.

A file is as it was when its size, its time to the nanosecond, its inode and its mode are. One that was written in the
moment before it was noted is not believed: it may have been written again without its time telling so.
"""

import errno
import hashlib
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from time import time_ns

from vejviser.base.engine import Engine
from vejviser.base.fingerprints import cache_key, code_fingerprint

_STAGE = "known files"
_SETTLED = 2_000_000_000
"""Nanoseconds after which no file system gives a second change the time of the first."""
Mark = tuple[int, int, int, int]
"""Size in bytes, time of the last change in nanoseconds, inode, mode."""
Line = tuple[Mark, tuple[int, str, bool]]
"""A file as it is kept: its mark, and its facts."""
NO_MARK: Mark = (-1, 0, 0, 0)
"""No file has it."""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file holds: bytes, SHA-256 in hexadecimal, and whether a text in it is still to be written."""

    size: int
    sha256: str
    unwritten: bool = False


@dataclass(frozen=True, slots=True)
class KnownFiles:
    """The files of one folder, by their path in it, as they were when they were read."""

    files: Mapping[str, tuple[Mark, FileFacts]]

    @classmethod
    def of(cls, folder: Path, engine: Engine) -> "KnownFiles":
        """Return what is kept of a folder; nothing where nothing is kept."""
        found: tuple[dict[str, Line]] | None = engine.kept(_STAGE, _key(folder))
        return cls({name: (mark, FileFacts(*facts)) for name, (mark, facts) in found[0].items()} if found else {})

    def facts(self, name: str, mark: Mark) -> FileFacts | None:
        """Return what is known of a file whose mark is `mark` now, or None where it must be read."""
        known = self.files.get(name)
        return known[1] if known and known[0] == mark != NO_MARK else None

    def keep(self, folder: Path, engine: Engine) -> None:
        """Keep this as what is known of `folder`, for whoever asks next."""
        settled = time_ns() - _SETTLED
        lines: dict[str, Line] = {
            name: (mark if mark[1] < settled else NO_MARK, (facts.size, facts.sha256, facts.unwritten))
            for name, (mark, facts) in self.files.items()
        }
        engine.keep(_STAGE, _key(folder), lines)


NOTHING_KNOWN = KnownFiles({})


def read_known(folder: Path, name: str, facts: FileFacts) -> bytes:
    """Return the bytes of a file that has been read before; raises OSError when it is another by now."""
    content = (folder / name).read_bytes()
    if hashlib.sha256(content).hexdigest() != facts.sha256:
        raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), f"{folder}/{name}")
    return content


def publishing_code() -> str:
    """Return the fingerprint of the code that publishes: what other code has kept is not known."""
    return code_fingerprint(("brotli", "lxml"), ("publish",))


def mark_of(path: str | Path) -> Mark | None:
    """Return the mark of a file, or None where there is none, or none that is a file of its own."""
    try:
        found = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino, stat.S_IMODE(found.st_mode)


def _key(folder: Path) -> str:
    return cache_key(publishing_code(), str(folder.resolve()))
