"""The fonts of a text as small as a PDF may have them: a form is made for a hundred municipalities, and each has them.

A PDF finds glyphs by their numbers, draws them and knows how wide they are. What a font says for other programs, its
name, its metrics for screens and its groups of glyphs, nobody reads there (ISO 32000-1, 9.9).
"""

from io import BytesIO

from fontTools.ttLib import TTFont
from pikepdf import Object

_DRAWING = frozenset({"GlyphOrder", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"})


def make_lean(font: Object) -> None:
    """Take out of an embedded text font what only other programs read; `font` is its /Type0 dictionary."""
    file = font.DescendantFonts[0].FontDescriptor.get("/FontFile2")
    if file is None:
        return
    with TTFont(BytesIO(file.read_bytes()), recalcTimestamp=False, recalcBBoxes=False) as inside:
        for table in set(inside.keys()) - _DRAWING:
            del inside[table]
        target = BytesIO()
        inside.save(target, reorderTables=False)
    file.write(target.getvalue())
    file.Length1 = len(target.getvalue())
