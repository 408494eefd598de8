"""Reading otherwise: the text as the reader wants it, kept as the reader allows."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import RULES, violations
from tests.browser.conftest import Opener

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("portal")]

CHAPTER = "/haandboeger/faa-en-ven/det-foerste-moede/"
TOOLS = {
    "": ("Tekst, afstand og oplæsning", "Størst", "Luftig"),
    "/ar": ("النص والمسافات والقراءة بصوت عالٍ", "الأكبر", "واسعة"),
}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SPACING = """() => {
  const paragraph = document.querySelector(".prose > p:not([class])");
  const style = getComputedStyle(paragraph);
  const size = parseFloat(style.fontSize);
  return ["lineHeight", "letterSpacing", "wordSpacing", "marginBottom"].map((it) => (parseFloat(style[it]) || 0) / size);
}"""


def choose(page: Page, language: str, *names: str) -> None:
    page.get_by_role("button", name=TOOLS[language][0]).click()
    for name in names:
        page.get_by_role("radio", name=name, exact=True).check()


@pytest.mark.parametrize("language", ["", "/ar"])
def test_the_largest_text_with_most_room_fits_the_narrowest_telephone(opened: Opener, language: str) -> None:
    visit = opened(language + CHAPTER, width=320)
    page = visit.page
    choose(page, language, *TOOLS[language][1:])
    for path in (CHAPTER, "/", "/tjeklister/matchmoede/", "/materialer/venskabsskema/", "/mit-match/"):
        visit.go(language + path)
        expect(page.locator("html")).to_have_attribute("data-reading", "largest wide")
        assert page.evaluate(SIDEWAYS) <= 0, path
    visit.go(language + CHAPTER)
    line, letters, words, below = page.evaluate(SPACING)
    assert line >= 1.5
    assert words >= 0.159
    assert below >= 2
    assert letters >= 0.119 if not language else letters == 0, "Arabic letters hang together"
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == pytest.approx(25.5, abs=0.1)


@pytest.mark.parametrize("language", ["", "/ar"])
@pytest.mark.parametrize("width", [390, 320])
def test_the_largest_text_leaves_the_menu_beside_the_name(opened: Opener, language: str, width: int) -> None:
    page = opened(language + CHAPTER, width=width).page
    choose(page, language, TOOLS[language][1])
    name, menu = (page.locator(part).bounding_box() for part in (".brand", ".menu-open"))
    assert name
    assert menu
    assert name["y"] <= menu["y"] + menu["height"] / 2 <= name["y"] + name["height"]
    assert min(menu["width"], menu["height"]) >= 44


@pytest.mark.parametrize("language", ["", "/ar"])
def test_the_question_whose_the_device_is_fits_beside_the_contents(opened: Opener, language: str) -> None:
    page = opened(language + CHAPTER, width=1280).page
    choose(page, language, TOOLS[language][1])
    expect(page.locator("[data-device-question]")).to_be_visible()
    assert page.evaluate(SIDEWAYS) <= 0


def test_the_choice_is_there_before_the_first_paint(opened: Opener) -> None:
    page = opened(CHAPTER).page
    choose(page, "", "Større")
    page.add_init_script(
        "new MutationObserver((_, it) => document.body && (window.early = document.documentElement.dataset.reading, it.disconnect()))"
        ".observe(document, { childList: true, subtree: true });"
    )
    page.reload()
    assert page.evaluate("window.early") == "large"


def test_the_choice_lives_in_the_tab_until_the_reader_says_whose_the_device_is(opened: Opener) -> None:
    page = opened(CHAPTER).page
    choose(page, "", "Luftig")
    expect(page.locator(".reading-said")).to_have_text("Valget bliver husket, til du lukker fanen.")
    stored = (
        "JSON.stringify([sessionStorage, localStorage].map((it) => JSON.parse(it.getItem('vejviser:reading'))?.value))"
    )
    assert json.loads(page.evaluate(stored)) == ["wide", None]
    page.get_by_role("button", name="Nej, min egen").click()
    assert json.loads(page.evaluate(stored)) == [None, "wide"]
    page.get_by_role("button", name="Slet alt på denne enhed").click()
    page.get_by_role("button", name="Slet alt", exact=True).click()
    expect(page.locator("html")).not_to_have_attribute("data-reading", "wide")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.reload()
    expect(page.locator("html")).not_to_have_attribute("data-reading", "wide")


def test_the_panel_opens_and_closes_by_keyboard(opened: Opener) -> None:
    page = opened("/").page
    button = page.get_by_role("button", name="Tekst, afstand og oplæsning")
    button.press("Enter")
    expect(page.get_by_role("radio", name="Normal").first).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator("html")).to_have_attribute("data-reading", "large")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(page.get_by_role("region", name="Læs på din måde")).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("language", ["", "/ar"])
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_the_open_panel_is_usable_by_everyone(opened: Opener, language: str, width: int, scheme: str) -> None:
    visit = opened(language + CHAPTER, width=width, color_scheme=scheme)
    choose(visit.page, language, *TOOLS[language][1:])
    assert violations(visit, RULES) == []
    assert visit.errors == visit.foreign == []


def test_every_language_can_be_installed(opened: Opener) -> None:
    for language in ("/", "/en/", "/uk/", "/ar/"):
        visit = opened(language)
        place = visit.page.locator("link[rel=manifest]").get_attribute("href")
        said = visit.page.evaluate("(place) => fetch(place).then((it) => it.json())", place)
        assert said["start_url"] == language
        for icon in said["icons"]:
            assert visit.page.evaluate("(src) => fetch(src).then((it) => it.status)", icon["src"]) == 200
        assert visit.errors == []


BOOK = "/haandboeger/faa-en-ven/"
OFFLINE_LIST = "(place) => fetch(place).then((it) => it.json())"


@pytest.mark.parametrize(
    ("language", "save"), [("", "Gem hele bogen på enheden"), ("/ar", "حفظ الكتاب كاملًا على الجهاز")]
)
def test_a_whole_book_is_kept_by_choice_and_read_without_a_network(opened: Opener, language: str, save: str) -> None:
    visit = opened(language + BOOK)
    page = visit.page
    listed = page.evaluate(OFFLINE_LIST, f"{language}{BOOK}offline.json")
    size = sum(each for _, each in [*listed["pages"], *listed["files"]]) + listed["shell"]
    button = page.locator("[data-whole-book] button")
    expect(button).to_contain_text(save)
    told = page.evaluate("() => document.querySelector('[data-whole-book] button').textContent.match(/\\d+/)[0]")
    assert told == (str(round(size / 1000)) if size < 995_000 else str(round(size / 1e6, 1)).split(".", maxsplit=1)[0])
    button.click()
    page.locator("[data-answer=own]").click()
    expect(page.locator("[data-whole-book] [role=status]")).to_contain_text("90")
    page.context.set_offline(True)
    for address, _ in listed["pages"]:
        visit.go(address)
        expect(page.locator("main h1")).to_be_visible()
        expect(page.locator(".kind-offline")).to_have_count(0)
    visit.go(language + BOOK)
    expect(page.locator("[data-whole-book] [role=status]")).to_contain_text("90")
    page.context.set_offline(False)
    page.locator("[data-whole-book] button").click()
    expect(button).to_contain_text(save)
    kept = "Promise.all([...arguments[0]].map((it) => caches.match(it))).then((all) => all.filter(Boolean).length)"
    chapters = [address for address, _ in listed["pages"] if address != language + BOOK]
    assert page.evaluate(f"(list) => (function () {{ return {kept} }})(list)", chapters) == 0


def test_a_shared_computer_keeps_no_book(opened: Opener) -> None:
    page = opened(BOOK).page
    page.locator("[data-whole-book] button").click()
    page.locator("[data-answer=shared]").click()
    expect(page.locator("[data-whole-book]")).to_be_hidden()
    assert page.evaluate("caches.keys()") == []


def test_everything_deleted_is_the_book_too(opened: Opener) -> None:
    page = opened(BOOK).page
    page.locator("[data-whole-book] button").click()
    page.locator("[data-answer=own]").click()
    expect(page.locator("[data-whole-book] [role=status]")).to_contain_text("90")
    page.get_by_role("button", name="Slet alt på denne enhed").click()
    page.get_by_role("button", name="Slet alt", exact=True).click()
    expect(page.locator("[data-whole-book] button")).to_contain_text("Gem hele bogen på enheden")
    assert page.evaluate("caches.keys()") == []
