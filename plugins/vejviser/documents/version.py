"""The engine's fingerprint: another one whenever its code, styles, fonts or libraries are others."""

from functools import cache

from vejviser.base.fingerprints import code_fingerprint

LIBRARIES = (
    "babel",
    "fonttools",
    "lxml",
    "markdown-it-py",
    "mdit-py-plugins",
    "pikepdf",
    "pydyf",
    "uharfbuzz",
    "weasyprint",
)
FOLDERS = ("documents", "content/markdown", "assets/fonts/documents", "content/model")


@cache
def engine_version() -> str:
    """Return the fingerprint: sixteen characters that go into the name of every cached file."""
    from weasyprint.text.ffi import pango  # noqa: PLC0415 - heavy, and checking needs none of it

    return f"{code_fingerprint(LIBRARIES, FOLDERS)[:16]} pango {pango.pango_version()}"
