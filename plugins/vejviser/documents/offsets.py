"""When a checklist's follow-ups fall, and how one says it in words."""

from collections.abc import Iterator, Mapping

from babel.units import format_unit

from vejviser.model.checklist import FollowUp
from vejviser.model.dates import Offset, parse_offset

_DAYS = {"years": 365.25, "months": 30.44, "weeks": 7.0, "days": 1.0}
_ROUNDING = 0.05
"""Months differ in length: six of them may lie a little beyond half a year."""


def follow_up_offsets(follow_up: FollowUp) -> tuple[Offset, ...]:
    """Give every time a follow-up falls: {offset: P3M, repeat: P3M, until: P6M} gives P3M and P6M."""
    first = parse_offset(follow_up.offset)
    if follow_up.repeat is None:
        return (first,)
    step = parse_offset(follow_up.repeat)
    times = follow_up.count or 1
    if follow_up.until is not None:
        times = 1 + int((_length(parse_offset(follow_up.until)) - _length(first)) / _length(step) + _ROUNDING)
    return tuple(_later(first, step, count) for count in range(max(1, times)))


def in_words(offset: Offset, start: str, language: str, labels: Mapping[str, str]) -> str:
    """Say an offset in words: "3 måneder efter dagen for matchmødet"."""
    period = " ".join(_counted(offset, language)) or start
    if not start or period == start:
        return period
    return labels["before" if offset.before else "after"].format(period=period, start=start)


def _length(offset: Offset) -> float:
    return sum(float(getattr(offset, unit)) * days for unit, days in _DAYS.items())


def _later(first: Offset, step: Offset, times: int) -> Offset:
    sums = {unit: getattr(first, unit) + times * getattr(step, unit) for unit in _DAYS}
    return Offset(before=first.before, **sums)


def _counted(offset: Offset, language: str) -> Iterator[str]:
    """Say "3 måneder". Babel leaves out long Arabic forms that are the same as the short ones, and gives the key."""
    for unit in _DAYS:
        if count := getattr(offset, unit):
            key = f"duration-{unit.removesuffix('s')}"
            words = format_unit(count, key, locale=language)
            yield format_unit(count, key, "short", locale=language) if key in words else words
