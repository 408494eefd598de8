"""What stays on a device: whose it is is asked first, and one button deletes all of it."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import RULES, found_by_axe
from tests.browser.checklists.site import Host, works_offline
from tests.browser.checklists.volunteer import (
    REAL,
    SMALL,
    answer,
    copies,
    names,
    new_copy,
    open_choices,
    tick,
)

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("checklist")]

CHAPTER = "haandboeger/ven/moedet/"
QUESTION = "Er det en fælles computer?"
WIPE = {"da": "Slet alt på denne enhed", "ar": "احذفوا كل شيء على هذا الجهاز"}
NOW = {"da": "Slet alt", "ar": "احذفوا كل شيء"}
WIPED = {
    "da": "Alt er slettet på denne enhed. Browserens historik og filer, du har hentet, sletter du selv.",
    "ar": "حُذف كل شيء على هذا الجهاز. أما سجل المتصفح والملفات التي نزّلتموها فاحذفوها بأنفسكم.",
}
EVERYTHING = """async () => [
  Object.keys(localStorage), Object.keys(sessionStorage), await caches.keys(),
  (await indexedDB.databases()).map(it => it.name), (await navigator.serviceWorker.getRegistrations()).length,
]"""
NOTHING = [[], [], [], [], 0]


def fill_memory(page: Page) -> None:
    """Store something in every way a page of the portal's address can."""
    page.evaluate(
        """() => new Promise((resolve, reject) => {
          localStorage.setItem("sveltia-cms.user", "somebody");
          sessionStorage.setItem("vejviser:tab:start:modtagelse", "{}");
          const asked = indexedDB.open("drafts");
          asked.onsuccess = () => { asked.result.close(); resolve(); };
          asked.onerror = reject;
        })"""
    )


def wipe(page: Page, language: str = "da") -> None:
    page.get_by_role("contentinfo").get_by_role("button", name=WIPE[language]).click()
    page.get_by_role("dialog").get_by_role("button", name=NOW[language], exact=True).click()
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(WIPED[language])


def waiting(page: Page) -> None:
    expect(page.locator(".copies .copy-until")).to_have_text("Ikke gemt endnu")


# whose is it ----------------------------------------------------------------------------------------------------------


def test_nothing_is_kept_before_the_reader_has_said_whose_the_device_is(computer: Page, host: Host) -> None:
    computer.goto(host.url(SMALL))
    tick(computer)
    computer.get_by_label("Sted").fill("Biblioteket")
    computer.get_by_label("Startdato").fill("2026-01-31")
    expect(computer.get_by_role("region", name=QUESTION)).to_be_visible()
    waiting(computer)
    assert computer.evaluate(EVERYTHING) == NOTHING
    tick(computer, "Tal om tavshed")
    expect(computer.locator(".checklist-tools .progress")).to_have_text("2 af 2 klaret")
    computer.reload()
    expect(computer.locator(":checked[type=checkbox]")).to_have_count(0)
    expect(computer.get_by_label("Sted")).to_have_value("")


def test_on_an_own_device_what_was_done_before_the_answer_is_kept_too(computer: Page, host: Host) -> None:
    computer.goto(host.url(SMALL))
    tick(computer)
    computer.get_by_label("Sted").fill("Biblioteket")
    answer(computer, "Nej, min egen")
    expect(computer.get_by_role("status").filter(has_text="Det bliver gemt her i 90 dage")).to_be_visible()
    expect(computer.get_by_label("Sted")).to_be_focused()
    assert len(copies(computer)) == 1
    computer.reload()
    expect(computer.get_by_role("checkbox", name="Hils på hinanden")).to_be_checked()
    expect(computer.get_by_label("Sted")).to_have_value("Biblioteket")
    tick(computer, "Tal om tavshed")
    expect(computer.get_by_role("region", name=QUESTION)).to_be_hidden()


