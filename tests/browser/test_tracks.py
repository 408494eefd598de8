"""A volunteer walks the whole track by "next step", and nobody pays for it who does not."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import RULES, found_by_axe
from tests.browser.conftest import Opener

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("portal")]

OF_TRACKS = re.compile(
    r'\n<p class="track-line">.*?</p>|\n<nav class="track-next".*?</nav>|\n<link rel="stylesheet" href="[^"]*/track.css">',
    re.DOTALL,
)


def step_shown(page: Page, track: str) -> str:
    """Return what the line above the page says of a track."""
    return " ".join(page.locator(".track-line", has_text=track).inner_text().split())


@pytest.mark.parametrize(
    ("start", "track", "place"),
    [
        ("/forloeb/frivillig/", "Frivillig ven", "Forløb: {track} · trin {number} af {all}"),
        ("/forloeb/frivilligleder/", "Frivilligleder", "Forløb: {track} · trin {number} af {all}"),
        ("/forloeb/kommune/", "Medarbejder i kommunen", "Forløb: {track} · trin {number} af {all}"),
        ("/en/forloeb/frivillig/", "Volunteer friend", "Track: {track} · step {number} of {all}"),
    ],
)
def test_every_step_is_reached_by_next_step_without_a_script(
    opened: Opener, start: str, track: str, place: str
) -> None:
    page = opened(start, java_script_enabled=False).page
    steps = page.locator(".track-step").count()
    page.locator(".track-step summary").first.click()
    page.locator(".track-step").first.locator("li:has(.kind) a").first.click()
    for number in range(1, steps + 1):
        assert step_shown(page, track).startswith(place.format(track=track, number=number, all=steps)), page.url
        nav = page.get_by_role("navigation", name=track, exact=True)
        if number < steps:
            nav.locator("[rel=next]").click()
    assert nav.locator("[rel=next]").count() == 0


def test_the_way_back_is_as_long(opened: Opener) -> None:
    page = opened("/haandboeger/frivillig/en-god-afslutning/").page
    for number in range(10, 1, -1):
        assert f"trin {number} af 10" in step_shown(page, "Frivillig ven")
        page.get_by_role("navigation", name="Frivillig ven", exact=True).locator("[rel=prev]").click()
    expect(page).to_have_url(re.compile("/haandboeger/frivillig/hvad-er-en-ven/$"))


def test_the_line_leads_to_the_step_and_the_step_is_open(opened: Opener) -> None:
    page = opened("/haandboeger/frivillig/det-foerste-moede/").page
    page.locator(".track-line a").click()
    expect(page).to_have_url(re.compile("/forloeb/frivillig/#moed-hinanden$"))
    expect(page.get_by_text("Hav tjeklisten med på telefonen.")).to_be_in_viewport()
    assert page.locator(".track-step[open]").count() == 1


def test_steps_open_by_the_keyboard(opened: Opener) -> None:
    page = opened("/forloeb/frivillig/").page
    summary = page.locator(".track-step summary").nth(1)
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Ventetid betyder ikke, at du er glemt.")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.track-step')?.dataset.step") == "goer-dig-klar"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Ventetid betyder ikke, at du er glemt.")).to_be_hidden()


@pytest.mark.parametrize("path", ["/forloeb/frivillig/", "/ar/tjeklister/matchmoede/", "/ar/forloeb/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_steps_and_lines_are_usable_by_everyone(opened: Opener, path: str, scheme: str) -> None:
    page = opened(path, color_scheme=scheme).page
    page.evaluate("document.querySelectorAll('.track-step').forEach((it) => { it.open = true; })")
    assert found_by_axe(page, RULES) == []


def test_the_front_page_and_the_books_lead_to_the_tracks(opened: Opener) -> None:
    page = opened("/").page
    page.get_by_role("link", name="Trin for trin: Hvor er du?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Frivillig ven")
    opened_book = opened("/haandboeger/frivilligleder/").page
    opened_book.locator(".track-line").get_by_role("link", name="Frivilligleder").click()
    expect(opened_book.get_by_role("heading", level=1)).to_have_text("Frivilligleder")


def test_a_page_weighs_at_most_one_kilobyte_more_and_one_of_no_track_nothing(site_dir: Path) -> None:
    pages = {path: path.read_text("utf-8") for path in site_dir.rglob("index.html")}
    weights = {path: sum(len(part.encode()) for part in OF_TRACKS.findall(html)) for path, html in pages.items()}
    assert max(weights.values()) <= 1024, max(weights, key=lambda path: weights[path])
    marked = {path for path, html in pages.items() if "track-line" in html or "track-next" in html}
    assert marked == {path for path, weight in weights.items() if weight and "/forloeb/" not in path.as_posix()}
    assert site_dir / "kommuner/roskilde/index.html" not in marked
