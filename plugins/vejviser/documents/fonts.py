"""The package's own fonts: read once, never from the system and never from another host."""

import re
from functools import cache
from importlib.resources import files
from io import BytesIO

from fontTools.ttLib import TTFont

from vejviser.content.languages import script

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


@cache
def font_bytes(name: str) -> bytes:
    """Return the bytes of one of the package's font files."""
    return (files("vejviser") / "assets" / "fonts" / "documents" / name).read_bytes()


def unknown_signs(text: str) -> list[str]:
    """Return the signs of `text` that the text fonts do not have: emoji, arrows, other scripts."""
    return _unknown().findall(text)


def writable(text: str) -> str:
    """Return `text` with a replacement sign for each one the text fonts do not have: no system font steps in."""
    return _unknown().sub("\ufffd", text)


@cache
def _unknown() -> re.Pattern[str]:
    known = {point for name in _EVERY_SIGN for point in TTFont(BytesIO(font_bytes(name))).getBestCmap()}
    return re.compile(f"[^\n\t{''.join(re.escape(chr(point)) for point in sorted(known))}]")
