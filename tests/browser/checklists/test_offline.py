"""Once opened, a checklist and a chapter work without a network; and a new version of the portal is not locked out."""

import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Error, Page, expect

from tests.browser.axe import RULES, found_by_axe
from tests.browser.checklists.site import BASE, Host, Sites, works_offline
from tests.browser.checklists.volunteer import REAL, SMALL, tick
from tests.browser.conftest import settle
from tests.browser.waiting import PATIENCE, until

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("checklist")]

CHAPTER = "haandboeger/ven/moedet/"


def cut(window: BrowserContext, host: Host) -> None:
    """Cut the network twice: the phone's side, and the cable of the host."""
    host.down = True
    window.set_offline(True)


def test_what_was_opened_once_works_without_a_network(window: BrowserContext, phone: Page, host: Host) -> None:
    for path in (REAL, CHAPTER, f"ar/{REAL}"):
        phone.goto(host.url(path))
        works_offline(phone)
    phone.goto(host.url(REAL))
    expect(phone.locator(".eyebrow")).to_contain_text("Virker uden netværk")
    cut(window, host)
    expect(phone.locator(".offline-state")).to_have_text("Uden netværk – siden virker")
    phone.reload()
    phone.locator(".item input").first.check()
    phone.reload()
    expect(phone.locator(".item input").first).to_be_checked()
    assert phone.evaluate("getComputedStyle(document.querySelector('.checklist-tools')).borderTopStyle") == "solid"
    until(phone, "document.fonts.check('16px \"Noto Sans\"') && [...document.fonts].some(f => f.status === 'loaded')")
    assert phone.evaluate("[...document.images].filter(it => it.loading !== 'lazy').every(it => it.naturalWidth)")
    phone.goto(host.url(CHAPTER))
    expect(phone.get_by_role("heading", name="Før mødet")).to_be_visible()
    phone.goto(host.url(f"ar/{REAL}"))
    expect(phone.locator("html")).to_have_attribute("dir", "rtl")
    expect(phone.locator(".offline-state")).to_have_text("بلا إنترنت – الصفحة تعمل")


def test_a_form_takes_the_page_of_its_material_with_it(window: BrowserContext, phone: Page, host: Host) -> None:
    phone.goto(host.url("materialer/aftale/udfyld/"))
    works_offline(phone)
    until(phone, "path => caches.match(path).then(Boolean)", f"{BASE}materialer/aftale/")
    cut(window, host)
    phone.goto(host.url("materialer/aftale/"))
    expect(phone.locator("h1")).to_have_text("Aftale")
    expect(phone.locator(".offline-state")).to_have_text("Uden netværk – siden virker")
    phone.locator(".fill-here a").click()
    expect(phone.locator("[data-fill]")).to_be_visible()


def test_a_phone_that_believes_it_is_online_is_told_otherwise(phone: Page, host: Host) -> None:
    phone.goto(host.url(SMALL))
    works_offline(phone)
    host.down = True
    phone.reload()
    assert phone.evaluate("navigator.onLine")
    expect(phone.locator(".offline-state")).to_have_text("Uden netværk – siden virker")
    host.down = False
    phone.reload()
    expect(phone.locator(".offline-state")).to_have_text("Virker uden netværk")


def test_a_page_that_is_not_kept_names_the_ones_the_reader_has_saved_and_no_others(
    window: BrowserContext, phone: Page, host: Host
) -> None:
    for path in (f"uk/{REAL}", CHAPTER, SMALL):
        phone.goto(host.url(path))
        works_offline(phone)
    phone.get_by_role("button", name="Gem til brug uden netværk").click()
    expect(phone.locator(".offline-state")).to_have_text("Gemt til brug uden netværk, slettes om 90 dage")
    cut(window, host)
    phone.goto(host.url("en/haandboeger/ven/penge/"))
    expect(phone.get_by_role("heading", name="You are offline")).to_be_visible()
    assert found_by_axe(phone, RULES) == []
    expect(phone.locator("main li")).to_have_text(["Første møde"])
    phone.get_by_role("link", name="Første møde").click()
    expect(phone.get_by_role("heading", name="Goddag")).to_be_visible()
    phone.goto(host.url("kommuner/"))
    expect(phone.get_by_role("heading", name="Du er uden netværk")).to_be_visible()
    phone.goto(host.url(SMALL.rstrip("/")))
    expect(phone.get_by_role("heading", name="Goddag")).to_be_visible()
    phone.get_by_role("button", name="Fjern").click()
    expect(phone.get_by_role("button", name="Gem til brug uden netværk")).to_be_visible()
    phone.goto(host.url("kommuner/"))
    expect(phone.locator("main li")).to_have_count(0)


