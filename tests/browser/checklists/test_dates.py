"""The same days in the browser as in Python, and a calendar file that calendars understand."""

import random
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from dateutil.relativedelta import relativedelta
from icalendar import Calendar, Event
from playwright.sync_api import Browser, Page, expect

from tests.browser.checklists.site import BASE, Host
from tests.browser.waiting import until
from vejviser.content.model.checklist import FollowUp
from vejviser.content.model.follow_ups import days

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("checklist")]

REAL = "tjeklister/matchmoede/"
WRITER_IS_HERE = "performance.getEntriesByType('resource').some((it) => it.name.includes('/given.'))"
PLANS = [
    {"offset": "P1D"},
    {"offset": "P1M"},
    {"offset": "-P1M"},
    {"offset": "-P4W", "repeat": "P1W", "until": "-P1W"},
    {"offset": "P1M", "repeat": "P1M", "until": "P1Y"},
    {"offset": "P3M", "repeat": "P3M", "until": "P6M"},
    {"offset": "P1Y", "repeat": "P1Y", "count": 5},
    {"offset": "P1Y1M1W1D", "repeat": "P1M1D", "count": 12},
    {"offset": "-P1Y2M3D"},
]


def starts() -> list[date]:
    """Month ends and leap days, every day of a winter, and days from anywhere between 1950 and 2150."""
    ends = [date(year, month, 1) - timedelta(1) for year in range(2023, 2033) for month in range(1, 13)]
    leap = [date(year, 2, 29) for year in (1952, 2000, 2024, 2028, 2096)] + [date(2100, 2, 28), date(2099, 2, 28)]
    winter = [date(2027, 12, 15) + timedelta(number) for number in range(90)]
    chance = random.Random(31)
    anywhere = [date(1950, 1, 1) + timedelta(chance.randrange(73_000)) for _ in range(300)]
    return [*ends, *leap, *winter, *anywhere]


def script(phone: Page, host: Host, name: str) -> str:
    if phone.url == "about:blank":
        phone.goto(host.url(REAL))
    (file,) = host.folder.glob("assets/hashed/js/given.*.js")  # it holds what writes a calendar
    return f"(await import('{BASE}assets/hashed/js/{file.name}'), window.vejviser.use('{name}'))"


def test_the_browser_counts_days_as_python_does(phone: Page, host: Host) -> None:
    plans = [{"id": str(number), "title": "x", **keys} for number, keys in enumerate(PLANS)]
    found = phone.evaluate(
        f"""async ([plans, starts]) => {{
          const {{ spans, shift }} = {script(phone, host, "dates")};
          return starts.map(start => plans.map(it => spans(it).map(span => shift(start, span))));
        }}""",
        [plans, [start.isoformat() for start in starts()]],
    )
    models = [FollowUp.model_validate({**plan, "title": {"da": "x"}}) for plan in plans]
    assert found == [[[day.isoformat() for day in days(model, start)] for model in models] for start in starts()]


def test_a_single_offset_is_what_dateutil_says(phone: Page, host: Host) -> None:
    cases = [
        (start, years, months, number)
        for start in starts()
        for years, months, number in ((0, 1, 0), (1, 0, 0), (0, -1, 0), (2, 7, 20))
    ]
    found = phone.evaluate(
        f"""async cases => {{
          const {{ shift }} = {script(phone, host, "dates")};
          return cases.map(([start, months, days]) => shift(start, {{ months, days }}));
        }}""",
        [[start.isoformat(), 12 * years + months, number] for start, years, months, number in cases],
    )
    assert found == [
        (start + relativedelta(years=years, months=months, days=number)).isoformat()
        for start, years, months, number in cases
    ]


def test_what_is_no_offset_and_no_day(phone: Page, host: Host) -> None:
    wrong = phone.evaluate(
        f"""async () => {{
          const {{ parseOffset, isDate }} = {script(phone, host, "dates")};
          const refused = ["P", "-P", "1M", "P1D2M", "PT1H", ""].filter(it => {{
            try {{ parseOffset(it); return false; }} catch (error) {{ return error instanceof RangeError; }}
          }});
          return [refused.length, ["2027-02-29", "2028-02-29", "2028-13-01", "0001-01-01", "", "2028-2-1"].map(isDate)];
        }}"""
    )
    assert wrong == [6, [False, True, False, False, False, False]]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-01-31", ["søndag den 1. februar 2026", "lørdag den 28. februar 2026", "torsdag den 30. april 2026"]),
        ("2028-01-31", ["tirsdag den 1. februar 2028", "tirsdag den 29. februar 2028", "søndag den 30. april 2028"]),
        ("2028-02-29", ["onsdag den 1. marts 2028", "onsdag den 29. marts 2028", "mandag den 29. maj 2028"]),
    ],
)
def test_the_plan_in_words(phone: Page, host: Host, start: str, expected: list[str]) -> None:
    phone.goto(host.url(REAL))
    expect(phone.get_by_role("button", name="Hent til kalenderen")).to_be_hidden()
    phone.get_by_label("Startdato: dagen for matchmødet").fill(start)
    expect(phone.locator(".days time")).to_have_count(7)
    assert phone.locator(".days time").all_inner_texts()[:3] == expected
    expect(phone.get_by_text("Datoer i planen: 7.")).to_be_visible()
    phone.get_by_label("Startdato").fill("")
    expect(phone.locator(".days time")).to_have_count(0)


