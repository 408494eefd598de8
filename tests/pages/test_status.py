"""The status pages of all municipalities, with the demo's figures: what is missing, and why."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import CONTENT_DAY
from vejviser.build import gather
from vejviser.model.portal import Portal
from vejviser.pages import directory
from vejviser.pages.page import Page
from vejviser.pages.status import pages

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
WHY = "En andel vises kun, når den ikke kan afsløre nogen."


@pytest.fixture(scope="module")
def demo() -> Portal:
    return gather(ROOT, CONTENT_DAY, demo=True).portal


@pytest.fixture(scope="module")
def danish(demo: Portal) -> dict[str, Page]:
    return {it.uri: it for it in pages(demo, TODAY) if it.language == "da"}


def share_chart(page: Page) -> str:
    """Give the chart of shares with its table, and what stands below it."""
    return page.body.partition("{ #andel }")[2].partition("{ #udvikling }")[0]


def test_where_a_share_is_hidden_the_page_says_why_and_else_it_does_not(danish: dict[str, Page]) -> None:
    charts = {uri: chart for uri, it in danish.items() if (chart := share_chart(it))}
    hidden = {uri for uri, chart in charts.items() if "<td>skjult</td>" in chart}
    assert {uri for uri, chart in charts.items() if WHY in chart} == hidden
    assert len(hidden) > 50


def test_the_barometer_says_why_with_the_numbers_of_the_policy(danish: dict[str, Page], demo: Portal) -> None:
    assert demo.policy is not None
    body = danish["kommuner/status.md"].body
    assert WHY in body
    assert f"0 eller mindst {demo.policy.threshold}." in body
    assert f"fra {demo.policy.share_base} match" in body


def test_the_directory_leads_to_the_barometer_when_there_are_figures(demo: Portal) -> None:
    def list_of(portal: Portal) -> str:
        return next(it.body for it in directory.pages(portal, TODAY) if it.language == "da")

    assert "](status.md)" in list_of(demo)
    assert "](status.md)" not in list_of(replace(demo, status=()))


def test_the_map_begins_with_a_figure_that_most_municipalities_show(danish: dict[str, Page]) -> None:
    newest = danish["kommuner/status.md"].body.partition('<ul class="tilemap-legend"')[2].partition("</ul>")[0]
    hidden = re.search(r"skjult <span class=\"dim\">\((\d+)\)", newest)
    assert newest.startswith(' data-legend="active-matches"')
    assert hidden is None or int(hidden[1]) < 10
