"""Make the package's font files again: `python -m vejviser.documents.fontmaking FOLDER_WITH_STOCK_FONTS TARGET`.

Only the maintainers of the fonts need it. The stock files are those of Debian's `fonts-noto-core` and
`fonts-dejavu-core`. Stock Noto holds U+0000 and U+FEFF, which PDF/UA-1 refuses; the text fonts must not hold the Arabic
presentation forms, or text taken out of a PDF is made of them; the field fonts must, for that is what viewers look up.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.otlLib.builder import buildLookup, buildMultipleSubstSubtable
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.ttLib.tables._g_l_y_f import Glyph

from vejviser.documents.glyphs import LIGATURE, letters_of, substitutions

_LATIN = (
    range(0x20, 0x7F),
    range(0xA0, 0x180),
    (0x1C4, 0x1C5, 0x1C6, 0x1E6, 0x1E7),
    range(0x218, 0x21C),
    (0x259, 0x18F),
)
_SIGNS = (
    range(0x2007, 0x200A), range(0x2010, 0x2016), range(0x2018, 0x2023),
    (0x2026, 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044, 0x20AC, 0x20B4, 0x2116, 0x2122, 0x25CC, 0xFFFD),
    (0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0x2BC, 0x301),
)  # fmt: skip
_FIELD_SIGNS = (
    *_SIGNS[1:3],
    (0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x20B4, 0x2116, 0x2122, 0x2BC, 0x301),
)
"""What people write in fields besides letters: dashes and quotes, the euro and the hryvnia, a stress, "№"."""
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

_DROPPED_TABLES = ("FFTM", "MATH", "STAT", "gasp", "meta")
_LAYOUT = ("GDEF", "GPOS", "GSUB")
_FIELD_UNITS = 300
"""Units an em in the field fonts, which stand whole in every form: at 11 points one is less than a dot of 1,200 dpi."""

_Points = Iterable[Iterable[int]]
TEXT_FONTS: dict[str, _Points] = {
    **{
        f"NotoSans-{style}.ttf": (*_LATIN, *_SIGNS, *_CYRILLIC) for style in ("Regular", "Bold", "Italic", "BoldItalic")
    },
    **{f"NotoSansArabic-{style}.ttf": _ARABIC for style in ("Regular", "Bold")},
}
"""The text fonts, by file name, and the characters each keeps."""
FIELD_FONTS: dict[str, _Points] = {
    "FieldsLatin.ttf": (*_LATIN[:2], *_LATIN[3:], *_FIELD_SIGNS),
    "FieldsCyrillic.ttf": (*_LATIN[:2], *_CYRILLIC, *_FIELD_SIGNS),
    "FieldsArabic.ttf": (*_LATIN[:2], *_FIELD_SIGNS, *_ARABIC_LETTERS, *_ARABIC_FORMS),
}
"""The field fonts, all out of DejaVu Sans."""


def reduce_font(source: Path, points: _Points, features: tuple[str, ...], family: str) -> TTFont:
    """Return the font of `source` with nothing in it but `points`, `features`, and the name `family`.

    The licence's address stays in it; its text lies beside the files, for every PDF embeds a field font whole.
    """
    font = TTFont(source)
    options = subset.Options(
        layout_features=list(features),
        hinting=False,
        notdef_outline=True,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 14],
        drop_tables=[*subset.Options().drop_tables, *_DROPPED_TABLES, *(() if features else _LAYOUT)],
    )
    reducer = subset.Subsetter(options)
    reducer.populate(unicodes={point for group in points for point in group})
    reducer.subset(font)
    for record in font["name"].names:
        if record.nameID in {1, 4, 6}:
            record.string = family.replace(" ", "") if record.nameID == 6 else family
    return font


def split_ligatures(font: TTFont) -> None:
    """Let every Arabic ligature be drawn as its letters' number of glyphs, all but the last of them without a shape.

    A glyph that stands for two letters comes out the wrong way round when text is taken out of a PDF: viewers turn the
    line about sign by sign. With one letter a glyph there is nothing to turn about.
    """
    texts = {font.getGlyphName(number): text for number, text in letters_of(font).items()}
    ligatures = {
        ligature.LigGlyph: texts[ligature.LigGlyph]
        for table in substitutions(font, "rlig")
        if table.LookupType == LIGATURE
        for group in table.ligatures.values()
        for ligature in group
        if len(texts.get(ligature.LigGlyph, "")) > 1
    }
    silent = {
        letter: _add_silent(font, letter)
        for letter in sorted({sign for text in ligatures.values() for sign in text[:-1]})
    }
    mapping = {glyph: [*(silent[sign] for sign in text[:-1]), glyph] for glyph, text in ligatures.items()}
    _add_lookup(font, "rlig", buildMultipleSubstSubtable(mapping))


def _add_silent(font: TTFont, letter: str) -> str:
    """Add a glyph without shape or width that stands for `letter`."""
    name = f"silent{ord(letter):04X}"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"].glyphs[name] = Glyph()
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["hmtx"].metrics[name] = (0, 0)
    return name


def _add_lookup(font: TTFont, feature: str, subtable: Any) -> None:  # noqa: ANN401
    """Add a substitution that is applied after all others of `feature`."""
    table = font["GSUB"].table
    table.LookupList.Lookup.append(buildLookup([subtable]))
    table.LookupList.LookupCount = last = len(table.LookupList.Lookup)
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == feature:
            record.Feature.LookupListIndex.append(last - 1)
            record.Feature.LookupCount += 1


def make_fonts(stock: Path, target: Path) -> None:
    """Write every font file of the package into `target`, from the stock fonts anywhere below `stock`."""
    stocked = {path.name: path for path in stock.rglob("*.ttf")}
    for name, points in TEXT_FONTS.items():
        family = "Vejviser Arabic" if "Arabic" in name else "Vejviser Sans"
        font = reduce_font(stocked[name], points, _TEXT_FEATURES, family)
        if "Arabic" in name:
            split_ligatures(font)
        _save(font, target / name)
    for name, points in FIELD_FONTS.items():
        font = reduce_font(stocked["DejaVuSans.ttf"], points, (), "Vejviser Fields")
        scale_upem(font, _FIELD_UNITS)
        _save(font, target / name)


def _save(font: TTFont, path: Path) -> None:
    font.recalcTimestamp = False
    font.save(path)


if __name__ == "__main__":
    make_fonts(Path(sys.argv[1]), Path(sys.argv[2]))