def test_where_nobody_has_said_whose_the_device_is_no_page_is_kept(computer: Page, host: Host) -> None:
    for path in (SMALL, CHAPTER):
        computer.goto(host.url(path))
        settle(computer)
    assert computer.evaluate("caches.keys()") == []
    assert computer.evaluate("navigator.serviceWorker.getRegistrations().then(them => them.length)") == 0
    computer.get_by_role("button", name="Gem til brug uden netværk").click()
    computer.get_by_role("button", name="Ja, fælles").click()
    expect(computer.get_by_role("button", name="Gem til brug uden netværk")).to_be_hidden()
    assert computer.evaluate("caches.keys()") == []


def test_saving_a_page_asks_whose_the_device_is_and_then_saves_it(
    library: BrowserContext, computer: Page, host: Host
) -> None:
    computer.goto(host.url(CHAPTER))
    computer.get_by_role("button", name="Gem til brug uden netværk").click()
    computer.get_by_role("button", name="Nej, min egen").click()
    expect(computer.locator(".offline-state")).to_have_text("Gemt til brug uden netværk, slettes om 90 dage")
    cut(library, host)
    computer.goto(host.url("kommuner/"))
    computer.get_by_role("link", name="Før mødet").or_(computer.locator("main li a")).first.click()
    expect(computer.get_by_role("heading", name="Før mødet")).to_be_visible()


@pytest.mark.parametrize(
    ("path", "button", "now"),
    [
        ("kommuner/", "Slet alt på denne enhed", "Slet alt"),
        ("ar/kommuner/", "احذفوا كل شيء على هذا الجهاز", "احذفوا كل شيء"),
    ],
)
def test_everything_can_be_deleted_without_a_network_and_then_nothing_is_there(
    window: BrowserContext, phone: Page, host: Host, path: str, button: str, now: str
) -> None:
    phone.goto(host.url(SMALL))
    works_offline(phone)
    phone.get_by_role("button", name="Gem til brug uden netværk").click()
    expect(phone.get_by_role("button", name="Fjern")).to_be_visible()
    tick(phone)
    cut(window, host)
    phone.goto(host.url(path))
    expect(phone.locator("main li")).to_have_count(1)
    phone.get_by_role("button", name=button).click()
    phone.get_by_role("dialog").get_by_role("button", name=now, exact=True).click()
    expect(phone.get_by_role("dialog").get_by_role("status")).to_be_focused()
    expect(phone.locator("main li")).to_have_count(0)
    assert found_by_axe(phone, RULES) == []
    assert phone.evaluate("caches.keys()") == []
    assert phone.evaluate("localStorage.length + sessionStorage.length") == 0
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        phone.goto(host.url(SMALL))


def test_a_kept_page_has_a_last_day(window: BrowserContext, phone: Page, host: Host) -> None:
    for path in (SMALL, CHAPTER):
        phone.goto(host.url(path))
        works_offline(phone)
    phone.evaluate(
        """async (path) => {
          const name = (await caches.keys()).find((it) => it.startsWith("vejviser-pages"));
          const pages = await caches.open(name);
          const page = await pages.match(path);
          const headers = new Headers(page.headers);
          headers.set("X-Vejviser-Last-Day", Math.floor(Date.now() / 864e5));
          await pages.put(path, new Response(await page.text(), { headers }));
        }""",
        BASE + SMALL,
    )
    cdp = window.new_cdp_session(phone)
    cdp.send("ServiceWorker.enable")
    cdp.send("ServiceWorker.stopAllWorkers")
    phone.goto(host.url("kommuner/"))
    eventually(lambda: [item for item in kept(phone)[0] if not item.startswith("assets/")] == [CHAPTER])


