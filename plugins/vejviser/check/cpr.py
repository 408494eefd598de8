"""CPR numbers in a text, however they are written.

A CPR number is a birth date and four digits: DDMMYY-NNNN. The first of the four tells the century. Modulus 11 has not
been guaranteed since 2007, so a number without it counts all the same when it is written as a CPR number; ten digits in
a row, which can be many other things, block only with modulus 11 or with the word CPR near them.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_DIGIT = r"[\d⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⓪①②③④⑤⑥⑦⑧⑨]"
_DASHES = "-‐‑‒–—―−⁃﹘﹣－\u00ad\u05be\ufffe"
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_MARKUP = "*_`~\\"
_GAP = rf"[\s./{re.escape(_DASHES + _INVISIBLE + _MARKUP)}]"
_RUN = re.compile(rf"{_DIGIT}(?:{_GAP}{{0,6}}{_DIGIT}){{9,}}")
"""What may hold a CPR number: at least ten digits with little between them. Everything else is passed over quickly."""

_DASH = r"[ ]{0,2}-+[ ]{0,2}\n?[ ]{0,2}"
_SERIAL = r"(?P<serial>\d\d ?\d\d)(?!\d)"
_WRITTEN = (
    re.compile(rf"(?<!\d)(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d\d|\d{{4}}){_DASH}{_SERIAL}"),  # 010190-1234
    re.compile(rf"(?<!\d)(?P<day>\d\d)[ ./-](?P<month>\d\d)[ ./-](?P<year>\d\d|\d{{4}})-{_SERIAL}"),  # 01.01.90-1234
    re.compile(  # 01 01 90 - 12 34; not 01.01.1990 - 1995, which is a time from one year to another
        rf"(?<!\d)(?P<day>\d\d)[ ./-](?P<month>\d\d)[ ./-](?P<year>\d\d)[ ]{{0,2}}-[ ]{{0,2}}{_SERIAL}"
    ),
    re.compile(r"(?<!\d)(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d\d)[ ]{1,3}(?P<serial>\d{4})(?!\d)"),  # 010190 1234
    re.compile(r"(?<!\d)(?P<day>\d\d) (?P<month>\d\d) (?P<year>\d\d) (?P<serial>\d{4})(?!\d)"),  # 01 01 90 1234
    re.compile(  # 0 1 0 1 9 0 - 1 2 3 4
        r"(?<!\d)(?P<day>\d \d) (?P<month>\d \d) (?P<year>\d \d) ?- ?(?P<serial>\d \d \d \d)(?!\d)"
    ),
)
_BARE = (
    re.compile(r"(?<!\d)(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d\d)(?P<serial>\d{4})(?!\d)"),  # 0101901234
    re.compile(r"(?<!\d)(?<!\d )(?P<day>\d\d) (?P<month>\d\d) (?P<year>\d\d) (?P<serial>\d\d \d\d)(?! ?\d)"),
    re.compile(r"(?<!\d)(?<!\d )(?P<day>\d \d) (?P<month>\d \d) (?P<year>\d \d) (?P<serial>\d \d \d \d)(?! ?\d)"),
)
_NEAR = re.compile(r"cpr|person-?\s?(?:nr|num)", re.IGNORECASE)
_NEAR_BEFORE, _NEAR_AFTER = 40, 20
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_REPLACEMENT_DAY = 60
"""Replacement numbers, for people without a CPR number yet, have 60 added to the day."""


@dataclass(frozen=True, slots=True, order=True)
class CprNumber:
    """A CPR number, or ten digits that may be one, between `start` and `end` of the text."""

    start: int
    end: int
    certain: bool
    bare: bool
    """Ten digits with nothing that says CPR in the way they are written."""


def cpr_numbers(text: str) -> Iterator[CprNumber]:
    """Give every CPR number in `text`, in order."""
    for run in _RUN.finditer(text):
        written, places = _simplified(run[0])
        taken: list[tuple[int, int]] = []
        for pattern in (*_WRITTEN, *_BARE):
            for match in pattern.finditer(written):
                start, end = run.start() + places[match.start()], run.start() + places[match.end() - 1] + 1
                if any(start < last and first < end for first, last in taken) or not is_birthday(match):
                    continue
                found = _judged(text, start, end, match, bare=pattern in _BARE)
                if found:
                    taken.append((start, end))
                    yield found


def _simplified(run: str) -> tuple[str, list[int]]:
    """Give a run with plain digits, dashes and spaces and nothing invisible, and each character's place in `run`."""
    kept: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(run):
        if letter in _INVISIBLE or letter in _MARKUP:
            continue
        kept.append(_plain(letter))
        places.append(place)
    return "".join(kept), places


def _plain(letter: str) -> str:
    if letter in _DASHES:
        return "-"
    if letter == "\n" or letter in "./":
        return letter
    if letter.isspace():
        return " "
    return str(unicodedata.digit(letter, 0))


def _judged(text: str, start: int, end: int, match: re.Match[str], *, bare: bool) -> CprNumber | None:
    """Give the finding, or None when the digits are part of something else: a hash, a UUID, a decimal fraction."""
    if not bare:
        return None if _in_uuid(text, start, end) else CprNumber(start, end, certain=True, bare=False)
    near = bool(_NEAR.search(text, max(0, start - _NEAR_BEFORE), end + _NEAR_AFTER))
    if not near and _part_of_a_word(text, start, end):
        return None
    return CprNumber(start, end, certain=near or modulus_11(_digits(match)), bare=True)


def _in_uuid(text: str, start: int, end: int) -> bool:
    nearby = _UUID.finditer(text, max(0, start - 36), min(len(text), end + 36))
    return any(it.start() < end and start < it.end() for it in nearby)


def _part_of_a_word(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 2) : start], text[end : end + 1]
    decimal = len(before) == 2 and before[0].isdecimal() and before[1] in ".,"
    return decimal or before[-1:].isalpha() or after.isalpha()


def is_birthday(match: re.Match[str]) -> bool:
    """Tell whether day, month and year are a date in the century that the seventh digit gives."""
    day, month, year, serial = (match[part].replace(" ", "") for part in ("day", "month", "year", "serial"))
    number = int(day) - (_REPLACEMENT_DAY if int(day) > _REPLACEMENT_DAY else 0)
    whole = int(year) if len(year) == 4 else _century(int(year), int(serial[0])) + int(year)
    if not 1857 <= whole <= 2057:
        return False
    try:
        date(whole, int(month), number)
    except ValueError:
        return False
    return True


def _century(year: int, seventh: int) -> int:
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800


def modulus_11(digits: str) -> bool:
    """Tell whether ten digits have the check digit that CPR numbers had until 2007."""
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


def _digits(match: re.Match[str]) -> str:
    return "".join(match[part].replace(" ", "") for part in ("day", "month", "year", "serial"))
