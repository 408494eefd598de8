"""Plan in, days out. The browser does the same: tests/browser compares the two."""

from datetime import date

import pytest

from vejviser.content.model.checklist import FollowUp
from vejviser.content.model.follow_ups import days


def plan(start: str, **keys: object) -> list[str]:
    follow_up = FollowUp.model_validate({"id": "x", "title": {"da": "x"}, **keys})
    return [day.isoformat() for day in days(follow_up, date.fromisoformat(start))]


@pytest.mark.parametrize(
    ("start", "keys", "expected"),
    [
        ("2026-01-31", {"offset": "P1D"}, ["2026-02-01"]),
        ("2026-01-31", {"offset": "P1M"}, ["2026-02-28"]),
        ("2028-01-31", {"offset": "P1M"}, ["2028-02-29"]),
        (
            "2028-02-29",
            {"offset": "P1Y", "repeat": "P1Y", "count": 4},
            ["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"],
        ),
        ("2026-01-31", {"offset": "P1M", "repeat": "P1M", "until": "P3M"}, ["2026-02-28", "2026-03-31", "2026-04-30"]),
        ("2026-08-31", {"offset": "P3M", "repeat": "P3M", "until": "P6M"}, ["2026-11-30", "2027-02-28"]),
        ("2026-03-31", {"offset": "-P1M"}, ["2026-02-28"]),
        ("2026-03-30", {"offset": "-P4W", "repeat": "P1W", "until": "-P3W"}, ["2026-03-02", "2026-03-09"]),
        ("2026-01-31", {"offset": "P1M1D"}, ["2026-03-01"]),
    ],
)
def test_each_time_is_counted_from_the_start(start: str, keys: dict[str, object], expected: list[str]) -> None:
    assert plan(start, **keys) == expected
