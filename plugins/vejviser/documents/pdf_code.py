"""The QR code at the foot of every page of a PDF: a stream that its pages share, an artifact like their numbers."""

from pikepdf import Array, Pdf

from vejviser.content.languages import direction
from vejviser.documents.document import Document
from vejviser.documents.qr_code import MILLIMETRES, QUIET, modules

POINTS = 72 / 25.4
"""Points in a millimetre."""
A4 = 210
"""Millimetres from edge to edge."""
MARGIN, MARGIN_IN_TWO = 21, 16
"""Millimetres beside the text, in one language and in two."""
_ABOVE_EDGE, _ABOVE_EDGE_IN_TWO = 6, 3
"""Millimetres from the code, its quiet zone with it, to the lower edge of the paper."""


def add_code(pdf: Pdf, document: Document) -> None:
    """Lay the code of a document's address under what stands on every page; without an address, do nothing."""
    if not document.address:
        return
    code = pdf.make_stream(_drawing(document))
    for page in pdf.pages:
        page.obj.Contents = Array([code, page.obj.Contents])


def _drawing(document: Document) -> bytes:
    """Return the code as a mask of a bit a module, at the side of the page where its language begins."""
    rows = modules(document.address)
    module = MILLIMETRES * POINTS / (len(rows) + 2 * QUIET)
    margin = MARGIN_IN_TWO if document.second else MARGIN
    left = margin if direction(document.language) == "ltr" else A4 - margin - MILLIMETRES
    above = _ABOVE_EDGE_IN_TWO if document.second else _ABOVE_EDGE
    side, x, y = (len(rows) * module, left * POINTS + QUIET * module, above * POINTS + QUIET * module)
    bits = "".join(f"{int(row, 2) << -len(row) % 8:0{-(-len(row) // 8) * 2}x}" for row in rows)
    return (
        f"/Artifact BMC q 0 g {side:.3f} 0 0 {side:.3f} {x:.3f} {y:.3f} cm"
        f" BI /W {len(rows)} /H {len(rows)} /IM true /D [1 0] /F /AHx ID {bits}> EI Q EMC\n"
    ).encode()
