"""Whether a reported row hangs together, in itself and with the quarter before."""

from collections.abc import Iterator, Mapping, Sequence

from vejviser.base.problems import Problem, Severity
from vejviser.content.model.statistics import INDICATORS, Indicator, StatusPeriod, StatusRow
from vejviser.statistics.controlled_rounding import FLOWS, is_feasible
from vejviser.statistics.types import OUTCOME, RawRow

TOGETHER: tuple[tuple[Indicator, ...], ...] = (FLOWS, OUTCOME)
"""Columns that are reported all or none: they say something of each other."""

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
    for columns in TOGETHER:
        missing = [column for column in columns if row.cells.get(column) is None]
        if missing and len(missing) < len(columns):
            values = {"missing": ", ".join(missing), "columns": ", ".join(columns)}
            yield "status-raw-incomplete", "error", missing[0], values


def _working(row: RawRow) -> Iterator[Finding]:
    started, working = (row.cells.get(item) for item in OUTCOME)
    if started is not None and working is not None and working > started:
        yield "status-raw-working", "error", "matches_6m_working", {"working": working, "started": started}


def _flows(row: RawRow, before: StatusRow | None, previous: StatusPeriod | None) -> Iterator[Finding]:
    """Find active matches that cannot be those of the quarter before with what has begun and ended since."""
    active, new, ended = (row.cells.get(flow) for flow in FLOWS)
    then = before.cells[FLOWS[0]] if before else None
    if active is None or new is None or ended is None or then is None or previous is None:
        return
    if not is_feasible(active - new + ended, then, previous.base):
        values = {"active": active, "new": new, "ended": ended, "before": then}
        yield "status-raw-flows", "warning", FLOWS[0], values


def _jumps(row: RawRow, before: StatusRow | None) -> Iterator[Finding]:
    for indicator in INDICATORS:
        now, then = row.cells.get(indicator), before.cells[indicator] if before else None
        if now and isinstance(then, int) and then and max(now, then) > _JUMP * min(now, then):
            yield "status-raw-jump", "warning", indicator, {"column_name": indicator, "found": now, "before": then}
