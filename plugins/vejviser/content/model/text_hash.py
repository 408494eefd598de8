"""Fingerprints of texts: what tells whether somebody changed the words."""

import hashlib
from collections.abc import Iterable


def hash_text(text: str) -> str:
    """Return twelve characters that change when the words change, and not when only the line breaks do."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def hash_texts(texts: Iterable[str]) -> str:
    """Return the fingerprint of several texts that belong together; empty for none."""
    found = list(texts)
    return hash_text("\n\n".join(found)) if found else ""
