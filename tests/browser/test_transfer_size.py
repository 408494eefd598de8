"""How much a reader with a bad network has to fetch."""

import gzip

import pytest
from playwright.sync_api import Response, expect

from tests.browser.conftest import Opener, Visit, settle
from tests.browser.page_kinds import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("portal")]

CHAPTER, NEXT = "haandboeger/faa-en-ven/hvad-kan-en-ven/", "haandboeger/faa-en-ven/saadan-faar-du-en-ven/"
PICTURES = (".png", ".jpg", ".svg", ".woff2")
"""What some pages show and others do not: pictures, and letters of another script."""
COMPRESSED_ALREADY = (".woff2",)


class Scales:
    """Weighs what a page fetches, as a host sends it: texts with gzip."""

    def __init__(self, visit: Visit) -> None:
        self.page = visit.page
        self.responses: dict[str, Response] = {}
        self.weighed: set[str] = set()
        visit.page.on("response", self.note)

    def note(self, response: Response) -> None:
        self.responses[response.url] = response

    def weigh(self) -> dict[str, int]:
        """Wait until nothing more is fetched, and return the weight of what was not fetched before."""
        settle(self.page)
        new = {url: weight(response) for url, response in self.responses.items() if url not in self.weighed}
        self.weighed.update(new)
        return new


def weight(response: Response) -> int:
    body = response.body()
    return len(body if response.url.endswith(COMPRESSED_ALREADY) else gzip.compress(body, 9))


@pytest.mark.parametrize("language", ["", "uk/", "ar/"])
def test_chapters_are_light(opened: Opener, language: str) -> None:
    visit = opened("/sitemap.xml", service_workers="block")
    scales = Scales(visit)
    visit.go(f"/{language}{CHAPTER}")
    first = scales.weigh()
    assert sum(first.values()) <= 120_000, first
    assert any(url.endswith(".woff2") for url in first), "the letters are weighed too"
    visit.go(f"/{language}{NEXT}")
    new = scales.weigh()
    assert 0 < sum(new.values()) <= 25_000, new


@pytest.mark.parametrize("language", ["", "uk/", "ar/"])
def test_a_chapter_is_few_requests_and_every_later_page_one_or_two(opened: Opener, language: str) -> None:
    """A page and, where it is of another kind than those before, the script of its kind; pictures of its own apart."""
    visit = opened("/sitemap.xml", service_workers="block")
    scales = Scales(visit)
    visit.go(f"/{language}{CHAPTER}")
    first = scales.weigh()
    assert len(first) <= 10, sorted(first)
    for kind, path in KINDS.items():
        if kind == "editors":
            continue  # no reader's page: it asks for the day of the last publishing, too
        visit.go(f"/{language}{path.lstrip('/')}")
        new = [url for url in scales.weigh() if not url.endswith(PICTURES)]
        assert len(new) <= 2, (kind, sorted(new))


@pytest.mark.parametrize("query", ["tolk", "netværksfamilie", "må jeg låne penge ud", "tjekliste matchmøde"])
def test_a_first_search_is_light(opened: Opener, query: str) -> None:
    """The file of all words is some 70 kB of it, and the text of each result some 2 kB, a long page up to 15."""
    visit = opened("/", service_workers="block")
    warnings: list[str] = []
    visit.page.on("console", lambda said: warnings.append(said.text) if said.type == "warning" else None)
    scales = Scales(visit)
    visit.page.keyboard.press("/")
    expect(visit.page.get_by_role("dialog")).to_be_visible()
    visit.page.keyboard.insert_text(query)  # at once: a slow machine would search for "to" as well
    visit.page.locator(".search-results a").first.wait_for()
    fetched = scales.weigh()
    assert any("/search/da.json" in url for url in fetched)
    assert sum(fetched.values()) <= 120_000, fetched
    assert warnings == []
