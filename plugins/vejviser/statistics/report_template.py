"""The empty form of a quarter: as CSV for programs, as XLSX with a guide for people."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from textwrap import wrap

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from vejviser.content.languages import Language
from vejviser.content.model.report_form import ReportForm
from vejviser.content.settings import current
from vejviser.statistics.parse_count import LARGEST

_FIRST_COLUMNS = ("period", "code", "name")
_HEADING_ROWS = 2
_CREATED = datetime(2026, 1, 1, tzinfo=UTC)
"""The same day in every form: the same form has the same bytes."""
_A4 = 9
"""The number of the paper in SpreadsheetML."""
_LINE_HEIGHT = 15
"""Points."""
_GUIDE_WIDTHS = (34, 100)
_HEADING = {"bold": True, "text_wrap": True, "valign": "top"}
_WRAPPED = {"text_wrap": True, "valign": "top"}


def csv_template(codes: Mapping[str, str]) -> str:
    """Return the CSV to fill in: a line for every municipality (name by code), nothing reported yet."""
    empty = "," * len(current().indicators.ids)
    return "".join(
        f"{line}\n"
        for line in (",".join(("code", *current().indicators.ids)), *(f"{code}{empty}" for code in sorted(codes)))
    )


def xlsx_template(period: str, municipalities: Mapping[str, str], form: ReportForm, language: Language) -> bytes:
    """Return the form as XLSX: a sheet to fill in, which accepts whole numbers only, and a sheet that explains.

    `read_raw` reads it as it is, or its first sheet saved as CSV: the second line, with names for people, starts with
    "#". The same arguments give the same bytes.
    """
    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"title": form.title.text(language).format(period=period), "created": _CREATED})
        _figures(book, period, municipalities, form, language)
        _guide(book, period, form, language)
    return buffer.getvalue()


def _figures(
    book: Workbook, period: str, municipalities: Mapping[str, str], form: ReportForm, language: Language
) -> None:
    sheet = book.add_worksheet(form.sheet.text(language))
    counted = current().indicators.ids
    names = (form.period, form.code, form.municipality, *(form.columns[indicator].name for indicator in counted))
    spoken = [name.text(language) for name in names]
    _laid_out(sheet, (12, 14, 22, *(18 for _ in counted)))
    sheet.repeat_rows(0, _HEADING_ROWS - 1)
    heading = book.add_format(_HEADING)
    for row, texts in enumerate([(*_FIRST_COLUMNS, *counted), (f"# {spoken[0]}", *spoken[1:])]):
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, heading)
    last = _HEADING_ROWS
    for last, (code, name) in enumerate(sorted(municipalities.items()), _HEADING_ROWS):
        for column, text in enumerate((period, code, name)):
            sheet.write_string(last, column, text)
    sheet.freeze_panes(_HEADING_ROWS, len(_FIRST_COLUMNS))
    sheet.ignore_errors({"number_stored_as_text": f"B{_HEADING_ROWS + 1}:B{last + 1}"})
    sheet.data_validation(
        _HEADING_ROWS,
        len(_FIRST_COLUMNS),
        last,
        len(_FIRST_COLUMNS) + len(counted) - 1,
        {
            "validate": "integer",
            "criteria": "between",
            "minimum": 0,
            "maximum": LARGEST,
            "error_title": form.wrong_title.text(language),
            "error_message": form.wrong.text(language),
        },
    )


def _guide(book: Workbook, period: str, form: ReportForm, language: Language) -> None:
    sheet = book.add_worksheet(form.help_sheet.text(language))
    _laid_out(sheet, _GUIDE_WIDTHS)
    heading, wrapped = book.add_format(_HEADING), book.add_format(_WRAPPED)
    sheet.write_string(0, 0, form.title.text(language).format(period=period), heading)
    steps = [(f"{number}.", step.text(language)) for number, step in enumerate(form.steps, 1)]
    columns = [
        (form.columns[indicator].name.text(language), form.columns[indicator].help.text(language))
        for indicator in current().indicators.ids
    ]
    header = (form.column.text(language), form.meaning.text(language))
    for row, texts in enumerate([(), *steps, (), header, *columns], 1):
        # not every program works out the height of a row with wrapped text by itself
        sheet.set_row(row, _LINE_HEIGHT * max([1, *map(_lines_of, texts, _GUIDE_WIDTHS)]))
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, wrapped)


def _laid_out(sheet: Worksheet, widths: Iterable[int]) -> None:
    """Set the widths of the columns, and how the sheet is printed: A4 across, all columns on one page."""
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _lines_of(text: str, width: int) -> int:
    """Return how many lines `text` takes in a column `width` digits wide."""
    return len(wrap(text, width)) or 1
