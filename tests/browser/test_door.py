"""The participant's door: from a page in her language to the one that says whom to ask where she lives."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("portal")]
CHAPTER = "/ar/haandboeger/faa-en-ven/saadan-faar-du-en-ven/"


def test_from_a_chapter_in_arabic_to_a_telephone_and_a_sentence_to_show(opened: Opener) -> None:
    visit = opened(CHAPTER)
    page = visit.page
    page.locator("article").get_by_role("link", name="بلديتكم").first.click()
    page.wait_for_url("**/ar/kommuner/")
    page.locator("main").get_by_role("link", name=re.compile("Hjørring")).last.click()
    page.wait_for_url("**/ar/kommuner/hjoerring/")
    door = page.locator(".door")
    say = door.locator(".say")
    expect(say).to_have_text("Jeg bor i Hjørring Kommune. Jeg vil gerne have en frivillig ven. Hvem kan jeg tale med?")
    assert (say.get_attribute("lang"), say.get_attribute("dir")) == ("da", "ltr")
    assert say.evaluate("it => getComputedStyle(it).direction") == "ltr"
    numbers = door.locator("a[href^='tel:']")
    assert [link.get_attribute("href") for link in numbers.all()] == ["tel:35259200", "tel:33735000"]
    expect(numbers.first).to_have_accessible_name("35 25 92 00, Røde Kors (الصليب الأحمر الدنماركي)")
    expect(door.get_by_role("link", name="hjoerring.dk")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("language", ["uk", "ar"])
def test_nothing_at_the_door_is_for_officials_or_leads_back(opened: Opener, language: str) -> None:
    main = opened(f"/{language}/kommuner/hjoerring/").page.locator("main")
    expect(main.locator("article")).not_to_contain_text("0860")
    for away in ("#ret", "status/"):
        expect(main.locator(f"article a[href*='{away}']")).to_have_count(0)
    links = [link.get_attribute("href") for link in main.locator("article a").all()]
    assert {f"/{language}/", "../../"}.isdisjoint(links)


def test_the_door_comes_before_anything_else_on_a_phone(opened: Opener) -> None:
    page = opened("/ar/kommuner/hjoerring/").page
    box = page.locator(".door .help-number").first.bounding_box()
    assert box is not None
    assert box["y"] < 740


def test_a_page_that_falls_back_offers_english_beside_danish(opened: Opener) -> None:
    visit = opened("/ar/haandboeger/frivillig/det-foerste-moede/")
    visit.page.locator(".notice-others").get_by_role("link", name="English").click()
    visit.page.wait_for_url("**/en/haandboeger/frivillig/det-foerste-moede/")


def test_a_page_in_the_readers_language_offers_no_other_above_its_text(opened: Opener) -> None:
    expect(opened(CHAPTER).page.locator(".notice-others")).to_have_count(0)


@pytest.mark.parametrize(("path", "word"), [("/", "Sprog"), ("/ar/", "اللغات"), ("/uk/", "Мови")])
def test_no_reader_is_led_to_the_translators_tables_by_the_word_for_languages(
    opened: Opener, path: str, word: str
) -> None:
    expect(opened(path).page.get_by_role("link", name=word, exact=True)).to_have_count(0)


def test_112_in_a_text_can_be_tapped(opened: Opener) -> None:
    article = opened("/ar/haandboeger/faa-en-ven/hjaelp-andre-steder/").page.locator("article")
    in_text = article.locator("li a[href='tel:112']:not(.help-number)").first
    expect(in_text).to_have_text("112")
    expect(in_text).to_have_accessible_name("112, مركز الطوارئ")
