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

_SINGLE, _MULTIPLE, LIGATURE, _EXTENSION = 1, 2, 4, 7
_Texts = dict[str, str]


@cache
def glyph_texts(name: str) -> Mapping[int, str]:
    """Return the letters of every glyph of the font file `name`, by glyph number."""
    return letters_of(TTFont(BytesIO(font_bytes(name))))


def letters_of(font: TTFont) -> Mapping[int, str]:
    """Return the letters of every glyph of `font`, by glyph number."""
    texts: _Texts = {}
    for point, glyph in sorted(font.getBestCmap().items(), reverse=True):
        texts[glyph] = chr(point)
    tables = list(substitutions(font))
    while _extended(texts, tables):
        pass
    for table in tables:
        if table.LookupType == _MULTIPLE:
            _split(texts, table)
    return {font.getGlyphID(glyph): text for glyph, text in texts.items()}


def substitutions(font: TTFont, feature: str | None = None) -> Iterator[Any]:
    """Yield the substitution tables of `font`, of one feature or of all."""
    if "GSUB" not in font:
        return
    table = font["GSUB"].table
    wanted = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == feature
        for index in record.Feature.LookupListIndex
    }
    for index, lookup in enumerate(table.LookupList.Lookup):
        if feature is None or index in wanted:
            for each in lookup.SubTable:
                yield each.ExtSubTable if each.LookupType == _EXTENSION else each


def _extended(texts: _Texts, tables: list[Any]) -> bool:
    """Add the glyphs that one substitution leads to; return whether there were any."""
    found = {glyph: text for table in tables for glyph, text in _led_to(table, texts) if glyph not in texts}
    texts.update(found)
    return bool(found)


def _led_to(table: Any, texts: _Texts) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    if table.LookupType == _SINGLE:
        for glyph, form in table.mapping.items():
            if glyph in texts:
                yield form, texts[glyph]
    elif table.LookupType == LIGATURE:
        for first, ligatures in table.ligatures.items():
            for ligature in ligatures:
                parts = [first, *ligature.Component]
                if all(part in texts for part in parts):
                    yield ligature.LigGlyph, "".join(texts[part] for part in parts)


def _split(texts: _Texts, table: Any) -> None:  # noqa: ANN401
    """Share the letters of a glyph that is drawn as several out among them, one each, the rest to the last."""
    for glyph, sequence in table.mapping.items():
        text = texts.get(glyph, "")
        if 1 < len(sequence) <= len(text):
            *firsts, last = sequence
            texts.update(zip(firsts, text, strict=False))
            texts[last] = text[len(firsts) :]
