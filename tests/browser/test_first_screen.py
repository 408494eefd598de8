"""What one came for stands on the first screen of a phone, and a long page is read a part at a time."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Opener, settle, visit_in
from tests.browser.page_kinds import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("portal")]

WIDTH, HEIGHT = 390, 740
"""A telephone of many, less what its browser takes."""
AT_HAND = 44
"""So many pixels of what one came for are seen: the height of something to press."""
HEAD = 130
"""The header and the way to the page end before."""
CAME_FOR = {
    "home": ".way a",
    "shelf": ".card a",
    "handbook": ".chapters a",
    "chapter": ".lead",
    "guides": ".card a",
    "guide": ".part > summary",
    "checklists": ".chapters a",
    "checklist": ".item input",
    "materials": ".material-card a",
    "material": ".files a",
    "directory": ".directory-table tbody a",
    "municipality": ".door, .files a",  # a participant's language begins with whom to ask
    "results": ".part > summary",
    "glossary": ".glossary dt",
}
PLACE = """sought => {
  const found = [...document.querySelectorAll(sought)].find((it) => it.checkVisibility());
  return found.getBoundingClientRect().top;
}"""
ENDS = "[...document.querySelectorAll('.top, .path')].map((it) => it.getBoundingClientRect().bottom)"
GUIDE, RESULTS, LONG = "/kommuneguider/modtagelse/", "/resultater/", "/materialer/samarbejdsaftale/"


@pytest.mark.parametrize("language", ["da", "ar"])
def test_what_one_came_for_is_on_the_first_screen(reader: Browser, address: str, language: str) -> None:
    visit = visit_in(reader, address, WIDTH, service_workers="block")
    visit.page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    late = {}
    for kind, sought in CAME_FOR.items():
        visit.go(("" if language == "da" else f"/{language}") + KINDS[kind])
        settle(visit.page)
        found = visit.page.evaluate(PLACE, sought)
        if found > HEIGHT - AT_HAND:
            late[kind] = found
        ends = visit.page.evaluate(ENDS)
        assert max(ends) <= HEAD, (kind, ends)
    visit.page.context.close()
    assert late == {}


def test_the_contents_come_after_the_title(opened: Opener) -> None:
    page = opened("/haandboeger/frivillig/det-foerste-moede/", width=WIDTH).page
    title, contents = page.locator("h1").bounding_box(), page.locator(".contents").bounding_box()
    assert title
    assert contents
    assert title["y"] + title["height"] <= contents["y"]


def open_parts(page: Page) -> list[str]:
    """Return the ids of the headings of the open parts."""
    return [str(it.get_attribute("id")) for it in page.locator(".part[open] > summary :is(h2, h3)").all()]


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("path", [GUIDE, RESULTS, LONG])
def test_a_long_page_is_read_a_part_at_a_time(opened: Opener, path: str, *, script: bool) -> None:
    page = opened(path, width=WIDTH, java_script_enabled=script).page
    ids = [str(it.get_attribute("id")) for it in page.locator(".part > summary :is(h2, h3)").all()]
    assert open_parts(page) == ids[:1]
    page.locator(".part[open] [rel=next]").click()
    assert open_parts(page) == ids[:2]
    expect(page.locator(f"#{ids[1]}-del")).to_be_in_viewport()
    page.locator(".part[open] [rel=prev]").click()
    expect(page.locator(f"#{ids[0]}-del")).to_be_in_viewport()


@pytest.mark.parametrize("script", [True, False])
def test_an_old_address_with_a_place_opens_the_part_that_holds_it(opened: Opener, *, script: bool) -> None:
    page = opened(f"{GUIDE}#tilbyd-en-ven", width=WIDTH, java_script_enabled=script).page
    expect(page.locator("#tilbyd-en-ven")).to_be_in_viewport()


def test_the_address_of_a_part_opens_it(opened: Opener) -> None:
    page = opened(f"{GUIDE}#ankomstdagen", width=WIDTH).page
    ids = open_parts(page)
    assert "ankomstdagen" in ids
    expect(page.locator("#ankomstdagen")).to_be_in_viewport()


@pytest.mark.parametrize("path", [GUIDE, RESULTS, LONG])
def test_everything_can_be_read_on_one_page_and_is_on_paper(opened: Opener, path: str) -> None:
    page = opened(path, width=1280).page
    every = page.locator(".part").count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".part[open]").count() == every
    page.reload()
    page.get_by_role("button", name="Vis alt på én side").click()
    assert page.locator(".part[open]").count() == every
