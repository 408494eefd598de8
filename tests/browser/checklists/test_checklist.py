"""A checklist on a phone: what a volunteer does with it, and what the next day brings."""

from itertools import pairwise
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.checklists.site import Host, Sites
from tests.browser.checklists.volunteer import (
    REAL,
    SMALL,
    STORED,
    copies,
    delete,
    manage,
    names,
    new_copy,
    open_choices,
    tick,
)

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("checklist")]


def test_ticks_notes_and_dates_are_there_again_after_a_reload(phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    assert names(phone) == ["vejviser:device"]
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
    open_choices(phone)
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
        phone.evaluate(f"JSON.parse(localStorage['{STORED}']).value.current")
    )
    expect(phone.get_by_role("checkbox", name="Hils på hinanden")).not_to_be_checked()
    open_choices(phone)
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
    delete(phone, "match 3")
    phone.get_by_role("button", name="Fortryd").click()
    expect(phone.get_by_label("Kopi", exact=True).locator("option")).to_have_text(["Kopi 1", "match 3"])
    delete(phone, "match 3")
    phone.get_by_role("button", name="Slet kopien").click()
    expect(phone.get_by_text("Kopien »match 3« er slettet.")).to_be_visible()
    expect(phone.get_by_label("Kopi", exact=True).locator("option")).to_have_text(["Kopi 1"])
    assert len(copies(phone)) == 1
    delete(phone, "Kopi 1")
    phone.get_by_role("button", name="Slet kopien").click()
    expect(phone.get_by_text("Kopien »Kopi 1« er slettet.")).to_be_visible()
    assert names(phone) == ["vejviser:device"]


def test_the_next_version_of_a_list_keeps_the_ticks_of_what_says_the_same_and_shows_what_is_new(
    phone: Page, host: Host, sites: Sites
) -> None:
    phone.goto(host.url(SMALL))
    tick(phone)
    tick(phone, "Tal om tavshed")
    host.folder = sites.after
    phone.goto(host.url(SMALL))
    changed = phone.get_by_role("checkbox", name="Hils ordentligt på hinanden Ændret, siden du satte flueben")
    expect(changed).not_to_be_checked()
    expect(phone.get_by_text("Tal om tavshed")).to_have_count(0)
    expect(phone.get_by_role("checkbox", name="Drik kaffe Nyt")).not_to_be_checked()
    expect(phone.locator(".fresh")).to_contain_text(
        "Nye punkter, siden du sidst brugte kopien: 1. Ændrede punkter, der ikke længere har dit flueben: 1. "
        "Punkter, der er taget ud af listen: 1."
    )
    expect(phone.locator(".checklist-tools .progress")).to_have_text("0 af 2 klaret")
    changed.check()
    expect(phone.locator(".badge-new")).to_have_text(["Nyt"])
    expect(phone.locator(".checklist-tools .progress")).to_have_text("1 af 2 klaret")
    phone.reload()
    expect(phone.locator(".badge-new")).to_have_text(["Nyt"])
    phone.get_by_role("button", name="Jeg har set dem").click()
    phone.reload()
    expect(phone.locator("[data-item=kaffe]")).to_be_visible()
    expect(phone.locator(".badge-new")).to_have_count(0)
    expect(phone.get_by_role("checkbox", name="Hils ordentligt på hinanden")).to_be_checked()
    new_copy(phone, "match 3")
    expect(phone.locator(".badge-new")).to_have_count(0)


def test_the_items_of_one_role(phone: Page, host: Host) -> None:
    phone.goto(host.url(REAL))
    all_items = phone.locator("[data-item]").count()
    open_choices(phone)
    phone.get_by_label("Vis punkter for").select_option("Frivillig")
    shown = phone.locator("[data-item]:visible")
    assert {item.get_attribute("data-role") for item in shown.all()} == {"volunteer", "everyone"}
    expect(phone.get_by_text(f"Viser {shown.count()} af {all_items} punkter.")).to_be_visible()
    expect(phone.locator(".checklist-tools .progress")).to_have_text(f"0 af {shown.count()} klaret")
    phone.reload()
    expect(phone.get_by_label("Vis punkter for")).to_have_value("volunteer")
    expect(phone.locator("[data-item][data-role=coordinator]:visible")).to_have_count(0)


def test_a_role_that_the_list_has_lost_hides_nothing(phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    open_choices(phone)
    phone.get_by_label("Vis punkter for").select_option("Frivillig")
    phone.evaluate("key => localStorage.setItem(key, localStorage.getItem(key).replace('volunteer', 'school'))", STORED)
    phone.reload()
    expect(phone.locator("[data-item]:visible")).to_have_count(2)
    expect(phone.get_by_label("Vis punkter for")).to_have_value("")


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
    answers = phone.locator("[data-field=hvor-tit] .choices > span")
    expect(answers).to_have_text(["Cirka en gang om ugen", "Hver 14. dag", "Vi aftaler fra gang til gang"])
    expect(phone.locator("[data-field=hvor-tit] .chosen")).to_have_text(["Hver 14. dag"])
    phone.emulate_media(media="print")
    expect(answers.first).to_be_visible()
    expect(phone.get_by_label("Vi ses", exact=True)).to_be_hidden()


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_whose_a_point_is_and_its_source_stand_apart(
    phone: Page, host: Host, medium: Literal["screen", "print"]
) -> None:
    phone.goto(host.url(REAL))
    phone.emulate_media(media=medium)
    facts = phone.locator("[data-item=tavshedspligt] > :is(.tag, .item-source)")
    expect(facts).to_have_text(["Frivilligleder", "Sikkerhed", "Kilde1"])
    boxes = [box for fact in facts.all() if (box := fact.bounding_box())]
    for before, after in pairwise(boxes):  # on a narrow sheet one is below the other
        assert after["x"] >= before["x"] + before["width"] + 5 or after["y"] >= before["y"] + before["height"]


def test_without_a_script_too_the_answers_to_choose_from_are_boxes_on_paper(reader: Browser, host: Host) -> None:
    with reader.new_context(java_script_enabled=False) as window:
        page = window.new_page()
        page.goto(host.url(REAL))
        page.emulate_media(media="print")
        expect(page.locator("[data-field=hvor-tit] .choices > span")).to_have_count(3)
        expect(page.locator("[data-field=hvor-tit] .choices")).to_be_visible()


@pytest.mark.parametrize(("app", "warned"), [("", 0), (" [FBAN/FBIOS;FBAV/520.0]", 1), (" Instagram 390.0.0", 1)])
def test_whoever_reads_inside_another_app_is_told_to_open_a_browser(
    reader: Browser, host: Host, app: str, warned: int
) -> None:
    agent = f"Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile/15E148 Safari/604.1{app}"
    with reader.new_context(user_agent=agent, service_workers="block") as window:
        page = window.new_page()
        page.goto(host.url(REAL))
        expect(page.locator("html.js")).to_have_count(1)
        expect(page.locator(".checklist-tools")).to_be_visible()
        expect(page.get_by_text("Du læser siden inde i en anden app.").filter(visible=True)).to_have_count(warned)
