"""The directory in a browser: find a municipality however it is typed, narrow the list, walk the map."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.axe import RULES, found_by_axe
from tests.browser.directory_site import Host, build_directory, hosted
from tests.browser.waiting import PATIENCE, until

NETWORK = "net::ERR_"
"""A connection that a busy machine dropped; an answer of 404 is another message, and a mistake."""
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("directory")]


@pytest.fixture(scope="session")
def directory_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_directory(tmp_path_factory.mktemp("directory") / "portal")


@pytest.fixture
def host(directory_site: Path) -> Iterator[Host]:
    with hosted(directory_site) as host:
        yield host


@pytest.fixture
def page(reader: Browser) -> Iterator[Page]:
    """A page on a computer; an error in a script, or something the policy stopped, fails the test."""
    context = reader.new_context(
        viewport={"width": 1280, "height": 900}, locale="da-DK", reduced_motion="reduce", service_workers="block"
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console", lambda said: errors.append(said.text) if said.type == "error" and NETWORK not in said.text else None
    )
    yield page
    context.close()
    assert errors == []


def opened(page: Page, host: Host, query: str = "", language: str = "") -> None:
    page.goto(host.url(f"{language}kommuner/{query}"))
    page.locator(".directory-ready").wait_for()


def names(page: Page) -> list[str]:
    return page.locator("[data-rows] tr:not([hidden]) th a").all_inner_texts()


def query(page: Page) -> str:
    return str(page.evaluate("decodeURIComponent(location.search)"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("København", ["København"]),
        ("kobenhavn", ["København"]),
        ("koebenhavn", ["København"]),
        ("KØBENHAVN", ["København"]),
        ("aarhus", ["Aarhus"]),
        ("århus", ["Aarhus"]),
        ("arhus", ["Aarhus"]),
        ("aalborg", ["Aalborg"]),
        ("ålborg", ["Aalborg"]),
        ("ærø", ["Ærø"]),
        ("aero", ["Ærø"]),
        ("naestved", ["Næstved"]),
        ("nestved", ["Næstved"]),
        ("høje tåstrup", ["Høje-Taastrup"]),
        ("taastrup", ["Høje-Taastrup"]),
        ("0461", ["Odense"]),
        ("461", ["Odense"]),
        ("Århus Kommune", ["Aarhus"]),
        ("odense komm", ["Odense"]),
        ("Københavns Kommune", ["København"]),
        ("Aarhus Municipality", ["Aarhus"]),
        ("køge", ["Køge"]),
        ("nørresundby", ["Aalborg"]),
        ("vejg", ["Aalborg"]),
        ("9000", ["Aalborg"]),
    ],
)
def test_a_name_is_found_however_it_is_typed(page: Page, host: Host, typed: str, found: list[str]) -> None:
    opened(page, host)
    page.get_by_label("Find en kommune").fill(typed)
    expect(page.locator("[data-count]")).to_have_text("1 kommune")
    assert names(page) == found


def test_letters_inside_a_word_are_no_name(page: Page, host: Host) -> None:
    """ "ærø" is not Allerød, though all of its letters stand there: names are found by how their words begin."""
    opened(page, host)
    page.get_by_label("Find en kommune").fill("dense")
    expect(page.locator("[data-count]")).to_have_text("0 kommuner")
    page.get_by_label("Find en kommune").fill("kommune")
    expect(page.locator("[data-count]")).to_have_text("10 kommuner")


def test_every_municipality_stands_there_in_name_order(page: Page, host: Host) -> None:
    opened(page, host)
    assert names(page) == [
        *("Høje-Taastrup", "Høje-Åø", "København", "Køge", "Næstved", "Odense", "Prøveby", "Ærø", "Aalborg", "Aarhus")
    ]


def more_filters(page: Page) -> None:
    """Open the filters where they are folded: on a phone the list comes first."""
    if page.locator(".more-filters:not([open])").count():
        page.locator(".more-filters > summary").click()


def test_filters_narrow_the_list_and_the_address_remembers(page: Page, host: Host) -> None:
    opened(page, host)
    more_filters(page)
    page.locator("select[name=region]").select_option(label="Region Vest (6)")
    expect(page.locator("[data-count]")).to_have_text("6 kommuner")
    page.get_by_label("Sortér efter").select_option("indbyggere")
    page.get_by_label("Find en kommune").fill("a")
    until(page, "location.search.includes('navn=a')")
    assert query(page) == "?navn=a&region=vest&sort=indbyggere"
    before = names(page)
    assert before == ["Aarhus", "Aalborg", "Høje-Åø"]
    page.reload()
    page.locator(".directory-ready").wait_for()
    assert names(page) == before
    page.get_by_role("button", name="Vis alle kommuner").click()
    assert query(page) == "?sort=indbyggere"
    assert len(names(page)) == 10


def test_only_values_that_occur_are_offered(page: Page, host: Host) -> None:
    opened(page, host)
    assert page.get_by_label("Organisation").locator("option").all_inner_texts() == ["Alle", "Røde Kors (1)"]
    more_filters(page)
    page.get_by_label("Tilbud").select_option("friend")
    expect(page.locator("[data-count]")).to_have_text("1 kommune")
    assert names(page) == ["Odense"]


def test_an_address_somebody_changed_by_hand_does_no_harm(page: Page, host: Host) -> None:
    opened(page, host, "?region=%3Cscript%3E&sort=findes-ikke&farve=x&navn=%C3%98st")
    expect(page.locator("[data-count]")).to_have_text("0 kommuner")
    expect(page.locator("[data-nothing]")).to_be_visible()
    assert page.get_by_role("button", name="Vis alle kommuner").count() == 1, "one way out, where the list was"
    page.locator("[data-nothing] button").click()
    assert len(names(page)) == 10
    assert query(page) == ""


def test_the_map_follows_the_filters_and_the_colours(page: Page, host: Host) -> None:
    opened(page, host)
    odense = page.locator('.tile[data-code="0461"]')
    expect(odense).to_have_accessible_name("Odense Kommune: Region Vest")
    page.get_by_label("Farv efter").select_option("indbyggere")
    expect(odense).to_have_accessible_name("Odense Kommune: 213.168 indbyggere")
    expect(odense.locator(".tile-mark")).to_have_text("213")
    expect(page.locator('[data-legend="indbyggere"]')).to_be_visible()
    expect(page.locator('[data-legend="region"]')).to_be_hidden()
    assert query(page) == "?farve=indbyggere"
    page.get_by_label("Find en kommune").fill("køge")
    expect(page.locator(".tile-off")).to_have_count(9)


def test_the_map_by_keyboard(page: Page, host: Host) -> None:
    opened(page, host)
    page.get_by_label("Farv efter").focus()
    page.keyboard.press("Tab")
    walked = [focused(page)]
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "End", "Home"):
        page.keyboard.press(key)
        walked.append(focused(page))
    assert walked == ["Aalborg", "Høje-Taastrup", "Køge", "Odense", "Aarhus", "Ærø", "Aalborg"]
    expect(page.locator("[data-here]")).to_have_text("Aalborg Kommune: Region Vest")
    page.keyboard.press("Tab")
    assert focused(page) != "Aarhus"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kommuner/aalborg/")


def test_the_tab_key_comes_to_the_tile_that_was_found(page: Page, host: Host) -> None:
    opened(page, host)
    page.get_by_label("Find en kommune").fill("køge")
    expect(page.locator(".tile-off")).to_have_count(9)
    page.get_by_label("Farv efter").focus()
    page.keyboard.press("Tab")
    assert focused(page) == "Køge"


def test_what_the_colours_mean_is_said_before_the_map(page: Page, host: Host) -> None:
    opened(page, host)
    legend, picture = (page.locator(it).first.bounding_box() for it in (".tilemap-legend", ".tilemap-picture"))
    assert legend
    assert picture
    assert legend["y"] + legend["height"] <= picture["y"]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_way_to_colour_is_read_whole(page: Page, host: Host, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    opened(page, host)
    if width < 1000:
        page.get_by_text("Vis kort").click()
    choice, figure = page.get_by_label("Farv efter"), page.locator("[data-tilemap]")
    choice.evaluate("it => it.options[0].textContent = 'Aktive match, pr. 10.000 indbyggere'")
    needed = choice.evaluate(
        "it => { const copy = it.cloneNode(true); copy.style.cssText = 'width: auto; max-width: none';"
        " it.after(copy); const wide = copy.offsetWidth; copy.remove(); return wide; }"
    )
    box, frame = choice.bounding_box(), figure.bounding_box()
    assert box
    assert frame
    assert box["x"] + box["width"] <= frame["x"] + frame["width"]
    assert box["width"] >= min(needed, frame["width"]) - 1


def focused(page: Page) -> str:
    name = page.evaluate("document.activeElement.dataset?.name ?? ''")
    return str(name).removesuffix(" Kommune")


def test_without_a_script_the_list_and_the_map_are_links(reader: Browser, host: Host) -> None:
    context = reader.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(host.url("kommuner/"))
    assert len(names(page)) == 10
    expect(page.locator(".directory-form")).to_be_hidden()
    page.locator('.tile[data-code="0492"]').click()
    page.wait_for_url("**/kommuner/aeroe/")
    context.close()


def test_on_a_phone_the_list_comes_before_the_map(page: Page, host: Host) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, host)
    expect(page.locator(".tilemap-picture")).to_be_hidden()
    expect(page.get_by_text("671.714 indbyggere")).to_be_visible()
    page.get_by_text("Vis kort").click()
    expect(page.locator(".tilemap-picture")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_in_arabic_the_page_turns_and_the_map_does_not(page: Page, host: Host) -> None:
    opened(page, host, language="ar/")
    west, east = (page.locator(f'.tile[data-code="{code}"]').bounding_box() for code in ("0751", "0101"))
    assert west
    assert east
    assert west["x"] < east["x"]
    assert page.locator("[data-rows] th a span").first.get_attribute("lang") == "da"
    page.locator("input[name=navn]").fill("odense")
    expect(page.locator("[data-count]")).to_have_text("بلدية واحدة")


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize(
    "address", ["kommuner/", "kommuner/?farve=indbyggere&navn=a", "kommuner/odense/", "ar/kommuner/"]
)
def test_axe_finds_nothing(page: Page, host: Host, address: str, colours: str) -> None:
    page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
    page.goto(host.url(address))
    assert found_by_axe(page, RULES) == []


def test_a_thousand_rows(
    page: Page, host: Host, directory_site: Path, record_property: Callable[[str, object], None]
) -> None:
    """Right at any size; how long a letter takes is written into the report, not judged."""

    def grown(route: Route) -> None:
        text = (directory_site / "kommuner/index.html").read_text("utf-8")
        start, end = text.index("<tbody data-rows>") + len("<tbody data-rows>"), text.index("</tbody>")
        route.fulfill(content_type="text/html; charset=utf-8", body=text[:start] + text[start:end] * 100 + text[end:])

    page.route("**/kommuner/", grown)
    opened(page, host)
    expect(page.locator("[data-count]")).to_have_text("1.000 kommuner")
    milliseconds = page.evaluate(
        """async () => {
            const input = document.querySelector("input[name=navn]");
            const times = [];
            for (const text of ["k", "kø", "køb", "", "a", "aa", "aarhus", ""]) {
                const began = performance.now();
                input.value = text;
                input.dispatchEvent(new Event("input", { bubbles: true }));
                await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
                times.push(performance.now() - began);
            }
            return Math.max(...times);
        }"""
    )
    record_property("slowest letter at 1,000 rows, ms", round(milliseconds))
    page.get_by_label("Find en kommune").fill("aarhus")
    expect(page.locator("[data-count]")).to_have_text("100 kommuner")
