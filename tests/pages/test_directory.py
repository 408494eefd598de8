"""The directory's list, its filters and colours, and what a municipality's page says and leaves unsaid."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from scripts.tile_layout import land

from tests.opendata.examples import FILES, KNOWN, TODAY, UNKNOWN
from vejviser.base.engine import Engine
from vejviser.base.problems import Problem
from vejviser.check.all_rules import check_portal
from vejviser.content.facts import Facts
from vejviser.content.load.tile_grid import parse_tiles
from vejviser.content.model.municipality import Municipality
from vejviser.content.model.nearby import kilometres, nearby
from vejviser.content.model.portal import Portal
from vejviser.content.model.tile_grid import Tile
from vejviser.opendata.all_files import open_data
from vejviser.pages import directory
from vejviser.pages.choropleth import map_colourings
from vejviser.pages.compose import Composer
from vejviser.pages.municipality import pages as municipality_pages
from vejviser.pages.municipality_rows import filters, rows
from vejviser.pages.names import name_order, spellings
from vejviser.pages.page import Page
from vejviser.pages.statistics import pages as status_pages
from vejviser.pages.tile_grid_map import short_marks, tile_map

ROOT = Path(__file__).parents[2]
TILES = (
    Tile(code="0811", column=0, row=1, label="Åby", line=2),
    Tile(code="0812", column=2, row=0, label="Øby", line=3),
)


def with_municipalities(portal: Portal, *found: dict[str, Any]) -> Portal:
    return replace(portal, municipalities=tuple(map(Municipality.model_validate, found)), tiles=TILES)


@pytest.fixture
def two(portal: Portal) -> Portal:
    return with_municipalities(portal, KNOWN, UNKNOWN)


@pytest.fixture
def pages(two: Portal) -> dict[str, Page]:
    return {page.uri: page for page in directory.pages(two, TODAY, FILES) if page.language == "da"}


def page_of(portal: Portal, language: str = "da") -> Composer:
    return Composer(portal, language, "kommuner/index.md", TODAY)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("names", "ordered"),
    [
        (["Ærø", "Aabenraa", "Odense", "Øby", "Zby"], ["Odense", "Zby", "Ærø", "Øby", "Aabenraa"]),
        (["Aarhus", "Allerød"], ["Allerød", "Aarhus"]),
    ],
)
def test_names_in_name_order(names: list[str], ordered: list[str]) -> None:
    assert sorted(names, key=name_order) == ordered


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("København", ("kobenhavn", "koebenhavn")),
        ("Aarhus", ("århus",)),
        ("Ærø", ("aero", "aeroe")),
        ("Odense", ()),
    ],
)
def test_how_people_type_a_name(name: str, typed: tuple[str, ...]) -> None:
    assert spellings(name) == typed


@pytest.mark.parametrize(
    ("code", "name", "title"),
    [
        ("0101", "København", "Københavns Kommune"),
        ("0400", "Bornholm", "Bornholms Regionskommune"),
        ("0812", "Øby", "Øby Kommune"),
    ],
)
def test_a_municipality_is_called_what_it_calls_itself(portal: Portal, code: str, name: str, title: str) -> None:
    own = Municipality.model_validate({**UNKNOWN, "code": code, "name": name})
    only = replace(portal, municipalities=(own,), tiles=())
    page = next(municipality_pages(only, TODAY))
    status = next(status_pages(only, TODAY))
    rows = json.loads(open_data(only, TODAY, ())["api/v1/hsds/organizations.json"])["contents"]
    assert (page.title, status.title, rows[-1]["name"]) == (title, f"Status for {title}", title)
    assert set(re.findall(r"\w+ (?:Kommune|Regionskommune)\b", page.body)) == {title}


def test_filters_offer_the_values_that_occur(two: Portal) -> None:
    found = {
        item.key: [(choice.value, choice.count) for choice in item.choices]
        for item in filters(page_of(two), rows(two, TODAY))
    }
    assert found == {
        "samarbejde": [("present", 1), ("unknown", 1)],
        "organisation": [("other", 1), ("roede-kors", 1)],
        "tilbud": [("friend", 1), ("homework", 1)],
    }


def test_the_list_is_whole_without_a_script(pages: dict[str, Page]) -> None:
    body = pages["kommuner/index.md"].body
    assert re.findall(r'<th scope="row"><a href="([^"]+)">', body) == ["oeby/", "aaby/"]
    assert '<p class="directory-count" role="status" data-count>2 kommuner</p>' in body
    assert "<script" not in body
    assert "style=" not in body


def test_a_map_of_links_with_names_and_values(two: Portal) -> None:
    svg = tile_map(page_of(two), map_colourings(page_of(two), rows(two, TODAY)))
    assert re.findall(r'<a [^>]*href="([^"]+)"[^>]*><title>([^<]+)</title>', svg) == [
        ("oeby/", "Øby Kommune: Region Vest"),
        ("aaby/", "Åby Kommune: Region Vest"),
    ]
    assert 'data-by-indbyggere="s3|54|54.321 indbyggere"' in svg
    assert 'data-by-indbyggere="none||ikke oplyst"' in svg


def test_a_colouring_that_tells_nothing_apart_is_left_out(portal: Portal) -> None:
    alike = with_municipalities(portal, UNKNOWN, {**UNKNOWN, "code": "0811", "name": "Åby"})
    assert [colouring.key for colouring in map_colourings(page_of(alike), rows(alike, TODAY))] == ["region"]


def test_the_counts_of_a_legend_are_all_municipalities(two: Portal) -> None:
    for colouring in map_colourings(page_of(two), rows(two, TODAY)):
        assert sum(item.count for item in colouring.legend) == 2


def test_no_tiles_no_map(two: Portal) -> None:
    assert tile_map(page_of(two), map_colourings(page_of(two), rows(two, TODAY))) != ""
    bare = replace(two, tiles=())
    assert tile_map(page_of(bare), map_colourings(page_of(bare), rows(bare, TODAY))) == ""


def test_the_shortest_marks_that_tell_regions_apart() -> None:
    assert short_marks(["Hovedstaden", "Sjælland", "Syddanmark"]) == {
        "Hovedstaden": "H",
        "Sjælland": "Sj",
        "Syddanmark": "Sy",
    }


def test_a_page_with_much_to_say(pages: dict[str, Page]) -> None:
    body = pages["kommuner/aaby.md"].body
    assert "**Ordningen findes i kommunen** · siden 2019 · oplyst 2024" in body
    assert "Skriv til koordinatoren." in body
    assert "på dansk, arabisk" in body
    assert "Kim Koordinator" in body
    assert "[Øby](oeby.md)" in body


def test_people_without_consent_or_a_fresh_date_give_way_to_the_main_entry(pages: dict[str, Page]) -> None:
    body = pages["kommuner/aaby.md"].body
    assert "For Gammel" not in body
    assert "Uden Samtykke" not in body
    assert "<p data-main-entry>En kontakt" in body
    assert (
        'Brug kommunens hovedindgang. <a href="https://aaby.example/" rel="noopener" dir="ltr">aaby.example</a></p>'
        in body
    )


def test_a_page_with_nothing_to_say_is_short_and_never_a_list_of_unknowns(pages: dict[str, Page]) -> None:
    body = pages["kommuner/oeby.md"].body
    assert re.findall(r"^## (.*?) \{", body, re.MULTILINE) == [
        "Hvem kan du spørge?",
        "Om Øby",
        "Kommuner i nærheden",
        "Er noget forkert, eller mangler der noget?",
    ]
    assert body.lower().count("ikke oplyst") == 1
    assert "None" not in body


def test_linked_data_cannot_leave_its_element(portal: Portal) -> None:
    website = "x</script><script>alert(1)//.example"  # no file can say that; the page does not rely on it
    own = Municipality.model_validate(UNKNOWN).model_copy(update={"website": website})
    spoilt = replace(portal, municipalities=(own,), tiles=TILES)
    body = next(page.body for page in directory.pages(spoilt, TODAY) if page.uri == "kommuner/oeby.md")
    element = body.split('<script type="application/ld+json">', 1)[1].split("</script>", 1)[0]
    assert json.loads(element)["url"] == "https://x</script><script>alert(1)//.example/"
    assert json.loads(element)["identifier"]["value"] == "0812"


def test_nearby_is_by_distance_and_not_across_the_sea(portal: Portal) -> None:
    places = {"0811": (10.0, 56.0), "0812": (10.2, 56.0), "0813": (10.0, 56.1), "0814": (14.9, 55.1)}
    found = with_municipalities(
        portal, *({**UNKNOWN, "code": code, "name": f"By {code}", "centre": place} for code, place in places.items())
    )
    by_code = {municipality.code: municipality for municipality in found.municipalities}
    assert [item.code for item in nearby(found, by_code["0811"])] == ["0813", "0812"]
    assert nearby(found, by_code["0814"]) == []


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    assert kilometres((10, 55), (10, 56)) == pytest.approx(111.2, abs=0.1)


def rules(portal: Portal, *tiles: Tile) -> list[tuple[int, str]]:
    problems = check_portal(Facts(replace(portal, tiles=tiles), {}), TODAY, Engine())
    return [(problem.line, problem.rule) for problem in problems if problem.rule.startswith("tile-")]


def test_rules_of_the_map(two: Portal) -> None:
    one, other = TILES
    assert rules(two, one, other) == []
    assert rules(two) == []
    assert rules(two, one) == [(1, "tile-missing")]
    assert rules(two, one, other.model_copy(update={"column": 0, "row": 1})) == [(3, "tile-place-twice")]
    assert rules(two, one, other.model_copy(update={"label": "Åby"})) == [(3, "tile-label-twice")]
    assert rules(two, one, other, one.model_copy(update={"code": "0899", "row": 9, "label": "X", "line": 4})) == [
        (4, "tile-unknown")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("code,col,row,label\n0811,0,1,Åby\n", []),
        ("code,col,row\n0811,0,1\n", ["1 tile-header"]),
        ("code,col,row,label\n0811,nul,1,Åby\n0812,1\n811,1,1,Øby\n", ["2 tile-line", "3 tile-line", "4 tile-line"]),
    ],
)
def test_a_wrong_layout_is_told_by_line(text: str, found: list[str]) -> None:
    problems: list[Problem] = []
    list(parse_tiles(text, problems))
    assert [f"{problem.line} {problem.rule}" for problem in problems] == found


def test_the_real_map_has_a_tile_for_each_municipality_and_no_two_lands_share_a_side() -> None:
    problems: list[Problem] = []
    text = (ROOT / "data/map/tiles.csv").read_text("utf-8")
    tiles = {(tile.column, tile.row): land(tile.code) for tile in parse_tiles(text, problems)}
    assert problems == []
    assert len(tiles) == 98
    for (column, row), name in tiles.items():
        for side in ((column + 1, row), (column, row + 1)):
            assert tiles.get(side, name) == name


def test_a_page_that_names_no_way_in_shows_where_to_begin(portal: Portal) -> None:
    known, unknown = (Municipality.model_validate(item) for item in (KNOWN, UNKNOWN))
    pages = municipality_pages(replace(portal, municipalities=(known, unknown), tiles=()), TODAY)
    bodies = {page.uri: page.body for page in pages if page.language == "da"}
    begin = "[Se, hvordan du begynder.](#spoerg)"
    assert {uri: begin in body for uri, body in bodies.items()} == {"kommuner/aaby.md": False, "kommuner/oeby.md": True}
