"""Nothing jumps under a reader's thumb while a page comes in over a slow network."""

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import visit_in
from tests.browser.kinds import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("portal")]

GOOD = 0.1
"""What Google's Core Web Vitals call a good cumulative layout shift."""
ARABIC = ("home", "guides", "checklist", "directory", "translated-chapter")
"""Pages in which letters of two alphabets arrive one after the other."""
PAGES = {**KINDS, **{f"ar-{kind}": "/ar" + KINDS[kind] for kind in ARABIC}}
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}
WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const it of list.getEntries()) if (!it.hadRecentInput) {
    shifts.push([it.value, ...it.sources.map((from) => from.node?.parentElement?.className ?? "")]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("path", list(PAGES.values()), ids=list(PAGES))
def test_nothing_jumps_while_the_page_comes_in(reader: Browser, address: str, path: str) -> None:
    visit = visit_in(reader, address, 390, service_workers="block")
    phone = visit.page.context.new_cdp_session(visit.page)
    phone.send("Network.enable")
    phone.send("Network.emulateNetworkConditions", SLOW)
    phone.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    visit.page.add_init_script(WATCH)
    visit.page.goto(address + path, wait_until="networkidle", timeout=60_000)
    visit.page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    shifts = visit.page.evaluate("shifts")
    assert sum(it[0] for it in shifts) < GOOD, shifts
    visit.page.context.close()
