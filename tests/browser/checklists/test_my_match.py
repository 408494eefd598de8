"""»Mit match«: one's own matches on one's own device, their lists, and their days in a calendar."""

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import RULES, found_by_axe
from tests.browser.checklists.matches import MINE, PASSWORD, TODAY, calendar, card, create, manage, read_copy, save_copy
from tests.browser.checklists.site import BASE, Host, works_offline
from tests.browser.checklists.volunteer import SMALL, answer, names, tick

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("checklist")]

# a match --------------------------------------------------------------------------------------------------------------


def test_a_match_tells_where_it_is_and_what_comes_next(phone: Page, host: Host) -> None:
    phone.clock.set_fixed_time(TODAY)
    phone.goto(host.url(MINE))
    match = create(phone)
    expect(phone.get_by_text("»kaffe« er oprettet.")).to_be_visible()
    expect(match.locator(".match-now")).to_contain_text("Mød hinanden")
    expect(match.locator(".match-now")).to_contain_text("torsdag den 29. februar 2024 (for 10 dage siden)")
    expect(match.locator(".match-next")).to_have_text("Næste: Bagefter · fredag den 29. marts 2024 (om 19 dage)")
    match.get_by_text("Alle dage").click()
    expect(match.locator(".match-days time")).to_have_text(
        [
            "torsdag den 22. februar 2024",
            "torsdag den 29. februar 2024",
            "fredag den 1. marts 2024",
            "fredag den 29. marts 2024",
            "onsdag den 29. maj 2024",
            "torsdag den 29. august 2024",
        ]
    )
    assert not phone.locator(".match-new").get_attribute("open")
    phone.clock.set_fixed_time("2024-04-01T12:00:00")
    phone.reload()
    expect(match.locator(".match-now")).to_contain_text("Bagefter")
    expect(match.locator(".match-next")).to_contain_text("onsdag den 29. maj 2024")


def test_before_the_day_is_known_and_after_the_end(phone: Page, host: Host) -> None:
    phone.clock.set_fixed_time(TODAY)
    phone.goto(host.url(MINE))
    match = create(phone, start="")
    expect(match.locator(".match-now")).to_contain_text("Gør dig klar")
    expect(match.locator(".match-next")).to_be_hidden()
    expect(match.get_by_role("button", name="Hent dagene til kalenderen")).to_be_hidden()
    part = manage(match)
    part.get_by_label("Dato: mødedagen").fill("2024-03-12")
    expect(match.locator(".match-next")).to_contain_text("i overmorgen")
    part.get_by_label("Dato: I holdt op").fill("2024-03-10")
    expect(match.locator(".match-now")).to_contain_text("Det er slut.")
    expect(match.locator(".match-next")).to_be_hidden()


def test_nothing_is_kept_before_the_answer_and_on_a_shared_computer_only_in_the_tab(computer: Page, host: Host) -> None:
    computer.goto(host.url(MINE))
    assert names(computer) + names(computer, "sessionStorage") == []
    create(computer)
    assert names(computer) + names(computer, "sessionStorage") == []
    expect(computer.get_by_text("Er det en fælles computer?")).to_be_visible()
    answer(computer, "Ja, fælles")
    assert names(computer) == []
    computer.reload()
    match = card(computer, "kaffe")
    expect(manage(match)).to_contain_text("Kun i denne fane")
    expect(match.get_by_role("button", name="Behold")).to_be_hidden()


def test_notes_and_changes_stay_and_a_name_is_never_asked_for(phone: Page, host: Host) -> None:
    phone.goto(host.url(MINE))
    match = create(phone)
    match.get_by_label("Dine noter").fill("Vi ses på biblioteket")
    part = manage(match)
    part.get_by_label("Lilla").check()
    part.get_by_label("Et ord, du selv kan kende det på").fill("te")
    phone.reload()
    match = card(phone, "te")
    expect(match.get_by_label("Dine noter")).to_have_value("Vi ses på biblioteket")
    expect(match.get_by_role("heading", level=2)).to_have_text(re.compile(r"te \(Lilla\)"))
    assert len([name for name in names(phone) if name.startswith(f"vejviser:match:{BASE}")]) == 1


