"""Which letters a glyph stands for, according to the font itself.

WeasyPrint gives the letters of a whole cluster to the first glyph of it: in vocalised Arabic a vowel sign is then taken
out as a word of its own. What a glyph means is known: the font's character map says it, and its substitutions say
which forms and ligatures stand for which letters.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont

from vejviser.documents.fonts import font_bytes

_SINGLE, _LIGATURE, _EXTENSION = 1, 4, 7
_Texts = dict[str, str]


@cache
def glyph_texts(name: str) -> Mapping[int, str]:
    """Give the letters of every glyph of the font file `name`, by glyph number."""
    font = TTFont(BytesIO(font_bytes(name)))
    texts: _Texts = {}
    for point, glyph in sorted(font.getBestCmap().items(), reverse=True):
        texts[glyph] = chr(point)
    tables = list(_substitutions(font))
    while _extended(texts, tables):
        pass
    return {font.getGlyphID(glyph): text for glyph, text in texts.items()}


def _substitutions(font: TTFont) -> Iterator[Any]:
    for lookup in font["GSUB"].table.LookupList.Lookup if "GSUB" in font else ():
        for table in lookup.SubTable:
            yield table.ExtSubTable if table.LookupType == _EXTENSION else table


def _extended(texts: _Texts, tables: list[Any]) -> bool:
    """Add the glyphs that one substitution leads to; tell whether there were any."""
    found = {glyph: text for table in tables for glyph, text in _led_to(table, texts) if glyph not in texts}
    texts.update(found)
    return bool(found)


def _led_to(table: Any, texts: _Texts) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    if table.LookupType == _SINGLE:
        for glyph, form in table.mapping.items():
            if glyph in texts:
                yield form, texts[glyph]
    elif table.LookupType == _LIGATURE:
        for first, ligatures in table.ligatures.items():
            for ligature in ligatures:
                parts = [first, *ligature.Component]
                if all(part in texts for part in parts):
                    yield ligature.LigGlyph, "".join(texts[part] for part in parts)
