"""Names stand in the order of their own language's alphabet."""

import pytest

from vejviser.content.collation import first_letter, sort_key


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("da", ["Albertslund", "Odense", "Zby", "Ærø", "Ørsted", "Aabenraa", "Årslev"]),
        ("nb", ["Bodø", "Oslo", "Ærfugl", "Ørsta", "Ås"]),
        ("sv", ["Borås", "Zinkgruvan", "Åre", "Älmhult", "Örebro"]),
        ("de", ["Aachen", "Ähren", "Ahrensburg", "Öhringen", "Zwickau"]),
        ("uk", ["Ананьїв", "Ґалаґани", "Житомир", "Ївга"]),
        ("ar", ["أبها", "بغداد", "حلب", "يافا"]),
        ("so", ["Baidoa", "Kismaayo", "Muqdisho"]),
        ("fa-AF", ["پل خمری", "تخار", "گردیز"]),
    ],
)
def test_the_alphabet_is_the_languages_own(language: str, ordered: list[str]) -> None:
    assert sorted({*ordered}, key=lambda name: sort_key(name, language)) == ordered


@pytest.mark.parametrize(
    ("language", "text", "letter"),
    [
        ("da", "asyl", "A"),
        ("da", "ældre", "Æ"),
        ("da", "årshjul", "Å"),
        ("en", "ångström", "A"),
        ("uk", "ґанок", "Ґ"),
        ("ar", "إحالة", "ا"),
        ("ar", "match", ""),
        ("da", "112", ""),
    ],
)
def test_a_word_is_looked_up_under_a_letter_of_its_own_alphabet(language: str, text: str, letter: str) -> None:
    assert first_letter(text, language) == letter
