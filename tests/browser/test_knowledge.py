"""Guides by role and date, cases by topic, words explained, a book that remembers, results that print on one sheet."""

import io
from pathlib import Path

import pikepdf
import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect
from scripts.check_links import dead_links

from tests.browser.axe import RULES, violations
from tests.browser.conftest import Opener
from tests.browser.waiting import until

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("portal")]

GUIDE, PLAN = "/kommuneguider/modtagelse/", "/kommuneguider/modtagelse/plan/"
CHAPTER = "/haandboeger/frivillig/graenser-penge-gaver/"


def steps(page: Page) -> list[str]:
    """The titles of the tasks that can be seen."""
    return [str(item.get_attribute("data-title")) for item in page.locator(".prose [data-title]:visible").all()]


def open_tools(page: Page) -> None:
    """Open »Find dine opgaver«, which the plan has open."""
    if page.locator(".guide-mine:not([open])").count():
        page.locator(".guide-mine > summary").click()


def choose_role(page: Page, role: str) -> None:
    open_tools(page)
    page.get_by_label(role).check()


def give_date(page: Page, day: str) -> None:
    open_tools(page)
    page.get_by_label("Dato for ankomstdagen").fill(day)
    page.get_by_label("Dato for ankomstdagen").dispatch_event("change")


def test_on_a_phone_the_plan_shows_each_deadline_without_moving_sideways(opened: Opener) -> None:
    page = opened(PLAN, width=390).page
    give_date(page, "2026-12-01")
    row = page.locator("tr[data-step][data-offset]").first
    for cell in (row.locator("td:nth-child(4)"), row.locator("[data-due]")):
        box = cell.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    table = page.locator(".plan-table")
    assert table.evaluate("it => it.scrollWidth <= it.clientWidth")


def test_a_role_sees_its_own_tasks_in_the_guide_and_in_the_plan(opened: Opener) -> None:
    visit = opened(GUIDE)
    visit.page.get_by_role("button", name="Vis alt på én side").click()
    everything = len(steps(visit.page))
    choose_role(visit.page, "Frivilligleder 3")
    mine = ["Giv den frivillige leder besked", "Tilbyd en frivillig ven", "Hold fast i de frivillige"]
    assert len(steps(visit.page)) == 3
    assert steps(visit.page)[:2] == mine[:2]
    expect(visit.page.locator("[data-shown]")).to_have_text(f"Du ser 3 af {everything} trin.")
    phase = visit.page.locator("[data-phase]:has(#overdragelse)")
    assert phase.get_attribute("open") is None
    phase.locator("summary").first.click()
    expect(phase.get_by_text("Ingen trin for den rolle i denne fase.")).to_be_visible()
    assert visit.page.locator(".timeline-dot:not(.timeline-other)").count() == 3
    visit.go(PLAN)
    assert len(steps(visit.page)) == 3
    assert visit.errors == []


def test_before_a_role_is_kept_the_reader_is_asked_whose_the_device_is(opened: Opener) -> None:
    visit = opened(GUIDE)
    choose_role(visit.page, "Frivilligleder 3")
    give_date(visit.page, "2027-01-31")
    expect(visit.page.get_by_role("region", name="Er det en fælles computer?")).to_be_visible()
    assert visit.page.evaluate("localStorage.length") == 0
    visit.page.get_by_role("button", name="Ja, fælles").click()
    assert visit.page.evaluate("localStorage.length") == 0
    other = visit.page.context.new_page()
    other.goto(visit.address + "/kommuner/")
    other.get_by_role("button", name="Slet alt på denne enhed").click()
    other.get_by_role("button", name="Slet alt", exact=True).click()
    expect(visit.page.get_by_label("Alle", exact=True)).to_be_checked()
    expect(visit.page.get_by_label("Dato for ankomstdagen")).to_have_value("")
    assert visit.page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_role_may_stand_in_the_address(opened: Opener) -> None:
    page = opened(f"{GUIDE}?rolle=housing").page
    expect(page.get_by_label("Bolig 4")).to_be_checked()
    assert len(steps(page)) == 4


def test_a_date_gives_every_deadline_and_the_plan_knows_it(opened: Opener) -> None:
    visit = opened(GUIDE)
    give_date(visit.page, "2027-01-31")
    lines = visit.page.locator("[data-deadlines] li").all_inner_texts()
    assert lines[0].split("\n")[0].startswith("søndag den 17. januar 2027")
    assert any(line.startswith("søndag den 28. februar 2027") for line in lines)
    visit.go(PLAN)
    row = visit.page.locator("tr[data-step=tilbyd-en-ven]")
    assert "28. februar 2027" in row.inner_text()


