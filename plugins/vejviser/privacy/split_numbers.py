"""CPR numbers whose date and four digits stand apart in a sentence, or whose date is not written as in the number.

"Born 12/05/90 … the last four are NNNN", "12. maj 1990-NNNN", "CPR: 1990-05-12-NNNN", "CPR: 12/5-90-NNNN". A date alone
says little and four digits alone say nothing: a word has to tell that they are the two halves of one number.
"""

import re
from collections.abc import Iterator

from vejviser.privacy import words
from vejviser.privacy.birth_dates import birth_date
from vejviser.privacy.number import Number
from vejviser.privacy.surroundings import Surroundings

_BEFORE, _AFTER = 140, 60
"""How far before and after the words "the last four are" the date is looked for, in letters."""
_MONTHS = (
    "jan|січ|يناير", "feb|лют|فبراير", "mar|берез|مارس", "apr|квіт|أبريل", "ma[jy]|трав|مايو", "jun|черв|يونيو",
    "jul|лип|يوليو", "aug|серп|أغسطس", "sep|верес|سبتمبر", "o[kc]t|жовт|أكتوبر", "nov|листоп|نوفمبر",
    "de[cs]|груд|ديسمبر",
)  # fmt: skip
_MONTH = re.compile("|".join(f"({month})" for month in _MONTHS), re.IGNORECASE)
_YEAR = r"(?:(?:18|19|20)[0-9]{2}|[0-9]{2})(?![0-9])"
_IN_WORDS = rf"([0-9]{{1,2}})\.?\s?((?:{'|'.join(_MONTHS)})[^\W\d]{{0,8}}\.?),?\s?({_YEAR})"
_IN_DIGITS = rf"([0-9]{{1,2}})[./\- ]{{1,2}}([0-9]{{1,2}})[./\- ]{{1,2}}({_YEAR})"
_YEAR_FIRST = r"((?:18|19|20)[0-9]{2})[-./ ]?([0-9]{2})[-./ ]?([0-9]{2})(?![0-9])"
_SIX = r"([0-9]{2})([0-9]{2})([0-9]{2})(?![0-9])"
_DATE = re.compile(rf"(?<![0-9])(?:{_YEAR_FIRST}|{_IN_WORDS}|{_IN_DIGITS}|{_SIX})", re.IGNORECASE)
_HALVES = r"[ .,;\t\"]{0,2}([-/(]|(?<=[ ,;\t\"]))[ \"]?([0-9]{4})(?![0-9])(?![.:/][0-9])"
_NUMBER_IN_WORDS = re.compile(rf"(?<![0-9]){_IN_WORDS}{_HALVES}", re.IGNORECASE)
_ODD_NUMBER = re.compile(rf"(?<![0-9])(?:{_YEAR_FIRST}|{_IN_DIGITS}){_HALVES}")
_WORD_BETWEEN = re.compile(r"(?<![0-9])([0-9]{2})([0-9]{2})([0-9]{2})[^0-9\n]{1,30}([0-9]{4})(?![0-9])")

