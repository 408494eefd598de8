"""The two files of a protected quarter as text: one line a municipality, and one line an area for the true sums."""

from collections.abc import Container, Iterable

from vejviser.model.status import INDICATORS, SUPPRESSED, Cell
from vejviser.problems import Problem
from vejviser.status.values import COUNTRY, SUMMED, Published, Totals

INVENTED_MARK = "# eksempeltal"
"""First line of a file with invented figures; `vejviser.load.status` knows it too."""

_SHARE = "working_share"
_TOTALS_HEADER = ("area", *SUMMED, _SHARE)


def status_csv(published: Published) -> str:
    """Write `data/status/<period>.csv`."""
    lines = [(row.code, *(_text(row.cells[it]) for it in INDICATORS)) for row in published.status.rows]
    return _csv(("code", *INDICATORS), lines, invented=published.status.invented)


def totals_csv(published: Published) -> str:
    """Write `data/status/totals/<period>.csv`; the whole country comes last."""
    totals = published.totals
    order = sorted(totals.sums, key=lambda area: (area == COUNTRY, area))
    lines = [(area, *(_text(totals.of(area, it)) for it in SUMMED), _text(totals.shares.get(area))) for area in order]
    return _csv(_TOTALS_HEADER, lines, invented=published.status.invented)


def parse_totals(text: str, *, period: str, path: str) -> tuple[Totals | None, tuple[Problem, ...]]:
    """Read a file of totals; every wrong cell becomes a problem with line and column."""
    lines = text.removeprefix("\ufeff").splitlines()
    skipped = 1 if lines and lines[0].strip() == INVENTED_MARK else 0
    records = [line.split(",") for line in lines[skipped:]]
    if not records or tuple(records[0]) != _TOTALS_HEADER:
        found = ",".join(records[0]) if records else ""
        return None, (_error(path, 1 + skipped, 1, "status-totals-header", found=found),)
    lines_of: dict[str, int] = {}
    problems: list[Problem] = []
    for line, record in enumerate(records[1:], 2 + skipped):
        problems += _record(record, lines_of, path, line)
        lines_of[record[0]] = line
    if problems:
        return None, tuple(problems)
    cells = {record[0]: [_cell(text) for text in record[1:]] for record in records[1:]}
    sums = {area: dict(zip(SUMMED, values, strict=False)) for area, values in cells.items()}
    shares = {area: values[-1] for area, values in cells.items()}
    return Totals(period, sums, shares, path, lines_of), ()


def _record(record: list[str], seen: Container[str], path: str, line: int) -> list[Problem]:
    """Give what is wrong in one line."""
    if len(record) != len(_TOTALS_HEADER):
        return [_error(path, line, 1, "status-columns", found=len(record), expected=len(_TOTALS_HEADER))]
    if record[0] in seen:
        return [_error(path, line, 1, "status-totals-twice", found=record[0])]
    return [
        _error(path, line, column, "status-cell", column_name=name, found=text)
        for column, (name, text) in enumerate(zip(_TOTALS_HEADER[1:], record[1:], strict=True), 2)
        if not _is_cell(text)
    ]


def _is_cell(text: str) -> bool:
    return text in ("", SUPPRESSED) or (text.isascii() and text.isdecimal())


def _cell(text: str) -> Cell:
    if text == "":
        return None
    return SUPPRESSED if text == SUPPRESSED else int(text)


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _csv(header: Iterable[str], lines: Iterable[Iterable[str]], *, invented: bool) -> str:
    mark = f"{INVENTED_MARK}\n" if invented else ""
    return mark + "".join(",".join(line) + "\n" for line in (header, *lines))


def _error(path: str, line: int, column: int, rule: str, **values: object) -> Problem:
    return Problem(path, line, column, "error", rule, tuple((name, str(value)) for name, value in values.items()))