def downloaded(phone: Page, path: Path) -> bytes:
    with phone.expect_download() as download:
        phone.get_by_role("button", name="Hent til kalenderen").click()
    download.value.save_as(path)
    assert re.fullmatch(r"opfoelgning-2028-\d\d-\d\d\.ics", download.value.suggested_filename)
    return path.read_bytes()


def test_the_file_for_the_calendar(phone: Page, host: Host, tmp_path: Path) -> None:
    phone.goto(host.url(REAL))
    phone.get_by_label("Startdato").fill("2028-02-29")
    until(phone, WRITER_IS_HERE)
    host.down = True
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    text = downloaded(phone, tmp_path / "plan.ics")
    assert [url for url in asked if not url.startswith("blob:")] == []
    host.down = False
    calendar = Calendar.from_ical(text)
    assert calendar["X-WR-TIMEZONE"] == "Europe/Copenhagen"
    events = calendar.walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == [f"Opfølgning {number} af 7" for number in range(1, 8)]
    start = date(2028, 2, 29)
    later = [relativedelta(days=1), *(relativedelta(months=item) for item in (1, 3, 6, 12, 24, 36))]
    assert [event.decoded("DTSTART") for event in events] == [start + item for item in later]
    assert all(event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(1) for event in events)
    assert all(event["DTSTART"].params["VALUE"] == "DATE" for event in events)
    assert [[alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")] for event in events] == [
        [timedelta(hours=-16)]
    ] * 7
    assert {(str(event["CLASS"]), str(event["TRANSP"]), event.decoded("DTSTAMP").tzname()) for event in events} == {
        ("PRIVATE", "TRANSPARENT", "UTC")
    }
    assert len({str(event["UID"]) for event in events}) == 7
    assert re.fullmatch(r"matchmoede\.hver-tredje-maaned\.1\.[0-9a-z]+@vejviser", str(events[2]["UID"]))
    assert {event["SEQUENCE"] for event in events} == {0}
    assert "METHOD" not in calendar
    lines = text.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75


def test_a_day_that_moves_moves_its_entries_and_no_others(phone: Page, host: Host, tmp_path: Path) -> None:
    def events(name: str) -> list[Event]:
        text = downloaded(phone, tmp_path / f"{name}.ics")
        return Calendar.from_ical(text).walk("VEVENT")

    phone.goto(host.url(REAL))
    phone.get_by_label("Startdato").fill("2028-02-29")
    first, again = events("first"), events("again")
    assert [(item["UID"], item["SEQUENCE"]) for item in again] == [(item["UID"], 0) for item in first]
    phone.reload()
    phone.get_by_label("Startdato").fill("2028-03-07")
    moved = events("moved")
    assert [(item["UID"], item["SEQUENCE"]) for item in moved] == [(item["UID"], 1) for item in first]
    assert [item.decoded("DTSTART") for item in moved][:2] == [date(2028, 3, 8), date(2028, 4, 7)]
    phone.locator("details.manage summary").click()
    phone.get_by_role("button", name="Ny kopi").click()
    phone.get_by_role("button", name="Opret kopi").click()
    phone.get_by_label("Startdato").fill("2028-02-29")
    other = events("other")
    assert {item["UID"] for item in other}.isdisjoint(item["UID"] for item in first)
    assert [str(item["SUMMARY"]) for item in other][:1] == ["Opfølgning 1 af 7 · Kopi 2"]


def test_without_a_network_the_reader_is_told_and_may_try_again(reader: Browser, host: Host, tmp_path: Path) -> None:
    with reader.new_context(service_workers="block") as window:
        phone = window.new_page()
        phone.route("**/given.*.js", lambda route: route.abort())
        phone.goto(host.url(REAL))
        phone.get_by_label("Startdato").fill("2028-02-29")
        phone.get_by_role("button", name="Hent til kalenderen").click()
        expect(phone.get_by_text("Filen kom ikke. Se, om du har netværk, og prøv igen.")).to_be_visible()
        phone.unroute("**/given.*.js")
        assert downloaded(phone, tmp_path / "plan.ics").startswith(b"BEGIN:VCALENDAR")
        expect(phone.get_by_text("Filen til kalenderen er klar.")).to_be_visible()


def test_a_calendar_file_with_letters_from_everywhere(phone: Page, host: Host) -> None:
    titles = [
        "Opfølgning; nr. 1, »ø« \\ " + "æøå" * 40,
        "Нагадування " * 12,
        "متابعة " * 20,
        "👋🏽" * 30,
        "x" * 67,
        "to\nlinjer",
    ]
    text = phone.evaluate(
        f"""async titles => {{
          const {{ calendarFile }} = {script(phone, host, "ics")};
          const entries = titles.map((title, index) => (
            {{ uid: `${{index}}@vejviser`, title, date: "2027-12-31", sequence: 0, cancelled: false }}));
          return calendarFile({{ entries, name: titles[0], url: "https://portal.example/a?b=c,d;e", now: new Date(0) }});
        }}""",
        titles,
    )
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")
    events = Calendar.from_ical(text).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == titles
    assert {event.decoded("DTEND") for event in events} == {date(2028, 1, 1)}
