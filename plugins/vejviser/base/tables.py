"""Tables as Excel and other programs save them as text: the letters, what stands between cells, cells of many lines.

What Excel in northern Europe calls "CSV (semikolonsepareret)" is Windows' own letters with semicolons; "CSV UTF-8"
has a mark in front; "Unicode-tekst" is UTF-16 with tabulators. A cell may hold a line break.
"""

import csv
import io
import re
from collections.abc import Iterator

Record = tuple[int, list[str]]
"""The line on which a row begins, from 1, and its cells."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SEPARATOR = re.compile(r'\s*"?sep=(?P<sign>[;,\t|])"?\s*', re.IGNORECASE)
"""A first line that tells Excel what stands between the cells."""
_SIGNS = ";,\t"
_EMPTY = ' ;,\t"\u00a0'


def decoded(data: bytes) -> str:
    """Return a table's text: UTF-16 where it says so, else UTF-8, else the letters of Windows.

    Raises UnicodeDecodeError for what is none of these.
    """
    if data.startswith(_UTF_16):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def records(text: str) -> tuple[Record, ...]:
    """Return the rows of a table that say something; those that begin with # are remarks."""
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    said = _SEPARATOR.fullmatch(lines[0]) if lines else None
    if said:
        lines[0] = lines[0][len(lines[0].rstrip("\r\n")) :]
    first = next((line for line in lines if _tells(line)), "")
    sign = said["sign"] if said else max(_SIGNS, key=first.count)
    try:
        found = tuple(_rows(lines, sign))
    except csv.Error:  # a quotation mark that nobody closes: then no cell goes over several lines
        found = tuple(row for number, line in enumerate(lines, 1) for row in _alone(number, line, sign))
    return tuple((line, cells) for line, cells in found if any(cell.strip(_EMPTY) for cell in cells))


def _rows(lines: list[str], sign: str) -> Iterator[Record]:
    reader = csv.reader(io.StringIO("".join(lines), newline=""), delimiter=sign, strict=True)
    begins = 1
    for cells in reader:
        if cells and not cells[0].lstrip(' "').startswith("#"):
            yield begins, cells
        begins = reader.line_num + 1


def _alone(number: int, line: str, sign: str) -> Iterator[Record]:
    if _tells(line):
        yield number, next(csv.reader([line], delimiter=sign))


def _tells(line: str) -> bool:
    return bool(line.strip(_EMPTY + "\r\n")) and not line.lstrip(' "').startswith("#")
