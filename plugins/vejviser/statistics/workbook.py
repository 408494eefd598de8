"""Read the sheet of figures out of a workbook (XLSX) that a coordinator hands in. Nothing of it is ever written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from vejviser.content.settings import current

Line = tuple[int, list[str]]
"""A line's number, counted from 1, and the text of its cells from column A on."""

LARGEST_CONTENT = 50_000_000
"""Bytes. A form of all municipalities has 40,000 when it is unpacked; what has a thousand times as many is no form."""
_SIGNATURES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How XLSX files begin, and how those do that are locked by a password or in Excel's format of before 2007."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, and its lines that hold anything."""

    name: str
    lines: tuple[Line, ...]


class UnreadableWorkbookError(ValueError):
    """This is no workbook that can be read: it is broken, locked, far too large, or of another format."""


def is_workbook(data: bytes) -> bool:
    """Return whether a file is a workbook and not text, by its first bytes: names are changed easily."""
    return data.startswith(_SIGNATURES)


def figure_sheets(data: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of an XLSX file that have figures: those with the columns of the form in their first line.

    Where no sheet has them, the first sheet alone, for somebody to be told what it lacks. Hidden sheets count too.
    Raises UnreadableWorkbookError.
    """
    sheets = _sheets(data)
    return tuple(sheet for sheet in sheets if _has_figures(sheet)) or sheets[:1]


def _has_figures(sheet: Sheet) -> bool:
    first = {text.strip().lower() for text in sheet.lines[0][1]} if sheet.lines else set()
    return "code" in first and bool(first & {*current().indicators.ids})


def _sheets(data: bytes) -> tuple[Sheet, ...]:
    try:
        with ZipFile(BytesIO(data)) as package:
            if sum(item.file_size for item in package.infolist()) > LARGEST_CONTENT:
                raise UnreadableWorkbookError
        values = load_workbook(BytesIO(data), data_only=True, keep_links=False)
        formulas = load_workbook(BytesIO(data), keep_links=False)
        pairs = zip(values.worksheets, formulas.worksheets, strict=True)
        return tuple(Sheet(one.title, tuple(_lines(one.iter_rows(), other.iter_rows()))) for one, other in pairs)
    except (BadZipFile, InvalidFileException, ValueError, LookupError, TypeError, SyntaxError, OSError) as error:
        # what openpyxl raises where a part is missing, is no XML, or holds what it should not
        raise UnreadableWorkbookError from error


def _lines(values: Iterable[Iterable[Any]], formulas: Iterable[Iterable[Any]]) -> Iterator[Line]:
    for number, (row, behind) in enumerate(zip(values, formulas, strict=True), 1):
        texts = [_text(cell.value, other.value) for cell, other in zip(row, behind, strict=True)]
        if any(text.strip() for text in texts) and not texts[0].lstrip().startswith("#"):
            yield number, texts


def _text(value: object, formula: object) -> str:
    """Return a cell as a CSV file would hold it, whatever the cell's format makes of it on the screen.

    A formula whose result nobody has worked out is given itself: an empty cell would mean "not reported".
    """
    if value is None:
        return "" if formula is None else str(formula)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value)
