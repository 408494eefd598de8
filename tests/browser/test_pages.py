"""Every kind of page, in Danish and in Arabic: asks nobody else, fits a phone, is usable by everyone."""

from collections.abc import Iterator
from typing import Any, cast

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import CONTRAST, RULES, violations
from tests.browser.conftest import Opener, Visit, visit_in
from tests.browser.page_kinds import HEARD, READ

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("portal")]

PHONE, DESKTOP = 390, 1280
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def windows(reader: Browser, address: str) -> Iterator[Visit]:
    visit = visit_in(reader, address, PHONE)
    yield visit
    visit.page.context.close()


@pytest.fixture(scope="module", params=list(READ.values()), ids=list(READ))
def visited(request: pytest.FixtureRequest, windows: Visit) -> Visit:
    """The page, opened once for all tests of it."""
    windows.foreign.clear()
    windows.errors.clear()
    windows.page.set_viewport_size({"width": PHONE, "height": 844})
    windows.page.emulate_media(color_scheme="light")
    return windows.go(request.param)


def test_asks_no_other_host_and_breaks_no_rule_of_its_own(visited: Visit) -> None:
    assert visited.foreign == []
    assert visited.errors == []
    assert visited.page.evaluate(
        "[document.cookie, document.querySelectorAll('script:not([src], [type*=json])').length]"
    ) == ["", 0]


def test_has_one_first_heading_and_its_landmarks(visited: Visit) -> None:
    page = visited.page
    assert page.locator("h1").count() == 1
    for landmark in ("banner", "main", "contentinfo"):
        assert page.get_by_role(landmark).count() == 1, landmark
    assert page.locator("html").get_attribute("dir") == ("rtl" if visited.path.startswith("/ar/") else "ltr")


def test_never_scrolls_sideways(visited: Visit) -> None:
    for width in (320, 390, 430):
        visited.page.set_viewport_size({"width": width, "height": 844})
        assert visited.page.evaluate(SIDEWAYS) <= 0, width


def test_text_of_double_size_still_fits(visited: Visit) -> None:
    visited.page.set_viewport_size({"width": PHONE, "height": 844})
    visited.page.evaluate("document.documentElement.style.fontSize = '212%'")
    try:
        assert visited.page.evaluate(SIDEWAYS) <= 0
    finally:
        visited.page.evaluate("document.documentElement.style.removeProperty('font-size')")


def test_axe_finds_nothing(visited: Visit) -> None:
    looks = [(PHONE, "light", RULES), (DESKTOP, "dark", RULES)]
    if not visited.page.locator(".notice-fallback").count():
        looks += [(PHONE, "dark", CONTRAST), (DESKTOP, "light", CONTRAST)]  # the Danish text was looked at as Danish
    found = []
    for width, colours, rules in looks:
        visited.page.set_viewport_size({"width": width, "height": 844})
        visited.page.emulate_media(color_scheme=cast("Any", colours))
        found += [f"{width} {colours}: {line}" for line in violations(visited, rules)]
    assert found == []


@pytest.mark.parametrize("path", list(HEARD.values()), ids=list(HEARD))
def test_axe_finds_nothing_in_english_and_ukrainian(windows: Visit, path: str) -> None:
    windows.page.set_viewport_size({"width": PHONE, "height": 844})
    windows.page.emulate_media(color_scheme="light")
    windows.go(path)
    found = violations(windows, RULES)
    windows.page.set_viewport_size({"width": DESKTOP, "height": 844})
    windows.page.emulate_media(color_scheme="dark")
    assert found + violations(windows, RULES) == []


def test_reads_well_without_scripts(opened: Opener) -> None:
    page = opened("/haandboeger/frivillig/det-foerste-moede/", java_script_enabled=False).page
    assert page.get_by_role("navigation", name="Hovedmenu").is_visible()
    assert page.get_by_role("link", name="Tjeklister").first.is_visible()
    assert page.locator(".needs-js:visible").count() == 0


def test_keyboard_reaches_the_text_first(opened: Opener) -> None:
    page = opened("/haandboeger/frivillig/det-foerste-moede/").page
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Spring til indholdet")
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_id("indhold")


def test_menu_opens_and_closes_by_keyboard(opened: Opener) -> None:
    page = opened("/").page
    menu = page.get_by_role("button", name="Menu")
    link = page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name="Tjeklister")
    expect(link).to_be_hidden()
    menu.press("Enter")
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(page.locator(":focus")).to_have_attribute("data-toggle", "menu")


def test_chosen_colours_are_remembered(opened: Opener) -> None:
    visit = opened("/", color_scheme="light")
    visit.page.get_by_role("button", name="Skift mellem lyst og mørkt").click()
    expect(visit.page.locator("html")).to_have_attribute("data-colours", "dark")
    visit.go("/ordliste/")
    expect(visit.page.locator("html")).to_have_attribute("data-colours", "dark")
