"""Content plugins in somebody else's MkDocs and Material site: they look at home there, in its colours, fonts and search."""

import functools
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import CONTRAST, RULES, found_by_axe
from tests.browser.conftest import Handler, serving, visit_in
from tests.conftest import copy_portal

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("embedded")]

SETTINGS = """site_name: Frivilligcentret
site_url: https://frivilligcentret.example/
theme:
  name: material
  font: false
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, primary: indigo, accent: deep purple}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, primary: indigo, accent: deep purple}
extra_css: [own.css]
plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: true
      languages:
        - {locale: da, name: Dansk, default: true}
        - {locale: ar, name: العربية}
  - vejviser/handbooks: {root: content}
  - vejviser/guides: {root: content}
  - vejviser/checklists: {root: content}
  - vejviser/materials: {root: content}
  - vejviser/directory: {root: content}
"""
OWN = """# Frivilligcentret

Vi er [her](index.md).
"""
FONT = "Liberation Serif"
CHECKLIST = "/tjeklister/foerste-moede/"
PAGES = (
    CHECKLIST,
    "/tjeklister/",
    "/haandboeger/ven/",
    "/haandboeger/ven/moedet/",
    "/kommuneguider/modtage/",
    "/materialer/",
    "/materialer/aftale/",
    "/kommuner/",
    "/kommuner/proeveby/",
)
LOOKS = """selector => {
  const { backgroundColor, color, fontFamily } = getComputedStyle(document.querySelector(selector));
  return { backgroundColor, color, fontFamily };
}"""
FAMILIES = """() => {
  const texts = document.createTreeWalker(document.querySelector(".vejviser"), NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (texts.nextNode()) {
    const around = texts.currentNode.parentElement;
    if (texts.currentNode.data.trim() && around.checkVisibility() && !around.closest("code, script")) {
      found.add(getComputedStyle(around).fontFamily);
    }
  }
  return [...found];
}"""
OUTSIDE = """() => [...document.querySelectorAll(".vejviser *")]
  .filter((it) => it.checkVisibility() && !it.closest(".visually-hidden, .table-scroll, svg"))
  .filter((it) => it.getBoundingClientRect().right > innerWidth + 1 || it.getBoundingClientRect().left < -1)
  .map((it) => it.outerHTML.slice(0, 100))"""