def test_what_leads_to_a_person_is_warned_of_and_not_refused(phone: Page, host: Host) -> None:
    phone.goto(host.url(MINE))
    match = create(phone)
    note = match.get_by_label("Dine noter")
    number = " ".join(["20", "30", "40", "50"])
    note.fill(f"Ring {number}")
    expect(match.get_by_text("Det ligner et telefonnummer.")).to_be_visible()
    note.fill("Født " + "0101" + "80-" + "1234")
    expect(match.get_by_text("Det ligner et personnummer.")).to_be_visible()
    note.fill("Vi ses 31-12-2028")
    expect(match.locator(".match-fields .trouble:visible")).to_have_count(0)
    note.fill(f"Ring {number}")
    phone.reload()
    expect(match.get_by_label("Dine noter")).to_have_value(f"Ring {number}")


def test_two_tabs_agree(window: BrowserContext, phone: Page, host: Host) -> None:
    phone.goto(host.url(MINE))
    second = window.new_page()
    second.goto(host.url(MINE))
    match = create(phone)
    expect(card(second, "kaffe")).to_be_visible()
    match.get_by_label("Dine noter").fill("Bus 4")
    expect(card(second, "kaffe").get_by_label("Dine noter")).to_have_value("Bus 4")


def test_the_browser_is_asked_to_keep_it_when_the_reader_is_and_its_answer_is_told(phone: Page, host: Host) -> None:
    phone.add_init_script(
        "navigator.storage.persist = async () => { window.asked = (window.asked ?? 0) + 1; return window.yes ?? false; }"
    )
    phone.goto(host.url(MINE))
    match = create(phone)
    assert phone.evaluate("window.asked") is None
    keep = manage(match).get_by_role("button", name="Behold »kaffe«")
    keep.click()
    expect(phone.get_by_text("Men browseren lover ikke at lade det være")).to_be_visible()
    expect(match.get_by_text("Bliver, til du sletter det")).to_be_visible()
    keep.click()
    expect(phone.get_by_text("Det bliver slettet 90 dage efter, at du sidst har brugt det.")).to_be_visible()
    phone.evaluate("window.yes = true")
    keep.click()
    expect(phone.get_by_text("Browseren har lovet at lade det være.")).to_be_visible()
    assert phone.evaluate("window.asked") == 2


def test_a_match_is_deleted_when_one_is_sure(phone: Page, host: Host) -> None:
    phone.goto(host.url(MINE))
    match = create(phone)
    manage(match).get_by_role("button", name="Slet", exact=True).click()
    phone.get_by_role("button", name="Fortryd").click()
    expect(match).to_be_visible()
    manage(match).get_by_role("button", name="Slet", exact=True).click()
    phone.get_by_role("button", name="Slet matchet").click()
    expect(match).to_have_count(0)
    assert [name for name in names(phone) if "match:" in name] == []


# its lists ------------------------------------------------------------------------------------------------------------


def test_a_list_begun_for_a_match_has_its_name_and_follows_its_day(phone: Page, host: Host) -> None:
    phone.clock.set_fixed_time(TODAY)
    phone.goto(host.url(MINE))
    match = create(phone)
    match.get_by_role("button", name="Begynd »Første møde« til dette match").click()
    row = match.locator(".match-copies li")
    expect(row).to_have_text("Første møde · kaffe · 0 af 2 klaret")
    manage(match).get_by_label("Dato: mødedagen").fill("2024-03-07")
    row.get_by_role("link").click()
    expect(phone.get_by_label("Kopi", exact=True).locator("option:checked")).to_have_text("kaffe")
    expect(phone.get_by_label("Startdato")).to_have_value("2024-03-07")
    tick(phone)
    phone.goto(host.url(MINE))
    expect(row).to_have_text("Første møde · kaffe · 1 af 2 klaret")


