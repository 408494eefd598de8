"""The empty form: what a coordinator gets can be read when it comes back."""

import io
from pathlib import Path

import openpyxl
import pytest
import yaml
from openxml_audit import OpenXmlValidator

from tests.statistics.counted import INDICATORS
from tests.statistics.demo_portal import NAMES, ROOT
from vejviser.content.model.disclosure_policy import Policy
from vejviser.content.model.report_form import ReportForm
from vejviser.statistics.raw_report import read_raw
from vejviser.statistics.report_template import csv_template, xlsx_template


@pytest.fixture(scope="module")
def form() -> ReportForm:

    return ReportForm.model_validate(yaml.safe_load((ROOT / "data/status/form.yml").read_text("utf-8")))


def test_the_csv_lists_every_municipality_and_reads_as_nothing_reported() -> None:
    text = csv_template(NAMES)
    assert text.splitlines()[:2] == [",".join(("code", *INDICATORS)), "0101,,,,,,,,,"]
    file = read_raw(text.encode(), path="2026-Q3.csv", period="2026-Q3", municipalities=NAMES)
    assert (len(file.rows), file.problems) == (98, ())


def test_the_same_form_has_the_same_bytes(form: ReportForm) -> None:
    assert xlsx_template("2026-Q3", NAMES, form, "da") == xlsx_template("2026-Q3", NAMES, form, "da")


@pytest.mark.parametrize("language", ["da", "en"])
def test_excel_opens_the_form_without_repairing_it(form: ReportForm, language: str, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(xlsx_template("2026-Q3", NAMES, form, language))  # type: ignore[arg-type]
    result = OpenXmlValidator().validate(str(path))
    assert result.is_valid, result.errors


def test_the_form_filled_in_and_saved_as_csv_is_read(form: ReportForm) -> None:
    rows = sheet(xlsx_template("2026-Q3", NAMES, form, "da"), 1)
    assert rows[1][:4] == ["# Kvartal", "Kommunekode", "Kommune", "Henvisninger"]
    rows[2][3:] = ["12", "9", "40", "7", "5", "30", "6", "8", "6"]
    saved = "\r\n".join(";".join(row + [""] * (12 - len(row))) for row in rows)
    file = read_raw(f"\ufeff{saved}".encode(), path="tal.csv", period="2026-Q3", municipalities=NAMES)
    assert file.problems == ()
    assert tuple(file.rows[0].cells.values()) == (12, 9, 40, 7, 5, 30, 6, 8, 6)
    other = read_raw(saved.encode(), path="tal.csv", period="2026-Q4", municipalities=NAMES)
    assert {problem.rule for problem in other.problems} == {"status-raw-period"}


def test_the_guide_explains_every_column(form: ReportForm) -> None:
    said = {cell for row in sheet(xlsx_template("2026-Q3", NAMES, form, "en"), 2) for cell in row}
    assert "Venner Viser Vej: figures for 2026-Q3" in said
    assert all(form.columns[indicator].help.text("en") in said for indicator in INDICATORS)


def test_only_whole_numbers_can_be_written_where_counts_belong(form: ReportForm) -> None:
    figures = openpyxl.load_workbook(io.BytesIO(xlsx_template("2026-Q3", NAMES, form, "da"))).worksheets[0]
    (numbers,) = figures.data_validations.dataValidation
    assert (str(numbers.sqref), numbers.type, numbers.formula1, numbers.formula2) == ("D3:L100", "whole", "0", "99999")
    assert figures.freeze_panes == "D3"


def test_the_policy_can_be_read() -> None:

    policy = Policy.model_validate(yaml.safe_load((ROOT / "data/status/policy.yml").read_text("utf-8")))
    assert (policy.base_in("2026-Q3"), policy.goal.share, policy.goal.source.key) == (5, 67, "als-2023")


def sheet(data: bytes, number: int) -> list[list[str]]:
    """Read a sheet as a spreadsheet program would."""
    rows = openpyxl.load_workbook(io.BytesIO(data)).worksheets[number - 1].iter_rows(values_only=True)
    return [[str(item) for item in row if item is not None] for row in rows]