_SIX_SIGNS = re.compile(r"[0-9][0-9Oo]{5}(?![0-9])")
_LETTERS_FOR_DIGITS = re.compile(r"\b[0-9Oo]{6} ?- ?[0-9OolI]{4}\b")
_AS_DIGITS = str.maketrans("OolI", "0011")
_LETTER = re.compile(r"[^\W\d_]")
_LAST_FOUR = re.compile(
    r"(?:(?:sidste\s(?:fire|4)|(?:fire|4)\ssidste(?:\s(?:cif|tal|num)\w{0,6})?|last\s(?:four|4)|останні\s(?:чотири|4)|آخر\s(?:أربعة|4))\b"
    r"(?!\s?(?:år|måned|uge|dag|kvartal|gang|møde|time|year|month|week|day|hour|рок|місяц|тиж))|"
    r"(?:slutter|ender)\s(?:på|med)|ends\s(?:in|with)|løbe-?\s?(?:nr|num)|kontrol-?\s?(?:cif|nr|num))"
    r"[^0-9]{0,40}([0-9]{4})(?![0-9])",
    re.IGNORECASE,
)
_LAST_FOUR_WORDS = ("sidste", "last", "останні", "آخر", "slutter", "ender", "ends", "løbe", "kontrol")
"""One of them, in small letters, stands in whatever `_LAST_FOUR` finds."""
_LAST_FOUR_REACH = (12, 110)
"""How far before and after such a word all of it lies."""
_HALVES_CLOSE = re.compile(
    r"[0-9]{2}[ .,;\t\"\-/(]{1,4}[0-9]{4}(?![0-9])(?![.:/][0-9])|[0-9]{6}[^0-9\n]{1,30}[0-9]{4}(?![0-9])"
)
"""Stands in whatever has the date and the four digits beside each other; hardly any text has it."""
_BORN = re.compile(
    r"født|fødsel|foedt|foedsel|\bf\.\s?[0-9]|\bborn\b|birth|народ|ولد|ميلاد|مولود|مواليد|cpr|person-?(?:nr|num)",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = re.compile(
    r"kort\b|konto|telefon|mobil|tlf|faktura|\bcard|account|phone|\bpin\b|картк|بطاقة|هاتف", re.IGNORECASE
)


def split_numbers(text: str, around: Surroundings) -> Iterator[Number]:
    """Yield the CPR numbers in `text` whose halves only words bring together.

    Or that are not written in usual signs.
    """
    if not _LETTER.search(text):
        return
    yield from _with_letters(text)
    small = text.lower().replace("ſ", "s")
    if may_tell_last_four(text, small):
        yield from _with_last_four(text)
    if not may_have_halves(text):
        return
    if words.NATIONAL.search(small):
        yield from _where_cpr_is_said(text, around)
    if _MONTH.search(small):
        yield from _with_month_in_words(text, around)


def may_have_halves(text: str) -> bool:
    """Return quickly whether a date and four digits may stand beside each other in `text`."""
    return bool(_HALVES_CLOSE.search(text))


def may_tell_last_four(text: str, small: str) -> bool:
    """Return quickly whether `text`, in small letters `small`, may speak of the last four digits and tell them."""
    if len(small) != len(text):
        return True  # letters that are two in small ones: the places are not the same
    before, after = _LAST_FOUR_REACH
    return any(
        _LAST_FOUR.search(text, max(0, at - before), at + after)
        for word in _LAST_FOUR_WORDS
        if word in small
        for at in _places(small, word)
    )


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _with_last_four(text: str) -> Iterator[Number]:
    """Yield numbers whose four digits are called the last four, and whose date of birth stands before or after them."""
    for four in _LAST_FOUR.finditer(text):
        start, end = max(0, four.start() - _BEFORE), four.end() + _AFTER
        if not _BORN.search(text, start, end) or _OF_SOMETHING_ELSE.search(
            text, max(0, four.start() - 20), four.start(1)
        ):
            continue
        before = list(_DATE.finditer(text, start, four.start()))
        dates = [*reversed(before), *_DATE.finditer(text, four.end(), end)]
        digits = next((digit for date in dates if (digit := _digits(date.groups(), four[1]))), "")
        if digits:
            yield Number(*four.span(1), digits, certain=True, bare=False)


def _where_cpr_is_said(text: str, around: Surroundings) -> Iterator[Number]:
    for match in _ODD_NUMBER.finditer(text):
        yield from _stated_number(match, match.groups()[:-2], match[match.re.groups], around)
    for match in _WORD_BETWEEN.finditer(text):
        if any(letter.isalpha() for letter in match[0]):
            yield from _stated_number(match, match.groups()[:-1], match[4], around)


def _with_month_in_words(text: str, around: Surroundings) -> Iterator[Number]:
    for match in _NUMBER_IN_WORDS.finditer(text):
        is_year = match[5].startswith(("18", "19", "20"))
        digits = "" if is_year or match[4] != "-" else _digits(match.groups()[:3], match[5])
        if digits:
            yield Number(*match.span(), digits, certain=True, bare=False)
        elif not is_year and match[4]:
            yield from _stated_number(match, match.groups()[:3], match[5], around)


def _stated_number(
    match: re.Match[str], date: tuple[str | None, ...], serial: str, around: Surroundings
) -> Iterator[Number]:
    digits = _digits(date, serial)
    if digits and around.says_national(*match.span()):
        yield Number(*match.span(), digits, certain=True, bare=False)


def _digits(date: tuple[str | None, ...], serial: str) -> str:
    """Return the ten digits that a date, whose parts stand among what is None, makes with the four; "" if none."""
    first, month, last = (item for item in date if item is not None)
    day, year = (last, first) if len(first) == 4 else (first, last)
    named = _MONTH.match(month)
    born = f"{int(day):02}{named.lastindex if named else int(month):02}{year}"
    return born[:4] + born[-2:] + serial if birth_date(born + serial) else ""


def _with_letters(text: str) -> Iterator[Number]:
    """Yield numbers with the letter O for a zero."""
    for six in _SIX_SIGNS.finditer(text):
        written = _LETTERS_FOR_DIGITS.match(text, six.start())
        if written and sum(letter.isdecimal() for letter in written[0]) in (7, 8, 9):
            digits = re.sub(r"\D", "", written[0].translate(_AS_DIGITS))
            if birth_date(digits):
                yield Number(*written.span(), digits, certain=True, bare=False)
