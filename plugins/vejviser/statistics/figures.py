"""What the pages show of a municipality: quarters in a row, its share, and how it stands beside region and country.

Everything here is worked out from published figures, sums of regions and country included: it tells nothing more.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vejviser.content.model.disclosure_policy import Policy
from vejviser.content.model.statistics import Cell, Indicator, StatusRow
from vejviser.content.settings import current
from vejviser.statistics.types import COUNTRY, Published, percent

Rate = float | None
"""A figure per 10,000 inhabitants; None: not reported."""

Row = Mapping[Indicator, Cell]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A municipality's figure beside its region's and the country's: per 10,000 inhabitants."""

    indicator: Indicator
    own: Rate
    region: Rate
    country: Rate


@dataclass(frozen=True, slots=True)
class ShareComparison:
    """The share that a part is of its whole, in percent, beside region, country and goal."""

    own: Cell
    region: Cell
    country: Cell
    goal: int | None


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
    bases: tuple[int, ...]
    """What the figures of each quarter are rounded to."""


@dataclass(frozen=True, slots=True)
class History:
    """All published quarters, oldest first, with what every municipality's page needs of them worked out once."""

    quarters: tuple[Published, ...]
    cells: tuple[Mapping[str, Row], ...]
    rates: tuple[Mapping[str, Mapping[Indicator, Rate]], ...]
    """Per 10,000 inhabitants, by area."""
    populations: Mapping[str, int]
    policy: Policy


def history(published: Iterable[Published], populations: Mapping[str, int], policy: Policy) -> History:
    """Put the published quarters in order. `populations` gives the inhabitants of every municipality."""
    quarters = tuple(sorted(published, key=lambda item: item.period))
    rates = tuple(
        {
            area: {
                indicator: area_rate(quarter, area, indicator, populations) for indicator in current().indicators.summed
            }
            for area in (*sorted(set(quarter.regions.values())), COUNTRY)
        }
        for quarter in quarters
    )
    return History(quarters, tuple(quarter.cells() for quarter in quarters), rates, populations, policy)


def municipality_figures(code: str, past: History) -> MunicipalityFigures:
    """Return what the status page of the municipality shows."""
    counted = current().indicators.ids
    nothing: Row = dict.fromkeys(counted)
    rows = [cells.get(code, nothing) for cells in past.cells]
    at = max((at for at, row in enumerate(rows) if any(cell is not None for cell in row.values())), default=None)
    quarters, least = past.quarters, past.policy.share_base
    return MunicipalityFigures(
        code=code,
        periods=tuple(quarter.period for quarter in quarters),
        regions=tuple(quarter.regions.get(code) for quarter in quarters),
        trends={indicator: tuple(row[indicator] for row in rows) for indicator in counted},
        shares=tuple(share([row], least) for row in rows),
        region_shares=tuple(area_share(quarter, quarter.regions.get(code, ""), least) for quarter in quarters),
        country_shares=tuple(area_share(quarter, COUNTRY, least) for quarter in quarters),
        latest=None if at is None else quarters[at].period,
        comparisons=() if at is None else _comparisons(code, rows[at], past, at),
        share=None if at is None else _share_comparison(code, rows[at], quarters[at], past.policy),
        invented=any(
            quarter.status.invented for quarter, row in zip(quarters, rows, strict=True) if row is not nothing
        ),
        bases=tuple(quarter.status.base for quarter in quarters),
    )


def share(rows: Iterable[Row], least: int) -> Cell:
    """Return what share the part is of its whole, in whole percent, of all rows together.

    None where the whole is fewer than `least`: of so few, rounded counts make no share.
    """
    counted = current().indicators.share
    pairs = [(row[counted[0]], row[counted[1]]) for row in rows] if counted else []
    known = [(all_of_them, some) for all_of_them, some in pairs if all_of_them is not None and some is not None]
    whole, part = (sum(column) for column in zip(*known, strict=True)) if known else (0, 0)
    return min(100, percent(part, whole)) if whole >= least else None


def rate(count: Cell, population: int | None) -> Rate:
    """Return a count per 10,000 inhabitants, with one decimal; None where either is not known."""
    return None if count is None or not population else round(10_000 * count / population, 1)


def rows_in(published: Published, area: str) -> list[StatusRow]:
    """Return the municipalities of a region, or of the whole country."""
    return [row for row in published.status.rows if area in (COUNTRY, published.regions[row.code])]


def area_sum(published: Published, area: str, indicator: Indicator) -> Cell:
    """Return the sum of the published figures of a region or the country; None where nobody reported."""
    reported = [cell for row in rows_in(published, area) if (cell := row.cells[indicator]) is not None]
    return sum(reported) if reported else None


def area_share(published: Published, area: str, least: int) -> Cell:
    """Return the share in a region or the country."""
    return share((row.cells for row in rows_in(published, area)), least)


def area_rate(published: Published, area: str, indicator: Indicator, populations: Mapping[str, int]) -> Rate:
    """Return an area's sum per 10,000 inhabitants of the municipalities that reported."""
    codes = [row.code for row in rows_in(published, area) if row.cells[indicator] is not None]
    known = all(code in populations for code in codes)
    return rate(area_sum(published, area, indicator), sum(populations[code] for code in codes) if known else None)


def _comparisons(code: str, row: Row, past: History, at: int) -> tuple[Comparison, ...]:
    region, rates = past.quarters[at].regions[code], past.rates[at]
    return tuple(
        Comparison(item, rate(row[item], past.populations.get(code)), rates[region][item], rates[COUNTRY][item])
        for item in current().indicators.summed
    )


def _share_comparison(code: str, row: Row, published: Published, policy: Policy) -> ShareComparison:
    least = policy.share_base
    region = area_share(published, published.regions[code], least)
    return ShareComparison(share([row], least), region, area_share(published, COUNTRY, least), policy.goal_share)
