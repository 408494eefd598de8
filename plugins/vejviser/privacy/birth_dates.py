"""The date that a CPR number begins with, in the century that its seventh digit gives."""

from datetime import date
from functools import lru_cache

from stdnum.dk import cpr
from stdnum.exceptions import ValidationError

NEXT_YEAR = 2037
"""No number written with its whole year is of somebody born later."""


def birth_date(digits: str) -> date | None:
    """Return the date that a CPR number of ten digits, or of twelve with the whole year, begins with.

    None if it is none.

    A day over 60 is a replacement number's.
    """
    return _short_date(digits[:7]) if len(digits) == 10 else _long_date(digits[:8])


@lru_cache(maxsize=1 << 16)
def _short_date(digits: str) -> date | None:
    try:
        return cpr.get_birth_date(f"{_day_of_month(digits)}{digits[2:]}000")
    except ValidationError:
        return None


def _long_date(digits: str) -> date | None:
    try:
        born = date(int(digits[4:]), int(digits[2:4]), int(_day_of_month(digits)))
    except ValueError:
        return None
    return born if 1857 <= born.year <= NEXT_YEAR else None


def _day_of_month(digits: str) -> str:
    day = int(digits[:2])
    return f"{day - 60 if day > 60 else day:02}"
