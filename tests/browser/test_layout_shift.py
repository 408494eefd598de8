"""Nothing jumps under a reader's thumb while a page comes in over a slow network."""

import functools
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Handler, serving, settle, visit_in
from tests.browser.page_kinds import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("portal")]

GOOD = 0.1
"""What Google's Core Web Vitals call a good cumulative layout shift."""
ARABIC = ("home", "guides", "checklist", "directory", "translated-chapter")
"""Pages in which letters of two alphabets arrive one after the other."""
PAGES = {**KINDS, **{f"ar-{kind}": "/ar" + KINDS[kind] for kind in ARABIC}}
LATENCY = 0.15
"""Seconds from a question to its answer, and below, bytes a second for all answers together: a bad day of 3G."""
THROUGHPUT = 200_000
CHUNK = 8192
WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const it of list.getEntries()) if (!it.hadRecentInput) {
    shifts.push([it.value, ...it.sources.map((from) => from.node?.parentElement?.className ?? "")]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""


class SlowHandler(Handler):
    """A host at the end of a thin line. Chromium's own slow network at times never tells that a page has loaded."""

    line = threading.Lock()

    def send_head(self) -> Any:
        time.sleep(LATENCY)
        return super().send_head()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        while chunk := source.read(CHUNK):
            with self.line:
                time.sleep(len(chunk) / THROUGHPUT)
            outputfile.write(chunk)


@pytest.fixture(scope="module")
def slow(site_dir: Path) -> Iterator[str]:
    with serving("127.0.0.1", functools.partial(SlowHandler, directory=str(site_dir))) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.mark.parametrize("path", list(PAGES.values()), ids=list(PAGES))
def test_nothing_jumps_while_the_page_comes_in(reader: Browser, slow: str, path: str) -> None:
    visit = visit_in(reader, slow, 390, service_workers="block")
    phone = visit.page.context.new_cdp_session(visit.page)
    phone.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    visit.page.add_init_script(WATCH)
    visit.page.goto(slow + path, wait_until="commit")
    settle(visit.page)
    shifts = visit.page.evaluate("shifts")
    visit.page.context.close()  # also where something jumped: a slow page left open takes the machine's time
    assert sum(shift[0] for shift in shifts) < GOOD, shifts