def test_nothing_is_stored_but_what_was_opened(window: BrowserContext, phone: Page, host: Host) -> None:
    phone.goto(host.url(""))
    phone.goto(host.url(SMALL))
    works_offline(phone)
    phone.goto(host.url("kommuner/"))
    settle(phone)
    pages, shell = kept(phone)
    assert [path for path in pages if not path.startswith("assets/")] == [SMALL]
    assert all(path.startswith("assets/") for path in shell)
    assert any("/checklist." in path for path in shell)
    assert all(path.endswith((".woff2", ".svg", ".png", ".webp")) for path in pages if path != SMALL)
    assert window.cookies() == []
    hosts = {
        re.sub(r"^(\w+://[^/]+).*", r"\1", item)
        for item in phone.evaluate("performance.getEntries().map(e => e.name)")
        if "://" in item
    }
    assert hosts == {f"http://localhost:{host.port}"}


def test_a_new_version_takes_over_and_renews_what_was_kept(
    window: BrowserContext, phone: Page, host: Host, sites: Sites
) -> None:
    for path in (SMALL, CHAPTER):
        phone.goto(host.url(path))
        works_offline(phone)
    first = versions(phone)
    host.folder = sites.after
    phone.goto(host.url(CHAPTER))
    # Asked once a time: between two questions the new one may come, and both are there.
    eventually(lambda: len(now := versions(phone)) == 1 and now != first)
    cut(window, host)
    phone.goto(host.url(SMALL))
    expect(phone.get_by_role("checkbox", name="Hils ordentligt på hinanden")).to_be_visible()
    phone.goto(host.url(CHAPTER))
    expect(phone.get_by_role("heading", name="Før mødet")).to_be_visible()


def test_a_page_that_was_taken_down_is_not_kept(phone: Page, host: Host, sites: Sites, tmp_path: Path) -> None:
    phone.goto(host.url(SMALL))
    works_offline(phone)
    host.folder = shutil.copytree(sites.before, tmp_path / "site")
    shutil.rmtree(host.folder / SMALL)
    phone.goto(host.url(SMALL))
    eventually(lambda: SMALL not in kept(phone)[0])


def test_a_missing_picture_does_not_keep_the_page_from_being_kept(
    window: BrowserContext, phone: Page, host: Host, sites: Sites, tmp_path: Path
) -> None:
    host.folder = shutil.copytree(sites.before, tmp_path / "site")
    (sign,) = host.folder.glob("assets/hashed/img/sign.*.svg")
    sign.unlink()
    phone.goto(host.url(SMALL))
    works_offline(phone)
    cut(window, host)
    phone.reload()
    expect(phone.get_by_role("heading", name="Goddag")).to_be_visible()


def test_the_network_comes_first_and_a_slow_one_is_not_waited_for(phone: Page, host: Host, sites: Sites) -> None:
    phone.goto(host.url(SMALL))
    works_offline(phone)
    host.folder = sites.after
    phone.goto(host.url(SMALL))
    expect(phone.get_by_role("checkbox", name="Hils ordentligt på hinanden")).to_be_visible()
    host.delay = 4 * PATIENCE / 1000
    phone.reload(timeout=PATIENCE)
    tick(phone, "Drik kaffe")
    expect(phone.locator(".checklist-tools .progress")).to_have_text("1 af 2 klaret")


def eventually(holds: Callable[[], bool]) -> None:
    """Wait for what a service worker does behind the page."""
    until = time.monotonic() + PATIENCE / 1000
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.05)


def versions(page: Page) -> list[str]:
    return page.evaluate("async () => (await caches.keys()).filter(name => name.startsWith('vejviser-pages'))")  # type: ignore[no-any-return]


def kept(page: Page) -> tuple[list[str], list[str]]:
    """Return the paths of the kept pages and of the shell."""
    found = page.evaluate(
        """async () => Object.fromEntries(await Promise.all((await caches.keys()).map(async name =>
           [name.split(" ")[0], (await (await caches.open(name)).keys()).map(it => new URL(it.url).pathname)])))"""
    )
    pages, shell = (
        sorted(path.removeprefix(BASE) for path in found[name]) for name in ("vejviser-pages", "vejviser-shell")
    )
    return pages, shell
