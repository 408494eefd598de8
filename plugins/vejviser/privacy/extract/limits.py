"""How much of a file is unpacked and read before it is too large to be looked into: every limit in one place.

An archive can hold a million times its own size. What goes beyond a limit is told as an error, never passed over.
"""

import hashlib
from dataclasses import dataclass

MAX_FILE = 200_000_000
"""Bytes that a file of a folder may have."""
MAX_PART = 60_000_000
"""Bytes that one file inside another may have when it is unpacked."""
MAX_TOTAL = 250_000_000
"""Bytes that all that is unpacked of one file may have."""
MAX_PARTS = 4_000
"""Files that may lie in one file, also those inside others."""
MAX_TEXT = 10_000_000
"""Characters of text that may be found in one file."""
MAX_DEPTH = 5
"""How many files may lie inside each other."""
MAX_PIXELS = 180_000_000
"""Pixels of a picture; as Pillow refuses to open more."""
MAX_PAGES = 2_000
"""Pages of a PDF, and pictures of a picture file with several."""
MAX_REVISIONS = 10
"""Earlier versions that a PDF may hold."""
MAX_STREAMS = 40_000_000
"""Bytes that the contents of a PDF may have when they are unpacked, its pictures not counted."""


class TooMuchError(Exception):
    """There is more in a file than is looked into."""


@dataclass
class Budget:
    """How much may still be unpacked of one file."""

    seen: set[bytes]
    """Fingerprints of what has been looked into: the same picture lies in many files, the same file in many packs."""
    total: int = MAX_TOTAL
    parts: int = MAX_PARTS
    text: int = MAX_TEXT

    def unpack(self, size: int) -> None:
        """Count a part of `size` bytes before it is unpacked; raises TooMuchError when that is more than is left."""
        self.total -= size
        self.parts -= 1
        if self.total < 0 or self.parts < 0:
            raise TooMuchError

    def read(self, text: str) -> str:
        """Count a text and return it; raises TooMuchError when there is more text than is read."""
        self.text -= len(text)
        if self.text < 0:
            raise TooMuchError
        return text

    def is_new(self, data: bytes) -> bool:
        """Remember `data`; return whether it was met for the first time."""
        known = hashlib.blake2b(data, digest_size=16).digest()
        fresh = known not in self.seen
        self.seen.add(known)
        return fresh