def test_on_a_shared_computer_nothing_is_kept_beyond_the_tab(
    library: BrowserContext, computer: Page, host: Host
) -> None:
    computer.goto(host.url(SMALL))
    tick(computer)
    answer(computer, "Ja, fælles")
    expect(computer.get_by_text("Fælles computer: Intet bliver gemt, når du lukker fanen.")).to_be_visible()
    expect(computer.locator(".copies .copy-until")).to_have_text("Kun i denne fane")
    computer.get_by_label("Sted").fill("Biblioteket")
    new_copy(computer, "match 3")
    computer.goto(host.url(CHAPTER))
    computer.goto(host.url(SMALL))
    open_choices(computer)
    computer.get_by_label("Kopi", exact=True).select_option("Kopi 1")
    expect(computer.get_by_label("Sted")).to_have_value("Biblioteket")
    found = computer.evaluate(EVERYTHING)
    assert [found[0], *found[2:]] == [[], [], [], 0]
    computer.close()
    next_person = library.new_page()
    next_person.goto(host.url(SMALL))
    expect(next_person.locator(".checklist-tools .progress")).to_have_text("0 af 2 klaret")
    assert next_person.evaluate(EVERYTHING) == NOTHING


def test_who_said_shared_may_say_that_it_is_their_own(computer: Page, host: Host) -> None:
    computer.goto(host.url(SMALL))
    tick(computer)
    answer(computer, "Ja, fælles")
    assert copies(computer) == []
    computer.get_by_role("button", name="Det er min egen enhed").click()
    expect(computer.locator(".copies .copy-until")).to_contain_text("Slettes om 90 dage")
    assert len(copies(computer)) == 1
    assert copies(computer, "sessionStorage") == []


def test_an_answer_in_one_tab_holds_in_the_other(library: BrowserContext, computer: Page, host: Host) -> None:
    other = library.new_page()
    for page in (computer, other):
        page.goto(host.url(SMALL))
        tick(page)
    answer(computer, "Nej, min egen")
    expect(other.get_by_role("button", name="Nej, min egen")).to_be_hidden()
    expect(other.locator(".copies .copy-until").first).to_contain_text("Slettes om 90 dage")


def test_the_question_by_keyboard_alone(computer: Page, host: Host) -> None:
    computer.goto(host.url(SMALL))
    box = computer.get_by_role("checkbox", name="Hils på hinanden")
    box.focus()
    computer.keyboard.press("Space")
    mine = computer.get_by_role("button", name="Nej, min egen")
    expect(mine).to_be_visible()
    for _ in range(60):
        computer.keyboard.press("Tab")
        if mine.evaluate("it => it === document.activeElement"):
            break
    computer.keyboard.press("Enter")
    expect(box).to_be_focused()
    assert len(copies(computer)) == 1


@pytest.mark.parametrize("path", [SMALL, f"ar/{REAL}"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_in_the_questions(computer: Page, host: Host, path: str, colours: str) -> None:
    computer.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
    computer.goto(host.url(path))
    computer.locator(".item input").first.check()
    buttons = computer.locator("[data-device-question] button")
    expect(buttons).to_have_count(2)
    assert found_by_axe(computer, RULES) == []
    assert computer.evaluate("document.documentElement.scrollWidth") == 390
    assert min((item.bounding_box() or {"height": 0})["height"] for item in buttons.all()) >= 44
    buttons.nth(1).click()
    assert found_by_axe(computer, RULES) == []
    computer.locator(".kept [data-wipe]").click()
    assert found_by_axe(computer, RULES) == []
    computer.locator("[data-wipe-now]").click()
    expect(computer.locator("[data-wipe-said]")).to_be_focused()
    assert found_by_axe(computer, RULES) == []


# deleting all of it ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("", "da"),
        ("404.html", "da"),
        (SMALL, "da"),
        (CHAPTER, "da"),
        ("haandboeger/ven/samlet/", "da"),
        ("kommuner/", "da"),
        ("ar/", "ar"),
        (f"ar/{SMALL}", "ar"),
        ("ar/kommuner/", "ar"),
        ("ar/materialer/", "ar"),
    ],
)
def test_every_page_can_delete_everything(phone: Page, host: Host, path: str, language: str) -> None:
    phone.goto(host.url(SMALL))
    works_offline(phone)
    tick(phone)
    fill_memory(phone)
    phone.goto(host.url(path))
    wipe(phone, language)
    expect(phone.get_by_role("dialog").get_by_role("status")).to_be_focused()
    assert phone.evaluate(EVERYTHING) == NOTHING
    phone.keyboard.press("Escape")
    expect(phone.get_by_role("contentinfo").get_by_role("button", name=WIPE[language])).to_be_focused()
    phone.reload()
    phone.wait_for_load_state("networkidle")
    assert phone.evaluate(EVERYTHING) == NOTHING


