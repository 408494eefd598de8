"""On a phone: every stop of the keyboard can be seen, and what is needed next stays in sight without hiding anything."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.page_kinds import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("portal")]

WALKED = ("home", "chapter", "checklist", "directory", "guide", "material", "results", "glossary")
STOPS = 60
SEEN = """() => {
  const it = document.activeElement;
  if (!it || it === document.body) return null;
  const ring = [it, ...it.querySelectorAll("*"), it.parentElement].some((part) =>
    ["", "::after"].some((which) => {
      const style = getComputedStyle(part, which);
      return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    }));
  const boxes = [...it.getClientRects()].filter((box) => box.width && box.height);
  const spots = boxes.flatMap((box) => [0.1, 0.5, 0.9].map((part) => [box.left + box.width * part, box.top + box.height / 2]));
  const free = spots.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (it.contains(top) || top.contains(it) || top.closest("label")?.control === it);
  });
  return { name: it.outerHTML.slice(0, 120), ring, free };
}"""


@pytest.mark.parametrize("front", ["", "/ar"], ids=["da", "ar"])
@pytest.mark.parametrize("kind", WALKED)
def test_every_stop_is_seen(opened: Opener, kind: str, front: str) -> None:
    page = opened(front + KINDS[kind]).page
    stops: list[dict[str, Any]] = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(SEEN)
        if stop is None:
            break
        stops.append(stop)
    assert len(stops) > 10
    assert [item["name"] for item in stops if not item["ring"]] == []
    assert [item["name"] for item in stops if not item["free"]] == []


@pytest.mark.parametrize("front", ["", "/ar"], ids=["da", "ar"])
def test_the_next_chapter_is_always_at_hand(opened: Opener, front: str) -> None:
    page = opened(front + KINDS["translated-chapter"]).page
    following = page.locator("a.steps-next")
    expect(following).to_be_in_viewport(ratio=1)
    box = following.bounding_box()
    assert box
    assert box["height"] >= 44
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(following).not_to_be_in_viewport()


def test_large_letters_get_the_whole_screen(opened: Opener) -> None:
    page = opened(KINDS["chapter"], width=300).page  # 300 points: as many letters a line as with 600 and double size
    expect(page.locator("a.steps-next")).not_to_be_in_viewport()


def test_how_far_one_is_stays_in_sight_while_ticking(opened: Opener) -> None:
    page = opened(KINDS["checklist"]).page
    section = page.locator(".checklist-section").first
    section.locator("input[type=checkbox]").last.check()
    expect(section.locator(".progress")).to_be_in_viewport()
    expect(section.locator(".progress")).to_contain_text("1 af 4")
