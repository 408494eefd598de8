"""ISO 8601 offsets such as P3M: when a follow-up falls, and how one says it in words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from babel.units import format_unit

from vejviser.model.checklist import FollowUp

_OFFSET = re.compile(r"(?P<sign>-?)P(?:(?P<year>\d+)Y)?(?:(?P<month>\d+)M)?(?:(?P<week>\d+)W)?(?:(?P<day>\d+)D)?")
_DAYS = {"year": 365.25, "month": 30.44, "week": 7, "day": 1}
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Offset:
    """A stretch of time before (`sign` -1) or after (1) a start."""

    sign: int
    year: int = 0
    month: int = 0
    week: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> "Offset":
        """Read an offset of the model's pattern; raises ValueError for anything else."""
        match = _OFFSET.fullmatch(text)
        if match is None:
            raise ValueError(text)
        parts = {unit: int(match[unit] or 0) for unit in _DAYS}
        return cls(-1 if match["sign"] else 1, **parts)

    def plus(self, other: "Offset", times: int) -> "Offset":
        """Give this offset with `times` times the other one added; both lie after the start."""
        sums = {unit: getattr(self, unit) + times * getattr(other, unit) for unit in _DAYS}
        return Offset(self.sign, **sums)

    @property
    def days(self) -> float:
        """About how many days it is: good for comparing, not for a calendar."""
        return float(self.sign * sum(getattr(self, unit) * length for unit, length in _DAYS.items()))


def follow_up_days(follow_up: FollowUp) -> tuple[Offset, ...]:
    """Give every time a follow-up falls: {offset: P3M, repeat: P3M, until: P6M} gives P3M and P6M."""
    first = Offset.parse(follow_up.offset)
    if follow_up.repeat is None:
        return (first,)
    step = Offset.parse(follow_up.repeat)
    if follow_up.until is None:
        return tuple(first.plus(step, times) for times in range(follow_up.count or 1))
    last = Offset.parse(follow_up.until).days
    most = int((last - first.days) / step.days + 0.05) + 1 if step.days > 0 else 1
    return tuple(first.plus(step, times) for times in range(max(1, most)))


def in_words(offset: Offset, start: str, language: str, labels: Mapping[str, str]) -> str:
    """Say an offset in words: "3 måneder efter dagen for matchmødet"."""
    parts = [_counted(count, unit, language) for unit in _DAYS if (count := getattr(offset, unit))]
    if not parts:
        return start
    period = " ".join(parts)
    template = labels["after"] if offset.sign > 0 else labels["before"]
    return template.format(period=period, start=start).strip() if start else period


def _counted(count: int, unit: str, language: str) -> str:
    """Say "3 måneder". Babel leaves out long Arabic forms that are the same as the short ones, and gives the key."""
    words = format_unit(count, f"duration-{unit}", locale=language)
    return format_unit(count, f"duration-{unit}", "short", locale=language) if "duration-" in words else words
