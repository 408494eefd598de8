"""What the pages show of a municipality: quarters in a row, its share, and how it stands beside region and country.

Everything here is worked out from published figures. Where one of them is hidden, so is what would be made of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from vejviser.model.policy import Goal
from vejviser.model.status import INDICATORS, SUPPRESSED, Cell, Indicator
from vejviser.status.values import COUNTRY, SUMMED, Published, percent

Rate = float | Literal["x"] | None
"""A figure per 10,000 inhabitants; hidden; or not reported."""

Row = Mapping[Indicator, Cell]
_NOTHING: Row = dict.fromkeys(INDICATORS)


@dataclass(frozen=True, slots=True)
class AreaSum:
    """A sum of region or country, and what it is made of.

    Where the true sum is withheld, `at_least` still says what those that are shown add up to.
    """

    total: Cell
    at_least: int
    reporting: int
    hidden: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """A municipality's figure beside its region's and the country's: per 10,000 inhabitants."""

    indicator: Indicator
    own: Rate
    region: Rate
    country: Rate


@dataclass(frozen=True, slots=True)
class ShareComparison:
    """The share of matches that work after six months, in percent, beside region, country and goal."""

    own: Cell
    region: Cell
    country: Cell
    goal: int


@dataclass(frozen=True, slots=True)
class MunicipalityFigures:
    """All that a status page shows of one municipality. Every sequence has one place a quarter of `periods`."""

    code: str
    periods: tuple[str, ...]
    regions: tuple[str | None, ...]
    trends: Mapping[Indicator, tuple[Cell, ...]]
    shares: tuple[Cell, ...]
    region_shares: tuple[Cell, ...]
    country_shares: tuple[Cell, ...]
    latest: str | None
    """The last quarter it reported anything for; None if it never did."""
    comparisons: tuple[Comparison, ...]
    share: ShareComparison | None
    invented: bool

    @property
    def has_hidden(self) -> bool:
        """Tell whether a figure is hidden, and the page must explain why."""
        return any(SUPPRESSED in cells for cells in self.trends.values())

    @property
    def has_hidden_share(self) -> bool:
        """Tell whether a share in its chart is hidden, and the page must explain why."""
        return SUPPRESSED in (*self.shares, *self.region_shares, *self.country_shares)


@dataclass(frozen=True, slots=True)
class History:
    """All published quarters, oldest first, with what every municipality's page needs of them worked out once."""

    quarters: tuple[Published, ...]
    cells: tuple[Mapping[str, Row], ...]
    rates: tuple[Mapping[str, Mapping[Indicator, Rate]], ...]
    """Per 10,000 inhabitants, by area."""
    populations: Mapping[str, int]
    goal: Goal


def history(published: Iterable[Published], populations: Mapping[str, int], goal: Goal) -> History:
    """Put the published quarters in order. `populations` gives the inhabitants of every municipality."""
    quarters = tuple(sorted(published, key=lambda it: it.period))
    rates = tuple(
        {
            area: {indicator: area_rate(it, area, indicator, populations) for indicator in SUMMED}
            for area in (*sorted(set(it.regions.values())), COUNTRY)
        }
        for it in quarters
    )
    return History(quarters, tuple(it.cells() for it in quarters), rates, populations, goal)


def municipality_figures(code: str, past: History) -> MunicipalityFigures:
    """Give what the status page of the municipality shows."""
    rows = [cells.get(code, _NOTHING) for cells in past.cells]
    at = max((at for at, row in enumerate(rows) if any(cell is not None for cell in row.values())), default=None)
    quarters = past.quarters
    return MunicipalityFigures(
        code=code,
        periods=tuple(it.period for it in quarters),
        regions=tuple(it.regions.get(code) for it in quarters),
        trends={indicator: tuple(row[indicator] for row in rows) for indicator in INDICATORS},
        shares=tuple(share(row) for row in rows),
        region_shares=tuple(it.totals.shares.get(it.regions.get(code, "")) for it in quarters),
        country_shares=tuple(it.totals.shares.get(COUNTRY) for it in quarters),
        latest=None if at is None else quarters[at].period,
        comparisons=() if at is None else _comparisons(code, rows[at], past, at),
        share=None if at is None else _share_comparison(code, rows[at], quarters[at], past.goal),
        invented=any(it.status.invented for it, row in zip(quarters, rows, strict=True) if row is not _NOTHING),
    )


def share(row: Row) -> Cell:
    """Give the share of matches that work after six months, in whole percent: hidden if either count is."""
    started, working = row["matches_6m"], row["matches_6m_working"]
    if SUPPRESSED in (started, working):
        return SUPPRESSED
    return percent(working, started) if isinstance(started, int) and isinstance(working, int) and started else None


def rate(count: Cell, population: int | None) -> Rate:
    """Give a count per 10,000 inhabitants, with one decimal; None where the population is not known."""
    if count == SUPPRESSED:
        return SUPPRESSED
    return round(10_000 * count / population, 1) if isinstance(count, int) and population else None


def area_sum(published: Published, area: str, indicator: Indicator) -> AreaSum:
    """Give the sum of a region or the country, and how many municipalities it is made of."""
    cells = [row.cells[indicator] for row in published.status.rows if area in (COUNTRY, published.regions[row.code])]
    reported = [cell for cell in cells if cell is not None]
    shown = [cell for cell in reported if isinstance(cell, int)]
    return AreaSum(published.totals.of(area, indicator), sum(shown), len(reported), len(reported) - len(shown))


def area_rate(published: Published, area: str, indicator: Indicator, populations: Mapping[str, int]) -> Rate:
    """Give an area's sum per 10,000 inhabitants of the municipalities that reported."""
    codes = [
        row.code
        for row in published.status.rows
        if row.cells[indicator] is not None and area in (COUNTRY, published.regions[row.code])
    ]
    known = all(code in populations for code in codes)
    return rate(published.totals.of(area, indicator), sum(populations[it] for it in codes) if known else None)


def _comparisons(code: str, row: Row, past: History, at: int) -> tuple[Comparison, ...]:
    region, rates = past.quarters[at].regions[code], past.rates[at]
    return tuple(
        Comparison(it, rate(row[it], past.populations.get(code)), rates[region][it], rates[COUNTRY][it])
        for it in SUMMED
    )


def _share_comparison(code: str, row: Row, published: Published, goal: Goal) -> ShareComparison:
    shares = published.totals.shares
    return ShareComparison(share(row), shares.get(published.regions[code]), shares.get(COUNTRY), goal.share)
