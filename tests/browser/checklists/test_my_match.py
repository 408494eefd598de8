"""»Mit match«: one's own matches on one's own device, their days in a calendar, and a copy that moves to another phone."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar, Event
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.axe import RULES, found_by_axe
from tests.browser.checklists.site import BASE, Host, works_offline
from tests.browser.checklists.volunteer import SMALL, answer, names, owned, tick
from tests.browser.waiting import PATIENCE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("checklist")]

MINE = "mit-match/"
TODAY = "2024-03-10T12:00:00"
"""A day in the past: the answer whose the device is has a last day, and must not have had it."""
PASSWORD = "æbler og pærer"  # noqa: S105 - nobody's
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
    expect(match.get_by_text("Det ligner et CPR-nummer.")).to_be_visible()
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


# a copy ---------------------------------------------------------------------------------------------------------------


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


# everything is deleted, without a network, for everybody --------------------------------------------------------------


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
