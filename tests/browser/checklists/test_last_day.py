"""What stays on a device has a last day, and each copy can be deleted by itself."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checklists.site import Host
from tests.browser.checklists.volunteer import (
    DAY,
    SMALL,
    STORED,
    copies,
    delete,
    names,
    new_copy,
    tick,
)

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("checklist")]

CHAPTER = "haandboeger/ven/moedet/"


@pytest.fixture
def clock(phone: Page, host: Host) -> Iterator[float]:
    """The phone's clock, at the moment the test began; returns that moment in milliseconds."""
    phone.goto(host.url(SMALL))
    now = float(phone.evaluate("Date.now()"))
    phone.clock.install(time=now / 1000)
    return now


def later(page: Page, now: float, days: float) -> None:
    page.clock.set_fixed_time((now / 1000) + days * DAY)


def test_a_copy_is_deleted_90_days_after_it_was_last_used(phone: Page, host: Host, clock: float) -> None:
    phone.goto(host.url(SMALL))
    tick(phone)
    new_copy(phone, "match 3")
    rows = phone.locator(".copies li")
    expect(rows).to_contain_text(["Slettes om 90 dage, hvis du ikke bruger den"] * 2)
    later(phone, clock, 78)
    phone.goto(host.url(SMALL))
    expect(rows).to_contain_text(["Kopi 1Slettes om 12 dage", "match 3Slettes om 90 dage"])
    later(phone, clock, 91)
    phone.goto(host.url(""))
    assert len(copies(phone)) == 1
    phone.goto(host.url(SMALL))
    expect(rows).to_contain_text(["match 3"])
    later(phone, clock, 91 + 91)
    phone.goto(host.url("kommuner/"))
    assert names(phone) == []


def test_a_copy_the_reader_keeps_stays(phone: Page, host: Host, clock: float) -> None:
    phone.goto(host.url(SMALL))
    tick(phone)
    phone.get_by_role("button", name="Behold »Kopi 1«").click()
    expect(phone.get_by_role("button", name="Behold »Kopi 1«")).to_have_attribute("aria-pressed", "true")
    expect(phone.get_by_role("button", name="Behold »Kopi 1«")).to_be_focused()
    expect(phone.locator(".copy-until")).to_have_text("Bliver, til du sletter den")
    tick(phone, "Tal om tavshed")
    later(phone, clock, 2000)
    phone.goto(host.url(SMALL))
    expect(phone.locator(":checked[type=checkbox]")).to_have_count(2)
    phone.get_by_role("button", name="Behold »Kopi 1«").click()
    expect(phone.locator(".copy-until")).to_contain_text("Slettes om 90 dage")


def test_a_place_in_a_book_and_the_colours_have_a_last_day_too(phone: Page, host: Host, clock: float) -> None:
    phone.goto(host.url(CHAPTER))
    phone.get_by_role("button", name="Skift mellem lyst og mørkt").click()
    kept = names(phone)
    assert [item for item in kept if "book" in item or "colours" in item] == [
        "vejviser:book:ven:da",
        "vejviser:colours",
    ]
    later(phone, clock, 91)
    phone.goto(host.url(SMALL))
    assert names(phone) == []


def test_what_an_older_version_kept_without_a_day_is_thrown_away(phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    old = {"vejviser-role": "school", "vejviser.municipality": "faxe", f"vejviser:checklist:1:{STORED}": "{}"}
    phone.evaluate("old => { for (const key in old) localStorage.setItem(key, old[key]); }", old)
    phone.evaluate("localStorage.setItem('somebody-else', '1')")
    phone.goto(host.url(""))
    assert names(phone) == ["somebody-else", "vejviser:device"]


# beside a copy, and at a field ----------------------------------------------------------------------------------------


def test_deleting_one_copy_and_the_warning_need_no_fold(phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    tick(phone)
    new_copy(phone, "match 3")
    phone.reload()
    assert phone.locator("details.manage").get_attribute("open") is None
    expect(phone.get_by_text("Skriv ingen navne. Det, du skriver, bliver ikke sendt nogen steder hen.")).to_be_visible()
    expect(phone.get_by_label("Sted")).to_have_accessible_description(
        "Skriv ikke, hvem det handler om. På en fælles computer: Slet alt, før du går."
    )
    delete(phone, "Kopi 1")
    phone.get_by_role("button", name="Slet kopien").click()
    expect(phone.get_by_label("Kopi", exact=True).locator("option")).to_have_text(["match 3"])
    assert len(copies(phone)) == 1


def test_one_key_one_copy(phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    tick(phone)
    [name] = copies(phone)
    kept = json.loads(phone.evaluate("key => localStorage.getItem(key)", name))
    assert sorted(kept) == ["until", "value"]
    assert kept["value"]["ticks"] == ["hilse"]
