"""Days as they stand in a document: in words, as its language writes them, whoever fills the field in."""

import re
from datetime import date
from functools import cache

from babel.dates import format_date

from vejviser.content.languages import locale

_DAY = re.compile(r"[12]\d{3}-\d\d-\d\d", re.ASCII)
_NARROW_SPACE, _SPACE = "\u202f", "\u00a0"
"""No field font has the one; both keep together what belongs together."""
_SAMPLE = (2000, 17)
"""A year and a day that look like no month."""


def is_day(value: str) -> bool:
    """Return whether `value` is a day as a date field takes it: "2026-12-01", in none of ISO 8601's other ways."""
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return bool(_DAY.fullmatch(value))


@cache
def months(language: str) -> tuple[str, ...]:
    """Return how a language writes a day of each month, "{day}. januar {year}"; the browser writes days by it too."""
    year, day = _SAMPLE
    written = (format_date(date(year, month, day), "long", locale=locale(language)) for month in range(1, 13))
    plain = (each.replace(_NARROW_SPACE, _SPACE) for each in written)
    return tuple(each.replace(str(day), "{day}").replace(str(year), "{year}") for each in plain)


def day_in_words(value: str, language: str) -> str:
    """Return a day ("2026-12-01") in words ("1. december 2026"); any other text as it is."""
    if not is_day(value):
        return value
    day = date.fromisoformat(value)
    return months(language)[day.month - 1].replace("{day}", str(day.day)).replace("{year}", str(day.year))
