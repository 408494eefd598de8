"""Charts: what a reader sees, hears and can print."""

import re
from xml.etree import ElementTree

import pytest

from vejviser.statistics.charts import Chart, ChartTexts, Mark, Series, bar_chart, line_chart, nice_ticks

TEXTS = ChartTexts("Andel i <Ærø>", "Fra 61 til 68 procent.", "Kvartal", "ikke oplyst", number="{:g} %".format)
LABELS = ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")
OWN = Series("Ærø Kommune", "own", (61, None, None, 68))
COUNTRY = Series("Hele landet", "country", (62, 63, 64, 65))
GOAL = Mark("Mål", 67)


@pytest.fixture(params=["line", "bar"])
def chart(request: pytest.FixtureRequest) -> Chart:
    if request.param == "line":
        return line_chart("share", LABELS, (OWN, COUNTRY), TEXTS, GOAL)
    return bar_chart("share", (Series("Ærø Kommune", "own", (None,)), COUNTRY), TEXTS, GOAL)


def test_it_has_a_name_and_a_description_for_those_who_do_not_see_it(chart: Chart) -> None:
    svg = ElementTree.fromstring(chart.svg)
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "share-title share-desc"
    assert [svg.findtext("title"), svg.findtext("desc")] == ["Andel i <Ærø>", "Fra 61 til 68 procent."]


def test_nothing_in_it_needs_more_than_the_content_security_policy_allows(chart: Chart) -> None:
    assert not re.search(r"\sstyle=|<script|<style|\son\w+=|https?:", chart.svg)


def test_its_ids_are_its_own(chart: Chart) -> None:
    assert all(name.startswith("share-") for name in re.findall(r'\bid="([^"]+)"', chart.svg))


def test_it_has_colours_without_a_style_sheet_and_never_only_colours(chart: Chart) -> None:
    assert set(re.findall(r'(?:stroke|fill)="([^"]+)"', chart.svg)) <= {"currentColor", "none"}
    if "chart-line" in chart.svg:
        assert 'stroke-dasharray="2 4"' in chart.svg


def test_a_missing_value_is_a_gap() -> None:
    chart = line_chart("a", LABELS, (OWN,), TEXTS)
    assert chart.svg.count('class="chart-dot series-own"') == 2
    assert chart.svg.count('class="chart-line series-own"') == 0, "none across the gap"


def test_quarters_in_a_row_are_joined() -> None:
    assert line_chart("a", LABELS, (COUNTRY,), TEXTS).svg.count('class="chart-line series-country"') == 3


def test_one_line_alone_needs_no_legend() -> None:
    assert "chart-legend" not in line_chart("a", LABELS, (COUNTRY,), TEXTS).svg
    assert line_chart("a", LABELS, (COUNTRY,), TEXTS, GOAL).svg.count('class="chart-legend"') == 2


def test_a_missing_bar_says_so() -> None:
    missing = bar_chart("a", (Series("A", "own", (None,)), Series("B", "country", (50,))), TEXTS).svg
    assert 'class="chart-bar series-own"' not in missing
    assert "ikke oplyst" in missing


def test_the_table_says_what_a_rounded_nought_can_be() -> None:
    words = ChartTexts("Venter", "", "Kvartal", "ikke oplyst", zero="0–4")
    assert line_chart("a", LABELS[:2], (Series("A", "own", (0, 5)),), words).table.rows == (
        ("2026-Q1", "0–4"),
        ("2026-Q2", "5"),
    )


def test_the_table_says_the_same() -> None:
    table = line_chart("a", LABELS, (OWN, COUNTRY), TEXTS, GOAL).table
    assert table.header == ("Kvartal", "Ærø Kommune", "Hele landet")
    assert table.rows == (
        ("2026-Q1", "61 %", "62 %"),
        ("2026-Q2", "ikke oplyst", "63 %"),
        ("2026-Q3", "ikke oplyst", "64 %"),
        ("2026-Q4", "68 %", "65 %"),
        ("Mål", "67 %", "67 %"),
    )


def test_the_bars_table() -> None:
    table = bar_chart("a", (Series("A", "own", (None,)), Series("B", "region", (50,))), TEXTS).table
    assert table.header == ("Kvartal", "Andel i <Ærø>")
    assert table.rows == (("A", "ikke oplyst"), ("B", "50 %"))


def test_the_same_figures_give_the_same_text() -> None:
    assert line_chart("a", LABELS, (OWN,), TEXTS) == line_chart("a", LABELS, (OWN,), TEXTS)


@pytest.mark.parametrize(
    ("largest", "ticks"),
    [(0, (0, 1, 2, 3, 4)), (4, (0, 1, 2, 3, 4)), (7, (0, 2, 4, 6, 8)), (31, (0, 10, 20, 30, 40)),
     (67, (0, 20, 40, 60, 80)), (100, (0, 20, 40, 60, 80, 100)), (6000, (0, 2000, 4000, 6000, 8000))],
)  # fmt: skip
def test_the_scale_has_round_numbers(largest: float, ticks: tuple[int, ...]) -> None:
    assert nice_ticks(largest) == ticks


def test_a_chart_of_nothing_can_be_drawn() -> None:
    assert "<svg" in line_chart("a", LABELS, (Series("A", "own", (None,) * 4),), TEXTS).svg
    assert "<svg" in bar_chart("a", (Series("A", "own", (None,)),), TEXTS).svg
