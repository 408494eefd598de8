"""The package's own fonts: read once, never from the system and never from another host."""

from functools import cache
from importlib.resources import files

TEXT_FACES = (
    ("Vejviser Sans", "normal", "normal", "NotoSans-Regular.ttf"),
    ("Vejviser Sans", "bold", "normal", "NotoSans-Bold.ttf"),
    ("Vejviser Sans", "normal", "italic", "NotoSans-Italic.ttf"),
    ("Vejviser Sans", "bold", "italic", "NotoSans-BoldItalic.ttf"),
    ("Vejviser Arabic", "normal", "normal", "NotoSansArabic-Regular.ttf"),
    ("Vejviser Arabic", "bold", "normal", "NotoSansArabic-Bold.ttf"),
)
"""Family, weight, style and file of every text font."""

_FIELD_FONTS = {"uk": "FieldsCyrillic.ttf", "ar": "FieldsArabic.ttf"}


def field_font(language: str) -> str:
    """Give the file name of the font in which people write into the fields of a document in `language`."""
    return _FIELD_FONTS.get(language, "FieldsLatin.ttf")


@cache
def font_bytes(name: str) -> bytes:
    """Give the bytes of one of the package's font files."""
    return (files("vejviser") / "assets" / "fonts" / "documents" / name).read_bytes()


def font_names() -> tuple[str, ...]:
    """Give the names of all font files, sorted."""
    folder = files("vejviser") / "assets" / "fonts" / "documents"
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".ttf")))
