"""The values that pass between the rooms of `vejviser.statistics`."""

from collections.abc import Mapping
from dataclasses import dataclass

from vejviser.content.model.statistics import Cell, Indicator, StatusPeriod

COUNTRY = "*"
"""The area id of the whole country; every other area is a region's id, which has no such sign."""

Count = int | None
"""A reported count of persons, or None: not reported."""
Cells = Mapping[Indicator, Cell]
"""What is published of one municipality in one quarter."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """What a municipality reported for one quarter, before protection. Lives in memory only."""

    code: str
    cells: Mapping[Indicator, Count]
    line: int = 1


@dataclass(frozen=True, slots=True)
class Published:
    """A quarter as everybody can read it, and the region of every municipality then."""

    status: StatusPeriod
    regions: Mapping[str, str]

    @property
    def period(self) -> str:
        """The quarter: 2026-Q3."""
        return self.status.period

    def cells(self) -> dict[str, Cells]:
        """Return the cells of every municipality in the file, by code."""
        return {row.code: row.cells for row in self.status.rows}


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that has ever been published."""

    quarters: tuple[Published, ...] = ()
    """The newest version of every quarter in data/status/."""
    periods: frozenset[str] = frozenset()
    """Quarters that have been published and whose file may be gone: told by the history of the folder."""

    def of(self, period: str) -> Published | None:
        """Return the quarter as it is published now."""
        return next((quarter for quarter in self.quarters if quarter.period == period), None)


def percent(part: int, whole: int) -> int:
    """Return a share in whole percent, halves upwards; `whole` is not zero."""
    return (200 * part + whole) // (2 * whole)
