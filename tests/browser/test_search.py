"""Search by keyboard, in four languages."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import RULES, violations
from tests.browser.conftest import Opener

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("portal")]


def has_results(page: Page) -> None:
    page.locator(".search-results a").first.wait_for()


@pytest.mark.parametrize(
    ("start", "query", "found"),
    [
        ("/", "før det første møde", "/haandboeger/frivillig/foer-det-foerste-moede/"),
        ("/", "graenser penge", "/haandboeger/frivillig/graenser-penge-gaver/"),
        ("/", "samarbejdsaftale", "/materialer/samarbejdsaftale/"),
        ("/", "kobenhavn", "/kommuner/koebenhavn/"),
        ("/", "koebenhavn", "/kommuner/koebenhavn/"),
        ("/", "århus", "/kommuner/aarhus/"),
        ("/", "aero", "/kommuner/aeroe/"),
        ("/", "grænser penge", "/haandboeger/frivillig/graenser-penge-gaver/"),
        ("/en/", "confidentiality and safety", "/en/haandboeger/frivillig/tavshed-og-sikkerhed/"),
        ("/uk/", "вітальний лист", "/uk/materialer/velkomstbrev/"),
        ("/ar/", "كيف تجد صديقًا متطوعًا", "/ar/haandboeger/faa-en-ven/saadan-faar-du-en-ven/"),
    ],
)
def test_finds_the_right_page_by_keyboard_alone(opened: Opener, start: str, query: str, found: str) -> None:
    visit = opened(start)
    visit.page.keyboard.press("/")
    expect(visit.page.get_by_role("dialog")).to_be_visible()
    visit.page.keyboard.insert_text(query)  # at once: between two letters of a slow typist, half a word is searched for
    first = visit.page.locator(".search-results a").first
    expect(first).to_have_attribute("href", re.compile(f"^{re.escape(found)}(#.*)?$"))
    visit.page.keyboard.press("ArrowDown")
    assert visit.page.evaluate("document.activeElement.closest('.search-results') !== null")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(f"**{found}*")
    assert visit.errors == []
    assert visit.foreign == []


def test_opens_from_the_address(opened: Opener) -> None:
    page = opened("/?q=tolk").page
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.get_by_role("searchbox", name="Søgeord")).to_have_value("tolk")
    has_results(page)


def test_enter_opens_the_list_and_never_a_page_unseen(opened: Opener) -> None:
    page = opened("/").page
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.insert_text("han siger han ikke vil leve mere")
    page.keyboard.press("Enter")
    status = page.get_by_role("dialog").get_by_role("status")
    expect(status).to_be_focused()
    assert page.url.endswith("/")
    expect(page.locator("[data-signpost=selvmord] a[href='tel:112']")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-signpost] a").first).to_be_focused()


def test_enter_opens_a_page_whose_whole_name_is_typed(opened: Opener) -> None:
    page = opened("/").page
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.insert_text("hjørring kommune")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kommuner/hjoerring/")


def test_whom_to_call_stands_there_before_the_search_has_answered_and_without_it(opened: Opener) -> None:
    visit = opened("/", service_workers="block")
    visit.page.route(
        "**/search/*.json", lambda route: route.abort() if "assets" not in route.request.url else route.continue_()
    )
    visit.page.keyboard.press("/")
    expect(visit.page.get_by_role("dialog")).to_be_visible()
    visit.page.keyboard.insert_text("زوجي يضربني")
    post = visit.page.locator("[data-signpost=vold]")
    expect(post).to_have_attribute("dir", "rtl")
    expect(post.locator("a[href='tel:1888']")).to_be_visible()


def test_a_misspelt_word_is_asked_about_and_an_unknown_one_told(opened: Opener) -> None:
    page = opened("/?q=tavshedsplikt").page
    page.get_by_role("button", name="tavshedspligt").click()
    expect(page.get_by_role("searchbox", name="Søgeord")).to_have_value("tavshedspligt")
    page = opened("/?q=gaver xylofon").page
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("Intet om »xylofon«")


def test_tells_kind_audience_passage_and_number(opened: Opener) -> None:
    page = opened("/?q=tavshedspligt").page
    has_results(page)
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("resultater")
    result = page.locator(".search-results li").first
    expect(result.locator(".tag").first).not_to_be_empty()
    expect(page.locator(".search-results mark").first).to_be_visible()
    expect(page.locator(".result-facts").filter(has_text="Frivillige").first).to_be_visible()


def test_shows_only_one_kind(opened: Opener) -> None:
    page = opened("/?q=tolk").page
    page.get_by_text("Vis kun …").click()
    kind = page.get_by_role("group", name="Vis kun").get_by_role("button", name="Tjekliste")
    kind.click()
    expect(kind).to_have_attribute("aria-pressed", "true")
    assert set(page.locator(".search-results .tag").all_text_contents()) == {"Tjekliste"}


def test_helps_when_nothing_fits(opened: Opener) -> None:
    page = opened("/?q=qqqqwwww").page
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("Ingen sider passer")
    expect(page.get_by_role("link", name="Spørg nogen i din kommune")).to_have_attribute(
        "href", re.compile(r"/kommuner/$")
    )
    expect(page.get_by_role("dialog").get_by_role("link", name="Ordliste")).to_be_visible()


def test_a_word_nobody_knows_is_not_shortened_until_it_is_known(opened: Opener) -> None:
    page = opened("/?q=xyzzy").page  # the page of open data has an x
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("Ingen sider passer")
    expect(page.locator(".search-results a")).to_have_count(0)


def test_a_passage_shows_what_the_page_says_and_not_what_only_helps_the_search(opened: Opener) -> None:
    page = opened("/?q=tavshedspligt").page
    has_results(page)
    first = page.locator(".search-results li").first
    expect(first.locator("a")).to_have_attribute("href", re.compile("/tavshed-og-sikkerhed/#"))
    expect(first.locator("mark").first).to_be_visible()
    for passage in page.locator(".result-passage").all_text_contents():
        assert "~" not in passage
        assert "confidentiality" not in passage


def test_offers_the_danish_pages_in_the_readers_own_frame(opened: Opener) -> None:
    visit = opened("/uk/?q=modtagelsesplan")
    page = visit.page
    page.get_by_role("button", name="Шукати на данських сторінках").click()
    link = page.locator(".search-results a[lang=da]").first
    link.wait_for()
    assert (link.get_attribute("href") or "").startswith("/uk/")
    assert visit.errors == []


def test_a_slash_in_a_field_is_a_slash(opened: Opener) -> None:
    page = opened("/").page
    page.get_by_role("searchbox").press("/")
    expect(page.get_by_role("searchbox")).to_have_value("/")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_escape_closes_and_gives_focus_back(opened: Opener) -> None:
    page = opened("/").page
    page.get_by_role("button", name="Søg").first.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.evaluate("document.activeElement.matches('[data-search-open]')")


@pytest.mark.parametrize("start", ["/?q=tolk", "/ar/?q=صديق"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_in_the_dialog(opened: Opener, start: str, colours: str) -> None:
    visit = opened(start, color_scheme=colours)
    has_results(visit.page)
    assert violations(visit, RULES) == []
