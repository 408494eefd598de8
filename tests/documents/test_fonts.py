"""The fonts: what PDF/UA refuses is not in them, and what people write is."""

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from vejviser.documents.fonts import TEXT_FACES, field_font, font_bytes, unknown_signs, writable
from vejviser.documents.glyphs import glyph_texts

TEXT_FILES = [name for *_, name in TEXT_FACES]
FIELD_FILES = [field_font(language) for language in ("da", "uk", "ar")]
FORMS = {*range(0xFE70, 0xFEFD)}


def points(name: str) -> set[int]:
    return set(TTFont(BytesIO(font_bytes(name))).getBestCmap())


@pytest.mark.parametrize("name", [*TEXT_FILES, *FIELD_FILES])
def test_no_font_holds_what_pdf_ua_refuses(name: str) -> None:
    assert not points(name) & {0, 0xFEFF}


@pytest.mark.parametrize("name", TEXT_FILES)
def test_text_fonts_hold_no_presentation_forms(name: str) -> None:
    assert not points(name) & FORMS


def test_the_arabic_field_font_holds_them() -> None:
    assert points(field_font("ar")) & FORMS


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("da", "Ærø Åby élan 123 »«–…"),
        ("en", "Friends’ “plan” £"),
        ("uk", "Її ґанок, Житомир’я є"),
        ("ar", "أهلًا وسهلًا، كيف الحال؟ ٣ پچگڤ"),
    ],
)
def test_each_language_can_be_written(language: str, text: str) -> None:
    assert unknown_signs(text) == []
    assert {ord(sign) for sign in text if sign not in "\u064b"} <= points(field_font(language)) | {
        ord(item) for item in "£“”’…–»«"
    }


def test_a_sign_that_is_missing_is_replaced_and_never_taken_from_the_system() -> None:
    assert unknown_signs("a🙂→b") == ["🙂", "→"]
    assert writable("a🙂b\n") == "a\ufffdb\n"


def test_every_arabic_glyph_stands_for_at_most_one_base_letter() -> None:
    texts = glyph_texts("NotoSansArabic-Regular.ttf").values()
    assert [text for text in texts if len(text) > 1 and not all(0x64B <= ord(sign) <= 0x670 for sign in text)] == []
