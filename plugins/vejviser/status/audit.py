"""Read published quarters as an attacker would, without the raw figures, and name every cell that tells too much.

This finds what is certainly wrong: a small count that stands there, a mark beside a figure that gives it away, a sum
that leaves its hidden counts no room. It is what `vejviser check` runs, and the last thing `protect` does.
"""

from collections.abc import Iterator, Sequence

from vejviser.model.policy import Policy
from vejviser.model.status import INDICATORS, SUPPRESSED, Cell, Indicator, StatusRow
from vejviser.problems import Problem
from vejviser.status.levels import level_of
from vejviser.status.links import Codes, hidden_codes, is_broken
from vejviser.status.quarters import previous
from vejviser.status.sums import sum_problems
from vejviser.status.tables import OUTCOME, TABLES, TURNOVER, Table
from vejviser.status.values import SUMMED, Published


def audit(published: Sequence[Published], policy: Policy) -> tuple[Problem, ...]:
    """Give a problem, with file, line and column, for every cell in the quarters' files that is not protected."""
    quarters = {it.period: it for it in published}
    problems: list[Problem] = []
    for it in published:
        before, start = quarters.get(previous(it.period)), quarters.get(previous(previous(it.period)))
        stock_before, start_before = hidden_codes(before, "active_matches"), hidden_codes(start, "new_matches")
        for row in it.status.rows:
            problems += _row(it, row, policy.threshold)
            problems += _tied(it, row, stock_before, start_before)
        problems += sum_problems(it, policy)
        problems += _broken(before, it)
    return tuple(sorted(problems))


def _row(published: Published, row: StatusRow, threshold: int) -> Iterator[Problem]:
    for indicator in INDICATORS:
        if _is_small(row.cells[indicator], threshold):
            yield _at(published, row, indicator, "status-small-count", found=row.cells[indicator], threshold=threshold)
    started, working = (row.cells[it] for it in OUTCOME.columns)
    if isinstance(started, int) and isinstance(working, int) and 0 < started - working < threshold:
        yield _at(
            published, row, "matches_6m_working", "status-small-difference", found=started - working,
            threshold=threshold,
        )  # fmt: skip
    for table in TABLES:
        yield from _half_hidden(published, row, table)


def _half_hidden(published: Published, row: StatusRow, table: Table) -> Iterator[Problem]:
    shown = [it for it in table.columns if isinstance(row.cells[it], int)]
    if shown and any(row.cells[it] == SUPPRESSED for it in table.columns):
        yield _at(published, row, shown[0], "status-half-hidden", columns=", ".join(table.columns))


def _tied(published: Published, row: StatusRow, before: Codes, start: Codes) -> Iterator[Problem]:
    stock_hidden = row.cells["active_matches"] == SUPPRESSED or row.code in before
    if stock_hidden and isinstance(row.cells["new_matches"], int):
        yield _at(published, row, "new_matches", "status-tied", other="active_matches")
    if row.code in start and isinstance(row.cells["matches_6m"], int):
        yield _at(published, row, "matches_6m", "status-tied", other="new_matches")


def _broken(before: Published | None, published: Published) -> Iterator[Problem]:
    """Find sums of ended matches that tell what somebody who has stopped reporting had hidden."""
    reporting = {
        row.code: published.regions[row.code]
        for row in published.status.rows
        if all(row.cells[it] is not None for it in TURNOVER.columns)
    }
    totals = published.totals
    if is_broken(before, reporting, level_of(totals, "active_matches")):
        for area, cells in totals.sums.items():
            if isinstance(cells.get("ended_matches"), int):
                column = 2 + SUMMED.index("ended_matches")
                line = totals.lines.get(area, 1)
                yield Problem(totals.path, line, column, "error", "status-sum-parted", (("area", area),))


def _is_small(cell: Cell, threshold: int) -> bool:
    return isinstance(cell, int) and 0 < cell < threshold


def _at(published: Published, row: StatusRow, indicator: Indicator, rule: str, **values: object) -> Problem:
    texts = {"code": row.code, "column_name": indicator, **{name: str(value) for name, value in values.items()}}
    column = 2 + INDICATORS.index(indicator)
    return Problem(published.status.origin.path, row.line, column, "error", rule, tuple(texts.items()))
