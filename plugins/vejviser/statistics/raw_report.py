"""Read what a coordinator reports: a raw CSV or XLSX, as Excel or a person really writes it. Nothing is ever written.

Tolerated: UTF-8, UTF-16 or the letters of Windows, `;`, `,` or tab between columns, a first line `sep=;`, a line break
in a cell, any line ends, spaces, quotes, columns in any order, upper case in the header, lines that are empty or start
with `#`, the extra columns `period` and `name`, municipality codes that Excel took the leading zero from, and 12,0 for
12. Everything else is told, all at once, with line and column (1 = first field), and in a workbook with the name of the
cell too. No message repeats what could be a person's name or number.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import PurePosixPath

from openpyxl.utils import get_column_letter

from vejviser.base.problems import Origin, Problem, Severity
from vejviser.base.tables import decoded, records
from vejviser.content.model.base import slugify
from vejviser.content.model.place_code import right_place_code
from vejviser.content.model.statistics import Indicator, StatusPeriod
from vejviser.content.settings import current
from vejviser.statistics.parse_count import mask_digits, masked, read_count
from vejviser.statistics.quarters import PERIOD
from vejviser.statistics.types import RawRow
from vejviser.statistics.validation import row_problems, stopped
from vejviser.statistics.workbook import Sheet, UnreadableWorkbookError, figure_sheets, is_workbook

_EXTRA = ("period", "name")


@dataclass(frozen=True, slots=True)
class RawFile:
    """A raw file: its rows if nothing is wrong with it, and what is wrong or deserves a second look."""

    rows: tuple[RawRow, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the reader holds the file against."""

    path: str
    period: str
    municipalities: Mapping[str, str]
    columns: Mapping[str, int]
    """Where each column is, counted from 0."""

    def problem(self, line: int, column: str, rule: str, severity: Severity = "error", **values: object) -> Problem:
        """Make a problem in a named column of a line."""
        texts = tuple((name, str(value)) for name, value in values.items())
        return Problem(self.path, line, self.columns.get(column, 0) + 1, severity, rule, texts)


def read_raw(
    data: bytes,
    *,
    path: str,
    period: str,
    municipalities: Mapping[str, str],
    previous: StatusPeriod | None = None,
) -> RawFile:
    """Read a raw file for the quarter `period`: text, or a workbook.

    `municipalities` gives the name of every municipality by code; `previous` is the quarter before, as published.
    """
    try:
        sheets = figure_sheets(data) if is_workbook(data) else (Sheet("", records(decoded(data))),)
    except UnreadableWorkbookError:
        return RawFile((), (Origin(path).error("status-raw-workbook"),))
    except UnicodeDecodeError as error:
        return RawFile((), (Origin(path).error("not-utf8", byte=error.start, found="…"),))
    if len(sheets) > 1:
        found = ", ".join(sheet.name for sheet in sheets)
        return RawFile((), (Origin(path).error("status-raw-sheets", found=found),))
    lines = sheets[0].lines if sheets else ()
    if not lines:
        return RawFile((), (Origin(path).error("status-raw-empty"),))
    (header_line, header), *rest = lines
    names = [_column_name(item) for item in header]
    reading = _Reading(path, period, municipalities, {name: at for at, name in reversed(list(enumerate(names)))})
    of_the_file, in_lines = [*_file_name(reading)], [*_header(reading, header_line, names, header)]
    rows: list[RawRow] = []
    if not of_the_file and not in_lines:
        for line, record in rest:
            row, wrong = _row(reading, line, record)
            in_lines += wrong
            if row is not None:
                rows.append(row)
        in_lines += _repeated(reading, rows)
        in_lines += [problem for row in rows for problem in row_problems(row, path, reading.columns, previous)]
        of_the_file += stopped(rows, path, previous, municipalities)
    problems = of_the_file + ([_in_cell(item) for item in in_lines] if is_workbook(data) else in_lines)
    refused = any(problem.severity == "error" for problem in problems)
    return RawFile(() if refused else tuple(rows), tuple(sorted(problems)))


def _in_cell(problem: Problem) -> Problem:
    """Return the problem with the name of its cell: line 5, column 4 -> D5."""
    return replace(problem, values=(*problem.values, ("cell", f"{get_column_letter(problem.column)}{problem.line}")))


def _column_name(text: str) -> str:
    return re.sub(r"\s+", "_", text.strip().lower())


def _file_name(reading: _Reading) -> Iterator[Problem]:
    found = PERIOD.search(PurePosixPath(reading.path).name)
    if found and found[0] != reading.period:
        yield reading.problem(1, "", "status-raw-period", found=found[0], expected=reading.period)


def _header(reading: _Reading, line: int, names: list[str], written: list[str]) -> Iterator[Problem]:
    known = ("code", *current().indicators.ids, *_EXTRA)
    for at, name in enumerate(names):
        if name and name not in known:
            found = masked(
                written[at].strip(), names=2
            )  # where the header is forgotten, these are somebody's own cells
            shown = name if found == written[at].strip() else found
            yield reading.problem(line, name, "status-raw-unknown-column", found=shown, expected=", ".join(known))
        elif name and name in names[:at]:
            place = Problem(reading.path, line, at + 1, "error", "status-raw-column-twice", (("column_name", name),))
            yield place
    for name in ("code", *current().indicators.ids):
        if name not in names:
            yield reading.problem(line, "", "status-raw-missing-column", column_name=name)


def _row(reading: _Reading, line: int, record: list[str]) -> tuple[RawRow | None, list[Problem]]:
    width = max(reading.columns.values()) + 1
    extra = [field for field in record[width:] if field.strip()]
    if extra:
        return None, [reading.problem(line, "", "status-raw-columns", found=len(record), expected=width)]
    fields = {name: record[at].strip() if at < len(record) else "" for name, at in reading.columns.items()}
    code = right_place_code(fields["code"])
    problems = [*_about_place(reading, line, code, fields)]
    cells: dict[Indicator, int | None] = {}
    for indicator in current().indicators.ids:
        count, rule, right = read_count(fields[indicator])
        cells[indicator] = count
        if rule:
            problems.append(
                reading.problem(
                    line,
                    indicator,
                    rule,
                    code=code,
                    column_name=indicator,
                    found=masked(fields[indicator]),
                    right=right,
                )
            )
    return RawRow(code, cells, line), problems


def _about_place(reading: _Reading, line: int, code: str, fields: Mapping[str, str]) -> Iterator[Problem]:
    """Check what a line says about itself: which municipality, which quarter."""
    name = reading.municipalities.get(code)
    if name is None:
        yield reading.problem(line, "code", "status-raw-code", found=_shown(reading, fields["code"]))
    elif fields.get("name") and slugify(fields["name"]) != slugify(name):
        yield reading.problem(
            line, "name", "status-raw-name", "warning", code=code, found=_shown(reading, fields["name"]), expected=name
        )
    if fields.get("period", reading.period) not in ("", reading.period):
        yield reading.problem(
            line, "period", "status-raw-period", found=masked(fields["period"]), expected=reading.period
        )


def _shown(reading: _Reading, text: str) -> str:
    """Return the name or code of a place as a message may repeat it: what is like no place may be a person."""
    like = get_close_matches(
        slugify(text), [slugify(name) for name in reading.municipalities.values()], n=1, cutoff=0.7
    )
    return mask_digits(text) if like else masked(text)


def _repeated(reading: _Reading, rows: list[RawRow]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for row in rows:
        if row.code in first:
            yield reading.problem(row.line, "code", "status-raw-duplicate", found=row.code, first=first[row.code])
        first.setdefault(row.code, row.line)
