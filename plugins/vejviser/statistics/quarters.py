"""Quarters: 2026-Q3, the one before it, its last day, and who belonged to which region then."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from vejviser.content.model.municipality import Municipality

PERIOD = re.compile(r"(?P<year>\d{4})-Q(?P<quarter>[1-4])")
"""A quarter as file names and titles write it: 2026-Q3."""


def is_period(text: str) -> bool:
    """Return whether `text` is a quarter such as 2026-Q3."""
    return PERIOD.fullmatch(text) is not None


def previous(period: str) -> str:
    """Return the quarter before: 2026-Q1 -> 2025-Q4."""
    year, quarter = _parts(period)
    return f"{year}-Q{quarter - 1}" if quarter > 1 else f"{year - 1}-Q4"


def following(period: str) -> str:
    """Return the quarter after: 2026-Q4 -> 2027-Q1."""
    year, quarter = _parts(period)
    return f"{year}-Q{quarter + 1}" if quarter < 4 else f"{year + 1}-Q1"


def earlier(period: str, quarters: int) -> str:
    """Return the quarter so many before: 2026-Q3, 2 -> 2026-Q1."""
    for _ in range(quarters):
        period = previous(period)
    return period


def last_day(period: str) -> date:
    """Return the last day of the quarter: 2026-Q3 -> 30 September 2026."""
    year, quarter = _parts(period)
    first_of_next = date(year + quarter // 4, quarter % 4 * 3 + 1, 1)
    return first_of_next - timedelta(days=1)


def regions_in(municipalities: Iterable[Municipality], period: str) -> dict[str, str]:
    """Return the id of the region that each municipality, by code, belonged to on the last day of the quarter."""
    day = last_day(period)
    return {municipality.code: municipality.region_on(day) for municipality in municipalities}


def _parts(period: str) -> tuple[int, int]:
    parts = PERIOD.fullmatch(period)
    if parts is None:
        raise ValueError(period)
    return int(parts["year"]), int(parts["quarter"])
