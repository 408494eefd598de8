"""A workbook that a coordinator hands in is read as it is: what Excel makes of a figure is told by its cell."""

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tests.statistics.counted import INDICATORS
from tests.statistics.demo_portal import NAMES, ROOT
from vejviser.content.model.report_form import ReportForm
from vejviser.statistics.raw_report import RawFile, read_raw
from vejviser.statistics.report_template import xlsx_template

HEADER = ("code", *INDICATORS)
ROW = ("0101", 12, 9, 40, 7, 5, 30, 6, 8, 6)


def saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def workbook(*rows: Iterable[Any], header: Iterable[Any] = HEADER) -> Workbook:
    book = Workbook()
    for row in (header, *rows):
        book.worksheets[0].append(list(row))
    return book


def read(data: bytes | Workbook, path: str = "tal.xlsx") -> RawFile:
    given = saved(data) if isinstance(data, Workbook) else data
    return read_raw(given, path=path, period="2026-Q3", municipalities=NAMES)


def told(data: bytes | Workbook) -> list[tuple[str, str | None]]:
    """Return rule and cell of every problem."""
    return [(problem.rule, dict(problem.values).get("cell")) for problem in read(data).problems]


def with_cell(value: object, number_format: str = "") -> Workbook:
    book = workbook(ROW)
    cell = book.worksheets[0]["E2"]
    cell.value = value
    if number_format:
        cell.number_format = number_format
    return book


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_form_is_read_as_it_was_filled_in(language: str) -> None:
    form = ReportForm.model_validate(yaml.safe_load((ROOT / "data/status/form.yml").read_text("utf-8")))
    book = load_workbook(io.BytesIO(xlsx_template("2026-Q3", NAMES, form, language)))  # type: ignore[arg-type]
    for cell, value in zip(book.worksheets[0]["D3:L3"][0], ROW[1:], strict=True):
        cell.value = value
    file = read(book)
    assert file.problems == ()
    assert (len(file.rows), file.rows[0].code, tuple(file.rows[0].cells.values())) == (98, "0101", ROW[1:])
    assert {count for row in file.rows[1:] for count in row.cells.values()} == {None}


class TestAFigureAsExcelHoldsIt:
    @pytest.mark.parametrize(
        ("value", "number_format"),
        [(7, "0.00"), (7.0, '#,##0.00 "personer"'), ("7", "@"), (" 7 ", "General"), (7, "0%"), ("07", "@")],
    )
    def test_its_format_does_not_change_it(self, value: object, number_format: str) -> None:
        file = read(with_cell(value, number_format))
        assert (file.problems, file.rows[0].cells["ended_matches"]) == ((), 7)

    @pytest.mark.parametrize(
        ("value", "rule"),
        [
            (7.4, "status-raw-decimal"),
            (datetime(2026, 4, 3), "status-raw-date"),  # noqa: DTZ001 - Excel knows no time zones
            ("3-4", "status-raw-mark"),
            ("1.234", "status-raw-thousands"),
            (-7, "status-raw-negative"),
            (1e6, "status-raw-huge"),
            (True, "status-raw-text"),
            ("#REF!", "status-raw-text"),
            ("=SUM(A1:A9)", "status-raw-text"),
            ("syv", "status-raw-text"),
        ],
    )
    def test_what_is_no_count_is_told_by_its_cell(self, value: object, rule: str) -> None:
        assert (rule, "E2") in told(with_cell(value))
        assert read(with_cell(value)).rows == ()

    def test_a_code_that_became_a_number_is_known(self) -> None:
        book = workbook((101, *ROW[1:]))
        book.worksheets[0]["A2"].number_format = "0000"
        assert read(book).rows[0].code == "0101"

    @pytest.mark.slow
    @given(st.lists(st.none() | st.integers(0, 99_999), min_size=2, max_size=2))
    def test_counts_come_back_as_they_were_written(self, counts: list[int | None]) -> None:
        header, row = ("code", *INDICATORS), ("0461", counts[0], None, None, None, counts[1], *[None] * 4)
        cells = read(workbook(row, header=header)).rows[0].cells
        assert [cells["referrals"], cells["waiting"]] == counts


def test_empty_lines_and_lines_of_format_are_passed_over() -> None:
    book = workbook((), ROW, (), ("# kladde", 5), (" ", None, "\u00a0"))
    for at in range(7, 300):
        book.worksheets[0].cell(at, 3).number_format = "0.00"
    file = read(book)
    assert (file.problems, [(row.code, row.line) for row in file.rows]) == ((), [("0101", 3)])


def test_every_wrong_cell_is_told_at_once() -> None:
    assert told(workbook(ROW, ("0999", *ROW[1:]), ("0461", "mange", *ROW[2:-1], 9), ROW)) == [
        ("status-raw-code", "A3"), ("status-raw-text", "B4"), ("status-raw-working", "J4"), ("status-raw-duplicate", "A5"),
    ]  # fmt: skip


class TestTheSheet:
    def test_is_the_one_with_figures_wherever_it_stands(self) -> None:
        book = workbook(ROW)
        book.create_sheet("Forside", 0)["A1"] = "Tal fra koordinatoren"
        assert len(read(book).rows) == 1

    def test_two_with_figures_are_refused_also_when_one_is_hidden(self) -> None:
        book = workbook(ROW)
        book.copy_worksheet(book.worksheets[0]).sheet_state = "hidden"
        (problem,) = read(book).problems
        assert (problem.rule, dict(problem.values)["found"]) == ("status-raw-sheets", "Sheet, Sheet Copy")

    def test_without_figures_is_told_what_it_lacks(self) -> None:
        assert ("status-raw-unknown-column", "B1") in told(workbook(header=("code", "antal")))
        assert told(workbook(header=())) == told(without("xl/worksheets/sheet1.xml")) == [("status-raw-empty", None)]

    def test_of_another_quarter_is_told_by_the_files_name(self) -> None:
        (problem,) = read(workbook(ROW), "2026-Q2.xlsx").problems
        assert (problem.rule, dict(problem.values).get("cell")) == ("status-raw-period", None)


def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", bytes(60_000_000))
    return buffer.getvalue()


def without(part: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(workbook(ROW)))) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 and nothing more",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 locked, or a workbook of 1997",
        saved(workbook(ROW))[:-200],
        bomb(),
        without("xl/workbook.xml"),
        without("[Content_Types].xml"),
    ],
    ids=["a signature", "locked", "cut off", "a bomb", "no workbook", "no types"],
)
def test_what_is_no_workbook_is_said_in_one_sentence(data: bytes) -> None:
    assert told(data) == [("status-raw-workbook", None)]
