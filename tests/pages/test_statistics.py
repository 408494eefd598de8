"""The status pages of all municipalities, with the demo's figures: what is missing, and why."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import CONTENT_DAY
from vejviser.content.model.portal import Portal
from vejviser.pages import directory
from vejviser.pages.page import Page
from vejviser.pages.statistics import pages
from vejviser.site.content_check import load_and_check

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
STATUS = "kommuner/odense/status.md"
WHY = "Andelen er regnet af rundede tal og vises kun, hvor mindst 30 match er fulgt op i kvartalet."


@pytest.fixture(scope="module")
def demo() -> Portal:
    return load_and_check(ROOT, CONTENT_DAY, demo=True).portal


@pytest.fixture(scope="module")
def danish(demo: Portal) -> dict[str, Page]:
    return {page.uri: page for page in pages(demo, TODAY) if page.language == "da"}


def share_chart(page: Page) -> str:
    """Return the chart of shares with its table, and what stands below it."""
    return page.body.partition("{ #andel }")[2].partition("{ #udvikling }")[0]


def test_a_share_of_few_matches_is_missing_and_the_page_says_why(danish: dict[str, Page]) -> None:
    charts = [chart for item in danish.values() if (chart := share_chart(item))]
    assert all(WHY in chart for chart in charts)
    assert sum("<td>for få</td>" in chart for chart in charts) > 50


def test_every_page_with_figures_says_that_they_are_rounded(danish: dict[str, Page], demo: Portal) -> None:
    assert demo.policy is not None
    pages = [item.body for item in danish.values() if share_chart(item)] + [danish["kommuner/status.md"].body]
    assert all("op til 4 for højt eller for lavt, og »0–4« betyder" in body for body in pages)
    assert f"mindst {demo.policy.share_base} match" in danish["kommuner/status.md"].body


def test_no_markup_is_left_as_it_was_typed(danish: dict[str, Page]) -> None:
    """A heading close below a drawing is no heading: a line with nothing on it ends what is HTML."""
    lines = danish[STATUS].body.split("\n")
    before = [above for above, line in pairwise(lines) if line.startswith("#")]
    assert len(before) > 5
    assert set(before) == {""}


def test_figures_are_no_words_to_search_for(danish: dict[str, Page]) -> None:
    """A row such as 60 15 25 10 reads as a telephone number where nothing but its digits are left."""
    barometer = danish["kommuner/status.md"].body
    assert '<div class="barometer directory" data-barometer data-search-ignore' in barometer
    tables = re.findall(r'<(?:details|div class="table-scroll")[^>]*>', danish[STATUS].body)
    assert tables
    assert all("data-search-ignore" in table for table in tables)


def test_a_count_rounded_down_to_nought_says_what_it_can_be(danish: dict[str, Page]) -> None:
    cells = re.findall(r"<td>([^<]*)</td>", danish["kommuner/fanoe/status.md"].body)
    assert "0–4" in cells
    assert "0" not in cells


def test_the_directory_leads_to_the_barometer_when_there_are_figures(demo: Portal) -> None:
    def list_of(portal: Portal) -> str:
        return next(page.body for page in directory.pages(portal, TODAY) if page.language == "da")

    assert "](status.md)" in list_of(demo)
    assert "](status.md)" not in list_of(replace(demo, status=()))


def test_the_map_begins_with_a_figure_that_all_who_report_show(danish: dict[str, Page]) -> None:
    newest = danish["kommuner/status.md"].body.partition('<ul class="tilemap-legend"')[2].partition("</ul>")[0]
    assert newest.startswith(' data-legend="active-matches"')
