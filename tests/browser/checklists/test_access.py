"""A checklist for everybody: by keyboard, with a thumb, from right to left, without scripts, read aloud."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import RULES, found_by_axe
from tests.browser.checklists.site import Host
from tests.browser.checklists.volunteer import REAL, SMALL, delete, open_choices, tick

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("checklist")]


def test_everything_with_the_keyboard_alone(phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))

    def to(name: str) -> None:
        for _ in range(40):
            phone.keyboard.press("Tab")
            focused = phone.evaluate(
                "document.activeElement.textContent + (document.activeElement.labels?.[0]?.textContent ?? '')"
            )
            if name in focused:
                return
        pytest.fail(f"{name} cannot be reached")

    to("Flere valg")
    phone.keyboard.press("Space")
    to("Ny kopi")
    phone.keyboard.press("Enter")
    expect(phone.get_by_label("Navn på kopien")).to_be_focused()
    phone.keyboard.type("match 3")
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("button", name="Ny kopi")).to_be_focused()
    to("Hils på hinanden")
    phone.keyboard.press("Space")
    expect(phone.get_by_role("checkbox", name="Hils på hinanden")).to_be_checked()
    phone.get_by_label("Kopi", exact=True).focus()
    to("Slet")
    expect(phone.get_by_role("button", name="Slet »match 3«")).to_be_focused()
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    expect(phone.get_by_label("Kopi", exact=True)).to_be_focused()
    expect(phone.get_by_label("Kopi", exact=True).locator("option")).to_have_text(["Kopi 1"])


@pytest.mark.parametrize("path", [REAL, f"ar/{REAL}", f"en/{REAL}"])
def test_a_narrow_screen_and_a_thumb(phone: Page, host: Host, path: str) -> None:
    phone.goto(host.url(path))
    open_choices(phone)
    phone.locator("#checklist-start").fill("2026-01-31")
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    pressed = phone.locator(
        ":is(.checklist-tools, .checklist-kept) :is(button, select, summary), .item label, .start :is(button, input), .field :is(input, select, textarea)"
    )
    small = [
        item.evaluate("e => e.outerHTML")
        for item in pressed.all()
        if (item.bounding_box() or {"height": 0})["height"] < 44
    ]
    assert small == []


def test_arabic_from_right_to_left(phone: Page, host: Host) -> None:
    phone.goto(host.url(f"ar/{REAL}"))
    phone.locator(".item input").first.check()
    expect(phone.locator(".checklist-tools .progress")).to_have_text("أُنجز 1 من 25")
    phone.locator("#checklist-start").fill("2026-01-31")
    expect(phone.locator(".days time").nth(1)).to_have_text("السبت، 28 فبراير 2026")
    tick_at, text_at = (phone.locator(f".item >> nth=0 >> {item}").bounding_box() for item in ("input", ".item-text"))
    assert tick_at
    assert text_at
    assert tick_at["x"] > text_at["x"]
    expect(phone.locator("#checklist-copy option")).to_have_text(["النسخة 1"])
    phone.goto(host.url(REAL))
    expect(phone.locator("#checklist-copy option")).to_have_text(["Kopi 1"])
    expect(phone.locator(".item input").first).to_be_checked()


def test_without_a_script_the_list_can_be_read_and_ticked(reader: Browser, host: Host) -> None:
    context = reader.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(host.url(SMALL))
    expect(page.get_by_role("heading", name="Goddag")).to_be_visible()
    tick(page)
    expect(page.locator(".checklist-tools")).to_have_count(0)
    expect(page.get_by_text("3 måneder efter")).to_be_visible()
    context.close()


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing(phone: Page, host: Host, colours: str) -> None:
    phone.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
    phone.goto(host.url(REAL))
    open_choices(phone)
    phone.locator(".item input").first.check()
    phone.locator("#checklist-start").fill("2026-01-31")
    assert found_by_axe(phone, RULES) == []
    delete(phone, "Kopi 1")
    assert found_by_axe(phone, RULES) == []
    phone.keyboard.press("Escape")
    open_choices(phone)
    phone.get_by_role("button", name="Ny kopi").click()
    assert found_by_axe(phone, RULES) == []
    phone.goto(host.url(f"ar/{REAL}"))
    assert found_by_axe(phone, RULES) == []
