"""What a volunteer does on the page of a checklist."""

import json
import time
from typing import Any

from playwright.sync_api import Page

from tests.browser.checklists.site import BASE, Host

SMALL = "tjeklister/foerste-moede/"
REAL = "tjeklister/matchmoede/"
STORED = f"vejviser:checklist:{BASE}foerste-moede"
"""Where the choice of copy and role is kept; each copy is kept below it."""
DAY = 86_400
DAYS = 90


def tick(page: Page, name: str = "Hils på hinanden") -> None:
    page.get_by_role("checkbox", name=name).check()


def owned(host: Host) -> dict[str, Any]:
    """Return the memory of a browser whose reader has said that it is their own."""
    answer = json.dumps({"until": int(time.time() / DAY) + DAYS, "value": "own"})
    kept = [{"name": "vejviser:device", "value": answer}]
    return {"cookies": [], "origins": [{"origin": host.url("").removesuffix(BASE), "localStorage": kept}]}


def names(page: Page, storage: str = "localStorage") -> list[str]:
    """Return the names under which something is kept: in `localStorage`, or in the tab's `sessionStorage`."""
    return sorted(page.evaluate(f"Object.keys({storage})"))


def copies(page: Page, storage: str = "localStorage") -> list[str]:
    """Return the names under which the small list's copies are kept."""
    return [name for name in names(page, storage) if name.startswith(f"{STORED}:")]


def answer(page: Page, words: str) -> None:
    """Answer »Er det en fælles computer?«."""
    page.get_by_role("button", name=words, exact=True).click()


def open_choices(page: Page) -> None:
    """Open the line above the list."""
    if page.locator("details.manage").get_attribute("open") is None:
        page.locator("details.manage summary").click()


def new_copy(page: Page, name: str) -> None:
    open_choices(page)
    page.get_by_role("button", name="Ny kopi").click()
    page.get_by_label("Navn på kopien").fill(name)
    page.get_by_role("button", name="Opret kopi").click()


def delete(page: Page, name: str) -> None:
    """Press the button beside a copy; the page asks whether it is meant."""
    page.get_by_role("button", name=f"Slet »{name}«").click()


def manage(page: Page, what: str) -> None:
    open_choices(page)
    page.get_by_role("button", name=what, exact=True).click()
