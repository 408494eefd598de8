"""A contact on a page that nobody has built again: the page itself knows the last day, whatever no longer runs."""

import functools
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Handler, Visit, serving, visit_in
from tests.conftest import TODAY, copy_portal
from vejviser.site.pipeline import build_site

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("contacts")]
SERVICE = """
  - id: kontor
    title: {da: Frivilligkontoret}
services:
  - id: cafe
    name: {da: Sprogcafé}
    organization: other
    description: {da: Kaffe og dansk hver onsdag.}
    kind: language-cafe
    source: rapport-2024
    contacts:
      - {id: vaert, title: {da: Vært}, name: Opdigtet Person, consent: true, assured_date: 2026-06-01}
"""
GONE = {
    "": "En kontakt er ikke bekræftet for nylig og vises derfor ikke. Brug kommunens hovedindgang. proeveby.example",
    "ar/": "لم يتم تأكيد إحدى جهات الاتصال مؤخرًا، لذلك لا تظهر. اتصلوا بالرقم الرئيسي للبلدية. proeveby.example",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = copy_portal(tmp_path_factory.mktemp("contacts") / "portal")
    path = root / "data/kommuner/0801-proeveby.yml"
    path.write_text(path.read_text("utf-8").rstrip() + SERVICE, "utf-8")
    build_site(root, root / "site", TODAY)
    with serving("127.0.0.1", functools.partial(Handler, directory=str(root / "site"))) as port:
        yield f"http://127.0.0.1:{port}"


On = Callable[..., Visit]


@pytest.fixture
def on(reader: Browser, address: str) -> Iterator[On]:
    """Read the municipality's page on a day: `on("2027-05-02", "ar/")`."""
    visits: list[Visit] = []

    def read(day: str, language: str = "", **more: object) -> Visit:
        visit = visit_in(reader, address, 390, timezone_id="Europe/Copenhagen", **more)
        visits.append(visit)
        visit.page.clock.install(time=f"{day}T12:00:00+02:00")
        return visit.go(f"/{language}kommuner/proeveby/")

    yield read
    for visit in visits:
        visit.page.context.close()
        assert (visit.errors, visit.foreign) == ([], [])


def contacts(page: Page) -> list[str]:
    return [text.split(" · ")[0].split(":")[0] for text in page.locator("[data-contacts] li").all_inner_texts()]


def ways_in(page: Page) -> list[str]:
    return page.locator("[data-main-entry]:visible").all_inner_texts()


@pytest.mark.parametrize("language", GONE)
def test_a_contact_is_shown_until_its_last_day_and_not_longer(on: On, language: str) -> None:
    last = on("2027-05-01", language).page
    assert contacts(last) == ["Koordinator", "Frivilligkontoret", "Vært"]
    assert ways_in(last) == []
    after = on("2027-05-02", language).page
    expect(after.locator("[data-main-entry]").first).to_be_visible()
    assert contacts(after) == ["Frivilligkontoret", "Vært"]
    assert ways_in(after) == [GONE[language]]
    assert "koordinator@proeveby.example" not in after.content()


def test_the_last_contact_of_a_service_leaves_the_main_entry(on: On) -> None:
    page = on("2027-06-02").page
    expect(page.locator(".offer [data-main-entry]")).to_be_visible()
    assert contacts(page) == ["Frivilligkontoret"]
    assert ways_in(page) == [GONE[""], GONE[""]]
    assert "Opdigtet Person" not in page.content()


def test_a_page_that_stands_open_over_midnight_lets_go_too_without_a_network(on: On) -> None:
    page = on("2027-05-01").page
    assert "Koordinator" in contacts(page)
    page.context.set_offline(True)
    page.clock.set_system_time("2027-05-02T00:05:00+02:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert "Koordinator" not in contacts(page)
    assert ways_in(page) == [GONE[""]]


def test_without_scripts_the_page_says_how_long_it_holds(on: On) -> None:
    page = on("2027-05-02", java_script_enabled=False).page
    shown = page.locator("[data-contacts] li").first.inner_text()
    assert shown.endswith("bekræftet 1. maj 2026, vises til og med 1. maj 2027")


def test_a_search_finds_no_person(on: On) -> None:
    page = on("2026-11-22").page
    assert page.locator("[data-contacts] [data-shown-until]:not([data-search-ignore])").count() == 0
    assert page.locator("[data-contacts] [data-shown-until]").count() == 2


def test_no_other_page_asks_for_the_script(address: str, on: On) -> None:
    page = on("2026-11-22").page
    assert page.locator("script[src*='/contacts.']").count() == 1
    page.goto(f"{address}/kommuner/hoeje-aaoe/")
    assert page.locator("script[src*='/contacts.']").count() == 0
