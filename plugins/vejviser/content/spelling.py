"""The other ways in which people type a name."""

_ONE_LETTER = str.maketrans("øå", "oa", "") | {ord("æ"): "ae"}
_TWO_LETTERS = {ord("æ"): "ae", ord("ø"): "oe", ord("å"): "aa"}


DANISH_LETTERS = {"ø": ("oe", "o"), "æ": ("ae", "a", "e"), "å": ("aa", "a")}
SWEDISH_LETTERS = {"ö": ("oe", "o"), "ä": ("ae", "a"), "å": ("aa", "a")}
ARABIC_SAME = (("ـ", ""), ("ٱ", "ا"), ("ة", "ه"), ("ى", "ي"), (r"(?<![\p{L}])ال(?=\p{L}{3})", ""))
"""What is written one for the other: the line that draws a word out, the alef, and the letters at a word's end.

The last row is the article before a word.
"""

CYRILLIC_SOUNDS = dict(zip("абвгґдеєжзиіїйклмнопрстуфхцчшщюя", "abvggdeessiiijklmnoprstufhssssua", strict=True)) | {
    "г": "g/h"
}
ARABIC_SOUNDS = dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "abttghhddrssssdtdagfkklmnhui", strict=True))
"""How letters sound in Latin ones, roughly: a search compares names of places by what all hear in them.

A slash stands between the sounds that one letter is written for: Ukrainian writes Г for h and for g.
"""


def none(name: str) -> tuple[str, ...]:  # noqa: ARG001 - every row has such a function
    """Return no other way to type a name."""
    return ()


def danish(name: str) -> tuple[str, ...]:
    """Return the other ways people type a Danish name: Møgård -> mogard, moegaard; Aasum -> åsum."""
    lower = name.lower()
    plain_letters = lower.translate(_ONE_LETTER)
    double_letters = lower.translate(_TWO_LETTERS)
    rings = lower.replace("aa", "å")
    return tuple(sorted({plain_letters, double_letters, rings} - {lower}))
