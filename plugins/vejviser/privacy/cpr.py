"""CPR numbers in a text as it is read, however they are grouped.

A CPR number is a birth date and four digits: DDMMYY-NNNN; the first of the four tells the century. Replacement numbers,
for people without one yet, have 60 added to the day. Modulus 11 has not been guaranteed since 2007 and is never asked
for (https://cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from stdnum.dk import cpr

from vejviser.privacy import words
from vejviser.privacy.birth_dates import NEXT_YEAR, birth_date
from vejviser.privacy.digits import Group
from vejviser.privacy.number import Number
from vejviser.privacy.surroundings import Surroundings

_MOST_GROUPS = _MOST_DIGITS = 12
_SHORT_DATES = frozenset([(6,), (2, 2, 2), (4, 2), (2, 4), (3, 3), (1,) * 6])
_LONG_DATES = frozenset([(8,), (2, 2, 4), (1,) * 8])
_SERIALS = frozenset([(4,), (2, 2), (1, 1, 1, 1)])
_ALMOST_A_HUNDRED = 27
"""A year of birth up to this one with a seventh digit below 4 is nobody's who is younger than 98."""
_CELL = re.compile(r"[\t|;]")

_YEAR_FOLLOWS = re.compile(r"([.\-/ ]|\. )(?:[0-9]{4}|[0-9]{2})(?![0-9])")
_TIME_BETWEEN = frozenset([":", "."])
_SENTENCE_ENDS = re.compile(r"[.;?!]\s")
_MONTHS = frozenset(f"{month:02}" for month in range(1, 13))
_CENTURIES = ("18", "19", "20")


@dataclass(frozen=True, slots=True)
class _Written:
    """Nine to twelve digits, and how they are written: the groups' lengths, and what stands between the groups."""

    start: int
    end: int
    digits: str
    lengths: tuple[int, ...]
    between: tuple[str, ...]
    date_groups: int
    """How many groups the date has; 0 when no group ends where the date does."""

    @property
    def halves(self) -> str:
        """What stands between the date and the four digits."""
        return self.between[self.date_groups - 1] if self.date_groups else ""

    @property
    def born(self) -> str:
        return self.digits[:-4]

    @property
    def serial(self) -> str:
        return self.digits[-4:]

    @property
    def is_grouped_well(self) -> bool:
        """Whether the groups are those in which people write a CPR number."""
        return (
            self.lengths[: self.date_groups] in (_SHORT_DATES if len(self.digits) == 10 else _LONG_DATES)
            and self.lengths[self.date_groups :] in _SERIALS
        )


def cpr_numbers(text: str, groups: list[Group], around: Surroundings) -> Iterator[Number]:
    """Yield every CPR number that groups of digits of `text`, with no letter between them, make, in order."""
    index, free = 0, True
    while index < len(groups):
        found = _at(text, groups, index, around) if free or not _inside_a_run(text, groups, index) else None
        index += 1
        free = bool(found)
        if found:
            yield found
            while index < len(groups) and groups[index][0] < found.end:
                index += 1


def _inside_a_run(text: str, groups: list[Group], index: int) -> bool:
    """Return whether a group is one of many of its length with the same between them; no number begins there."""
    (_, before), (start, end), (after, _) = groups[index - 1], groups[index], groups[min(index + 1, len(groups) - 1)]
    size = end - start
    return size <= 2 and before - groups[index - 1][0] == size and text[before:start] == text[end:after]


def _at(text: str, groups: list[Group], index: int, around: Surroundings) -> Number | None:
    """Return the number that begins with group `index`."""
    digits, size = "", 0
    for last, (start, end) in enumerate(groups[index : index + _MOST_GROUPS]):
        size += end - start
        if size > _MOST_DIGITS:
            return None
        digits += text[start:end]
        if size == 4 and last == 1 and digits[2:4] not in _MONTHS:
            return None  # the first two groups are a day and a month
        if size >= 9 and _may_be_one(digits, last):
            found = _judged(_written(text, groups[index : index + last + 1], digits), around)
            if found:
                return found
    return None


