"""Numbers to call for help: what makes `check` speak, and what lets them stand in the texts."""

from datetime import date
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.check.test_all_rules import edit, told
from tests.conftest import ASIDE
from vejviser.content.model.portal import Portal
from vejviser.site.content_check import load_and_check

LINES = "data/help_lines.yml"


def test_a_number_nobody_has_looked_up_for_a_year_is_told(portal_copy: Path) -> None:
    edit(portal_copy, LINES, '"112", source: "https://www.alarm.example/112", read: 2026-06-01', '"112", source: "https://www.alarm.example/112", read: 2025-06-01')  # fmt: skip
    assert told(portal_copy) == snapshot(
        [
            "data/help_lines.yml:6:70 warning: Nummeret 112 (alarm) blev sidst læst 2025-06-01. Se på siden https://www.alarm.example/112, om det stadig gælder, og ret read."
        ]
    )


def test_a_reading_of_tomorrow_is_refused(portal_copy: Path) -> None:
    edit(portal_copy, LINES, "read: 2026-06-01", "read: 2026-12-24")
    assert [item.split(" ", 1)[1] for item in told(portal_copy)] == snapshot(
        [
            "error: »read« er 2026-12-24 og ligger ude i fremtiden. Skriv, hvornår det skete, senest 2026-11-22: read: 2026-11-22",
            "error: »read« er 2026-12-24 og ligger ude i fremtiden. Skriv, hvornår det skete, senest 2026-11-22: read: 2026-11-22",
        ]
    )


def test_a_number_whose_region_has_ended_is_told_from_that_day(portal_copy: Path) -> None:
    def rules(day: date) -> list[str]:
        return [
            problem.rule for problem in load_and_check(portal_copy, day).problems if problem.rule.startswith("help-")
        ]

    assert rules(date(2026, 12, 31)) == []
    assert rules(date(2027, 1, 1)) == ["help-number-region-ended"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (LINES, "region: vest", "region: west"),
        ("docs/da/haandboeger/ven/penge.md", "[alarm, laege]", "[alarm, laegen]"),
        (LINES, '"19 99"', '"Ring til os"'),
        (LINES, '"19 99"', '"+45 19 99"'),
    ],
)
def test_what_no_reader_could_call_is_refused(portal_copy: Path, path: str, old: str, new: str) -> None:
    edit(portal_copy, path, old, new)
    found = [error for error in load_and_check(portal_copy, date(2026, 11, 22)).errors if error.rule not in ASIDE]
    assert [item.path for item in found] == [path]


def test_a_public_number_may_stand_in_every_text_and_another_may_not(portal_copy: Path) -> None:
    public, unknown = " ".join(["33", "99", "88", "77"]), " ".join(["33", "99", "88", "76"])
    edit(portal_copy, LINES, '"19 99"', f'"{public}"')
    edit(portal_copy, "docs/da/haandboeger/ven/penge.md", "Sig nej", f"Ring {public.replace(' ', '')}. Sig nej")
    assert told(portal_copy) == []
    edit(portal_copy, "docs/da/haandboeger/ven/penge.md", "Sig nej", f"Ring {unknown}. Sig nej")
    assert [item.partition(" ")[2][:36] for item in told(portal_copy)] == snapshot(
        ["error: 33… ser ud til at være en per"]
    )


def test_what_two_numbers_share_is_said_once(portal: Portal) -> None:
    line = portal.help_lines["laege"]
    one, other = line.purpose, line.name
    for notes, said in [((None, None), ()), ((one, one), (one,)), ((one, other), (one, other))]:
        numbers = tuple(line.numbers[0].model_copy(update={"note": note}) for note in notes)
        assert line.model_copy(update={"numbers": numbers}).notes == said
