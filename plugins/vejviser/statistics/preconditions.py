"""Why a quarter cannot be published at all. The tool refuses; it does not guess."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from vejviser.base.problems import Problem
from vejviser.statistics.quarters import is_period, last_day
from vejviser.statistics.types import RawRow, Record
from vejviser.statistics.validation import row_problems


def precondition_problems(
    rows: Sequence[RawRow],
    *,
    period: str,
    regions: Mapping[str, str],
    record: Record,
    today: date,
    path: str,
    anew: bool = False,
) -> tuple[Problem, ...]:
    """Return everything that stands in the way of publishing `rows`, whoever made them; `anew`: as a correction."""
    problems = [*_about_period(period, record, today, path, anew=anew), *_repeated(rows, path)]
    if anew:
        problems += _left_out(rows, period, record, path)
    for row in rows:
        problems += _about_row(row, regions, path)
        problems += row_problems(row, path, {})
    return tuple(sorted(problems))


def _about_period(period: str, record: Record, today: date, path: str, *, anew: bool) -> Iterator[Problem]:
    standing = {quarter.period for quarter in record.quarters}
    ever = standing | record.periods
    if not is_period(period):
        yield _error(path, 1, "status-period", found=period)
    elif last_day(period) >= today:
        yield _error(path, 1, "status-period-open", period=period, last=last_day(period).isoformat())
    elif period in ever and period not in standing:
        yield _error(path, 1, "status-period-deleted", period=period)
    elif anew and period not in standing:
        yield _error(path, 1, "status-period-new", period=period)
    elif not anew and period in standing:
        yield _error(path, 1, "status-period-published", period=period)
    elif not anew and period < max(ever, default=""):
        yield _error(path, 1, "status-period-order", period=period, latest=max(ever))


def _left_out(rows: Sequence[RawRow], period: str, record: Record, path: str) -> Iterator[Problem]:
    """Name what is published and not reported again: drawn anew in a later correction, it would tell more than once."""
    reported = {row.code: row for row in rows}
    old = record.of(period)
    for published in old.status.rows if old else ():
        row = reported.get(published.code)
        now = row.cells if row else {}
        lost = [item for item, cell in published.cells.items() if cell is not None and now.get(item) is None]
        if lost:
            line, columns = row.line if row else 1, ", ".join(lost)
            yield _error(path, line, "status-correct-missing", code=published.code, columns=columns, period=period)


def _about_row(row: RawRow, regions: Mapping[str, str], path: str) -> Iterator[Problem]:
    if row.code not in regions:
        yield _error(path, row.line, "status-raw-code", found=row.code)
    for indicator, value in row.cells.items():
        if value is not None and value < 0:
            yield _error(path, row.line, "status-raw-negative", code=row.code, column_name=indicator, found=value)


def _repeated(rows: Sequence[RawRow], path: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for row in rows:
        if row.code in first:
            yield _error(path, row.line, "status-raw-duplicate", found=row.code, first=first[row.code])
        first.setdefault(row.code, row.line)


def _error(path: str, line: int, rule: str, **values: object) -> Problem:
    return Problem(path, line, 1, "error", rule, tuple((name, str(value)) for name, value in values.items()))
