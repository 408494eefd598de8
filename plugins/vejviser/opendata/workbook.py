"""Tables as a workbook (XLSX): what a double click opens rightly in Excel, whatever language its Windows speaks.

A CSV does not say in which letters it is written, what stands between its cells, or that 0461 is no number. A workbook
does. Every text is a text there: one that begins with = or + is shown, and never worked out.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

_CREATED = datetime(2026, 1, 1, tzinfo=UTC)
"""The same day in every workbook: the same table has the same bytes."""
_NARROWEST, _WIDEST = 8, 48
"""Of a column, in digits."""


def xlsx_table(
    name: str, header: Sequence[str], rows: Iterable[Sequence[object]], codes: Collection[str] = ()
) -> bytes:
    """Write a table as the one sheet `name`; `codes` are the columns of figures that are no numbers, such as 0461.

    What is not known is an empty cell. The same arguments give the same bytes.
    """
    found = [tuple(row) for row in rows]
    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"title": name, "created": _CREATED})
        sheet = book.add_worksheet(name)
        bold = book.add_format({"bold": True})
        for column, title in enumerate(header):
            told = [str(row[column]) for row in found if row[column] is not None]
            longest = max(map(len, (title, *told)))
            sheet.set_column(column, column, min(max(longest + 1, _NARROWEST), _WIDEST))
            sheet.write_string(0, column, title, bold)
            if title in codes and found:
                letter = chr(ord("A") + column)
                sheet.ignore_errors({"number_stored_as_text": f"{letter}2:{letter}{len(found) + 1}"})
        for line, row in enumerate(found, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, int | float) and not isinstance(cell, bool) and header[column] not in codes:
                    sheet.write_number(line, column, cell)
                elif cell is not None and cell != "":
                    sheet.write_string(line, column, str(cell))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(found), len(header) - 1)
    return buffer.getvalue()