def test_a_list_that_was_begun_elsewhere_can_be_given_to_a_match(phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    tick(phone)
    phone.goto(host.url(MINE))
    loose = phone.locator(".match-loose li")
    expect(loose).to_have_text("Første møde · 1 af 2 klaret")
    match = create(phone)
    loose.get_by_label("Hører til:").select_option("kaffe")
    expect(loose).to_have_count(0)
    expect(match.locator(".match-copies li")).to_have_text("Første møde · 1 af 2 klaret")


# its calendar ---------------------------------------------------------------------------------------------------------


def test_a_day_that_moves_moves_its_entries_and_the_end_calls_them_off(phone: Page, host: Host, tmp_path: Path) -> None:
    phone.clock.set_fixed_time(TODAY)
    phone.goto(host.url(MINE))
    match = create(phone)
    first = calendar(phone, match, tmp_path / "first.ics")
    assert [str(item["SUMMARY"]) for item in first] == [f"Opfølgning {number} af 6 (Grøn)" for number in range(1, 7)]
    assert [item.decoded("DTSTART") for item in first][:3] == [date(2024, 2, 22), date(2024, 2, 29), date(2024, 3, 1)]
    assert b"kaffe" not in (tmp_path / "first.ics").read_bytes()
    manage(match).get_by_label("Dato: mødedagen").fill("2024-03-07")
    phone.reload()
    moved = calendar(phone, match, tmp_path / "moved.ics")
    assert [(item["UID"], item["SEQUENCE"]) for item in moved] == [(item["UID"], 1) for item in first]
    assert [item.decoded("DTSTART") for item in moved][:3] == [date(2024, 2, 29), date(2024, 3, 7), date(2024, 3, 8)]
    manage(match).get_by_label("Dato: I holdt op").fill("2024-03-10")
    ended = calendar(phone, match, tmp_path / "ended.ics")
    assert [item["UID"] for item in ended] == [item["UID"] for item in first]
    assert [(item.get("STATUS"), item["SEQUENCE"]) for item in ended] == [(None, 1)] * 3 + [("CANCELLED", 2)] * 3
    another = create(phone, "te")
    others = calendar(phone, another, tmp_path / "other.ics")
    assert {item["UID"] for item in others}.isdisjoint(item["UID"] for item in first)
    assert str(others[0]["SUMMARY"]) == "Opfølgning 1 af 6 (Blå)"


# without a network, and for everybody ---------------------------------------------------------------------------------


def test_it_works_without_a_network(window: BrowserContext, phone: Page, host: Host, tmp_path: Path) -> None:
    phone.goto(host.url(MINE))
    works_offline(phone)
    host.down = True
    window.set_offline(True)
    phone.reload()
    match = create(phone)
    expect(match.locator(".match-now")).to_be_visible()
    assert len(calendar(phone, match, tmp_path / "plan.ics")) == 6
    read_copy(phone, save_copy(phone, tmp_path / "copy.json", PASSWORD))
    expect(phone.get_by_label("Kodeordet til kopien")).to_be_focused()


@pytest.mark.parametrize("path", [MINE, f"ar/{MINE}"])
def test_everybody_can_use_it(phone: Page, host: Host, path: str) -> None:
    phone.goto(host.url(path))
    assert found_by_axe(phone, RULES) == []
    form = phone.locator(".match-new")
    form.locator("input[type=text]").focus()
    phone.keyboard.type("kaffe")
    phone.keyboard.press("Enter")
    expect(phone.locator(".match")).to_be_visible()
    for summary in phone.locator(".my-match summary").all():
        if summary.evaluate("it => !it.parentElement.open"):
            summary.focus()
            phone.keyboard.press("Enter")
    assert found_by_axe(phone, RULES) == []
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = phone.evaluate(
        """() => [...document.querySelectorAll(".my-match :is(button, select, input:not([type=radio]), textarea)")]
           .filter(it => it.checkVisibility() && it.getBoundingClientRect().height < 44).map(it => it.outerHTML)"""
    )
    assert small == []


def test_without_a_script_the_course_can_be_read(reader: Browser, host: Host) -> None:
    with reader.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(host.url(MINE))
        expect(page.locator(".course summary")).to_have_text("Din første ven")
        expect(page.locator(".course").get_by_role("link", name="Bagefter")).to_be_visible()
        assert page.locator(".needs-js:visible").count() == 0
