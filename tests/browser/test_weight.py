"""How much a reader with a bad network has to fetch."""

import gzip

import pytest
from playwright.sync_api import Response

from tests.browser.conftest import Opener, Visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("portal")]

CHAPTER, NEXT = "haandboeger/faa-en-ven/hvad-kan-en-ven/", "haandboeger/faa-en-ven/saadan-faar-du-en-ven/"
COMPRESSED_ALREADY = (".woff2", ".pf_index", ".pf_fragment", ".pf_meta", ".pf_filter", ".pagefind")


class Scales:
    """Weighs what a page fetches, as a host sends it: texts with gzip."""

    def __init__(self, visit: Visit) -> None:
        self.weights: dict[str, int] = {}
        visit.page.on("response", self.weigh)

    def weigh(self, response: Response) -> None:
        body = response.body()
        self.weights[response.url] = len(body if response.url.endswith(COMPRESSED_ALREADY) else gzip.compress(body, 9))

    @property
    def total(self) -> int:
        return sum(self.weights.values())


@pytest.mark.parametrize("language", ["", "uk/", "ar/"])
def test_chapters_are_light(opened: Opener, language: str) -> None:
    visit = opened("/sitemap.xml", service_workers="block")
    scales = Scales(visit)
    visit.go(f"/{language}{CHAPTER}").page.wait_for_load_state("networkidle")
    assert scales.total <= 120_000, scales.weights
    before = set(scales.weights)
    visit.go(f"/{language}{NEXT}").page.wait_for_load_state("networkidle")
    assert sum(weight for url, weight in scales.weights.items() if url not in before) <= 25_000


def test_a_first_search_is_light(opened: Opener) -> None:
    """Pagefind's program is 84 kB of it, one piece of the index about 30 kB, and each result some 2 kB."""
    visit = opened("/", service_workers="block")
    scales = Scales(visit)
    visit.page.keyboard.press("/")
    visit.page.keyboard.type("tolk")
    visit.page.locator(".search-results a").first.wait_for()
    visit.page.wait_for_load_state("networkidle")
    assert scales.total <= 130_000, scales.weights