@pytest.fixture(scope="module")
def their_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somebody else's site, with a page, a font and two languages of its own."""
    folder = tmp_path_factory.mktemp("their")
    copy_portal(folder / "content")
    for language in ("da", "ar"):
        (folder / "docs" / language).mkdir(parents=True)
    (folder / "docs/da/index.md").write_text(OWN, "utf-8")
    (folder / "docs/da/own.css").write_text(f':root {{ --md-text-font: "{FONT}"; }}\n', "utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    settings = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    done = subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def their_address(their_site: Path) -> Iterator[str]:
    with serving("127.0.0.1", functools.partial(Handler, directory=str(their_site))) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(params=["light", "dark"])
def visited(request: pytest.FixtureRequest, reader: Browser, their_address: str) -> Iterator[Page]:
    """An empty window of a reader who has asked for light or for dark."""
    visit = visit_in(reader, their_address, 1280, color_scheme=request.param, base_url=their_address)
    yield visit.page
    visit.page.context.close()


def test_links_text_and_ground_have_the_colours_of_the_site_in_both_schemes(visited: Page) -> None:
    visited.goto("/")
    link, text = visited.evaluate(LOOKS, ".md-content p a"), visited.evaluate(LOOKS, ".md-content p")
    ground = visited.evaluate(LOOKS, "body")["backgroundColor"]
    visited.goto("/haandboeger/ven/moedet/")
    assert visited.evaluate(LOOKS, ".vejviser p:not([class]) a")["color"] == link["color"]
    assert visited.evaluate(LOOKS, ".vejviser p:not([class])")["color"] == text["color"]
    visited.goto(CHECKLIST)
    assert visited.evaluate(LOOKS, "body")["backgroundColor"] == ground
    assert visited.evaluate(LOOKS, ".vejviser .item")["backgroundColor"] == ground
    assert visited.evaluate(LOOKS, ".vejviser .item-text")["color"] == text["color"]


def test_dark_is_another_ground_than_light(reader: Browser, their_address: str) -> None:
    found = set()
    for scheme in ("light", "dark"):
        visit = visit_in(reader, their_address, 1280, color_scheme=scheme).go(CHECKLIST)
        found.add(visit.page.evaluate(LOOKS, ".vejviser .item")["backgroundColor"])
        visit.page.context.close()
    assert len(found) == 2


@pytest.mark.parametrize("path", PAGES)
def test_every_letter_is_set_in_the_font_of_the_site(reader: Browser, their_address: str, path: str) -> None:
    visit = visit_in(reader, their_address, 1280).go(path)
    family = visit.page.evaluate(LOOKS, ".md-content")["fontFamily"]
    assert FONT in family
    assert visit.page.evaluate(FAMILIES) == [family]
    visit.page.context.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_for_nothing_that_is_not_there_and_breaks_nothing(
    reader: Browser, their_address: str, path: str
) -> None:
    visit = visit_in(reader, their_address, 390)
    missing: list[str] = []
    visit.page.on("response", lambda item: missing.append(item.url) if item.status >= 400 else None)
    visit.go(path)
    visit.page.wait_for_load_state("networkidle")
    # Material looks for the site map of each language below the page; a page of its own does the same.
    theirs = [item for item in missing if item.endswith("/sitemap.xml")]
    assert sorted(theirs) == sorted(missing)
    assert len(visit.errors) == len(theirs)
    assert visit.foreign == []
    assert visit.page.evaluate(OUTSIDE) == []
    visit.page.context.close()


@pytest.mark.parametrize("path", [*PAGES, f"/ar{CHECKLIST}"])
def test_a_page_can_be_read_by_everybody_in_both_schemes(visited: Page, path: str) -> None:
    visited.goto(path)
    visited.wait_for_load_state("networkidle")
    told = [item for rules in (RULES, CONTRAST) for item in found_by_axe(visited, rules, ".vejviser")]
    # Links are underlined or not as on the rest of the site: that is theirs to choose, and Material does not.
    assert [item for item in told if not item.startswith("link-in-text-block")] == []


def test_the_search_of_the_site_finds_the_words_of_a_checklist(reader: Browser, their_address: str) -> None:
    visit = visit_in(reader, their_address, 1280).go("/")
    visit.page.get_by_placeholder("Søg").press_sequentially("Hils på hinanden")  # it listens for keys
    expect(visit.page.locator(f'.md-search-result__link[href*="{CHECKLIST}"]').first).to_be_visible()
    visit.page.context.close()


def test_a_checklist_remembers_and_asks_in_the_look_of_the_site(visited: Page) -> None:
    visited.goto(CHECKLIST)
    family = visited.evaluate(LOOKS, ".md-content")["fontFamily"]
    box = visited.locator(".item input").first
    box.check()
    visited.locator("[data-answer=own]").click()
    visited.reload()
    expect(box).to_be_checked()
    visited.locator("details.manage summary").click()
    visited.get_by_role("button", name="Ny kopi").click()
    dialog = visited.locator("dialog.question[open]")
    expect(dialog).to_be_visible()
    looks = visited.evaluate(LOOKS, "dialog.question[open]")
    assert looks["fontFamily"] == family
    assert looks["backgroundColor"] == visited.evaluate(LOOKS, "body")["backgroundColor"]


def test_arabic_stands_from_right_to_left(reader: Browser, their_address: str) -> None:
    visit = visit_in(reader, their_address, 1280).go(f"/ar{CHECKLIST}")
    expect(visit.page.locator("body")).to_have_attribute("dir", "rtl")
    text = visit.page.locator(".vejviser").first
    language, direction = text.get_attribute("lang"), text.get_attribute("dir")
    assert direction == ("rtl" if language == "ar" else "ltr")
    visit.page.context.close()


def test_our_sheets_say_nothing_about_the_pages_of_the_site(
    reader: Browser, their_address: str, their_site: Path
) -> None:
    visit = visit_in(reader, their_address, 1280).go("/")
    looks = """() => [...document.querySelectorAll("body *")].map((it) => {
      const { color, fontSize, margin, padding, display, backgroundColor } = getComputedStyle(it);
      return [it.tagName, color, fontSize, margin, padding, display, backgroundColor].join(" ");
    })"""
    before = visit.page.evaluate(looks)
    for sheet in sorted((their_site / "assets/vejviser/css").glob("*.css")):
        visit.page.add_style_tag(path=str(sheet))
    assert visit.page.evaluate(looks) == before
    visit.page.context.close()
