"""The values that pass between the rooms of `vejviser.status`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vejviser.model.status import INDICATORS, Cell, Indicator, StatusPeriod

COUNTRY = "dk"
"""The area id of the whole country in a file of totals; every other area is a region's id."""

Count = int | None
"""A reported count of persons, or None: not reported."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """What a municipality reported for one quarter, before protection. Lives in memory only."""

    code: str
    cells: Mapping[Indicator, Count]
    line: int = 1


SUMMED: tuple[Indicator, ...] = tuple(it for it in INDICATORS if it not in ("matches_6m", "matches_6m_working"))
"""The indicators whose sums are published. Of the follow-up after six months, areas get the share only."""


@dataclass(frozen=True, slots=True)
class Totals:
    """`data/status/totals/<period>.csv`: what is published of regions and country, by area id.

    True sums, also over figures that are hidden, and the share of matches that work after six months, in whole percent.
    The mark "x" is in place of what is withheld, None of what nobody in the area has reported.
    """

    period: str
    sums: Mapping[str, Mapping[Indicator, Cell]]
    shares: Mapping[str, Cell]
    path: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Where each area stands in its file."""

    def of(self, area: str, indicator: Indicator) -> Cell:
        """Give one sum; None where nobody in the area has reported."""
        return self.sums.get(area, {}).get(indicator)


@dataclass(frozen=True, slots=True)
class Published:
    """A quarter as everybody can read it, and the region of every municipality then."""

    status: StatusPeriod
    totals: Totals
    regions: Mapping[str, str]

    @property
    def period(self) -> str:
        """The quarter: 2026-Q3."""
        return self.status.period

    def cells(self) -> dict[str, Mapping[Indicator, Cell]]:
        """Give the cells of every municipality in the file, by code."""
        return {row.code: row.cells for row in self.status.rows}


def percent(part: int, whole: int) -> int:
    """Give a share in whole percent, halves upwards; `whole` is not zero."""
    return (200 * part + whole) // (2 * whole)
