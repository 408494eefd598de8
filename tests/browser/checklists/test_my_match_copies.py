"""A copy of »Mit match« moves to another phone, and one button leaves nothing of it on this one."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.checklists.matches import (
    MINE,
    PASSWORD,
    calendar,
    card,
    create,
    read_copy,
    said,
    save_copy,
)
from tests.browser.checklists.site import Host, works_offline
from tests.browser.checklists.volunteer import SMALL, answer, names, owned, tick
from tests.browser.waiting import PATIENCE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("checklist")]

EVERYTHING = """async () => [
  Object.keys(localStorage), Object.keys(sessionStorage), await caches.keys(),
  (await indexedDB.databases()).map(it => it.name), (await navigator.serviceWorker.getRegistrations()).length,
]"""


@pytest.fixture
def other(reader: Browser, host: Host) -> Iterator[Page]:
    """A new phone of the same reader: an empty profile whose owner has said that it is their own."""
    context = reader.new_context(viewport={"width": 390, "height": 844}, locale="da-DK", storage_state=owned(host))
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("password", ["", PASSWORD])
def test_a_copy_moves_to_another_phone(phone: Page, other: Page, host: Host, tmp_path: Path, password: str) -> None:
    phone.goto(host.url(SMALL))
    tick(phone)
    works_offline(phone)
    phone.get_by_role("button", name="Gem til brug uden netværk").click()
    expect(phone.locator(".offline-state")).to_contain_text("Gemt til brug uden netværk")
    phone.goto(host.url(MINE))
    match = create(phone)
    match.get_by_label("Dine noter").fill("Vi ses på biblioteket")
    first = calendar(phone, match, tmp_path / "first.ics")
    path = save_copy(phone, tmp_path / "copy.json", password)
    assert (b"biblioteket" in path.read_bytes()) is not bool(password)

    other.goto(host.url(MINE))
    expect(other.locator(".match")).to_have_count(0)
    read_copy(other, path)
    if password:
        unlock = other.get_by_label("Kodeordet til kopien")
        expect(unlock).to_be_focused()
        unlock.fill("noget andet")
        unlock.press("Enter")
        expect(said(other)).to_have_text("Kodeordet passer ikke. Intet er ændret. Prøv igen.")
        expect(other.locator(".match")).to_have_count(0)
        unlock.fill(password)
        other.get_by_role("button", name="Åbn kopien").click()
    expect(other.locator(".copy-found")).to_contain_text("Match: 1. Lister: 1. Gemte sider: 1.")
    other.get_by_role("button", name="Læs kopien ind").click()
    expect(said(other)).to_have_text("Kopien er læst ind.")
    moved = card(other, "kaffe")
    expect(moved.get_by_label("Dine noter")).to_have_value("Vi ses på biblioteket")
    expect(other.locator(".match-loose li")).to_have_text(re.compile("Første møde · 1 af 2 klaret"))
    expect(other.locator(".match-pages li a")).to_have_text("Første møde")
    again = calendar(other, moved, tmp_path / "again.ics")
    assert [(item["UID"], item["SEQUENCE"]) for item in again] == [(item["UID"], 0) for item in first]


def test_what_is_here_is_put_together_with_a_copy_or_replaced_when_one_is_sure(
    phone: Page, other: Page, host: Host, tmp_path: Path
) -> None:
    phone.goto(host.url(MINE))
    create(phone, "kaffe").get_by_label("Dine noter").fill("Vi ses tirsdag")
    path = save_copy(phone, tmp_path / "copy.json")
    other.goto(host.url(MINE))
    create(other, "te")
    read_copy(other, path)
    other.get_by_role("button", name="Fortryd").click()
    expect(card(other, "kaffe")).to_have_count(0)
    read_copy(other, path)
    other.get_by_role("button", name="Læg sammen").click()
    expect(card(other, "kaffe")).to_be_visible()
    card(other, "kaffe").get_by_label("Dine noter").fill("Bus 4")
    read_copy(other, path)
    other.get_by_role("button", name="Læg sammen").click()
    expect(card(other, "kaffe").get_by_label("Dine noter")).to_have_value("Bus 4\nVi ses tirsdag")
    read_copy(other, path)
    other.get_by_role("button", name="Erstat det, der er her").click()
    expect(card(other, "te")).to_be_visible()
    other.get_by_role("button", name="Erstat", exact=True).click()
    expect(card(other, "te")).to_have_count(0)
    expect(card(other, "kaffe").get_by_label("Dine noter")).to_have_value("Vi ses tirsdag")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: text[:-30], "Filen er gået i stykker."),
        (lambda text: text.replace("kaffe", "kage"), "Filen er gået i stykker."),
        (lambda _text: "hej", "Det er ikke en kopi fra denne side."),
        (lambda text: json.dumps(json.loads(text) | {"version": 2}), "Kopien er lavet med en nyere udgave"),
        (lambda text: json.dumps(json.loads(text) | {"portal": "/"}), "Kopien er fra en anden portal."),
    ],
)
def test_a_file_that_cannot_be_read_changes_nothing_and_is_told_why(
    phone: Page, host: Host, tmp_path: Path, change: Callable[[str], str], words: str
) -> None:
    phone.goto(host.url(MINE))
    create(phone)
    path = save_copy(phone, tmp_path / "copy.json")
    before = phone.evaluate("JSON.stringify(localStorage)")
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    read_copy(phone, path)
    expect(said(phone)).to_contain_text(words)
    assert phone.evaluate("JSON.stringify(localStorage)") == before


def test_a_copy_waits_for_the_answer_whose_the_device_is(
    phone: Page, computer: Page, host: Host, tmp_path: Path
) -> None:
    phone.goto(host.url(MINE))
    create(phone)
    path = save_copy(phone, tmp_path / "copy.json")
    computer.goto(host.url(MINE))
    read_copy(computer, path)
    computer.get_by_role("button", name="Læs kopien ind").click()
    expect(said(computer)).to_contain_text("Svar først nederst på siden")
    assert names(computer) + names(computer, "sessionStorage") == []
    answer(computer, "Ja, fælles")
    expect(card(computer, "kaffe")).to_be_visible()
    assert names(computer) == []


def test_one_button_leaves_nothing(phone: Page, host: Host) -> None:
    phone.goto(host.url(MINE))
    match = create(phone, "havnen")
    match.get_by_role("button", name="Begynd »Første møde« til dette match").click()
    works_offline(phone)
    phone.locator(".match-copy [data-wipe]").click()
    phone.get_by_role("dialog").get_by_role("button", name="Slet alt", exact=True).click()
    expect(phone.get_by_role("dialog").get_by_role("status")).to_be_focused()
    assert phone.evaluate(EVERYTHING) == [[], [], [], [], 0]
    phone.keyboard.press("Escape")
    expect(match).to_have_count(0)
    expect(phone.get_by_text("havnen")).to_have_count(0)
    phone.evaluate("dispatchEvent(new Event('pagehide')); document.dispatchEvent(new Event('visibilitychange'))")
    phone.reload()
    phone.wait_for_load_state("networkidle")
    assert phone.evaluate(EVERYTHING) == [[], [], [], [], 0]
