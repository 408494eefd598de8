"""Fingerprints of texts: what tells whether somebody changed the words."""

import hashlib
from collections.abc import Iterable


def fingerprint(text: str) -> str:
    """Give twelve characters that change when the words change, and not when only the line breaks do."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def fingerprint_of(texts: Iterable[str]) -> str:
    """Give the fingerprint of several texts that belong together; empty for none."""
    found = list(texts)
    return fingerprint("\n\n".join(found)) if found else ""
