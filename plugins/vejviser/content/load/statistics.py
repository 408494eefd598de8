"""Published status files -> model."""

import csv
import re

from vejviser.base.problems import Origin, Problem
from vejviser.content.load.files import TextFile
from vejviser.content.model.place_code import is_place_code
from vejviser.content.model.statistics import (
    Cell,
    ChecksumLine,
    Indicator,
    StatusPeriod,
    StatusRow,
    read_checksum,
)
from vejviser.content.settings import current

_PERIOD = re.compile(r"\d{4}-Q[1-4]")


def parse_status(file: TextFile) -> tuple[StatusPeriod | None, tuple[Problem, ...]]:
    """Read a published status file: a line with its checksum, a header, then one line a municipality.

    A file may have fewer columns than are collected today: it keeps those it was published with. What was not written
    by us, or has been changed since, is a problem; every wrong cell is one too, with line and column.
    """
    if not _PERIOD.fullmatch(file.stem):
        return None, (_problem(file.path, 1, 1, "status-file-name", found=file.stem),)
    checksum = read_checksum(file.text)
    skipped = 1 if checksum else 0
    table = list(csv.reader(file.text.splitlines()[skipped:]))
    problems = list(_about_checksum(file, checksum))
    counted = current().indicators.ids
    columns = tuple(indicator for indicator in counted if table and indicator in table[0][1:])
    if not table or table[0] != ["code", *columns]:
        found = ",".join(table[0]) if table else ""
        return None, (*problems, _problem(file.path, 1 + skipped, 1, "status-header", found=found))
    rows: list[StatusRow] = []
    base = checksum.base if checksum else 1
    for number, record in enumerate(table[1:], 2 + skipped):
        row = _row(file.path, number, record, columns, base, problems)
        if row is not None:
            rows.append(row)
    problems += _repeated(file.path, rows)
    if problems or checksum is None:
        return None, tuple(problems)
    period = StatusPeriod(
        period=file.stem, rows=tuple(rows), base=base, version=checksum.version, columns=columns,
        invented=checksum.invented, origin=Origin(file.path),
    )  # fmt: skip
    return period, ()


def _about_checksum(file: TextFile, checksum: ChecksumLine | None) -> list[Problem]:
    if checksum is None:
        return [_problem(file.path, 1, 1, "status-unsealed")]
    if not checksum.holds or checksum.period != file.stem:
        return [_problem(file.path, 1, 1, "status-seal", period=checksum.period)]
    return []


def _row(
    path: str, number: int, record: list[str], columns: tuple[Indicator, ...], base: int, problems: list[Problem]
) -> StatusRow | None:
    if len(record) != len(columns) + 1:
        problems.append(_problem(path, number, 1, "status-columns", found=len(record), expected=len(columns) + 1))
        return None
    before = len(problems)
    if not is_place_code(record[0]):
        problems.append(_problem(path, number, 1, "status-code", found=record[0]))
    cells: dict[Indicator, Cell] = dict.fromkeys(current().indicators.ids)
    for column, (indicator, text) in enumerate(zip(columns, record[1:], strict=True), 2):
        if text and (not (text.isascii() and text.isdecimal()) or int(text) % base):
            problems.append(_problem(path, number, column, "status-cell", column_name=indicator, found=text, base=base))
        else:
            cells[indicator] = int(text) if text else None
    return None if len(problems) > before else StatusRow(code=record[0], cells=cells, line=number)


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
