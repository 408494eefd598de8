"""Reading aloud, by voices that a test has made: what they say, what is marked, and that nothing leaves the device."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import RULES, violations
from tests.browser.conftest import Opener, Visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("portal")]

CHAPTER = "/haandboeger/faa-en-ven/det-foerste-moede/"
OPEN, START = "Tekst, afstand og oplæsning", "Læs siden højt"
DANISH, ARABIC = ({"lang": lang, "localService": True, "default": False, "voiceURI": lang} for lang in ("da-DK", "ar"))
FAR = DANISH | {"localService": False}
VOICES = """(voices) => {
  window.spoken = [];
  window.hushed = 0;
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const given = { onvoiceschanged: null, voices,
    getVoices: () => given.voices,
    speak: (it) => it.text && spoken.push(it),
    cancel: () => hushed++ };
  Object.defineProperty(window, "speechSynthesis", { value: given });
}"""
"""A speaker that says nothing and waits to be told that it has."""
LAST = "[spoken.at(-1).text, spoken.at(-1).voice.lang]"


@pytest.fixture
def speaking(opened: Opener) -> Any:
    def open_(path: str, *voices: dict[str, Any], width: int = 390, **more: Any) -> Visit:
        visit = opened("/404.html", width=width, **more)
        visit.page.add_init_script(f"({VOICES})({json.dumps(voices)})")
        visit.errors.clear()
        return visit.go(path)

    return open_


def bar(page: Page) -> Locator:
    return page.locator(".aloud-bar")


def begin(page: Page) -> Locator:
    page.locator("[data-reading]").click()
    page.locator(".reading-tools .button").click()
    expect(bar(page)).to_be_visible()
    return bar(page)


def end(page: Page) -> None:
    """Let the voice come to the end of its sentence."""
    page.evaluate("spoken.at(-1).onend()")


def heard(page: Page) -> list[str]:
    return [re.sub(r"\s+", " ", text).strip() for text in page.evaluate("spoken.map(({ text }) => text)")]


def test_a_voice_of_the_device_reads_the_page_and_what_it_reads_is_marked(speaking: Any) -> None:
    visit = speaking(CHAPTER, DANISH, FAR)
    page = visit.page
    begin(page)
    marked = page.locator(".aloud-now")
    expect(marked).to_have_text("Det første møde")
    for _ in range(3):
        end(page)
    expect(marked).to_have_text("Du er ikke alene med din nye ven. En mere er med.")
    assert page.evaluate(LAST) == ["Du er ikke alene med din nye ven.", "da-DK"]
    assert page.evaluate("[...CSS.highlights.get('aloud')].join('')") == "Du er ikke alene med din nye ven."
    end(page)
    expect(marked).to_contain_text("En mere er med.")
    assert page.evaluate("[...CSS.highlights.get('aloud')].join('')") == "En mere er med."
    for _ in range(4):
        bar(page).get_by_role("button", name="Næste").click()
    assert page.evaluate(LAST)[0] == "Det første møde hedder matchmøde."
    end(page)
    assert page.evaluate(LAST)[0] == "Flere har fortalt, at de var generte den dag.", "without the number of the source"
    assert page.evaluate("spoken.every(({ voice }) => voice.localService)")
    assert visit.foreign == visit.errors == []


@pytest.mark.parametrize("voices", [[], [ARABIC], [FAR]])
def test_without_a_voice_of_its_own_the_device_offers_nothing(speaking: Any, voices: list[dict[str, Any]]) -> None:
    page = speaking(CHAPTER, *voices).page
    page.locator("[data-reading]").click()
    expect(page.get_by_role("radio", name="Normal").first).to_be_visible()
    expect(page.get_by_role("button", name=START)).to_be_hidden()


def test_voices_that_come_late_are_offered_and_those_that_go_are_not(speaking: Any) -> None:
    page = speaking(CHAPTER).page
    page.get_by_role("button", name=OPEN).click()
    start = page.get_by_role("button", name=START)
    expect(page.get_by_role("radio", name="Normal").first).to_be_visible()
    expect(start).to_be_hidden()
    page.evaluate(f"speechSynthesis.voices = [{json.dumps(DANISH)}]; speechSynthesis.onvoiceschanged()")
    expect(start).to_be_visible()
    page.evaluate("speechSynthesis.voices = []; speechSynthesis.onvoiceschanged()")
    expect(start).to_be_hidden()


def test_it_is_led_by_keyboard(speaking: Any) -> None:
    page = speaking(CHAPTER, DANISH).page
    button = page.get_by_role("button", name=OPEN)
    button.press("Enter")
    expect(page.get_by_role("radio", name="Normal").first).to_be_focused()
    page.get_by_role("button", name=START).press("Enter")
    pause = bar(page).get_by_role("button", name="Pause")
    expect(pause).to_be_focused()
    expect(page.get_by_role("region", name="Læs på din måde")).to_be_hidden()
    page.keyboard.press("Enter")
    on = bar(page).get_by_role("button", name="Læs videre")
    expect(on).to_be_focused()
    assert page.evaluate("hushed") == 1
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".aloud-now")).to_have_text("Hvad der sker, når du møder din ven første gang.")
    assert heard(page) == ["Det første møde"], "a pause holds while one goes on"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    assert heard(page)[1:] == ["Hvad der sker, når du møder din ven første gang."]
    page.keyboard.press("Escape")
    expect(bar(page)).to_be_hidden()
    expect(button).to_be_focused()
    expect(page.locator(".aloud-now")).to_have_count(0)
    assert page.evaluate("CSS.highlights.size") == 0


def test_it_reads_to_the_end_and_says_so(speaking: Any) -> None:
    page = speaking("/kontakt/", DANISH).page
    begin(page)
    bar(page).get_by_role("button", name="Næste").press("Enter")
    while page.locator(".aloud-now").count():
        bar(page).get_by_role("button", name="Næste").press("Enter")
    expect(bar(page).get_by_role("status")).to_have_text("Siden er læst til ende.")
    bar(page).get_by_role("button", name="Læs forfra").click()
    expect(page.locator(".aloud-now")).to_have_text(page.locator("h1").inner_text())


def test_leaving_the_page_ends_it_and_nothing_is_kept(speaking: Any) -> None:
    visit = speaking(CHAPTER, DANISH)
    begin(visit.page)
    visit.page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert visit.page.evaluate("hushed") == 1
    expect(bar(visit.page)).to_be_hidden()
    assert visit.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_a_voice_that_fails_is_told_of(speaking: Any) -> None:
    page = speaking(CHAPTER, DANISH).page
    begin(page)
    page.evaluate("spoken.at(-1).onerror()")
    expect(bar(page).get_by_role("status")).to_have_text("Oplæsningen gik i stå. Prøv igen.")
    bar(page).get_by_role("button", name="Læs forfra").click()
    expect(bar(page).get_by_role("button", name="Pause")).to_be_focused()


def test_a_voice_that_has_gone_is_not_replaced_by_one_that_sends(speaking: Any) -> None:
    page = speaking(CHAPTER, DANISH).page
    begin(page)
    page.evaluate(f"speechSynthesis.voices = [{json.dumps(FAR)}]")
    end(page)
    expect(bar(page).get_by_role("status")).to_have_text("Oplæsningen gik i stå. Prøv igen.")
    assert heard(page) == ["Det første møde"]


def test_two_languages_are_read_each_by_its_own_voice(speaking: Any) -> None:
    page = speaking(f"{CHAPTER}?og=ar", DANISH, ARABIC).page
    page.locator(".beside[lang=ar]").first.wait_for()
    begin(page)
    end(page)
    assert page.evaluate(LAST) == ["اللقاء الأول", "ar"]
    expect(page.locator(".aloud-now")).to_have_attribute("dir", "rtl")
    expect(bar(page).get_by_role("status")).to_be_empty()


def test_the_language_without_a_voice_is_left_out_and_that_is_told(speaking: Any) -> None:
    page = speaking(f"{CHAPTER}?og=ar", DANISH).page
    page.locator(".beside[lang=ar]").first.wait_for()
    begin(page)
    end(page)
    assert page.evaluate(LAST) == ["Hvad der sker, når du møder din ven første gang.", "da-DK"]
    expect(bar(page).get_by_role("status")).to_contain_text("Enheden har ikke en stemme til alle sprog på siden.")


def test_a_ticked_item_says_that_it_is_done(speaking: Any) -> None:
    page = speaking("/tjeklister/matchmoede/", DANISH).page
    page.locator(".item input").first.check()
    begin(page)
    for _ in range(30):
        if page.evaluate("spoken.at(-1).text").startswith("Klaret"):
            break
        bar(page).get_by_role("button", name="Næste").press("Enter")
    assert " ".join(page.evaluate(LAST)[0].split()) == "Klaret: Sig hver især, hvad I hedder, og hvorfor I er her."


@pytest.mark.parametrize(("language", "voice"), [("", DANISH), ("/ar", ARABIC)])
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark"), (320, "light")])
def test_everybody_can_use_it(speaking: Any, language: str, voice: dict[str, Any], width: int, scheme: str) -> None:
    visit = speaking(language + CHAPTER, voice, width=width, color_scheme=scheme)
    page = visit.page
    page.locator("[data-reading]").click()
    page.locator(".reading-tools [value=largest]").check()
    expect(page.locator(".reading-tools .button")).to_be_visible()
    assert violations(visit, RULES) == []
    page.locator(".reading-tools .button").click()
    expect(page.locator(".aloud-now")).to_be_visible()
    assert violations(visit, RULES) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    bar(page).locator("button").nth(2).click()
    box, below = page.locator(".aloud-now").bounding_box(), bar(page).bounding_box()
    assert box
    assert below
    assert below["y"] + below["height"] == pytest.approx(844, abs=1)
    assert box["y"] < below["y"], "what is read is not behind the bar"
    small = bar(page).evaluate(
        "it => [...it.querySelectorAll('button')].filter(it => it.getBoundingClientRect().height < 44).length"
    )
    assert small == 0


def test_it_works_without_a_network(speaking: Any) -> None:
    visit = speaking("/tjeklister/matchmoede/", DANISH)
    page = visit.page
    page.get_by_role("checkbox").first.check()
    page.locator("[data-answer=own]").click()
    page.locator(".offline-state[data-state=ready]").wait_for()
    page.context.set_offline(True)
    visit.go("/tjeklister/matchmoede/")
    begin(page)
    expect(page.locator(".aloud-now")).to_have_text("Matchmødet")
    page.context.set_offline(False)
