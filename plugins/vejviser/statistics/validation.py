"""Whether a reported row hangs together, in itself and with the quarter before."""

from collections.abc import Iterator, Mapping, Sequence

from vejviser.base.problems import Problem, Severity
from vejviser.content.model.statistics import Indicator, StatusPeriod, StatusRow
from vejviser.content.settings import current
from vejviser.statistics.controlled_rounding import is_feasible
from vejviser.statistics.types import RawRow

_JUMP = 10
"""A figure more than so many times larger or smaller than the quarter before deserves a second look."""


def row_problems(
    row: RawRow, path: str, columns: Mapping[str, int], previous: StatusPeriod | None = None
) -> Iterator[Problem]:
    """Yield what is wrong in a row, and what has changed strikingly since the quarter before."""
    before = next((item for item in previous.rows if item.code == row.code), None) if previous else None
    for rule, severity, column, values in (
        *_together(row),
        *_working(row),
        *_jumps(row, before),
        *_flows(row, before, previous),
    ):
        texts = (("code", row.code), *((name, str(value)) for name, value in values.items()))
        yield Problem(path, row.line, columns.get(column, 0) + 1, severity, rule, texts)


def stopped(
    rows: Sequence[RawRow], path: str, previous: StatusPeriod | None, municipalities: Mapping[str, str]
) -> Iterator[Problem]:
    """Warn of municipalities that reported the quarter before and do not now."""
    reporting = {row.code for row in rows if any(cell is not None for cell in row.cells.values())}
    for old in previous.rows if previous else ():
        if old.code not in reporting and any(cell is not None for cell in old.cells.values()):
            values = (("code", old.code), ("name", municipalities.get(old.code, old.code)))
            yield Problem(path, 1, 1, "warning", "status-raw-stopped", values)


Finding = tuple[str, Severity, Indicator, Mapping[str, object]]


def _together(row: RawRow) -> Iterator[Finding]:
    """Find what is missing of columns that are reported all or none: they say something of each other."""
    rules = current().indicators
    for columns in (*rules.identities, *rules.parts):
        missing = [column for column in columns if row.cells.get(column) is None]
        if missing and len(missing) < len(columns):
            values = {"missing": ", ".join(missing), "columns": ", ".join(columns)}
            yield "status-raw-incomplete", "error", missing[0], values


def _working(row: RawRow) -> Iterator[Finding]:
    for whole, part in current().indicators.parts:
        count, some = row.cells.get(whole), row.cells.get(part)
        if count is not None and some is not None and some > count:
            values = {"part": part, "whole": whole, "working": some, "started": count}
            yield "status-raw-working", "error", part, values


def _flows(row: RawRow, before: StatusRow | None, previous: StatusPeriod | None) -> Iterator[Finding]:
    """Find a stock that cannot be that of the quarter before with what has come and gone since."""
    for stock, came, went in current().indicators.identities:
        now, new, ended = (row.cells.get(item) for item in (stock, came, went))
        then = before.cells.get(stock) if before else None
        if now is None or new is None or ended is None or then is None or previous is None:
            continue
        if not is_feasible(now - new + ended, then, previous.base):
            columns = {"stock": stock, "came": came, "went": went}
            values = {"active": now, "new": new, "ended": ended, "before": then, **columns}
            yield "status-raw-flows", "warning", stock, values


def _jumps(row: RawRow, before: StatusRow | None) -> Iterator[Finding]:
    for indicator in current().indicators.ids:
        now, then = row.cells.get(indicator), before.cells.get(indicator) if before else None
        if now and isinstance(then, int) and then and max(now, then) > _JUMP * min(now, then):
            yield "status-raw-jump", "warning", indicator, {"column_name": indicator, "found": now, "before": then}
