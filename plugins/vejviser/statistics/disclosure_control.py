"""From what was reported to what may be published: a quarter for the first time, or corrected.

The method and why it holds against whom: docs/adr/0076-random-controlled-rounding.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from vejviser.base.problems import Problem
from vejviser.content.model.disclosure_policy import Policy
from vejviser.content.model.statistics import Indicator, StatusPeriod, StatusRow
from vejviser.content.settings import current
from vejviser.statistics.controlled_rounding import AdjacentQuarters, round_controlled
from vejviser.statistics.preconditions import precondition_problems
from vejviser.statistics.quarters import earlier, following, previous
from vejviser.statistics.types import COUNTRY, Cells, Count, Published, RawRow, Record


@dataclass(frozen=True, slots=True)
class ProtectionResult:
    """A protected quarter; or the errors for which nothing may be published. Warnings tell what is suppressed."""

    published: Published | None = None
    problems: tuple[Problem, ...] = ()


def protect(
    rows: Sequence[RawRow],
    *,
    period: str,
    regions: Mapping[str, str],
    record: Record,
    policy: Policy,
    today: date,
    chance: Random,
    path: str = "",
    invented: bool = False,
) -> ProtectionResult:
    """Protect the raw `rows` of the quarter `period`, which has not been published before.

    `regions` gives every municipality's region in that quarter, `chance` the random numbers: for real figures a source
    that nobody can repeat; `path` is the raw file's name, for the problems. Gives problems where it must refuse.
    """
    problems = precondition_problems(rows, period=period, regions=regions, record=record, today=today, path=path)
    if problems:
        return ProtectionResult(problems=problems)
    base = policy.base_in(period)
    columns = current().indicators.ids
    status = StatusPeriod(period=period, rows=(), base=base, columns=columns, invented=invented)
    return _published(rows, status, regions, record, chance, path)


def correct(
    rows: Sequence[RawRow],
    *,
    period: str,
    regions: Mapping[str, str],
    record: Record,
    chance: Random,
    today: date,
    path: str = "",
) -> ProtectionResult:
    """Publish a quarter anew with the right `rows`, all of them, also those in which nothing has changed.

    So that differencing the two versions tells nothing, a published figure stays as it is wherever the right count
    lies in its feasibility interval. What cannot be shown together with the former version and with the quarters
    around it is suppressed, and a warning says so.
    """
    old = record.of(period)
    problems = precondition_problems(
        rows, period=period, regions=regions, record=record, today=today, path=path, anew=True
    )
    if problems or old is None:
        return ProtectionResult(problems=problems)
    version = old.status.model_copy(update={"version": old.status.version + 1})
    return _published(rows, version, regions, record, chance, path)


def _published(
    rows: Sequence[RawRow],
    status: StatusPeriod,
    regions: Mapping[str, str],
    record: Record,
    chance: Random,
    path: str,
) -> ProtectionResult:
    old = record.of(status.period)
    counts = {row.code: _cells_to_round(row, old) for row in rows}
    beside = adjacent_quarters(counts, status, record)
    areas = {code: (regions[code], COUNTRY) for code in counts}
    drawn = round_controlled(counts, beside, areas, status.base, chance)
    lines = tuple(
        StatusRow(code=code, line=line, cells=_in_columns(drawn[code], status.columns))
        for line, code in enumerate(sorted(drawn), 3)
    )
    withheld = tuple(
        _suppression_warnings(row, drawn[row.code], path) for row in rows if _is_suppressed(row, drawn[row.code])
    )
    return ProtectionResult(Published(status.model_copy(update={"rows": lines}), regions), withheld)


def _cells_to_round(row: RawRow, old: Published | None) -> Mapping[Indicator, Count]:
    """Return the counts to draw: what a correction has suppressed stays so, for it may have been drawn before it."""
    published = _row(old, row.code)
    if old is None or old.status.version == 1 or published is None:
        return row.cells
    return {cell: None if published[cell] is None else count for cell, count in row.cells.items()}


def adjacent_quarters(codes: Mapping[str, object], status: StatusPeriod, record: Record) -> dict[str, AdjacentQuarters]:
    """Return what is published already beside each municipality's counts."""
    period, base = status.period, status.base
    before, after, old = record.of(previous(period)), record.of(following(period)), record.of(period)
    started = {
        indicator: (cohort.begun, record.of(earlier(period, cohort.quarters)))
        for indicator, cohort in current().indicators.cohorts.items()
    }
    return {
        code: AdjacentQuarters(
            before=_row(before, code),
            before_slack=max(base, before.status.base) if before else 1,
            after=_row(after, code),
            after_slack=max(base, after.status.base) if after else 1,
            begun={
                indicator: (_row(quarter, code) or {}).get(flow) if quarter and quarter.status.base == base else None
                for indicator, (flow, quarter) in started.items()
            },
            old=_row(old, code),
        )
        for code in codes
    }


def _row(quarter: Published | None, code: str) -> Cells | None:
    return next((row.cells for row in quarter.status.rows if row.code == code), None) if quarter else None


def _in_columns(cells: Mapping[Indicator, Count], columns: Sequence[Indicator]) -> Cells:
    return {indicator: cells.get(indicator) if indicator in columns else None for indicator in current().indicators.ids}


def _is_suppressed(row: RawRow, drawn: Mapping[Indicator, Count]) -> bool:
    return any(count is not None and drawn[cell] is None for cell, count in row.cells.items())


def _suppression_warnings(row: RawRow, drawn: Mapping[Indicator, Count], path: str) -> Problem:
    columns = ", ".join(
        indicator
        for indicator in current().indicators.ids
        if row.cells.get(indicator) is not None and drawn[indicator] is None
    )
    return Problem(path, row.line, 1, "warning", "status-withheld", (("code", row.code), ("columns", columns)))
