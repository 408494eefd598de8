"""Things made before, kept by what they were made of: one file a thing, with its checksum.

A key is a fingerprint of everything that goes into a thing, the code that makes it included. So a kept thing is never
out of date: when anything is another, the key is another. A file that was cut short, or changed by hand, is as good as
missing.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from vejviser.base.files import write_if_changed

_DIGEST_BYTES = 32


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of kept things. Several builds may use it at once."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        """Return what is kept under `key`, or None when nothing whole is; notes that it was used."""
        path = self._place(key)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return None
        digest, value = content[:_DIGEST_BYTES], content[_DIGEST_BYTES:]
        if hashlib.sha256(value).digest() != digest:
            return None
        with suppress(OSError):  # somebody else's cache, or another build that has just thrown it away
            os.utime(path)
        return value

    def put(self, key: str, value: bytes) -> None:
        """Keep `value` under `key`."""
        write_if_changed(self._place(key), hashlib.sha256(value).digest() + value)

    def _place(self, key: str) -> Path:
        return self.folder / key[:2] / key


def files_in(folder: Path) -> Iterator[tuple[os.stat_result, Path]]:
    """Yield every file of a store with what the disk says of it."""
    for path in folder.glob("*/*"):
        with suppress(FileNotFoundError):
            yield path.stat(), path
