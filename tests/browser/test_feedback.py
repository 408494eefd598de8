"""»Hjalp siden?«: a text with the page's address and version, to copy; nothing is sent."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import RULES, violations
from tests.browser.conftest import Opener

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("portal")]

CHAPTER = "/haandboeger/frivillig/det-foerste-moede/"
ADDRESS = f"Adresse: https://vejviser.example{CHAPTER}"


def test_the_answer_and_the_address_are_copied(opened: Opener) -> None:
    visit = opened(CHAPTER, permissions=["clipboard-read", "clipboard-write"])
    box = visit.page.locator(".feedback")
    box.get_by_text("Hjalp siden?").first.press("Enter")
    box.get_by_role("button", name="Ja, den hjalp").press("Enter")
    expect(box.get_by_role("button", name="Ja, den hjalp")).to_have_attribute("aria-pressed", "true")
    box.get_by_role("button", name="Kopiér teksten").press("Enter")
    expect(box.get_by_role("status")).to_have_text("Teksten er kopieret.")
    lines = visit.page.evaluate("navigator.clipboard.readText()").splitlines()
    assert lines[:3] == ["Hjalp siden? Ja, den hjalp", "Side: Det første møde", ADDRESS]
    assert lines[3].startswith("Udgave: ")
    assert (visit.errors, visit.foreign) == ([], [])


def test_it_can_be_read_without_scripts(opened: Opener) -> None:
    box = opened(CHAPTER, java_script_enabled=False).page.locator(".feedback")
    box.locator("summary").click()
    expect(box.locator(".feedback-text")).to_contain_text(ADDRESS)
    expect(box.locator("button:visible")).to_have_count(0)


@pytest.mark.parametrize("start", [CHAPTER, "/ar/tjeklister/matchmoede/"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_in_it(opened: Opener, start: str, colours: str) -> None:
    visit = opened(start, color_scheme=colours)
    visit.page.locator(".feedback summary").click()
    assert violations(visit, RULES) == []