def test_the_date_is_forgotten_with_the_tab_and_on_request(opened: Opener) -> None:
    visit = opened(GUIDE)
    give_date(visit.page, "2027-01-31")
    assert visit.page.evaluate("JSON.stringify(localStorage)") == "{}"
    expect(visit.page.locator("[data-deadlines]")).to_be_visible()
    visit.page.get_by_role("button", name="Slet datoen").click()
    expect(visit.page.locator("[data-deadlines]")).to_be_hidden()
    assert visit.page.evaluate("JSON.stringify(sessionStorage)") == "{}"
    assert visit.page.locator("time:visible", has_text="2027").count() == 0


def test_the_calendar_file_holds_the_roles_deadlines_and_nobodys_name(opened: Opener) -> None:
    page = opened(GUIDE).page
    choose_role(page, "Frivilligleder 3")
    give_date(page, "2027-01-31")
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent fristerne til kalenderen").click()
    assert download.value.suggested_filename == "modtagelse-2027-01-31.ics"
    calendar = Calendar.from_ical(download.value.path().read_bytes())
    events = [(str(item["summary"]), item.decoded("dtstart").isoformat()) for item in calendar.walk("VEVENT")]
    assert events == [("Giv den frivillige leder besked", "2027-01-17"), ("Tilbyd en frivillig ven", "2027-02-28")]


def test_the_calendar_says_of_each_day_whether_the_law_asks_for_it(opened: Opener) -> None:
    page = opened(GUIDE).page
    give_date(page, "2027-01-31")
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent fristerne til kalenderen").click()
    calendar = Calendar.from_ical(download.value.path().read_bytes())
    said = {str(item["summary"]): str(item["description"]) for item in calendar.walk("VEVENT")}
    by_law = "Efter loven (læst 28. november 2026). Ikke bekræftet af en jurist."
    assert said["Skriv kontrakten"] == f"Senest en måned efter, at kommunen har overtaget ansvaret. {by_law}"
    assert said["Tilbyd en frivillig ven"].startswith("Vores råd er inden for den første måned.")
    assert by_law not in said["Tilbyd en frivillig ven"]


def test_without_a_network_the_calendar_file_does_not_come_in_silence(opened: Opener) -> None:
    page = opened(GUIDE, service_workers="block").page
    page.route("**/given.*.js", lambda route: route.abort())
    give_date(page, "2027-01-31")
    page.get_by_role("button", name="Hent fristerne til kalenderen").click()
    expect(page.get_by_text("Filen kom ikke. Se, om du har netværk, og prøv igen.")).to_be_visible()


def test_a_guide_can_be_read_whole_without_a_script(opened: Opener) -> None:
    page = opened(GUIDE, java_script_enabled=False).page
    while page.locator(".part:not([open])").count():
        page.locator(".part:not([open]) > summary").first.click()
    assert len(steps(page)) == 40
    assert page.locator(".guide-tools:visible").count() == 0


def test_cases_are_chosen_by_topic_and_municipality_and_the_choice_can_be_passed_on(opened: Opener) -> None:
    visit = opened("/kommuneguider/eksempler/")
    cases = visit.page.locator("[data-cases] > .case:visible")
    everything = cases.count()
    visit.page.get_by_label("Emne").select_option("housing")
    housing = cases.count()
    assert 0 < housing < everything
    expect(visit.page.get_by_role("status").first).to_have_text(f"Viser {housing} af {everything} eksempler.")
    visit.page.get_by_label("Kommune", exact=True).select_option("0265")
    assert 0 < cases.count() < housing
    visit.page.wait_for_url("**/?tema=housing&kommune=0265")
    visit.go("/kommuneguider/eksempler/?tema=housing")
    assert cases.count() == housing
    visit.page.get_by_role("button", name="Vis alle").click()
    expect(cases).to_have_count(everything)


def test_a_word_is_explained_by_keyboard(opened: Opener) -> None:
    page = opened(CHAPTER).page
    word = page.get_by_role("button", name="frivilligleder", exact=True)
    note = page.locator("#ord-frivilligleder")
    word.focus()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Se i ordlisten")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(page.locator(":focus")).to_have_text("frivilligleder")


@pytest.mark.parametrize(
    ("width", "path"), [(390, CHAPTER), (1280, CHAPTER), (390, "/ar/haandboeger/faa-en-ven/gode-ord/")]
)
def test_a_word_is_explained_by_touch_and_inside_the_screen(opened: Opener, width: int, path: str) -> None:
    page = opened(path, width=width, has_touch=True).page
    word = page.locator("button.term").last
    word.tap()
    note = page.locator(".term-note:popover-open")
    box = note.bounding_box()
    assert box
    assert 0 <= box["x"] <= box["x"] + box["width"] <= width
    assert 0 <= box["y"] <= box["y"] + box["height"] <= 844
    page.touchscreen.tap(5, 5)
    expect(note).to_have_count(0)


