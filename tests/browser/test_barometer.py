"""The barometer, with invented figures: slider, sorting, map, and the same without a script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import RULES, violations
from tests.browser.conftest import Visit
from tests.browser.directory_site import Host, build_directory, hosted
from tests.browser.waiting import PATIENCE


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with hosted(build_directory(tmp_path_factory.mktemp("demo") / "portal", demo=True)) as host:
        yield host


@pytest.fixture
def page(reader: Browser, host: Host) -> Iterator[Page]:
    context = reader.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(host.url("kommuner/status/"))
    yield page
    context.close()


def column(page: Page, number: int) -> list[float]:
    return page.evaluate(
        "at => [...document.querySelectorAll('[data-quarter]:not([hidden]) tbody tr')]"
        ".map((row) => Number(row.cells[at].dataset.value))",
        number,
    )


def test_invented_figures_say_so(page: Page) -> None:
    expect(page.locator(".notice-invented")).to_contain_text("Eksempeltal")


def test_the_slider_shows_one_quarter_and_the_address_remembers_it(page: Page) -> None:
    slider = page.get_by_role("slider", name="Kvartal")
    expect(page.locator("[data-quarter]:visible")).to_have_attribute("data-quarter", "2026-Q3")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[data-quarter]:visible")).to_have_attribute("data-quarter", "2026-Q2")
    expect(slider).to_have_attribute("aria-valuetext", "2026-Q2")
    page.wait_for_url("**/status/?kvartal=2026-Q2")
    page.reload()
    expect(page.locator("[data-quarter]:visible")).to_have_attribute("data-quarter", "2026-Q2")


def test_a_column_is_sorted_from_the_keyboard_with_hidden_figures_last(page: Page) -> None:
    head = page.locator("[data-quarter]:visible").get_by_role("columnheader", name="Aktive match")
    head.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    known = [value for value in column(page, 2) if value >= 0]
    assert known == sorted(known, reverse=True)
    assert column(page, 2)[: len(known)] == known
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert column(page, 2)[: len(known)] == sorted(known)


def test_the_map_is_coloured_by_what_is_chosen_in_every_quarter(page: Page) -> None:
    shown = page.locator("[data-quarter]:visible")
    shown.locator("[data-colour-by]").select_option("volunteers")
    expect(shown.locator("[data-legend=volunteers]")).to_be_visible()
    page.get_by_role("slider", name="Kvartal").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[data-quarter]:visible [data-legend=volunteers]")).to_be_visible()


def test_the_head_and_the_names_stay_while_the_figures_go_by(page: Page) -> None:
    frame = page.locator("[data-quarter]:visible .table-scroll")
    frame.evaluate("it => { it.style.maxBlockSize = '150px'; it.scrollTo(60, 200); }")
    corner, box = frame.locator("thead th").first.bounding_box(), frame.bounding_box()
    assert corner
    assert box
    assert (round(corner["x"]), round(corner["y"])) == (round(box["x"]), round(box["y"]))
    name = frame.locator("tbody th").last.bounding_box()
    assert name
    assert round(name["x"]) == round(box["x"])


def test_on_a_computer_the_table_has_the_page_and_its_head_stays(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    page.evaluate("document.body.style.paddingBlockEnd = '90rem'")
    shown = page.locator("[data-quarter]:visible")
    table, map_ = shown.locator("table").bounding_box(), shown.locator(".tilemap").bounding_box()
    assert table
    assert map_
    assert table["x"] + table["width"] <= map_["x"], "beside each other, none over the other"
    assert map_["x"] + map_["width"] > 1100
    shown.locator("tbody tr").last.evaluate("it => scrollTo(0, it.getBoundingClientRect().top + scrollY)")
    head = shown.locator("thead th").first.bounding_box()
    assert head
    assert round(head["y"]) == 0


def test_the_slider_has_a_scale_and_the_country_its_trend(page: Page) -> None:
    slider, last = page.get_by_role("slider", name="Kvartal").bounding_box(), page.locator(".scale span").last
    end = last.bounding_box()
    assert slider
    assert end
    assert last.inner_text() == "2026-Q3"
    assert 0 < slider["x"] + slider["width"] - end["x"] < 20, "below the thumb's last place"
    assert page.get_by_role("img", name="Aktive match").count() == 1


def test_without_a_script_every_quarter_stands_there(reader: Browser, host: Host) -> None:
    context = reader.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(host.url("kommuner/status/"))
    expect(page.locator("[data-quarter]:visible")).to_have_count(8)
    context.close()


@pytest.mark.parametrize("path", ["kommuner/status/", "kommuner/odense/status/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible_and_no_wider_than_a_phone(reader: Browser, host: Host, path: str, scheme: str) -> None:
    context = reader.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(host.url(path))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(Visit(page, ""), RULES) == []
    context.close()
