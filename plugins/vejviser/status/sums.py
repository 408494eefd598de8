"""What a quarter's published sums give away about the counts that are hidden in them."""

from collections.abc import Iterable, Iterator, Mapping

from vejviser.model.policy import Policy
from vejviser.model.status import SUPPRESSED, Cell, Indicator, StatusRow
from vejviser.problems import Problem
from vejviser.status.levels import level_of, pools
from vejviser.status.tables import MATCHES, SINGLE, Table
from vejviser.status.values import COUNTRY, SUMMED, Published


def sum_problems(published: Published, policy: Policy) -> Iterator[Problem]:
    """Give a problem for every sum that is wrong, small, or leaves the counts hidden in it no room."""
    yield from _small_sums(published, policy.threshold)
    yield from _wrong_country(published)
    for table in (*SINGLE, *MATCHES):
        rows = {row.code: row for row in published.status.rows if row.cells[table.columns[0]] is not None}
        level = level_of(published.totals, table.columns[0])
        for area, codes in pools(level, rows, published.regions).items():
            if area is not None:
                yield from _pool(published, area, table, [rows[code] for code in codes], policy.threshold)


def _small_sums(published: Published, threshold: int) -> Iterator[Problem]:
    for area, cells in published.totals.sums.items():
        for indicator in SUMMED:
            cell = cells.get(indicator)
            if isinstance(cell, int) and 0 < cell < threshold:
                yield _at(published, area, indicator, "status-small-sum", found=cell, threshold=threshold)


def _wrong_country(published: Published) -> Iterator[Problem]:
    """Check that the regions' sums make up the country's, where all of them are published."""
    sums = published.totals.sums
    country = sums.get(COUNTRY, {})
    for indicator in SUMMED:
        regions = [cells.get(indicator) for area, cells in sums.items() if area != COUNTRY]
        known = [cell for cell in regions if isinstance(cell, int)]
        whole = country.get(indicator)
        if isinstance(whole, int) and known and SUPPRESSED not in regions and sum(known) != whole:
            yield _at(published, COUNTRY, indicator, "status-sum-wrong", found=whole)


def _pool(published: Published, area: str, table: Table, rows: list[StatusRow], threshold: int) -> Iterator[Problem]:
    """Check the hidden counts of one table that share a published sum."""
    cells = published.totals.sums.get(area, {})
    left = [_left(cells.get(column), rows, column) for column in table.columns]
    hidden = [row for row in rows if row.cells[table.columns[0]] == SUPPRESSED]
    for column, rest in zip(table.columns, left, strict=True):
        if rest is not None and (rest < 0 or (rest > 0 and not hidden)):
            yield _at(published, area, column, "status-sum-wrong", found=cells[column])
            return
    known = [rest for rest in left if rest is not None]
    if hidden and len(known) == len(left) and not _has_room(table, known, len(hidden), threshold):
        yield _at(published, area, table.columns[0], "status-sum-tells", hidden=len(hidden))


def _has_room(table: Table, left: list[int], hidden: int, threshold: int) -> bool:
    """Tell whether what is left of the sums gives the hidden counts room, as far as a reader can tell.

    The parts of all hidden counts together are what is left of the sums; of turnover, at most the lesser of the two.
    """
    return hidden >= 2 and all(part - table.floor * hidden >= threshold for part in table.parts(tuple(left)))


def _left(total: Cell, rows: Iterable[StatusRow], column: Indicator) -> int | None:
    """Give what is left of a sum for the hidden counts."""
    if not isinstance(total, int):
        return None
    return total - sum(cell for row in rows if isinstance(cell := row.cells[column], int))


def _at(published: Published, area: str, indicator: Indicator, rule: str, **values: object) -> Problem:
    totals = published.totals
    texts: Mapping[str, str] = {"area": area, "column_name": indicator, **{k: str(v) for k, v in values.items()}}
    line = totals.lines.get(area, 1)
    return Problem(totals.path, line, 2 + SUMMED.index(indicator), "error", rule, tuple(texts.items()))
