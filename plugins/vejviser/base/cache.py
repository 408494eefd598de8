"""Things made before, kept by what they were made of: the only reader and writer of the build's cache.

A key is a fingerprint of everything that goes into a thing, the code that makes it included. So a kept thing is never
out of date: when anything is another, the key is another. What is kept carries its own checksum; a file that was cut
short, or changed by hand, is as good as missing.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from vejviser.base.files import write_if_changed

MAX_BYTES = 1_500_000_000
"""Bytes a store may take before it forgets what was used longest ago; a whole build of the portal needs a fifth."""
_DIGEST_BYTES = 32


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a kept thing without its content: bytes, and SHA-256 in hexadecimal."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of kept things. Several builds may use it at once."""

    folder: Path
    _seen: dict[str, Entry] = field(default_factory=dict, compare=False, repr=False)

    def entry(self, key: str) -> Entry | None:
        """Return size and checksum of what is kept under `key`, or None; each thing is read once in a store's life."""
        if key not in self._seen and (found := self._read(key)) is not None:
            digest, value = found
            self._seen[key] = Entry(len(value), digest.hex())
        return self._seen.get(key)

    def get(self, key: str) -> bytes | None:
        """Return what is kept under `key`, or None when nothing whole is."""
        found = self._read(key)
        return found[1] if found else None

    def put(self, key: str, value: bytes) -> None:
        """Keep `value` under `key`."""
        write_if_changed(self._place(key), hashlib.sha256(value).digest() + value)

    def touch(self, keys: Iterable[str]) -> None:
        """Note that a build has used these, and forget what was used longest ago when there is too much."""
        for key in keys:
            with suppress(FileNotFoundError):
                os.utime(self._place(key))
        self._evict()

    def _read(self, key: str) -> tuple[bytes, bytes] | None:
        """Return checksum and content of what is kept under `key`, when the one fits the other."""
        try:
            content = self._place(key).read_bytes()
        except FileNotFoundError:
            return None
        digest, value = content[:_DIGEST_BYTES], content[_DIGEST_BYTES:]
        return (digest, value) if hashlib.sha256(value).digest() == digest else None

    def _evict(self) -> None:
        found = sorted(self._sizes(), reverse=True)
        room = MAX_BYTES
        for _, path, size in found:
            room -= size
            if room < 0:
                path.unlink(missing_ok=True)

    def _sizes(self) -> Iterator[tuple[float, Path, int]]:
        for path in self.folder.glob("*/*"):
            with suppress(FileNotFoundError):
                about = path.stat()
                yield about.st_mtime, path, about.st_size

    def _place(self, key: str) -> Path:
        return self.folder / key[:2] / key
