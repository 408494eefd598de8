"""How far down the sums of a table are published, and who shares a sum with whom."""

from collections.abc import Iterable, Mapping
from enum import IntEnum

from vejviser.model.status import Indicator
from vejviser.status.values import COUNTRY, Totals


class Level(IntEnum):
    """The sums that are published of a table in one quarter: all of a level or none of it."""

    NONE = 0
    COUNTRY = 1
    REGION = 2


def pool(level: Level, region: str) -> str | None:
    """Give the area whose published sum holds a municipality of `region`; None where no sum is published."""
    return {Level.REGION: region, Level.COUNTRY: COUNTRY, Level.NONE: None}[level]


def pools(level: Level, codes: Iterable[str], regions: Mapping[str, str]) -> dict[str | None, list[str]]:
    """Sort municipalities after the published sum they are part of."""
    shared: dict[str | None, list[str]] = {}
    for code in codes:
        shared.setdefault(pool(level, regions[code]), []).append(code)
    return shared


def level_of(totals: Totals, indicator: Indicator) -> Level:
    """Find the level that a quarter's sums were published on."""
    if any(isinstance(totals.of(area, indicator), int) for area in totals.sums if area != COUNTRY):
        return Level.REGION
    return Level.COUNTRY if isinstance(totals.of(COUNTRY, indicator), int) else Level.NONE