def _may_be_one(digits: str, more_groups: int) -> bool:
    """Return quickly whether digits can begin with a day and a month; nothing else is looked at closely."""
    size = len(digits)
    if more_groups <= 1:
        return digits[2:4] in _MONTHS or digits[1:3] in _MONTHS or size == 12
    if size == 12 and digits[4:6] not in _CENTURIES:
        return False
    return size in (10, 12) and digits[2:4] in _MONTHS and digits[0] not in "45"


def _written(text: str, parts: list[Group], digits: str) -> _Written:
    return _Written(
        parts[0][0],
        parts[-1][1],
        digits,
        tuple([end - start for start, end in parts]),
        tuple([text[end:start] for (_, end), (start, _) in pairwise(parts)]),
        _date_groups(parts, len(digits) - 4),
    )


def _date_groups(parts: list[Group], wanted: int) -> int:
    """Return how many groups hold the first `wanted` digits; 0 when a group goes over."""
    held = 0
    for number, (start, end) in enumerate(parts, 1):
        held += end - start
        if held >= wanted:
            return number if held == wanted and number < len(parts) else 0
    return 0


def _judged(written: _Written, around: Surroundings) -> Number | None:
    size = len(written.digits)
    if size == 9:
        return _lost_zero(written, around)
    born = birth_date(written.digits) if size != 11 else None
    if born is None or _is_two_dates(written, around):
        return _without_a_date(written, around) if born is None else None
    start, end = written.start, written.end
    said, is_time = around.says_national(start, end), _is_time(written)
    if around.in_uuid(start, end) or (is_time and (size == 12 or not said)):
        return None
    bare = len(written.lengths) == 1
    if said and not (bare and around.says_other_number(start)):
        return _national_number(written, certain=True, bare=False)
    if bare:
        return _bare(written, born, around)
    innocent = not written.is_grouped_well or _is_innocent(written, born, around)
    return None if innocent else _national_number(written, certain=True, bare=written.lengths == (2, 2, 2, 2, 2))


def _national_number(written: _Written, *, certain: bool, bare: bool) -> Number:
    return Number(written.start, written.end, written.digits, certain, bare)


def _bare(written: _Written, born: date, around: Surroundings) -> Number | None:
    """Judge ten digits in a row: a CPR number in what people read, unless a word says what else they are.

    With the check digit that most CPR numbers have, what is said to be another number may be one all the same.
    """
    start, end = written.start, written.end
    checks = cpr.checksum(written.digits) == 0
    other = around.says_other_number(start) or around.says_amount(end, end)
    if len(written.digits) != 10 or around.part_of_more(start, end) or (other and not checks):
        return None
    if not checks and (_is_too_old(written, born) or around.in_address(start)):
        return None
    return _national_number(written, certain=not other and (checks or around.prose), bare=True)


def _is_innocent(written: _Written, born: date, around: Surroundings) -> bool:
    """Return whether six and four digits are rather a date and a year, a time, or two numbers of many."""
    halves = written.halves
    if sum(bool(_CELL.search(item)) for item in written.between) > 1 and not _is_parted_date(written, around):
        return True  # over three cells and more: a row of figures
    is_dotted = len(written.lengths) > 2
    joined = "-" in halves and not _CELL.search(halves) and len(halves) <= 8
    if _is_date_and_more(written, born, is_dotted=is_dotted, joined=joined):
        return True
    if joined and not is_dotted:
        return False
    if written.lengths[:2] == (3, 3) and not joined:
        return True
    if any("%" in item or (item is not halves and len(item.strip(" ")) > 2) for item in written.between):
        return True
    return not joined and _are_two(written, around)


