"""Pages one reads: the contents mark the place, what is too wide says so, and the next chapter is called by its name."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.waiting import until

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("portal")]

GUIDE = "/kommuneguider/modtagelse/"
CHAPTER = "/haandboeger/frivillig/det-svaere/"
MARKED = "[aria-current=location]"


def read_at(page: Page, place: str) -> None:
    page.evaluate("place => document.getElementById(place).scrollIntoView()", place)


def test_the_contents_of_a_long_guide_mark_the_step_one_reads_and_move_to_it(opened: Opener) -> None:
    page = opened(GUIDE, width=1280).page
    page.get_by_role("button", name="Vis alt på én side").click()
    for step in (page.locator(".step h3").last, page.locator(".step h3").nth(1)):
        place = step.get_attribute("id") or ""
        read_at(page, place)
        link = page.locator(f'#contents a[href="#{place}"]')
        expect(link).to_have_attribute("aria-current", "location")
        expect(link).to_be_in_viewport(ratio=1)
        expect(page.locator(MARKED)).to_have_count(1)


def test_a_step_in_a_part_that_is_closed_is_not_the_place(opened: Opener) -> None:
    page = opened(GUIDE, width=1280).page
    page.evaluate("for (const it of document.querySelectorAll('.part')) it.open = false")
    read_at(page, page.locator(".part > summary h2").last.get_attribute("id") or "")
    expect(page.locator(f".toc > li > {MARKED}")).to_have_count(1)
    expect(page.locator(f".toc li li > {MARKED}")).to_have_count(0)


def test_a_chapter_marks_itself_among_the_chapters_and_the_heading_one_reads(opened: Opener) -> None:
    page = opened(CHAPTER, width=1280).page
    heading = page.locator(".prose > h2[id]").nth(2)
    read_at(page, heading.get_attribute("id") or "")
    expect(page.locator(MARKED)).to_have_text(heading.inner_text())
    expect(page.locator(".contents [aria-current=page]")).to_have_count(1)


def test_what_scrolls_sideways_is_called_by_the_heading_it_stands_under(opened: Opener) -> None:
    page = opened("/redaktoer/kilder/", width=390).page
    example = page.locator("pre[tabindex='0']").first
    expect(example).to_have_role("group")
    expect(example).to_have_accessible_name("Henvis til en kilde, vi har")
    page.set_viewport_size({"width": 1600, "height": 800})
    until(page, "() => !document.querySelector('.prose pre')?.hasAttribute('tabindex')")


def test_a_wide_table_stays_a_table_and_has_a_name(opened: Opener) -> None:
    page = opened("/materialer/samarbejdsaftale/", width=390).page
    table = page.locator(".prose table[tabindex='0']").first
    expect(table).to_have_role("table")
    expect(table).to_have_accessible_name("1. Parterne")


@pytest.mark.parametrize("chapter", ["tavshed-og-sikkerhed", "kultur-og-uskrevne-regler"])
def test_a_phone_shows_the_whole_name_of_the_next_chapter(opened: Opener, chapter: str) -> None:
    link = opened(f"/haandboeger/frivillig/{chapter}/", width=390).page.locator("a.steps-next")
    assert link.evaluate("it => it.scrollWidth <= it.clientWidth && getComputedStyle(it).textOverflow !== 'ellipsis'")
    box = link.bounding_box()
    assert box
    assert box["height"] <= 64


def test_the_glossary_fills_a_wide_screen(opened: Opener) -> None:
    words = opened("/ordliste/", width=1280).page.locator(".glossary dt")
    starts = {round((word.bounding_box() or {"x": 0})["x"]) for word in words.all()}
    assert len(starts) == 2


def test_danish_titles_and_addresses_keep_their_signs_in_place_on_an_arabic_page(opened: Opener) -> None:
    page = opened("/ar/kilder/", width=1280).page
    title = page.locator("#contents a", has_text="?").first
    assert title.locator("bdi").inner_text().endswith("?")
    directions = page.locator(".prose p > a[href^=http]").evaluate_all(
        "all => all.map(it => getComputedStyle(it).direction)"
    )
    assert set(directions) == {"ltr"}
