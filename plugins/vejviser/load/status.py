"""Protected status files -> model."""

import csv
import re

from vejviser.load.files import TextFile
from vejviser.model.status import INDICATORS, SUPPRESSED, Cell, Indicator, StatusPeriod, StatusRow
from vejviser.problems import Origin, Problem

_CODE = re.compile(r"0[1-8]\d\d")
_PERIOD = re.compile(r"\d{4}-Q[1-4]")
INVENTED_MARK = "# eksempeltal"


def parse_status(file: TextFile) -> tuple[StatusPeriod | None, tuple[Problem, ...]]:
    """Read a protected status file: a header line, then one line a municipality.

    A first line "# eksempeltal" marks invented figures. Every wrong cell becomes a problem with line and column.
    """
    lines = file.text.splitlines()
    skipped = 1 if lines and lines[0].strip() == INVENTED_MARK else 0
    table = list(csv.reader(lines[skipped:]))
    if not _PERIOD.fullmatch(file.stem):
        return None, (_problem(file.path, 1, 1, "status-file-name", found=file.stem),)
    if not table or table[0] != ["code", *INDICATORS]:
        found = ",".join(table[0]) if table else ""
        return None, (_problem(file.path, 1 + skipped, 1, "status-header", found=found),)
    rows: list[StatusRow] = []
    problems: list[Problem] = []
    for number, record in enumerate(table[1:], 2 + skipped):
        row = _row(file.path, number, record, problems)
        if row is not None:
            rows.append(row)
    problems += _repeated(file.path, rows)
    if problems:
        return None, tuple(problems)
    period = StatusPeriod(period=file.stem, rows=tuple(rows), invented=bool(skipped), origin=Origin(file.path))
    return period, ()


def _row(path: str, number: int, record: list[str], problems: list[Problem]) -> StatusRow | None:
    if len(record) != len(INDICATORS) + 1:
        problems.append(_problem(path, number, 1, "status-columns", found=len(record), expected=len(INDICATORS) + 1))
        return None
    before = len(problems)
    if not _CODE.fullmatch(record[0]):
        problems.append(_problem(path, number, 1, "status-code", found=record[0]))
    cells: dict[Indicator, Cell] = {}
    for column, (indicator, text) in enumerate(zip(INDICATORS, record[1:], strict=True), 2):
        try:
            cells[indicator] = _cell(text)
        except ValueError:
            problems.append(_problem(path, number, column, "status-cell", column_name=indicator, found=text))
    return None if len(problems) > before else StatusRow(code=record[0], cells=cells, line=number)


def _cell(text: str) -> Cell:
    if text == "":
        return None
    if text == SUPPRESSED:
        return SUPPRESSED
    if not text.isdecimal():
        raise ValueError(text)
    return int(text)


def _repeated(path: str, rows: list[StatusRow]) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for row in rows:
        if row.code in seen:
            problems.append(_problem(path, row.line, 1, "status-duplicate", found=row.code))
        seen.add(row.code)
    return problems


def _problem(path: str, line: int, column: int, rule: str, **values: object) -> Problem:
    return Problem(path, line, column, "error", rule, tuple((name, str(value)) for name, value in values.items()))
