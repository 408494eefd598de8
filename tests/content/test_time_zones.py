"""Whose day it is: this moment and these settings in, that day out."""

from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import pytest
from click.testing import CliRunner

from vejviser.cli import dates
from vejviser.cli.main import main
from vejviser.content import time_zones
from vejviser.content.model.settings import Settings
from vejviser.content.settings import using

HALF_PAST_MIDNIGHT = datetime(2026, 11, 28, 23, 30, tzinfo=UTC)
"""In Denmark it is 00:30 on the day after."""
SUMMER_NIGHT = datetime(2027, 5, 31, 23, 30, tzinfo=UTC)
"""In Denmark it is 01:30 on the first of June."""


class Clock(datetime):
    """The clock of a machine, at half past midnight in Denmark."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return HALF_PAST_MIDNIGHT.astimezone(tz)


@pytest.mark.parametrize(
    ("said", "moment", "day"),
    [
        ({"country": "DK"}, HALF_PAST_MIDNIGHT, "2026-11-29"),
        ({"country": "DK"}, SUMMER_NIGHT, "2027-06-01"),
        ({"country": "NO"}, HALF_PAST_MIDNIGHT, "2026-11-29"),
        ({"country": "GB"}, HALF_PAST_MIDNIGHT, "2026-11-28"),
        ({"country": "US"}, HALF_PAST_MIDNIGHT, "2026-11-28"),  # many time zones, and none of them is meant
        ({"country": "DK", "time_zone": "UTC"}, HALF_PAST_MIDNIGHT, "2026-11-28"),
        ({"country": "US", "time_zone": "Pacific/Honolulu"}, datetime(2026, 11, 29, 9, 0, tzinfo=UTC), "2026-11-28"),
    ],
)
def test_a_day_begins_at_midnight_where_the_portal_is(said: dict[str, str], moment: datetime, day: str) -> None:
    with using(Settings(**said)):  # type: ignore[arg-type]
        assert time_zones.day_of(moment).isoformat() == day


def test_every_command_asks_for_the_portals_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_zones, "datetime", Clock)
    with using(Settings(country="DK")):
        assert dates.build_date(None) == date(2026, 11, 29)
        assert dates.build_date(datetime(2026, 1, 2)) == date(2026, 1, 2)  # noqa: DTZ001 - as click reads a day


def test_a_day_checked_at_half_past_midnight_does_not_lie_ahead(
    portal_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`reviewed:` with the day that it is in Denmark is accepted, though it is still yesterday in UTC."""
    checklist = portal_copy / "data/checklists/foerste-moede.yml"
    text = checklist.read_text("utf-8")
    start = text.index("reviewed: ") + len("reviewed: ")
    checklist.write_text(text[:start] + "2026-11-29" + text[start + 10 :], "utf-8")

    monkeypatch.setattr(time_zones, "datetime", Clock)
    told = CliRunner().invoke(main, ["--root", str(portal_copy), "check"])
    assert "2026-11-29" not in told.output


@pytest.mark.parametrize(("name", "is_one"), [("Europe/Copenhagen", True), ("UTC", True), ("dansk tid", False)])
def test_a_time_zone_is_called_as_in_ianas_list(name: str, *, is_one: bool) -> None:
    assert time_zones.is_time_zone(name) is is_one
