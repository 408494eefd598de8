"""Protect a quarter's figures: hide every small count, and as much more as it takes that none can be worked out.

What is published of a quarter: a file with one line a municipality, and a file with the true sums of regions and
country and the share of matches that work after six months.

1. A count of 1 to threshold-1 persons is hidden, and with it the columns that would tell it (`tables.py`). That goes
   for the matches that do *not* work, too, and for sums.
2. Where active matches are hidden, now or the quarter before, the new and ended matches between them are hidden.
3. In every area whose sum is published, further municipalities are hidden until the pool of hidden counts keeps its
   secrets (`margins.py`). Where that is not possible, no region's sum is published, or no sum at all (`settle.py`).
4. If municipalities that shared a sum of active matches do not share one any more (one of them has stopped reporting,
   or moved to another region), the sums of ended matches are withheld: with them, the difference could be worked out.

What it achieves, and why it is true for all quarters together, stands in docs/adr/0010-statistikbeskyttelse.md.
Nothing in the result depends on the raw figures of earlier quarters, which nobody has any more.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vejviser.model.policy import Policy
from vejviser.model.status import INDICATORS, SUPPRESSED, Cell, Indicator, StatusPeriod, StatusRow
from vejviser.problems import Problem
from vejviser.status.audit import audit
from vejviser.status.levels import Level
from vejviser.status.links import Codes, hidden_codes, is_broken
from vejviser.status.loss import Loss, count_loss
from vejviser.status.quarters import previous
from vejviser.status.refusals import refusals
from vejviser.status.settle import Quarter, Settled, settle_alone, settle_matches
from vejviser.status.tables import ACTIVE, ALONE, OUTCOME, TURNOVER, Table
from vejviser.status.values import COUNTRY, SUMMED, Published, RawRow, Totals, percent

Settlement = Mapping[Table, Settled]


@dataclass(frozen=True, slots=True)
class Protection:
    """A protected quarter and what it cost; or the problems for which nothing may be published."""

    published: Published | None = None
    loss: Loss | None = None
    problems: tuple[Problem, ...] = ()


def protect(
    rows: Sequence[RawRow],
    *,
    period: str,
    regions: Mapping[str, str],
    earlier: Sequence[Published],
    policy: Policy,
    path: str = "",
    invented: bool = False,
) -> Protection:
    """Protect the raw `rows` of the quarter `period`.

    `regions` gives every municipality's region in that quarter; `earlier` holds all quarters published before, in any
    order; `path` is the raw file's name, for the problems. Gives problems and nothing else where it must refuse.
    """
    problems = refusals(rows, period=period, regions=regions, earlier=earlier, path=path)
    if problems:
        return Protection(problems=problems)
    quarter = _quarter(rows, period, regions, earlier, policy)
    before = next((it for it in earlier if it.period == previous(period)), None)
    published = _published(quarter, period, before, invented)
    leaks = audit([*earlier, published], policy)
    if leaks:
        return Protection(problems=leaks)
    return Protection(published, count_loss(rows, published, policy.threshold))


def _quarter(
    rows: Sequence[RawRow], period: str, regions: Mapping[str, str], earlier: Sequence[Published], policy: Policy
) -> Quarter:
    """Put together the raw figures and what earlier quarters ask for."""
    quarters = {it.period: it for it in earlier}
    before, start = quarters.get(previous(period)), quarters.get(previous(previous(period)))
    return Quarter(
        {row.code: row for row in rows},
        regions,
        policy,
        hidden_before=hidden_codes(before, "active_matches"),
        hidden_start=hidden_codes(start, "new_matches"),
    )


def _published(quarter: Quarter, period: str, before: Published | None, invented: bool) -> Published:
    settlement = _settlement(quarter)
    reporting = {code: quarter.regions[code] for code in quarter.reported(TURNOVER)}
    broken = is_broken(before, reporting, settlement[ACTIVE].level)
    status = StatusPeriod(period=period, rows=_rows(quarter, settlement, 3 if invented else 2), invented=invented)
    return Published(status, _totals(quarter, period, settlement, broken), quarter.regions)


def _settlement(quarter: Quarter) -> Settlement:
    active, turnover = settle_matches(quarter)
    return {ACTIVE: active, TURNOVER: turnover} | {table: settle_alone(quarter, table) for table in ALONE}


def _rows(quarter: Quarter, settlement: Settlement, first_line: int) -> tuple[StatusRow, ...]:
    hidden = {column: settled.hidden for table, settled in settlement.items() for column in table.columns}
    return tuple(
        StatusRow(code=code, line=line, cells={it: _cell(quarter.rows[code], it, hidden[it]) for it in INDICATORS})
        for line, code in enumerate(sorted(quarter.rows), first_line)
    )


def _cell(row: RawRow, indicator: Indicator, hidden: Codes) -> Cell:
    value = row.cells.get(indicator)
    return SUPPRESSED if value is not None and row.code in hidden else value


def _totals(quarter: Quarter, period: str, settlement: Settlement, broken: bool) -> Totals:
    members: dict[str, list[RawRow]] = {area: [] for area in (*sorted(set(quarter.regions.values())), COUNTRY)}
    for row in quarter.rows.values():
        members[quarter.regions[row.code]].append(row)
        members[COUNTRY].append(row)
    levels = {column: settled.level for table, settled in settlement.items() for column in table.columns}
    if broken:
        levels["ended_matches"] = Level.NONE
    base = quarter.policy.share_base
    return Totals(
        period,
        {area: {it: _sum(rows, it, _is_shown(area, levels[it])) for it in SUMMED} for area, rows in members.items()},
        {area: _share(rows, base if _is_shown(area, levels["matches_6m"]) else None) for area, rows in members.items()},
    )


def _is_shown(area: str, level: Level) -> bool:
    return level >= (Level.COUNTRY if area == COUNTRY else Level.REGION)


def _sum(rows: Iterable[RawRow], indicator: Indicator, shown: bool) -> Cell:
    values = [value for row in rows if (value := row.cells.get(indicator)) is not None]
    if not values:
        return None
    return sum(values) if shown else SUPPRESSED


def _share(rows: Iterable[RawRow], base: int | None) -> Cell:
    """Give the share of matches that work, if at least `base` were followed up; None as base: do not show it."""
    values = [it for row in rows if (it := OUTCOME.reported(row.cells)) is not None]
    if not values:
        return None
    started, working = (sum(column) for column in zip(*values, strict=True))
    return percent(working, started) if base is not None and started >= base else SUPPRESSED