def test_it_asks_first_and_says_what(phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    tick(phone)
    before = names(phone)
    button = phone.locator(".checklist-kept").get_by_role("button", name=WIPE["da"])
    button.focus()
    phone.keyboard.press("Enter")
    dialog = phone.get_by_role("dialog", name=WIPE["da"])
    expect(dialog).to_have_accessible_description(
        "Portalen glemmer alt i denne browser: match, lister, noter og datoer, dit sted i bøgerne, valgt kommune og rolle, "
        "og gemte sider. Det kan ikke hentes tilbage."
    )
    expect(dialog.get_by_role("button", name="Fortryd")).to_be_focused()
    phone.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()
    assert names(phone) == before
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    expect(dialog.get_by_role("status")).to_be_focused()
    assert phone.evaluate(EVERYTHING) == NOTHING
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    expect(dialog).to_be_hidden()


def test_other_tabs_forget_it_too_and_do_not_write_it_back(window: BrowserContext, phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    tick(phone)
    phone.get_by_label("Sted").fill("Biblioteket")
    new_copy(phone, "match 3")
    phone.get_by_label("Sted").fill("Havnen")
    chapter = window.new_page()
    chapter.goto(host.url(CHAPTER))
    works_offline(chapter)
    other = window.new_page()
    other.goto(host.url(""))
    wipe(other)
    expect(phone.get_by_label("Sted")).to_have_value("")
    expect(phone.get_by_label("Kopi", exact=True).locator("option")).to_have_text(["Kopi 1"])
    expect(phone.get_by_text("Alt er slettet på denne enhed.").first).to_be_visible()
    expect(chapter.locator(".offline-state")).to_have_text("")
    for page in (phone, chapter):
        page.bring_to_front()
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.evaluate("dispatchEvent(new Event('pagehide')); document.dispatchEvent(new Event('visibilitychange'))")
    assert [page.evaluate(EVERYTHING) for page in (phone, chapter, other)] == [NOTHING] * 3
    tick(phone)
    expect(phone.get_by_role("region", name=QUESTION)).to_be_visible()
    assert names(phone) == []


def test_what_waits_for_an_answer_in_another_tab_is_forgotten_too(
    library: BrowserContext, computer: Page, host: Host
) -> None:
    computer.goto(host.url(SMALL))
    computer.get_by_label("Sted").fill("Biblioteket")
    other = library.new_page()
    other.goto(host.url(CHAPTER))
    wipe(other)
    expect(computer.get_by_label("Sted")).to_have_value("")
    expect(computer.get_by_role("region", name=QUESTION)).to_be_hidden()


def test_a_page_that_comes_back_from_the_browsers_memory_has_forgotten_too(computer: Page, host: Host) -> None:
    """Debian's Chromium keeps no pages when it is driven, so the page is told that it has been away."""
    computer.goto(host.url(SMALL))
    computer.get_by_label("Sted").fill("Biblioteket")
    away, back = "pagehide", "pageshow"
    computer.evaluate(f"dispatchEvent(new PageTransitionEvent('{away}', {{ persisted: true }}))")
    computer.evaluate(f"dispatchEvent(new PageTransitionEvent('{back}', {{ persisted: true }}))")
    expect(computer.get_by_label("Sted")).to_have_value("Biblioteket")
    computer.evaluate(f"dispatchEvent(new PageTransitionEvent('{away}', {{ persisted: true }}))")
    computer.evaluate("sessionStorage.clear()")
    computer.evaluate(f"dispatchEvent(new PageTransitionEvent('{back}', {{ persisted: true }}))")
    expect(computer.get_by_label("Sted")).to_have_value("")


def test_what_cannot_be_deleted_is_told(phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    phone.evaluate("() => { caches.keys = () => Promise.reject(new Error('no')); }")
    phone.get_by_role("contentinfo").get_by_role("button", name=WIPE["da"]).click()
    phone.get_by_role("button", name="Slet alt", exact=True).click()
    expect(phone.get_by_role("dialog").get_by_role("status")).to_have_text(
        "Noget er ikke slettet. Luk alle portalens faner, og slet sidens data i browserens indstillinger."
    )


def test_without_a_script_no_button_promises_anything(reader: Browser, host: Host) -> None:
    with reader.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(host.url(SMALL))
        expect(page.get_by_role("button", name=WIPE["da"])).to_have_count(0)