def test_axe_finds_nothing_when_things_are_open(opened: Opener) -> None:
    chapter = opened(CHAPTER)
    chapter.page.locator("button.term").first.click()
    assert violations(chapter, RULES) == []
    guide = opened(GUIDE)
    choose_role(guide.page, "Bolig 4")
    give_date(guide.page, "2027-01-31")
    assert violations(guide, RULES) == []
    results = opened("/resultater/", color_scheme="dark")
    results.page.get_by_role("button", name="Vis alt på én side").click()
    for summary in results.page.locator(".numbers summary").all()[:3]:
        summary.click()
    assert violations(results, RULES) == []


def test_each_word_is_explained_once_a_page_and_leads_to_the_glossary(opened: Opener) -> None:
    page = opened(CHAPTER).page
    words = [item.get_attribute("popovertarget") for item in page.locator("button.term").all()]
    assert len(words) == len(set(words)) > 2
    page.locator("button.term").first.click()
    page.get_by_role("link", name="Se i ordlisten").click()
    page.wait_for_url("**/ordliste/#frivilligleder")


def test_a_book_remembers_the_chapter_and_the_heading(opened: Opener) -> None:
    visit = opened("/haandboeger/frivillig/")
    visit.page.evaluate("localStorage.setItem('vejviser:device', JSON.stringify({ until: 1e6, value: 'own' }))")
    assert not visit.page.locator(".book-continue").is_visible()
    visit.go(CHAPTER)
    visit.page.evaluate("document.querySelector('#gaver').scrollIntoView()")
    until(visit.page, 'Object.values(localStorage).some((it) => it.includes(\'"heading":"gaver"\'))')
    visit.go("/haandboeger/frivillig/")
    link = visit.page.locator(".book-continue a")
    expect(link).to_have_text("Grænser, penge og gaver")
    link.click()
    visit.page.wait_for_url(f"**{CHAPTER}#gaver")


def test_a_book_remembers_nothing_on_a_device_that_may_be_shared(opened: Opener) -> None:
    visit = opened(CHAPTER)
    visit.page.evaluate("document.querySelector('#gaver').scrollIntoView()")
    until(visit.page, "scrollY > 0")
    visit.go("/haandboeger/frivillig/")
    expect(visit.page.locator(".book-continue")).to_be_hidden()
    assert visit.page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_chart_has_a_name_and_a_table_with_its_numbers(opened: Opener) -> None:
    page = opened("/resultater/").page
    page.get_by_role("button", name="Vis alt på én side").click()
    chart = page.get_by_role("img", name="Diagram: Samarbejdet med Røde Kors og DRC Dansk Flygtningehjælp")
    figure = page.locator("figure", has=chart)
    figure.get_by_text("Vis tallene som tabel").click()
    assert figure.get_by_role("row").all_inner_texts()[1].split() == ["Særdeles", "godt", "45", "%", "13"]


@pytest.mark.parametrize("path", ["/resultater/", "/ar/resultater/", "/kommuner/status/"])
def test_the_words_of_a_chart_stay_on_a_narrow_screen_also_when_letters_are_set_apart(
    opened: Opener, path: str
) -> None:
    page = opened(path, width=320, bypass_csp=True).page
    page.add_style_tag(content="* { letter-spacing: .12em !important; word-spacing: .16em !important }")
    outside = """(all) => all.map((it) => [it.textContent, it.getBoundingClientRect()])
        .filter(([, { left, right, width }]) => width && (left < -1 || right > innerWidth + 1)).map(([text]) => text)"""
    assert page.locator("svg.chart text").evaluate_all(outside) == []


@pytest.mark.parametrize("path", [f"/{language}resultater/paa-en-side/" for language in ("", "en/", "uk/", "ar/")])
def test_the_page_for_a_meeting_fills_one_sheet(opened: Opener, path: str) -> None:
    page = opened(path, width=1280).page
    with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as pdf:
        assert len(pdf.pages) == 1


def test_the_plan_is_printed_across_the_sheet(opened: Opener) -> None:
    page = opened(PLAN, width=1280).page
    with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as pdf:
        left, bottom, right, top = (float(side) for side in pdf.pages[0].mediabox)
    assert right - left > top - bottom


def test_an_old_address_leads_on_in_the_readers_language(opened: Opener) -> None:
    visit = opened("/en/effekt/")
    visit.page.wait_for_url("**/en/resultater/")
    expect(visit.page.locator("h1")).to_have_text("What do we know about the effect?")


def test_no_link_of_the_whole_portal_is_dead(site_dir: Path) -> None:
    assert list(dead_links(site_dir)) == []
