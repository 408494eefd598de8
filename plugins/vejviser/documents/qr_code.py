"""QR codes of addresses: level M, so that a code with a fold or a stain is read, and the standard's quiet zone."""

import io

import segno

QUIET = 4
"""Modules of white around the code, as ISO/IEC 18004 asks for."""
MILLIMETRES = 15
"""The side of a code on paper: a module of a third of a millimetre or more, which a phone reads at arm's length."""
_MASK = 2
"""Which of the eight patterns is laid over the code. All of them can be read; trying each takes ten times as long."""


def _code(address: str) -> segno.QRCode:
    return segno.make(address, error="m", micro=False, boost_error=False, mask=_MASK)


def modules(address: str) -> tuple[str, ...]:
    """Return the rows of the code of an address without its quiet zone: "1" for a dark module, "0" for a light one."""
    return tuple("".join("1" if dark else "0" for dark in row) for row in _code(address).matrix)


def png(address: str, scale: int = 4) -> bytes:
    """Return the code of an address as a picture; `scale` is the pixels of a module."""
    target = io.BytesIO()
    _code(address).save(target, kind="png", border=QUIET, scale=scale)
    return target.getvalue()
