"""The engine's fingerprint: another one whenever its code, styles, fonts or libraries are others."""

import ctypes
from contextlib import suppress
from functools import cache

from vejviser.base.fingerprints import code_fingerprint
from vejviser.base.problems import BrokenEnvironmentError

LIBRARIES = (
    "babel",
    "fonttools",
    "lxml",
    "markdown-it-py",
    "mdit-py-plugins",
    "pikepdf",
    "pydyf",
    "segno",
    "uharfbuzz",
    "weasyprint",
)
FOLDERS = ("documents", "content/markdown", "assets/fonts/documents", "content/model")


def engine_version() -> str:
    """Return the fingerprint: sixteen characters that go into the name of every cached file."""
    return f"{code_fingerprint(LIBRARIES, FOLDERS)[:16]} pango {_pango_version()}"


@cache
def _pango_version() -> int:
    """Ask Pango itself; WeasyPrint, which knows where else it may lie, is slow to start.

    Raises BrokenEnvironmentError where there is none: then no PDF can be made.
    """
    with suppress(OSError, AttributeError):
        return int(ctypes.CDLL("libpango-1.0.so.0").pango_version())
    try:
        from weasyprint.text.ffi import pango  # noqa: PLC0415 - heavy, and mostly not needed
    except OSError as error:
        raise BrokenEnvironmentError("machine-pango", reason=str(error).partition("\n")[0]) from error
    return int(pango.pango_version())
