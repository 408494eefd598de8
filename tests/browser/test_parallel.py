"""What a participant reads together with somebody, in two of its languages at once."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import RULES, violations
from tests.browser.conftest import Opener, settle
from tests.browser.waiting import until

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("portal")]

CHAPTERS = ["hvad-kan-en-ven", "det-foerste-moede", "du-kan-altid-sige-nej", "gode-ord", "hjaelp-andre-steder"]
FORMS = ["venskabsskema", "samtykke-kontaktoplysninger", "velkomstbrev"]
PLAIN = "haandboeger/faa-en-ven/det-foerste-moede/"


def passages(page: Page, other: str) -> list[str]:
    found = page.locator(f".both > .beside[lang={other}]")
    found.first.wait_for()
    return found.all_inner_texts()


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_stands_paragraph_by_paragraph_in_both(opened: Opener, chapter: str) -> None:
    visit = opened(f"/haandboeger/faa-en-ven/{chapter}/?og=ar")
    page = visit.page
    assert len(passages(page, "ar")) > 20
    assert page.locator("div.both").count() == 0, "the same paragraphs and points in both, one by one"
    assert (
        page.locator(
            ":is(.prose, .in-short, .discuss) > :is(p, h2):not(.notice, .track-line, #filer-to-sprog, [hidden], [data-search-ignore]):not(:has(.both))"
        ).count()
        == 0
    )
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert violations(visit, RULES) == []
    assert visit.errors == visit.foreign == []


@pytest.mark.parametrize("form", FORMS)
def test_a_form_says_in_both_what_one_writes_where(opened: Opener, form: str) -> None:
    visit = opened(f"/ar/materialer/{form}/?og=da", width=1280, color_scheme="dark")
    page = visit.page
    assert len(passages(page, "da")) > 20
    assert page.locator(".preview div.both").count() == 0
    boxes = page.locator(".preview li .beside:has(.blank)")
    assert [text for text in boxes.all_inner_texts() if len(set(text.split())) * 2 == len(text.split())] == []
    assert page.locator(".files .both, #versioner + ul .both").count() == 0, "the library's own lists stand once"
    assert violations(visit, RULES) == []


@pytest.mark.parametrize("form", ["venskabsskema", "samtykke-kontaktoplysninger"])
def test_what_is_filled_in_is_asked_in_both_and_written_once(opened: Opener, form: str) -> None:
    visit = opened(f"/materialer/{form}/udfyld/?og=ar")
    page = visit.page
    assert len(passages(page, "ar")) > 10
    fields = page.locator(".fill [data-field]")
    assert page.locator(".fill [data-field]:has(label .beside[lang=ar])").count() == fields.count()
    assert page.locator(".fill [data-field] :is(input, select, textarea)").count() == fields.count()
    assert page.locator(".fill div.both").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert violations(visit, RULES) == []
    assert visit.errors == visit.foreign == []


def test_what_is_signed_says_in_both_that_the_danish_counts(opened: Opener) -> None:
    page = opened("/materialer/samtykke-kontaktoplysninger/?og=ar").page
    passages(page, "ar")
    danish = page.locator(".prose > .notice:not([lang])").all_inner_texts()
    arabic = page.locator(".prose > .notice[lang=ar]").all_inner_texts()
    assert len(danish) == 1
    assert len(arabic) == 3, "translated by a machine; one signs; what one signs is the Danish text"


def test_the_languages_offered_are_those_the_text_is_written_in(opened: Opener) -> None:
    visit = opened("/tjeklister/opfoelgning/")
    group = visit.page.get_by_role("group", name="På to sprog")
    expect(group.get_by_role("button")).to_have_text(["English"])
    for path in (
        "/ar/tjeklister/opfoelgning/",
        "/haandboeger/frivillig/det-foerste-moede/",
        "/materialer/samarbejdsaftale/",
    ):
        visit.go(path)
        expect(visit.page.locator("[data-parallel]")).to_have_count(0)


def test_the_language_menu_leads_to_the_same_two_languages(opened: Opener) -> None:
    visit = opened(f"/{PLAIN}?og=ar")
    passages(visit.page, "ar")
    visit.page.get_by_role("navigation", name="Sprog").get_by_role("link", name="العربية").click()
    assert "Det første møde" in passages(visit.page, "da")
    assert visit.page.url.endswith(f"/ar/{PLAIN}?og=da")


def test_a_link_to_a_heading_still_leads_there(opened: Opener) -> None:
    page = opened(f"/{PLAIN}?og=ar#bagefter").page
    passages(page, "ar")
    until(page, "Math.abs(document.getElementById('bagefter').getBoundingClientRect().top) < 60")


def test_nothing_of_it_comes_before_it_is_asked_for(opened: Opener) -> None:
    visit = opened(f"/{PLAIN}", service_workers="block")
    settle(visit.page)
    fetched = "performance.getEntriesByType('resource').map((it) => it.name).filter((it) => /parallel|noto-sans-arabic/.test(it))"
    assert [name.rsplit("/", 1)[1] for name in visit.page.evaluate(fetched)] == []
