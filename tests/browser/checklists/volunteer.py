"""What a volunteer does on the page of a checklist."""

import json

from playwright.sync_api import Page

from tests.browser.checklists.site import BASE

SMALL = "tjeklister/foerste-moede/"
REAL = "tjeklister/matchmoede/"
STORED = f"vejviser:checklist:1:{BASE}foerste-moede"


def tick(page: Page, name: str = "Hils på hinanden") -> None:
    page.get_by_role("checkbox", name=name).check()


def stored(page: Page) -> dict[str, object] | None:
    found = page.evaluate("key => localStorage.getItem(key)", STORED)
    return json.loads(found) if found else None


def new_copy(page: Page, name: str) -> None:
    page.get_by_role("button", name="Ny kopi").click()
    page.get_by_label("Navn på kopien").fill(name)
    page.get_by_role("button", name="Opret kopi").click()


def manage(page: Page, what: str) -> None:
    if page.locator("details.manage").get_attribute("open") is None:
        page.locator("details.manage summary").click()
    page.get_by_role("button", name=what, exact=True).click()
