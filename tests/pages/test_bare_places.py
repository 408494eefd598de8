"""A place of which nothing is known but its name: no region, no point on the map, no inhabitants."""

import json
from pathlib import Path

import pytest

from tests.conftest import TODAY
from vejviser.content.load.portal import load_portal
from vejviser.content.model.portal import Portal
from vejviser.opendata.all_files import open_data
from vejviser.site.content_check import all_pages, load_and_check


@pytest.fixture
def bare(portal_copy: Path) -> Path:
    for name in ("regions", "help_lines"):
        (portal_copy / f"data/{name}.yml").unlink()
    for path in (portal_copy / "data/kommuner").iterdir():
        kept = [line for line in path.read_text("utf-8").splitlines() if line.startswith(("code:", "name:"))]
        path.write_text("\n".join(kept) + "\n", "utf-8")
    return portal_copy


def page(portal: Portal, uri: str) -> str:
    return next(item.markdown for item in all_pages(portal, TODAY) if (item.uri, item.language) == (uri, "da"))


def test_it_is_no_mistake(bare: Path) -> None:
    rules = {problem.rule for problem in load_and_check(bare, TODAY).problems if problem.path.startswith("data/k")}
    assert rules == set()


def test_its_page_and_the_directory_leave_out_what_nobody_knows(bare: Path) -> None:
    portal = load_portal(bare).portal
    shown = page(portal, "kommuner/proeveby.md")
    assert "Region" not in shown.partition("## ")[0]
    assert "GeoCoordinates" not in shown
    directory = page(portal, "kommuner/index.md")
    assert directory.count('<th scope="col"') == 2  # the name, and the examples that one of them has
    assert 'name="region"' not in directory
    assert '<option value="indbyggere">' not in directory


def test_its_data_say_that_it_is_not_known(bare: Path) -> None:
    files = open_data(load_portal(bare).portal, TODAY, ())
    record = json.loads(files["api/v1/municipalities/0802.json"])
    assert record["region"] == {"code": None, "name": None}
    assert record["centre"] == {"longitude": None, "latitude": None}
