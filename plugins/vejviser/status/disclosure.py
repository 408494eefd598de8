"""From what was reported to what may be published: a quarter for the first time, or corrected.

The method and why it holds against whom: docs/adr/0076-random-controlled-rounding.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from vejviser.model.policy import Policy
from vejviser.model.status import INDICATORS, Indicator, StatusPeriod, StatusRow
from vejviser.problems import Problem
from vejviser.status.quarters import following, previous
from vejviser.status.refusals import refusals
from vejviser.status.rounding import Beside, rounded
from vejviser.status.values import COUNTRY, Cells, Count, Published, RawRow, Record


@dataclass(frozen=True, slots=True)
class Protection:
    """A protected quarter; or the errors for which nothing may be published. Warnings tell what is withheld."""

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
) -> Protection:
    """Protect the raw `rows` of the quarter `period`, which has not been published before.

    `regions` gives every municipality's region in that quarter, `chance` the random numbers: for real figures a source
    that nobody can repeat; `path` is the raw file's name, for the problems. Gives problems where it must refuse.
    """
    problems = refusals(rows, period=period, regions=regions, record=record, today=today, path=path)
    if problems:
        return Protection(problems=problems)
    base = policy.threshold_in(period)
    status = StatusPeriod(period=period, rows=(), base=base, invented=invented)
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
) -> Protection:
    """Publish a quarter anew with the right `rows`, all of them, also those in which nothing has changed.

    A published figure stays as it is wherever the right count lies within its reach. What cannot be shown together
    with the former version and with the quarters around it is withheld, and a warning says so.
    """
    old = record.of(period)
    problems = refusals(rows, period=period, regions=regions, record=record, today=today, path=path, anew=True)
    if problems or old is None:
        return Protection(problems=problems)
    version = old.status.model_copy(update={"version": old.status.version + 1})
    return _published(rows, version, regions, record, chance, path)


def _published(
    rows: Sequence[RawRow],
    status: StatusPeriod,
    regions: Mapping[str, str],
    record: Record,
    chance: Random,
    path: str,
) -> Protection:
    old = record.of(status.period)
    counts = {row.code: _to_draw(row, old) for row in rows}
    beside = beside_of(counts, status, record)
    areas = {code: (regions[code], COUNTRY) for code in counts}
    drawn = rounded(counts, beside, areas, status.base, chance)
    lines = tuple(
        StatusRow(code=code, line=line, cells=_in_columns(drawn[code], status.columns))
        for line, code in enumerate(sorted(drawn), 3)
    )
    withheld = tuple(_withheld(row, drawn[row.code], path) for row in rows if _is_withheld(row, drawn[row.code]))
    return Protection(Published(status.model_copy(update={"rows": lines}), regions), withheld)


def _to_draw(row: RawRow, old: Published | None) -> Mapping[Indicator, Count]:
    """Give the counts to draw: what a correction has withheld stays so, for it may have been drawn before it."""
    published = _row(old, row.code)
    if old is None or old.status.version == 1 or published is None:
        return row.cells
    return {it: None if published[it] is None else count for it, count in row.cells.items()}


def beside_of(codes: Mapping[str, object], status: StatusPeriod, record: Record) -> dict[str, Beside]:
    """Give what is published already beside each municipality's counts."""
    period, base = status.period, status.base
    before, after, old = record.of(previous(period)), record.of(following(period)), record.of(period)
    start = record.of(previous(previous(period)))
    return {
        code: Beside(
            before=_row(before, code),
            before_slack=max(base, before.status.base) if before else 1,
            after=_row(after, code),
            after_slack=max(base, after.status.base) if after else 1,
            started=(_row(start, code) or {}).get("new_matches") if start and start.status.base == base else None,
            old=_row(old, code),
        )
        for code in codes
    }


def _row(quarter: Published | None, code: str) -> Cells | None:
    return next((row.cells for row in quarter.status.rows if row.code == code), None) if quarter else None


def _in_columns(cells: Mapping[Indicator, Count], columns: Sequence[Indicator]) -> Cells:
    return {it: cells.get(it) if it in columns else None for it in INDICATORS}


def _is_withheld(row: RawRow, drawn: Mapping[Indicator, Count]) -> bool:
    return any(count is not None and drawn[it] is None for it, count in row.cells.items())


def _withheld(row: RawRow, drawn: Mapping[Indicator, Count], path: str) -> Problem:
    columns = ", ".join(it for it in INDICATORS if row.cells.get(it) is not None and drawn[it] is None)
    return Problem(path, row.line, 1, "warning", "status-withheld", (("code", row.code), ("columns", columns)))
