"""The two files of a quarter, written and read again."""

import pytest

from tests.status.examples import published
from vejviser.load.files import TextFile
from vejviser.load.status import INVENTED_MARK as LOADED_MARK
from vejviser.load.status import parse_status
from vejviser.status.published import INVENTED_MARK, parse_totals, status_csv, totals_csv

QUARTER = published("code refs m6 work\n0101 40 60 40\n0103 3 70 50\n0105 12 80 60\n0107 9 - -")


def test_the_municipalities_file() -> None:
    assert (
        status_csv(QUARTER)
        == """\
code,referrals,new_matches,active_matches,ended_matches,waiting,volunteers,new_volunteers,matches_6m,matches_6m_working
0101,40,,,,,,,60,40
0103,x,,,,,,,70,50
0105,12,,,,,,,80,60
0107,x,,,,,,,,
"""
    )


def test_the_file_of_totals() -> None:
    assert (
        totals_csv(QUARTER)
        == """\
area,referrals,new_matches,active_matches,ended_matches,waiting,volunteers,new_volunteers,working_share
nord,64,,,,,,,71
dk,64,,,,,,,71
"""
    )


def test_the_loader_reads_what_is_written() -> None:
    assert LOADED_MARK == INVENTED_MARK
    period, problems = parse_status(_file("data/status/2026-Q3.csv", status_csv(QUARTER)))
    assert problems == ()
    assert period is not None
    assert period.rows == QUARTER.status.rows


def test_totals_are_read_as_they_were_written() -> None:
    totals, problems = parse_totals(totals_csv(QUARTER), period="2026-Q3", path="t.csv")
    assert problems == ()
    assert totals is not None
    assert (totals.sums, totals.shares) == (QUARTER.totals.sums, QUARTER.totals.shares)
    assert totals.lines == {"nord": 2, "dk": 3}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("area,", "region,", "1:1 status-totals-header"),
        ("nord,64", "nord,6.4", "2:2 status-cell"),
        ("nord,64,", "nord,64,,", "2:1 status-columns"),
        ("dk,", "nord,", "3:1 status-totals-twice"),
    ],
)
def test_wrong_totals_are_named(old: str, new: str, expected: str) -> None:
    totals, problems = parse_totals(totals_csv(QUARTER).replace(old, new, 1), period="2026-Q3", path="t.csv")
    assert totals is None
    assert [f"{it.line}:{it.column} {it.rule}" for it in problems] == [expected]


def _file(path: str, text: str) -> TextFile:
    return TextFile(path, text)
