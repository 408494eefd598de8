"""Text files get smaller twins beside them, made once at publishing: `page.html.gz` and `page.html.br`."""

import gzip
from pathlib import PurePosixPath

import brotli

TEXT = frozenset(
    {".css", ".csv", ".html", ".ics", ".js", ".json", ".jsonld", ".map", ".mjs", ".svg", ".txt", ".webmanifest", ".xml"}
)
SMALLEST = 512
"""Below this many bytes the headers of the answer weigh more than what is saved."""
QUALITY = 8
"""Of brotli. 10 saves a tenth more and takes eleven times as long: half a minute more, for a whole portal."""


def twins(name: str, content: bytes) -> dict[str, bytes]:
    """Return the compressed twins of a file, by suffix; none where they would not help. The same bytes every time."""
    if PurePosixPath(name).suffix not in TEXT or len(content) < SMALLEST:
        return {}
    made = {
        ".gz": gzip.compress(content, compresslevel=9, mtime=0),
        ".br": brotli.compress(content, mode=brotli.MODE_TEXT, quality=QUALITY),
    }
    return {suffix: small for suffix, small in made.items() if len(small) < len(content)}
