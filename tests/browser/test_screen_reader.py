"""What a blind reader hears, written down: a checklist, the search, the map, the barometer, the menu and a form.

`UPDATE_GOLDEN=1 pytest tests/browser/test_screen_reader.py` writes the walks anew. Read the difference as one who sees
nothing else: is everything named, said once, and in the order in which it is needed?
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.checklists.site import edit
from tests.browser.directory_site import Host, hosted, write_directory
from tests.browser.screen_reader import Walk
from tests.browser.waiting import PATIENCE
from tests.conftest import TODAY
from vejviser.site.pipeline import build_site

GOLDEN = Path(__file__).parents[1] / "golden/walk"
SIGNPOSTS = """\
fare:
  title: {da: "Er nogen i fare?", en: "Is somebody in danger?", uk: "Хтось у небезпеці?", ar: "هل أحد في خطر؟"}
  text: {da: Ring nu., en: Call now., uk: Телефонуйте зараз., ar: اتصلوا الآن.}
  call: [alarm]
  to: /hjaelp/#alarm
  words: {da: [fare], en: [danger], uk: [небезпека], ar: [خطر]}
"""
FIELD = "{id: kommune, "


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with hosted(built(tmp_path_factory.mktemp("walk") / "portal")) as host:
        yield host


def built(root: Path) -> Path:
    """The small portal with a map, invented figures, somebody to call, and a form that wants an answer."""
    write_directory(root)
    (root / "data/signposts.yml").write_text(SIGNPOSTS, "utf-8")
    edit(root / "materials/aftale/material.yml", FIELD, f"{FIELD}required: true, ")
    build_site(root, root / "site", TODAY, demo=True)
    return root / "site"


Opener = Callable[[str], Page]


@pytest.fixture
def opened(reader: Browser, host: Host) -> Iterator[Opener]:
    """Open a page on a phone that nobody has said anything about. Nothing is kept on it, so no worker answers for it."""
    context = reader.new_context(
        viewport={"width": 390, "height": 844}, reduced_motion="reduce", service_workers="block", locale="da-DK"
    )
    context.set_default_timeout(PATIENCE)

    def open_(path: str) -> Page:
        page = context.new_page()
        page.goto(host.url(path), wait_until="load")
        return page

    yield open_
    context.close()


WALKS: dict[str, Callable[[Opener], Walk]] = {}


def walk(made: Callable[[Opener], Walk]) -> Callable[[Opener], Walk]:
    WALKS[made.__name__.replace("_", ".")] = made
    return made


@walk
def checklist_da(opened: Opener) -> Walk:
    page = opened("tjeklister/foerste-moede/")
    walk = Walk(page)
    page.locator(".checklist-tools").wait_for()
    walk.read()
    item = page.get_by_role("checkbox", name="Hils på hinanden")
    walk.do("goes to the first item", item.focus, "Hils på hinanden")
    walk.do("ticks it with the space bar", lambda: page.keyboard.press("Space"), "I alt 1 af 2")
    walk.do("takes the tick away", lambda: page.keyboard.press("Space"), "I alt 0 af 2")
    walk.do("goes to the choices", page.locator(".checklist-tools summary").focus, "")
    walk.do("opens them", lambda: page.keyboard.press("Enter"), None)
    walk.do("chooses a role", lambda: page.get_by_label("Vis punkter for").select_option("Frivillig"), "Viser")
    return walk


@walk
def checklist_ar(opened: Opener) -> Walk:
    page = opened("ar/tjeklister/foerste-moede/")
    page.locator(".checklist-tools").wait_for()
    walk = Walk(page)
    walk.read()
    return walk


def searching(page: Page, typed: tuple[str, ...], loading: str, found: str) -> Walk:
    walk = Walk(page)
    walk.listen()
    with page.expect_response("**/signposts.*.json"):
        walk.do("presses /", lambda: page.keyboard.press("/"), "searchbox")
    for words in typed:
        page.keyboard.press("Control+A")
        walk.do(f"types {words}", lambda words=words: page.keyboard.insert_text(words), found, waits=loading)
        walk.read("dialog.search")
    return walk


@walk
def search_da(opened: Opener) -> Walk:
    page = opened("")
    walk = searching(page, ("fare", "første møde"), "Søger", "resultat")
    walk.do("goes down to the first result", lambda: page.keyboard.press("ArrowDown"), "link")
    walk.do("goes back up", lambda: page.keyboard.press("ArrowUp"), "searchbox")
    page.keyboard.press("Control+A")
    walk.do("types xyzæ", lambda: page.keyboard.insert_text("xyzæ"), "Ingen sider passer", waits="Søger")
    return walk


@walk
def search_ar(opened: Opener) -> Walk:
    return searching(opened("ar/"), ("خطر",), "جارٍ", "polite: ن")


@walk
def map_da(opened: Opener) -> Walk:
    page = opened("kommuner/")
    walk = Walk(page)
    walk.read()
    page.locator("summary", has_text="Vis kort").click()
    walk.read("[data-tilemap]")
    walk.do("goes to the map", page.locator(".tile").first.focus, "Kommune")
    for key in ("ArrowRight", "ArrowDown"):
        walk.do(f"presses {key}", lambda key=key: page.keyboard.press(key), "Kommune")
    return walk


@walk
def barometer_da(opened: Opener) -> Walk:
    page = opened("kommuner/status/")
    walk = Walk(page)
    walk.read()
    slider = page.get_by_role("slider", name="Kvartal")
    walk.do("goes to the slider", slider.focus, "2026-Q3")
    walk.do("moves it a quarter back", lambda: page.keyboard.press("ArrowLeft"), "2026-Q2")
    head = page.locator("[data-quarter]:not([hidden])").get_by_role("button", name="Aktive match")
    walk.do("goes to a column", head.focus, "Aktive match")
    walk.do("sorts by it", lambda: page.keyboard.press("Enter"), "Sorteret efter")
    walk.read("[data-quarter]:not([hidden]) table")
    return walk


@walk
def menu_da(opened: Opener) -> Walk:
    page = opened("tjeklister/foerste-moede/")
    walk = Walk(page)
    walk.read("body > header")
    menu = page.locator("[data-toggle=menu]")
    walk.do("goes to the menu", menu.focus, "Menu")
    walk.do("opens it", lambda: page.keyboard.press("Enter"), "expanded")
    walk.read("body > header")
    walk.read("body > footer")
    page.locator(".languages [lang=en]").click()
    page.wait_for_url("**/en/**", wait_until="load")
    walk.read("body > header")
    return walk


@walk
def form_da(opened: Opener) -> Walk:
    page = opened("materialer/aftale/udfyld/")
    walk = Walk(page)
    page.get_by_text("0 af 2 felter er udfyldt").wait_for()
    walk.read()
    word = page.get_by_role("button", name="Hent som Word")
    walk.do("asks for the file at once", word.click, "Se på disse felter")
    walk.read("[data-errors]")
    walk.listen("main")
    walk.do("follows the mistake", page.locator("[data-errors] a").first.click, "Kommune")
    page.keyboard.insert_text("Prøveby Kommune")
    walk.do("asks for the file again", word.click, "aftale-udfyldt.da.docx", waits="bliver lavet")
    return walk


@pytest.mark.parametrize("name", WALKS)
def test_a_blind_reader_hears(opened: Opener, name: str) -> None:
    told = WALKS[name](opened).text
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(told, "utf-8")
    assert told == path.read_text("utf-8")


def test_every_walk_is_compared() -> None:
    assert sorted(path.stem for path in GOLDEN.glob("*.txt")) == sorted(WALKS)
