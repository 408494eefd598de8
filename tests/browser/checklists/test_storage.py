"""What a checklist keeps in the browser, and what happens where it cannot."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.checklists.site import Host
from tests.browser.checklists.volunteer import SMALL, STORED, new_copy, tick

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("checklist")]


def test_a_browser_that_stores_nothing(window: BrowserContext, host: Host) -> None:
    page = window.new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page.goto(host.url(SMALL))
    expect(page.get_by_role("alert")).to_have_text(
        "Browseren tillader ikke, at noget bliver gemt. Du kan godt bruge listen, men flueben og noter forsvinder, når du lukker siden."
    )
    tick(page)
    new_copy(page, "match 3")
    expect(page.get_by_role("checkbox", name="Hils på hinanden")).not_to_be_checked()
    page.get_by_label("Kopi", exact=True).select_option("Kopi 1")
    expect(page.get_by_role("checkbox", name="Hils på hinanden")).to_be_checked()


def test_a_browser_with_no_room_left(phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    phone.evaluate(
        "() => { Storage.prototype.kept = Storage.prototype.setItem;"
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); } }"
    )
    tick(phone)
    expect(phone.get_by_role("alert")).to_have_text(
        "Der er ikke plads til mere i browseren. Det sidste er ikke gemt. Slet en kopi, du ikke bruger."
    )
    phone.evaluate("() => { Storage.prototype.setItem = Storage.prototype.kept; }")
    tick(phone, "Tal om tavshed")
    expect(phone.get_by_role("alert")).to_have_count(0)
    phone.reload()
    expect(phone.locator(":checked[type=checkbox]")).to_have_count(2)


def test_what_somebody_else_wrote_in_our_place_does_no_harm(phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    for text in ("{", '{"copies": [{"key": 1}]}', '"hej"'):
        for key in (STORED, f"{STORED}:abc", "vejviser:device:"):
            phone.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
        phone.reload()
        expect(phone.locator(".checklist-tools .progress")).to_have_text("0 af 2 klaret")


def test_two_tabs_agree(window: BrowserContext, phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    other = window.new_page()
    other.goto(host.url(SMALL))
    tick(phone)
    expect(other.get_by_role("checkbox", name="Hils på hinanden")).to_be_checked()


def test_a_tab_keeps_its_copy(window: BrowserContext, phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    tick(phone)
    other = window.new_page()
    other.goto(host.url(SMALL))
    new_copy(other, "match 3")
    expect(phone.get_by_label("Kopi", exact=True).locator("option")).to_have_text(["Kopi 1", "match 3"])
    for _ in ("as it stands", "read again"):
        expect(phone.get_by_label("Kopi", exact=True).locator("option:checked")).to_have_text("Kopi 1")
        expect(phone.get_by_role("checkbox", name="Hils på hinanden")).to_be_checked()
        phone.reload()
    expect(other.get_by_label("Kopi", exact=True).locator("option:checked")).to_have_text("match 3")
