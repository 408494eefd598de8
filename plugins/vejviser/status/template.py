"""The empty form of a quarter: as CSV for programs, as XLSX with a guide for people."""

from collections.abc import Mapping

from vejviser.model.base import Language
from vejviser.model.report_form import ReportForm
from vejviser.model.status import INDICATORS
from vejviser.status.cells import LARGEST
from vejviser.status.xlsx import Cell, Sheet, WholeNumbers, workbook

_FIRST_COLUMNS = ("period", "code", "name")


def csv_template(codes: Mapping[str, str]) -> str:
    """Give the CSV to fill in: a line for every municipality (name by code), nothing reported yet."""
    empty = "," * len(INDICATORS)
    return "".join(f"{line}\n" for line in (",".join(("code", *INDICATORS)), *(f"{it}{empty}" for it in sorted(codes))))


def xlsx_template(period: str, municipalities: Mapping[str, str], form: ReportForm, language: Language) -> bytes:
    """Give the form as XLSX: a sheet to fill in, which accepts whole numbers only, and a sheet that explains.

    Saved as CSV, the first sheet is what `read_raw` reads: the second line, with names for people, starts with "#".
    """
    sheets = (_figures(period, municipalities, form, language), _guide(period, form, language))
    return workbook(sheets, title=form.title.text(language).format(period=period), language=language)


def _figures(period: str, municipalities: Mapping[str, str], form: ReportForm, language: Language) -> Sheet:
    names = (form.period, form.code, form.municipality, *(form.columns[it].name for it in INDICATORS))
    spoken = [name.text(language) for name in names]
    lines: list[tuple[Cell, ...]] = [(*_FIRST_COLUMNS, *INDICATORS), (f"# {spoken[0]}", *spoken[1:])]
    lines += [(period, code, name) for code, name in sorted(municipalities.items())]
    return Sheet(
        form.sheet.text(language),
        tuple(lines),
        widths=(12, 14, 22, *(18 for _ in INDICATORS)),
        heading_rows=2,
        frozen_columns=len(_FIRST_COLUMNS),
        numbers=WholeNumbers(
            first=(len(_FIRST_COLUMNS), 2),
            last=(len(_FIRST_COLUMNS) + len(INDICATORS) - 1, max(len(lines) - 1, 2)),
            greatest=LARGEST,
            title=form.wrong_title.text(language),
            message=form.wrong.text(language),
        ),
    )


def _guide(period: str, form: ReportForm, language: Language) -> Sheet:
    steps = [(f"{number}.", step.text(language)) for number, step in enumerate(form.steps, 1)]
    columns = [
        (column.name.text(language), column.help.text(language))
        for column in map(form.columns.get, INDICATORS)
        if column
    ]
    lines: list[tuple[Cell, ...]] = [
        (form.title.text(language).format(period=period),), (), *steps, (),
        (form.column.text(language), form.meaning.text(language)), *columns,
    ]  # fmt: skip
    return Sheet(form.help_sheet.text(language), tuple(lines), widths=(34, 100), heading_rows=1, wrap=True)
