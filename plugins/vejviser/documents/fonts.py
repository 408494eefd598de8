"""The package's own fonts: read once, never from the system and never from another host."""

import re
from functools import cache
from importlib.resources import files
from io import BytesIO

from fontTools import unicodedata
from fontTools.ttLib import TTFont

from vejviser.content.languages import SCRIPTS, languages, script, script_code
from vejviser.content.settings import by_settings

TEXT_FACES = (
    ("Vejviser Sans", "normal", "normal", "NotoSans-Regular.ttf"),
    ("Vejviser Sans", "bold", "normal", "NotoSans-Bold.ttf"),
    ("Vejviser Sans", "normal", "italic", "NotoSans-Italic.ttf"),
    ("Vejviser Sans", "bold", "italic", "NotoSans-BoldItalic.ttf"),
    ("Vejviser Arabic", "normal", "normal", "NotoSansArabic-Regular.ttf"),
    ("Vejviser Arabic", "bold", "normal", "NotoSansArabic-Bold.ttf"),
)
"""Family, weight, style and file of every text font."""

_EVERY_SIGN = ("NotoSans-Regular.ttf", "NotoSansArabic-Regular.ttf")


def field_font(language: str) -> str:
    """Return the file name of the font in which people write into the fields of a document in `language`."""
    return script(language).field_font


def fonts_to_write(text: str, own: str) -> tuple[str, ...]:
    """Return the field fonts in which `text` is written: `own`, and those that have letters which it does not have."""
    missing = {sign for sign in text if not has_sign(own, sign)}
    found = [own]
    for font in (item.field_font for item in SCRIPTS.values()):
        if known := {sign for sign in missing if has_sign(font, sign)}:
            found.append(font)
            missing -= known
    return tuple(found)


def has_sign(font: str, sign: str) -> bool:
    """Return whether one of the package's font files has a glyph for `sign`."""
    return ord(sign) in points(font)


@cache
def points(font: str) -> frozenset[int]:
    """Return every character that one of the package's font files has, by its number in Unicode."""
    return frozenset(TTFont(BytesIO(font_bytes(font))).getBestCmap())


@cache
def font_bytes(name: str) -> bytes:
    """Return the bytes of one of the package's font files."""
    return (files("vejviser") / "assets" / "fonts" / "documents" / name).read_bytes()


def unknown_signs(text: str) -> list[str]:
    """Return the signs of `text` that the text fonts do not have: emoji, arrows, other scripts.

    Letters of a language of the portal are left out whose script the package has no font for: `check` tells that once.
    """
    found = _unknown().findall(text)
    return [sign for sign in found if unicodedata.script(sign) not in _without_font()] if found else found


@by_settings
def _without_font() -> frozenset[str]:
    return frozenset(map(script_code, languages())) - SCRIPTS.keys()


def writable(text: str) -> str:
    """Return `text` with a replacement sign for each one the text fonts do not have: no system font steps in."""
    return _unknown().sub("\ufffd", text)


@cache
def _unknown() -> re.Pattern[str]:
    known = {point for name in _EVERY_SIGN for point in points(name)}
    return re.compile(f"[^\n\t{''.join(re.escape(chr(point)) for point in sorted(known))}]")
