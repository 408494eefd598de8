"""How much a reader fetches, and how long a slow phone takes: `python -m scripts.reading_report SITE`.

Bytes are counted as a host sends them: texts with gzip, fonts and index as they are. Times are Chromium's, with the
processor slowed down four times and the network of a slow phone. The numbers go into build/reading.json.
"""

import argparse
import functools
import gzip
import http.server
import json
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Response, sync_playwright

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "build/reading.json"
FIRST, LATER = "/haandboeger/frivillig/det-foerste-moede/", "/haandboeger/frivillig/graenser-penge-gaver/"
BOOK = "/haandboeger/frivillig/samlet/"
TIMED = {
    "front page": "/",
    "chapter": FIRST,
    "checklist": "/tjeklister/matchmoede/",
    "guide": "/kommuneguider/modtagelse/",
    "materials": "/materialer/",
    "directory": "/kommuner/",
    "municipality": "/kommuner/roskilde/",
    "checklist, Arabic": "/ar/tjeklister/matchmoede/",
}
STILL = 0.1
"""A good layout shift is below this (Core Web Vitals)."""
QUERIES = ("tolk", "netværksfamilie", "må jeg låne penge ud", "tjekliste matchmøde")
BUDGET = {"first handbook page": 120_000, "later page": 25_000, "first search": 120_000}
PACKED = (".woff2", ".png")
SLOW_NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}
"""1.6 Mbit/s down and 150 ms there and back: what Lighthouse calls a slow phone network."""
SLOW_PROCESSOR = 4
SETTLED = 500
"""So many milliseconds later, the last answers have been weighed too."""
WATCH = """() => {
  window.seen = { lcp: 0, cls: 0, tbt: 0 };
  const watch = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  watch("largest-contentful-paint", (it) => { seen.lcp = it.startTime; });
  watch("layout-shift", (it) => { if (!it.hadRecentInput) seen.cls += it.value; });
  watch("longtask", (it) => { seen.tbt += Math.max(0, it.duration - 50); });
}"""


class Scales:
    """Weighs every answer once."""

    def __init__(self, page: Page) -> None:
        self.weights: dict[str, int] = {}
        page.on("response", self.weigh)

    def weigh(self, response: Response) -> None:
        """Note what an answer weighs on its way."""
        body = response.body()
        self.weights[response.url] = len(body) if response.url.endswith(PACKED) else len(gzip.compress(body, 9))

    def total(self, *without: str) -> int:
        """Return the weight of everything that was fetched, but for these addresses."""
        return sum(weight for url, weight in self.weights.items() if url not in without)


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Serve a finished site, with gzip, as a host does."""
    handler = functools.partial(_Handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        if not path.name.endswith(PACKED):
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Print nothing."""


def weights(browser: Browser, address: str) -> dict[str, int]:
    """Weigh a first chapter, a second one, and the heaviest of some first searches."""
    page = browser.new_page(viewport={"width": 390, "height": 844}, service_workers="block")
    scales = Scales(page)
    page.goto(address + FIRST, wait_until="networkidle")
    page.wait_for_timeout(SETTLED)
    first, before = scales.total(), set(scales.weights)
    page.goto(address + LATER, wait_until="networkidle")
    page.wait_for_timeout(SETTLED)
    later = scales.total(*before)
    page.close()
    search = max(_searched(browser, address, query) for query in QUERIES)
    return {"first handbook page": first, "later page": later, "first search": search}


def _searched(browser: Browser, address: str, query: str) -> int:
    page = browser.new_page(service_workers="block")
    page.goto(address + "/", wait_until="networkidle")
    scales = Scales(page)
    page.keyboard.press("/")
    page.keyboard.insert_text(query)  # at once, or half a word would be searched for
    page.locator(".search-results a").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SETTLED)
    page.close()
    return scales.total()


def kinds(browser: Browser, address: str) -> dict[str, int]:
    """Weigh each kind of page after a chapter. The budget is a chapter's; guides and whole books are long."""
    return {name: _later(browser, address, path) for name, path in {**TIMED, "whole book": BOOK}.items()}


def _later(browser: Browser, address: str, path: str) -> int:
    page = browser.new_page(viewport={"width": 390, "height": 844}, service_workers="block")
    scales = Scales(page)
    page.goto(address + LATER, wait_until="networkidle")
    page.wait_for_timeout(SETTLED)
    before = set(scales.weights)
    page.goto(address + path, wait_until="networkidle")
    page.wait_for_timeout(SETTLED)
    page.close()
    return scales.total(*before)


def timings(browser: Browser, address: str) -> dict[str, dict[str, float]]:
    """Return largest contentful paint and blocking time in milliseconds, and layout shift, for each kind of page."""
    return {name: _timed(browser, address + path) for name, path in TIMED.items()}


def _timed(browser: Browser, address: str) -> dict[str, float]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
    page = context.new_page()
    phone = context.new_cdp_session(page)
    phone.send("Network.enable")
    phone.send("Network.emulateNetworkConditions", SLOW_NETWORK)
    phone.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_PROCESSOR})
    page.add_init_script(f"({WATCH})()")
    page.goto(address, wait_until="networkidle", timeout=60_000)
    seen: dict[str, float] = page.evaluate("seen")
    context.close()
    return {"lcp": round(seen["lcp"]), "tbt": round(seen["tbt"]), "cls": round(seen["cls"], 4)}


def report(site: Path) -> dict[str, Any]:
    """Measure a finished site."""
    with hosted(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        measured = {
            "bytes": weights(browser, address),
            "budget": BUDGET,
            "later pages": kinds(browser, address),
            "slow phone": timings(browser, address),
        }
        browser.close()
    return measured


def main() -> None:
    """Measure, print, keep; ends with 1 when something is heavier than its budget or jumps."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("site", type=Path, nargs="?", default=ROOT / "site")
    found = report(arguments.parse_args().site)
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    for name, weight in found["bytes"].items():
        sys.stdout.write(f"{name:22} {weight:8,} of {BUDGET[name]:,} bytes\n")
    for name, weight in found["later pages"].items():
        sys.stdout.write(f"{name:22} {weight:8,} bytes after a chapter\n")
    for name, seen in found["slow phone"].items():
        sys.stdout.write(f"{name:22} LCP {seen['lcp']:5} ms  TBT {seen['tbt']:4} ms  CLS {seen['cls']}\n")
    heavy = any(weight > BUDGET[name] for name, weight in found["bytes"].items())
    sys.exit(heavy or any(seen["cls"] >= STILL for seen in found["slow phone"].values()))


if __name__ == "__main__":
    main()