def _is_parted_date(written: _Written, around: Surroundings) -> bool:
    """Return whether each digit has a box of its own, or day, month and year have, one of them with a leading zero."""
    parted = written.lengths == (2, 2, 2, 4) and "0" in (written.digits[0], written.digits[2], written.digits[4])
    boxes = max(written.lengths) == 1 and all(map(_CELL.search, written.between))
    return parted or (boxes and not around.text[max(0, written.start - 1) : written.start].isalnum())


def _is_date_and_more(written: _Written, born: date, *, is_dotted: bool, joined: bool) -> bool:
    """Return whether a date comes first, and then a year, or hours and minutes."""
    serial = written.serial
    is_later_year = born.year <= int(serial) <= min(born.year + 40, NEXT_YEAR)
    if len(written.digits) == 12:
        return is_later_year or (born.year >= 2000 and _is_clock(serial))
    if is_later_year and is_dotted:
        return True
    return _is_too_old(written, born) and (not joined or is_dotted or _is_year(serial) or _is_clock(serial))


def _are_two(written: _Written, around: Surroundings) -> bool:
    """Return whether six digits and four are two numbers: of two sentences, of two rows, of a list, of an amount."""
    start, end, halves = written.start, written.end, written.halves
    text = around.text
    if text[end : end + 1].isalpha() or _SENTENCE_ENDS.search(halves) or around.says_other_number(start):
        return True
    cells = text[max(0, start - 1) : start] + text[end : end + 1]
    if "\n" in halves and any(item in cells for item in "\t|;,"):
        return True
    many = 2 if _CELL.search(halves) or '"' in halves else 1
    return around.neighbours(start, end) >= many or around.says_amount(end, end)


def _is_too_old(written: _Written, born: date) -> bool:
    return len(written.digits) == 10 and 1900 <= born.year <= 1900 + _ALMOST_A_HUNDRED


def _is_time(written: _Written) -> bool:
    """Return whether the last four digits are hours and minutes: 12.05.1990 12:34."""
    return written.lengths[-2:] == (2, 2) and written.between[-1] in _TIME_BETWEEN and written.halves.strip() == ""


def _is_two_dates(written: _Written, around: Surroundings) -> bool:
    """Return whether the last four digits are the day and month of a second date: 14.03.2016-31.12.2019."""
    if written.lengths[-2:] != (2, 2) or written.date_groups < 3 or written.between[-1] != written.between[0]:
        return False
    year = _YEAR_FOLLOWS.match(around.text, written.end)
    return year is not None and year[1] == written.between[0] and birth_date(f"{written.serial}20000000") is not None


def _is_clock(serial: str) -> bool:
    return int(serial[:2]) < 24 and int(serial[2:]) < 60


def _is_year(serial: str) -> bool:
    return 1900 <= int(serial) <= 2099


def _lost_zero(written: _Written, around: Surroundings) -> Number | None:
    """Judge nine digits, which a sheet made of ten, where a word or a heading says that they are a CPR number."""
    if written.lengths not in ((9,), (5, 4)) or birth_date("0" + written.digits) is None:
        return None
    start, end = written.start, written.end
    if around.part_of_more(start, end) or around.says_other_number(start):
        return None
    said = around.says_national(start, end) or (
        len(written.lengths) == 1 and words.NUMBER_COLUMN.fullmatch(around.heading(start))
    )
    return Number(start, end, "0" + written.digits, certain=True, bare=False) if said else None


def _without_a_date(written: _Written, around: Surroundings) -> Number | None:
    """Judge six and four digits that begin with no date, where a word says that they are a CPR number."""
    if written.lengths not in ((6, 4), (8, 4)) or written.halves not in ("-", "+"):
        return None
    start, end = written.start, written.end
    if around.in_uuid(start, end) or around.part_of_more(start, end) or around.says_other_number(start):
        return None
    return _national_number(written, certain=True, bare=False) if around.says_national(start, end) else None
