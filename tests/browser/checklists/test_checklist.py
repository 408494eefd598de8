"""A checklist on a phone: what a volunteer does with it, and what the next day brings."""

import json

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import RULES, found_by_axe
from tests.browser.checklists.site import BASE, Host, Sites

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("checklist")]

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


def test_ticks_notes_and_dates_are_there_again_after_a_reload(phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    assert stored(phone) is None
    tick(phone)
    phone.get_by_label("Sted").fill("Biblioteket")
    phone.get_by_label("Startdato").fill("2026-01-31")
    phone.reload()
    expect(phone.get_by_role("checkbox", name="Hils på hinanden")).to_be_checked()
    expect(phone.get_by_label("Sted")).to_have_value("Biblioteket")
    expect(phone.get_by_label("Startdato")).to_have_value("2026-01-31")
    expect(phone.locator(".checklist-tools .progress")).to_have_text("1 af 2 klaret")
    expect(phone.locator("[data-section=goddag] .progress")).to_have_text("1 af 2 klaret")
    assert phone.locator("[data-section=goddag] progress").get_attribute("aria-label") == "Goddag"
    assert phone.evaluate("[document.cookie, sessionStorage.length]") == ["", 0]


def test_progress_is_told_to_those_who_listen(phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    heard = phone.locator(".checklist-tools .visually-hidden[role=status]")
    tick(phone)
    expect(heard).to_have_text("Goddag: 1 af 2 klaret. I alt 1 af 2.")
    tick(phone, "Tal om tavshed")
    expect(heard).to_have_text("Alle punkter er klaret.")


def test_a_second_copy_has_its_own_ticks(phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    tick(phone)
    phone.get_by_role("button", name="Ny kopi").click()
    name = phone.get_by_label("Navn på kopien")
    expect(name).to_have_value("Kopi 2")
    expect(name).to_have_accessible_description("Skriv ikke navne på mennesker. Skriv for eksempel »match 3«.")
    name.fill("Kopi 1")
    phone.get_by_role("button", name="Opret kopi").click()
    expect(phone.get_by_role("dialog")).to_be_visible()
    assert name.evaluate("input => input.validationMessage") == "Der er allerede en kopi med det navn."
    name.fill("match 3")
    phone.get_by_role("button", name="Opret kopi").click()
    expect(phone.get_by_text("Kopien »match 3« er oprettet.")).to_be_visible()
    expect(phone.get_by_role("checkbox", name="Hils på hinanden")).not_to_be_checked()
    phone.reload()
    expect(phone.get_by_label("Kopi", exact=True)).to_have_value(
        phone.evaluate(f"JSON.parse(localStorage['{STORED}']).current")
    )
    expect(phone.get_by_role("checkbox", name="Hils på hinanden")).not_to_be_checked()
    phone.get_by_label("Kopi", exact=True).select_option("Kopi 1")
    expect(phone.get_by_role("checkbox", name="Hils på hinanden")).to_be_checked()
    expect(phone.get_by_text("Du ser nu kopien »Kopi 1«.")).to_be_visible()
    manage(phone, "Omdøb")
    phone.get_by_label("Navn på kopien").fill("match 4")
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("Kopien hedder nu »match 4«.")).to_be_visible()


def test_reset_and_delete_ask_first(phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    tick(phone)
    phone.get_by_label("Sted").fill("Biblioteket")
    manage(phone, "Nulstil")
    question = phone.get_by_role("alertdialog", name="Nulstil »Kopi 1«?")
    expect(question.get_by_role("button", name="Fortryd")).to_be_focused()
    phone.keyboard.press("Escape")
    expect(question).to_have_count(0)
    expect(phone.get_by_role("button", name="Nulstil", exact=True)).to_be_focused()
    expect(phone.get_by_role("checkbox", name="Hils på hinanden")).to_be_checked()
    manage(phone, "Nulstil")
    phone.get_by_role("button", name="Nulstil kopien").click()
    expect(phone.get_by_role("checkbox", name="Hils på hinanden")).not_to_be_checked()
    expect(phone.get_by_label("Sted")).to_have_value("")

    new_copy(phone, "match 3")
    manage(phone, "Slet")
    phone.get_by_role("button", name="Fortryd").click()
    expect(phone.get_by_label("Kopi", exact=True).locator("option")).to_have_text(["Kopi 1", "match 3"])
    manage(phone, "Slet")
    phone.get_by_role("button", name="Slet kopien").click()
    expect(phone.get_by_text("Kopien »match 3« er slettet.")).to_be_visible()
    expect(phone.get_by_label("Kopi", exact=True).locator("option")).to_have_text(["Kopi 1"])
    manage(phone, "Slet")
    phone.get_by_role("button", name="Slet kopien").click()
    expect(phone.get_by_text("Kopien »Kopi 1« er slettet.")).to_be_visible()
    assert stored(phone) is None


def test_the_next_version_of_a_list_keeps_the_ticks_and_shows_what_is_new(
    phone: Page, host: Host, sites: Sites
) -> None:
    phone.goto(host.url(SMALL))
    tick(phone)
    tick(phone, "Tal om tavshed")
    host.folder = sites.after
    phone.goto(host.url(SMALL))
    expect(phone.get_by_role("checkbox", name="Hils ordentligt på hinanden")).to_be_checked()
    expect(phone.get_by_text("Tal om tavshed")).to_have_count(0)
    expect(phone.get_by_role("checkbox", name="Drik kaffe Nyt")).not_to_be_checked()
    expect(phone.get_by_text("Nye punkter, siden du sidst brugte kopien: 1.")).to_be_visible()
    expect(phone.locator(".checklist-tools .progress")).to_have_text("1 af 2 klaret")
    phone.reload()
    expect(phone.locator(".badge-new")).to_have_text(["Nyt"])
    phone.get_by_role("button", name="Jeg har set dem").click()
    phone.reload()
    expect(phone.locator("[data-item=kaffe]")).to_be_visible()
    expect(phone.locator(".badge-new")).to_have_count(0)
    new_copy(phone, "match 3")
    expect(phone.locator(".badge-new")).to_have_count(0)


def test_the_items_of_one_role(phone: Page, host: Host) -> None:
    phone.goto(host.url(REAL))
    all_items = phone.locator("[data-item]").count()
    phone.get_by_label("Vis punkter for").select_option("Frivillig")
    shown = phone.locator("[data-item]:visible")
    assert {it.get_attribute("data-role") for it in shown.all()} == {"volunteer", "everyone"}
    expect(phone.get_by_text(f"Viser {shown.count()} af {all_items} punkter.")).to_be_visible()
    expect(phone.locator(".checklist-tools .progress")).to_have_text(f"0 af {shown.count()} klaret")
    phone.reload()
    expect(phone.get_by_label("Vis punkter for")).to_have_value("volunteer")
    expect(phone.locator("[data-item][data-role=coordinator]:visible")).to_have_count(0)


def test_a_role_that_the_list_has_lost_hides_nothing(phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    phone.get_by_label("Vis punkter for").select_option("Frivillig")
    phone.evaluate("key => localStorage.setItem(key, localStorage.getItem(key).replace('volunteer', 'school'))", STORED)
    phone.reload()
    expect(phone.locator("[data-item]:visible")).to_have_count(2)
    expect(phone.get_by_label("Vis punkter for")).to_have_value("")


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

    to("Ny kopi")
    phone.keyboard.press("Enter")
    expect(phone.get_by_label("Navn på kopien")).to_be_focused()
    phone.keyboard.type("match 3")
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("button", name="Ny kopi")).to_be_focused()
    to("Omdøb, nulstil")
    phone.keyboard.press("Space")
    to("Hils på hinanden")
    phone.keyboard.press("Space")
    expect(phone.get_by_role("checkbox", name="Hils på hinanden")).to_be_checked()
    phone.keyboard.press("Shift+Tab")
    phone.keyboard.press("Shift+Tab")
    expect(phone.get_by_role("button", name="Slet", exact=True)).to_be_focused()
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    expect(phone.get_by_label("Kopi", exact=True)).to_be_focused()
    expect(phone.get_by_label("Kopi", exact=True).locator("option")).to_have_text(["Kopi 1"])


@pytest.mark.parametrize("path", [REAL, f"ar/{REAL}", f"en/{REAL}"])
def test_a_narrow_screen_and_a_thumb(phone: Page, host: Host, path: str) -> None:
    phone.goto(host.url(path))
    phone.locator("details.manage summary").click()
    phone.locator("#checklist-start").fill("2026-01-31")
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    pressed = phone.locator(
        ".checklist-tools :is(button, select, summary), .item label, .start :is(button, input), .field :is(input, select, textarea)"
    )
    small = [
        it.evaluate("e => e.outerHTML") for it in pressed.all() if (it.bounding_box() or {"height": 0})["height"] < 44
    ]
    assert small == []


def test_arabic_from_right_to_left(phone: Page, host: Host) -> None:
    phone.goto(host.url(f"ar/{REAL}"))
    phone.locator(".item input").first.check()
    expect(phone.locator(".checklist-tools .progress")).to_have_text("أُنجز 1 من 25")
    phone.locator("#checklist-start").fill("2026-01-31")
    expect(phone.locator(".days time").nth(1)).to_have_text("السبت، 28 فبراير 2026")
    tick_at, text_at = (phone.locator(f".item >> nth=0 >> {it}").bounding_box() for it in ("input", ".item-text"))
    assert tick_at
    assert text_at
    assert tick_at["x"] > text_at["x"]
    expect(phone.locator("#checklist-copy option")).to_have_text(["النسخة 1"])
    phone.goto(host.url(REAL))
    expect(phone.locator("#checklist-copy option")).to_have_text(["Kopi 1"])
    expect(phone.locator(".item input").first).to_be_checked()


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
        phone.evaluate("([key, text]) => localStorage.setItem(key, text)", [STORED, text])
        phone.reload()
        expect(phone.locator(".checklist-tools .progress")).to_have_text("0 af 2 klaret")


def test_two_tabs_agree(window: BrowserContext, phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    other = window.new_page()
    other.goto(host.url(SMALL))
    tick(phone)
    expect(other.get_by_role("checkbox", name="Hils på hinanden")).to_be_checked()


def test_without_a_script_the_list_can_be_read_and_ticked(reader: Browser, host: Host) -> None:
    context = reader.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(host.url(SMALL))
    expect(page.get_by_role("heading", name="Goddag")).to_be_visible()
    tick(page)
    expect(page.locator(".checklist-tools")).to_have_count(0)
    expect(page.get_by_text("3 måneder efter")).to_be_visible()
    context.close()


def test_the_current_copy_on_paper(phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    new_copy(phone, "match 3")
    tick(phone)
    phone.get_by_label("Sted").fill("Biblioteket")
    phone.emulate_media(media="print")
    phone.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(phone.locator(".printed")).to_contain_text("»match 3« · 1 af 2 klaret · udskrevet ")
    expect(phone.locator("[data-field=sted] .on-paper")).to_have_text("Biblioteket")
    expect(phone.locator("[data-field=sted] .on-paper")).to_be_visible()
    expect(phone.locator(".checklist-tools")).to_be_hidden()
    expect(phone.locator("[data-item=hilse]")).to_be_visible()
    phone.emulate_media(media="screen")
    phone.goto(host.url(REAL))
    phone.get_by_label("Næste gang: dag").fill("2028-02-29")
    phone.get_by_label("Vi ses", exact=True).select_option("Hver 14. dag")
    expect(phone.locator("[data-field=naeste-dag] .on-paper")).to_have_text("tirsdag den 29. februar 2028")
    expect(phone.locator("[data-field=hvor-tit] .on-paper")).to_have_text("Hver 14. dag")


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing(phone: Page, host: Host, colours: str) -> None:
    phone.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
    phone.goto(host.url(REAL))
    phone.locator("details.manage summary").click()
    phone.locator(".item input").first.check()
    phone.locator("#checklist-start").fill("2026-01-31")
    assert found_by_axe(phone, RULES) == []
    manage(phone, "Slet")
    assert found_by_axe(phone, RULES) == []
    phone.keyboard.press("Escape")
    phone.get_by_role("button", name="Ny kopi").click()
    assert found_by_axe(phone, RULES) == []
    phone.goto(host.url(f"ar/{REAL}"))
    assert found_by_axe(phone, RULES) == []
