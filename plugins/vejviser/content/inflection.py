"""How a word may stand in a sentence of its language: patterns that also find its inflected forms.

Each function takes one word as the glossary writes it and gives a regular expression, without anchors. They are plain
rules of grammar, not a dictionary: rather a form too many than a word of the glossary that is not explained.
"""

import re

DANISH_ENDINGS = "e en et er ere erne ene n ne r rne t s es ens ets ernes enes nes rnes ers".split()  # noqa: SIM905
_DANISH = f"(?:{'|'.join(DANISH_ENDINGS)})?"
DANISH_DOUBLED = "bdfgklmnprst"
"""Consonants that Danish doubles before an ending: ven, vennen."""
ENGLISH_ENDINGS = "s es ies y e ed ing er ers".split()  # noqa: SIM905
_ENGLISH = r"(?:s|es|['’]s)?"
_UKRAINIAN_ENDINGS = (
    "а у ю и і ї е є о я ь ою ею єю ам ям ами ями ах ях ів їв ей ом ем єм ові еві ого ому им ими их ий ій ьої ою"
)
UKRAINIAN_ENDINGS = tuple(_UKRAINIAN_ENDINGS.split())
_UKRAINIAN = f"(?:{'|'.join(UKRAINIAN_ENDINGS)})?"
_UKRAINIAN_VERBS = "ти тися ть ться ла ли ло в ють уть ать ить ємо ете єте лася лися вся юся уся єш еш иш їш ай йте іть"
UKRAINIAN_VERBS = tuple(_UKRAINIAN_VERBS.split())
_ABBREVIATION = r"(?:['’]?(?:s|er|en|et|erne))?"
_ARABIC_BEFORE = r"[وف]?(?:[بلك]?(?:ال)?|لل)"
ARABIC_ENDINGS = "ه ها هم ك كم نا ي ات ين ون ان ا".split()  # noqa: SIM905
_ARABIC_AFTER = rf"(?:{'|'.join(ARABIC_ENDINGS)})?[\u064b-\u0652]*"
ARABIC_PARTICLES = "وال فال بال كال لل ال و ف ب ل ك".split()  # noqa: SIM905
"""What is written before a word, joined to it, as a reader may type it or leave it out."""
_ARABIC_LETTER = re.compile(r"[\u0621-\u064a]")
_ARABIC_BEGINNINGS = ("", "ا", "و", "ف", "ب", "ل", "ك", "ال", "لل", "با", "وا")
_SHORTEST_ARABIC = 4


def uninflected(word: str) -> str:
    """Return the word as it is, an abbreviation with the endings that a sentence in Danish or English gives it."""
    return re.escape(word) + (_ABBREVIATION if word.isupper() else "")


def danish(word: str) -> str:
    """Return a Danish word with its endings: ven, vennen, venner, vennernes."""
    if word.isupper():
        return uninflected(word)
    return re.escape(word) + (f"{word[-1]}?" if word[-1] in DANISH_DOUBLED else "") + _DANISH


def english(word: str) -> str:
    """Return an English word with plural and genitive."""
    return uninflected(word) if word.isupper() else re.escape(word) + _ENGLISH


def ukrainian(word: str) -> str:
    """Return a Ukrainian word with its cases; the parts of a compound are inflected one by one."""
    if word.isupper():
        return uninflected(word)
    stems = [re.sub(r"[аеиіоуюяйьїє]$", "", part) for part in word.split("-")]
    return "-".join(re.escape(stem) + _UKRAINIAN for stem in stems)


def arabic(word: str) -> str:
    """Return an Arabic word with the particles written before it and the pronouns and plurals after it."""
    if not _ARABIC_LETTER.match(word):
        return uninflected(word)
    stem = re.escape(word[:-1]) + "[ةت]" if word.endswith("ة") else re.escape(word)
    return _ARABIC_BEFORE + stem + _ARABIC_AFTER


def beginnings(text: str) -> tuple[str, ...]:
    """Return the text itself: the one way in which it can begin."""
    return (text,)


def arabic_beginnings(text: str) -> tuple[str, ...]:
    """Return the ways in which an Arabic text can begin in a sentence; none for one too short to be looked for."""
    if not _ARABIC_LETTER.match(text):
        return (text,)
    return tuple(f"{beginning}{text}" for beginning in _ARABIC_BEGINNINGS) if len(text) >= _SHORTEST_ARABIC else ()
