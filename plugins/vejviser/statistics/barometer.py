"""The national page: one line a municipality and an area, for one quarter."""

from collections.abc import Mapping
from dataclasses import dataclass

from vejviser.content.model.disclosure_policy import Goal, Policy
from vejviser.content.model.statistics import Cell, Indicator
from vejviser.content.settings import current
from vejviser.statistics.figures import Rate, area_rate, area_share, area_sum, rate, share
from vejviser.statistics.types import COUNTRY, Published


@dataclass(frozen=True, slots=True)
class BarometerRow:
    """One municipality in the table: its figures, its share, and its figures per 10,000 inhabitants."""

    code: str
    region: str
    cells: Mapping[Indicator, Cell]
    share: Cell
    rates: Mapping[Indicator, Rate]


@dataclass(frozen=True, slots=True)
class BarometerArea:
    """A region or the whole country under the table."""

    area: str
    sums: Mapping[Indicator, Cell]
    share: Cell
    rates: Mapping[Indicator, Rate]


@dataclass(frozen=True, slots=True)
class Barometer:
    """All municipalities and areas in one quarter, and the goal they are held against."""

    period: str
    rows: tuple[BarometerRow, ...]
    areas: tuple[BarometerArea, ...]
    goal: Goal | None
    shown: int
    """How many figures there are in the table."""
    base: int
    version: int
    invented: bool

    @property
    def country(self) -> BarometerArea:
        """The whole country; it is the last of the areas."""
        return self.areas[-1]


def barometer(published: Published, populations: Mapping[str, int], policy: Policy) -> Barometer:
    """Return the national table of one quarter, in the order of the codes."""
    counted = current().indicators
    rows = sorted(published.status.rows, key=lambda row: row.code)
    least = policy.share_base
    areas = [*sorted({*published.regions.values()} - {""}), COUNTRY]
    return Barometer(
        period=published.period,
        rows=tuple(
            BarometerRow(
                row.code,
                published.regions[row.code],
                row.cells,
                share([row.cells], least),
                {item: rate(row.cells[item], populations.get(row.code)) for item in counted.summed},
            )
            for row in rows
        ),
        areas=tuple(_area(published, area, populations, least) for area in areas),
        goal=policy.goal,
        shown=sum(row.cells[indicator] is not None for row in rows for indicator in counted.ids),
        base=published.status.base,
        version=published.status.version,
        invented=published.status.invented,
    )


def _area(published: Published, area: str, populations: Mapping[str, int], least: int) -> BarometerArea:
    return BarometerArea(
        area,
        {item: area_sum(published, area, item) for item in current().indicators.summed},
        area_share(published, area, least),
        {item: area_rate(published, area, item, populations) for item in current().indicators.summed},
    )
