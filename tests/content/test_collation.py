"""Names stand in the order of their own language's alphabet."""

import pytest

from vejviser.content.collation import sort_key


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
