"""Four languages: each page says which one it speaks, and where the others are."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("portal")]

SITE = "https://vejviser.example"
TRANSLATED = "haandboeger/faa-en-ven/hvad-kan-en-ven/"
DANISH_AND_ENGLISH = "haandboeger/frivillig/det-foerste-moede/"


def alternates(page: Page) -> dict[str | None, str | None]:
    links = page.locator("link[rel=alternate][hreflang]").all()
    return {link.get_attribute("hreflang"): link.get_attribute("href") for link in links}


def test_switcher_keeps_the_page_and_names_languages_in_their_own_words(opened: Opener) -> None:
    visit = opened(f"/{TRANSLATED}")
    for name, language, direction, path in (
        ("English", "en", "ltr", f"/en/{TRANSLATED}"),
        ("Українська", "uk", "ltr", f"/uk/{TRANSLATED}"),
        ("العربية", "ar", "rtl", f"/ar/{TRANSLATED}"),
        ("Dansk", "da", "ltr", f"/{TRANSLATED}"),
    ):
        link = visit.page.locator(".languages").get_by_role("link", name=name)
        assert (link.get_attribute("lang"), link.get_attribute("dir")) == (language, direction)
        link.click()
        visit.page.wait_for_url(visit.address + path)
        html = visit.page.locator("html")
        expect(html).to_have_attribute("lang", language)
        expect(html).to_have_attribute("dir", direction)
        expect(visit.page.locator(".languages [aria-current]")).to_have_text(name)


def test_switcher_works_on_the_front_page_and_where_no_page_is(opened: Opener) -> None:
    for start in ("/", "/findes/ikke/"):
        visit = opened(start)
        visit.page.get_by_role("link", name="العربية").click()
        visit.page.wait_for_url(f"{visit.address}/ar/")


def test_a_page_that_is_not_translated_says_so_and_its_text_is_danish(opened: Opener) -> None:
    page = opened(f"/ar/{DANISH_AND_ENGLISH}").page
    notice = page.locator("main").get_by_role("note").first
    expect(notice).to_have_text("هذه الصفحة غير متوفرة بالعربية بعد. أنتم تقرؤون الصفحة الدنماركية.")
    assert page.evaluate("getComputedStyle(document.querySelector('.notice-fallback')).direction") == "rtl"
    article = page.locator("article")
    assert (article.get_attribute("lang"), article.get_attribute("dir")) == ("da", "ltr")
    assert page.evaluate("getComputedStyle(document.querySelector('article li')).direction") == "ltr"
    assert page.locator("link[rel=canonical]").get_attribute("href") == f"{SITE}/{DANISH_AND_ENGLISH}"
    assert alternates(page) == {}


def test_alternates_are_whole_addresses_of_real_translations(opened: Opener) -> None:
    assert alternates(opened(f"/en/{TRANSLATED}").page) == {
        "da": f"{SITE}/{TRANSLATED}",
        "x-default": f"{SITE}/{TRANSLATED}",
        "en": f"{SITE}/en/{TRANSLATED}",
        "uk": f"{SITE}/uk/{TRANSLATED}",
        "ar": f"{SITE}/ar/{TRANSLATED}",
    }
    page = opened(f"/{DANISH_AND_ENGLISH}").page
    assert list(alternates(page)) == ["da", "x-default", "en"]
    assert page.locator("link[rel=canonical]").get_attribute("href") == f"{SITE}/{DANISH_AND_ENGLISH}"


def test_a_heading_has_one_address_in_every_language(opened: Opener) -> None:
    def headings(path: str) -> list[str]:
        found: list[str] = opened(path).page.locator("article h2[id]").evaluate_all("all => all.map(it => it.id)")
        return found

    danish = headings(f"/{TRANSLATED}")
    assert len(danish) > 3
    assert {language: headings(f"/{language}/{TRANSLATED}") for language in ("en", "uk", "ar")} == dict.fromkeys(
        ("en", "uk", "ar"), danish
    )
    assert "saadan-gaar-moedet" in headings(f"/{DANISH_AND_ENGLISH}")


def test_the_page_for_what_is_not_there_is_danish_and_helps(opened: Opener) -> None:
    visit = opened("/findes/ikke/")
    page = visit.page
    assert page.locator("html").get_attribute("lang") == "da"
    expect(page.get_by_role("heading", level=1)).to_have_text("Siden findes ikke")
    page.get_by_role("searchbox", name="Søg i portalen").fill("tolk")
    page.keyboard.press("Enter")
    expect(page.locator(".search-results a").first).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Gå til forsiden").click()
    page.wait_for_url(f"{visit.address}/")


@pytest.mark.parametrize(
    ("path", "language", "title"),
    [
        ("/ar/findes/ikke/", "ar", "الصفحة غير موجودة"),
        ("/uk/kommuner/findes-ikke/", "uk", "Такої сторінки немає"),
        ("/findes/ikke/", None, "Siden findes ikke"),
    ],
)
def test_an_address_that_does_not_exist_answers_in_the_readers_language(
    opened: Opener, path: str, language: str | None, title: str
) -> None:
    """Also on a host that has one such page for all addresses."""
    page = opened(path).page
    expect(page.locator("h1:visible")).to_have_text(title)
    assert page.locator("main > article:visible").count() == 1
    assert page.locator("main > article:visible").get_attribute("lang") == language
