"""The tables as workbooks: what Excel shows after a double click."""

import io

from openpyxl import load_workbook

from tests.conftest import TODAY
from tests.privacy.makers import rules
from vejviser.content.model.portal import Portal
from vejviser.opendata.municipalities import COLUMNS, files
from vejviser.opendata.statistics import files as status_files
from vejviser.opendata.workbook import xlsx_table


def cells(data: bytes) -> list[list[object]]:
    (sheet,) = load_workbook(io.BytesIO(data)).worksheets
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_codes_are_texts_and_figures_are_numbers() -> None:
    data = xlsx_table("steder", ("code", "name", "count"), [("0461", "Ærø", 12), ("0851", "Åø", None)], ("code",))
    assert cells(data) == [["code", "name", "count"], ["0461", "Ærø", 12], ["0851", "Åø", None]]


def test_no_text_is_a_formula_or_a_link() -> None:
    texts = [
        "=1+1",
        "+45",
        "-1",
        "@SUM(A1)",
        '=HYPERLINK("https://example.org")',
        "{=1}",
        "\t=1",
        "https://example.org/",
    ]
    (sheet,) = load_workbook(io.BytesIO(xlsx_table("x", ("a",), [(text,) for text in texts]))).worksheets
    found = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in found] == texts
    assert {cell.data_type for cell in found} == {"s"}
    assert not any(cell.hyperlink for cell in found)


def test_the_same_table_has_the_same_bytes() -> None:
    assert xlsx_table("x", ("a",), [("b",)]) == xlsx_table("x", ("a",), [("b",)])
    assert cells(xlsx_table("x", ("a", "b"), [])) == [["a", "b"]]


def test_it_says_what_the_csv_says(portal: Portal) -> None:
    found = files(portal, TODAY, ())
    header, *rows = cells(found["api/v1/municipalities.xlsx"])
    assert tuple(header) == COLUMNS
    csv = found["api/v1/municipalities.csv"].decode().splitlines()
    assert len(rows) == len(csv) - 1
    assert [str(row[0]) for row in rows] == [line.split(",")[0] for line in csv[1:]]
    status = status_files(portal)
    assert (
        ",".join(str(name) for name in cells(status["api/v1/status.xlsx"])[0])
        == status["api/v1/status.csv"].decode().splitlines()[0]
    )


def test_codes_below_each_other_are_nobodys_number() -> None:
    """The first real quarter would have been stopped: a workbook holds its texts in a list, one code after the other."""
    codes = ("0175", "0851", "0860")
    data = xlsx_table("status", ("period", "code", "referrals"), [("2026-Q1", code, 10) for code in codes], ("code",))
    assert rules("status.xlsx", data) == []
    named = xlsx_table("status", ("period", "code", "note"), [("2026-Q1", "0101", "ring 20 12 34 56")], ("code",))
    assert rules("status.xlsx", named) == ["personal-phone-in-file"]
