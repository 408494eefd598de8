"""The menu and the foot of the page, in every language: who would like a friend has an entry, editors have a link."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("portal")]

FRONTS = {"da": "/", "en": "/en/", "uk": "/uk/", "ar": "/ar/"}
FRIEND = {"da": "Få en ven", "en": "Find a friend", "uk": "Знайти друга", "ar": "ابحث عن صديق متطوع"}
EDITORS = {"da": "For redaktører", "en": "For editors", "uk": "Для редакторів", "ar": "للمحررين"}


@pytest.mark.parametrize("language", list(FRONTS))
def test_a_friend_is_one_click_away(opened: Opener, language: str) -> None:
    visit = opened(FRONTS[language], width=1280)
    menu = visit.page.locator("#menu")
    menu.get_by_role("link", name=FRIEND[language], exact=True).click()
    visit.page.wait_for_url(f"**{FRONTS[language]}haandboeger/faa-en-ven/")
    here = visit.page.locator("#menu a[aria-current]")
    expect(here).to_have_count(1)
    expect(here).to_have_text(FRIEND[language])
    visit.page.locator(".prose a[href*='hvad-kan-en-ven']").first.click()
    visit.page.wait_for_url("**/hvad-kan-en-ven/")
    expect(here).to_have_text(FRIEND[language])


def test_another_handbook_is_under_handbooks(opened: Opener) -> None:
    here = opened("/haandboeger/frivillig/", width=1280).page.locator("#menu a[aria-current]")
    expect(here).to_have_count(1)
    expect(here).to_have_text("Håndbøger")


def test_the_menu_stands_on_one_line(opened: Opener) -> None:
    for language, front in FRONTS.items():
        tops = opened(front, width=1280).page.evaluate(
            "[...document.querySelectorAll('#menu a')].map((it) => it.getBoundingClientRect().top)"
        )
        assert len(set(tops)) == 1, (language, tops)


@pytest.mark.parametrize("language", list(FRONTS))
def test_editors_find_their_pages(opened: Opener, language: str) -> None:
    visit = opened(FRONTS[language])
    visit.page.get_by_role("contentinfo").get_by_role("link", name=EDITORS[language]).click()
    visit.page.wait_for_url(f"**{FRONTS[language]}redaktoer/")
    expect(visit.page.locator("h1")).to_have_count(1)
