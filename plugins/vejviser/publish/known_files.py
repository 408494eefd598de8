"""What was found in the files of a folder when they were last read, believed of a file that is as it was then.

A file is as it was when its size, its time to the nanosecond, its inode and its mode are. One that was written in the
moment before it was noted is not believed: it may have been written again without its time telling so.
"""

import json
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import time_ns

from vejviser.base.cache import Store
from vejviser.base.fingerprints import cache_key, code_fingerprint

RULES = ("publish",)
"""The code that decides what is noted: what other code has noted is not known."""
_SETTLED = 2_000_000_000
"""Nanoseconds after which no file system gives a second change the time of the first."""
Mark = tuple[int, int, int, int]
"""Size in bytes, time of the last change in nanoseconds, inode, mode."""
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
    def of(cls, folder: Path, store: Store | None) -> "KnownFiles":
        """Return what is kept of a folder; nothing where nothing is kept, or nobody keeps anything."""
        found = store.get(_key(folder)) if store else None
        return cls(dict(_read(found)) if found else {})

    def facts(self, name: str, mark: Mark) -> FileFacts | None:
        """Return what is known of a file whose mark is `mark` now, or None where it must be read."""
        known = self.files.get(name)
        return known[1] if known and known[0] == mark != NO_MARK else None

    def keep(self, folder: Path, store: Store | None) -> None:
        """Keep this as what is known of `folder`, for whoever asks next."""
        if store:
            settled = time_ns() - _SETTLED
            lines = {
                name: [mark if mark[1] < settled else NO_MARK, facts.size, facts.sha256, facts.unwritten]
                for name, (mark, facts) in self.files.items()
            }
            store.put(_key(folder), json.dumps(lines, separators=(",", ":")).encode())


NOTHING_KNOWN = KnownFiles({})


def mark_of(path: str | Path) -> Mark | None:
    """Return the mark of a file, or None where there is none, or none that is a file of its own."""
    try:
        found = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino, stat.S_IMODE(found.st_mode)


def _read(content: bytes) -> Iterator[tuple[str, tuple[Mark, FileFacts]]]:
    for name, (mark, size, sha256, unwritten) in json.loads(content).items():
        yield name, (tuple(mark), FileFacts(size, sha256, unwritten))


def _key(folder: Path) -> str:
    return cache_key("files", code_fingerprint(("brotli",), RULES), str(folder.resolve()))
