"""Dates and ISO 8601 offsets: P1D, P1M, -P2W."""

import re
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from vejviser.content.model.base import Reviewed

_OFFSET = re.compile(r"(?P<sign>-?)P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?")


@dataclass(frozen=True, slots=True)
class Offset:
    """An ISO 8601 offset in its parts; all counts are positive, `before` tells the direction."""

    years: int
    months: int
    weeks: int
    days: int
    before: bool


def parse_offset(text: str) -> Offset:
    """Read an offset; raises ValueError for anything that is none, such as "P" or "1M"."""
    parts = _OFFSET.fullmatch(text)
    if parts is None or not any(parts[unit] for unit in ("years", "months", "weeks", "days")):
        raise ValueError(text)
    return Offset(
        years=int(parts["years"] or 0),
        months=int(parts["months"] or 0),
        weeks=int(parts["weeks"] or 0),
        days=int(parts["days"] or 0),
        before=bool(parts["sign"]),
    )


def shift(start: date, offset: str) -> date:
    """Add an offset to a date; 31 January + P1M is the last of February."""
    parts = parse_offset(offset)
    delta = relativedelta(years=parts.years, months=parts.months, weeks=parts.weeks, days=parts.days)
    return start - delta if parts.before else start + delta


def next_review(review: Reviewed) -> date:
    """Return the day by which somebody should read the text again."""
    return shift(review.reviewed, review.review_every)
