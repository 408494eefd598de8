"""A field font put into a PDF whose own has not the letters that somebody wrote: a name in another script.

It is put in whole, so that what is drawn with it can be copied and searched.
"""

from functools import cache
from io import BytesIO

from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from vejviser.documents.fonts import font_bytes
from vejviser.documents.pdf_tounicode import plain_letters, written_letters

_SYMBOLIC = 4
_CAPITALS, _STEM = 729, 80
"""How tall DejaVu's capitals are and how thick its stems, in thousandths of an em."""


def add_font(pdf: Pdf, file: str) -> Object:
    """Put the font file `file` of the package into `pdf`, and return it as drawings refer to it."""
    font = _read(file)
    data = font_bytes(file)

    unit: int = font["head"].unitsPerEm

    def in_thousandths(units: int) -> int:
        return round(units * 1000 / unit)

    called = Name(f"/{file.removesuffix('.ttf')}")
    head, hhea = font["head"], font["hhea"]
    stream = pdf.make_stream(data)
    stream.Length1 = len(data)
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=called,
        Flags=_SYMBOLIC,
        FontBBox=Array([in_thousandths(side) for side in (head.xMin, head.yMin, head.xMax, head.yMax)]),
        ItalicAngle=0,
        Ascent=in_thousandths(hhea.ascent),
        Descent=in_thousandths(hhea.descent),
        CapHeight=_CAPITALS,
        StemV=_STEM,
        FontFile2=stream,
    )
    widths = [in_thousandths(font["hmtx"][glyph][0]) for glyph in font.getGlyphOrder()]
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=called,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        CIDToGIDMap=Name.Identity,
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=1000,
        W=Array([0, Array(widths)]),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=called,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(_letters(file)),
        )
    )


@cache
def _read(file: str) -> TTFont:
    return TTFont(BytesIO(font_bytes(file)))


@cache
def _letters(file: str) -> bytes:
    font = _read(file)
    ordered = sorted(font.getBestCmap().items(), reverse=True)
    return written_letters({font.getGlyphID(name): plain_letters(chr(point)) for point, name in ordered})
