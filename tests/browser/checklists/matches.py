"""What a volunteer does on »Mit match«."""

import re
from pathlib import Path

from icalendar import Calendar, Event
from playwright.sync_api import Locator, Page

MINE = "mit-match/"
TODAY = "2024-03-10T12:00:00"
"""A day in the past: the answer whose the device is has a last day, and must not have had it."""
PASSWORD = "æbler og pærer"  # noqa: S105 - nobody's


def create(page: Page, word: str = "kaffe", start: str = "2024-02-29", colour: str = "") -> Locator:
    """Make a match, and return its card."""
    form = page.locator(".match-new")
    if form.get_attribute("open") is None:
        form.locator("summary").click()
    form.get_by_label("Et ord, du selv kan kende det på").fill(word)
    if colour:
        form.get_by_label(colour).check()
    form.get_by_label("Dato: mødedagen").fill(start)
    form.get_by_role("button", name="Opret match").click()
    return card(page, word)


def card(page: Page, word: str) -> Locator:
    heading = page.get_by_role("heading", level=2, name=re.compile(rf"^{word}\b"))
    return page.locator(".match").filter(has=heading)


def manage(match: Locator) -> Locator:
    """Open the part where a match is changed, kept and deleted."""
    part = match.locator(".match-manage")
    if part.get_attribute("open") is None:
        part.locator("summary").click()
    return part


def calendar(page: Page, match: Locator, path: Path) -> list[Event]:
    with page.expect_download() as download:
        match.get_by_role("button", name="Hent dagene til kalenderen").click()
    download.value.save_as(path)
    lines = path.read_bytes().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    return Calendar.from_ical(path.read_bytes()).walk("VEVENT")


def save_copy(page: Page, path: Path, password: str = "") -> Path:
    page.get_by_label("Kodeord til kopien", exact=True).fill(password)
    with page.expect_download() as download:
        page.get_by_role("button", name="Gem en kopi").click()
    download.value.save_as(path)
    assert re.fullmatch(r"mit-match-kopi-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    return path


def read_copy(page: Page, path: Path) -> None:
    page.get_by_label("Læs en kopi ind").set_input_files(path)


def said(page: Page) -> Locator:
    return page.locator(".match-copy .said")
