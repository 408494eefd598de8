"""Make the package's font files again: `python -m vejviser.documents.fontmaking FOLDER_WITH_STOCK_FONTS TARGET`.

Only the maintainers of the fonts need it. The stock files are those of Debian's `fonts-noto-core` and
`fonts-dejavu-core`. Stock Noto holds U+0000 and U+FEFF, which PDF/UA-1 refuses; the text fonts must not hold the Arabic
presentation forms, or text taken out of a PDF is made of them; the field fonts must, for that is what viewers look up.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

_LATIN = (
    range(0x20, 0x7F),
    range(0xA0, 0x180),
    (0x1C4, 0x1C5, 0x1C6, 0x1E6, 0x1E7),
    range(0x218, 0x21C),
    (0x259, 0x18F),
)
_SIGNS = (
    range(0x2010, 0x2016), range(0x2018, 0x2023), (0x2026, 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044),
    (0x20AC, 0x20B4, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x25CF),
    (0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0x25CC, 0x2BC, 0x301, 0x2116),
)  # fmt: skip
_CYRILLIC = (range(0x400, 0x460), (0x490, 0x491))
_ARABIC = (range(0x600, 0x605), range(0x606, 0x700), range(0x750, 0x780), (0xA0, 0x20, 0x25CC), range(0x200C, 0x2010))
_ARABIC_LETTERS = (
    (0x60C, 0x61B, 0x61F), range(0x621, 0x63B), range(0x640, 0x653), range(0x660, 0x66E), range(0x6F0, 0x6FA),
    (0x670, 0x671, 0x67E, 0x686, 0x698, 0x6A4, 0x6A9, 0x6AF, 0x6CC, 0x6D5),
)  # fmt: skip
_ARABIC_FORMS = (range(0xFB50, 0xFBB2), range(0xFBFC, 0xFC00), range(0xFE70, 0xFE73), (0xFE74,), range(0xFE76, 0xFEFD))

_TEXT_FEATURES = (
    "kern",
    "mark",
    "mkmk",
    "ccmp",
    "locl",
    "liga",
    "rlig",
    "calt",
    "init",
    "medi",
    "fina",
    "isol",
    "tnum",
)

_Points = Iterable[Iterable[int]]
TEXT_FONTS: dict[str, _Points] = {
    **{
        f"NotoSans-{style}.ttf": (*_LATIN, *_SIGNS, *_CYRILLIC) for style in ("Regular", "Bold", "Italic", "BoldItalic")
    },
    **{f"NotoSansArabic-{style}.ttf": _ARABIC for style in ("Regular", "Bold")},
}
"""The text fonts, by file name, and the characters each keeps."""
FIELD_FONTS: dict[str, _Points] = {
    "FieldsLatin.ttf": (*_LATIN, *_SIGNS[:2]),
    "FieldsCyrillic.ttf": (*_LATIN[:2], *_CYRILLIC, *_SIGNS[:2]),
    "FieldsArabic.ttf": (*_LATIN[:2], *_SIGNS[:2], *_ARABIC_LETTERS, *_ARABIC_FORMS),
}
"""The field fonts, all out of DejaVu Sans."""


def reduce_font(source: Path, points: _Points, features: tuple[str, ...], family: str) -> TTFont:
    """Give the font of `source` with nothing in it but `points`, `features`, and the name `family`."""
    font = TTFont(source)
    options = subset.Options(
        layout_features=list(features), hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
        drop_tables=[*subset.Options().drop_tables, "FFTM", "GDEF" if not features else "DSIG", "meta", "STAT"],
    )  # fmt: skip
    reducer = subset.Subsetter(options)
    reducer.populate(unicodes={point for group in points for point in group})
    reducer.subset(font)
    for record in font["name"].names:
        if record.nameID in {1, 4, 6}:
            record.string = family.replace(" ", "") if record.nameID == 6 else family
    return font


def make_fonts(stock: Path, target: Path) -> None:
    """Write every font file of the package into `target`, from the stock fonts anywhere below `stock`."""
    stocked = {path.name: path for path in stock.rglob("*.ttf")}
    for name, points in TEXT_FONTS.items():
        family = "Vejviser Arabic" if "Arabic" in name else "Vejviser Sans"
        _save(reduce_font(stocked[name], points, _TEXT_FEATURES, family), target / name)
    for name, points in FIELD_FONTS.items():
        _save(reduce_font(stocked["DejaVuSans.ttf"], points, (), "Vejviser Fields"), target / name)


def _save(font: TTFont, path: Path) -> None:
    font.recalcTimestamp = False
    font.save(path)


if __name__ == "__main__":
    make_fonts(Path(sys.argv[1]), Path(sys.argv[2]))
