"""The file of a quarter, written, sealed and read again."""

import pytest

from tests.statistics.examples import published
from vejviser.content.load.files import TextFile
from vejviser.content.load.statistics import parse_status
from vejviser.content.model.statistics import read_checksum, with_checksum
from vejviser.statistics.published_csv import status_csv

QUARTER = published("code refs m6 work\n0101 40 60 40\n0103 5 70 50\n0105 10 80 60\n0107 10 - -")
TABLE = """\
code,referrals,new_matches,active_matches,ended_matches,waiting,volunteers,new_volunteers,matches_6m,matches_6m_working
0101,40,,,,,,,60,40
0103,5,,,,,,,70,50
0105,10,,,,,,,80,60
0107,10,,,,,,,,
"""


def read(text: str, path: str = "data/status/2026-Q3.csv") -> list[str]:
    """Return what is wrong with a file."""
    period, problems = parse_status(TextFile(path, text))
    assert (period is None) == bool(problems)
    return [f"{problem.line}:{problem.column} {problem.rule}" for problem in problems]


def test_the_file() -> None:
    first, _, table = status_csv(QUARTER).partition("\n")
    assert first.startswith("# period=2026-Q3 version=1 base=5 seal=")
    assert table == TABLE


def test_the_loader_reads_what_is_written() -> None:
    period, problems = parse_status(TextFile("data/status/2026-Q3.csv", status_csv(QUARTER)))
    assert problems == ()
    assert period is not None
    assert (period.rows, period.base, period.version) == (QUARTER.status.rows, 5, 1)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_seal_holds_whatever_git_does_to_line_ends(ends: str, mark: str) -> None:
    seal = read_checksum(mark + status_csv(QUARTER).replace("\n", ends))
    assert seal is not None
    assert seal.holds


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("0101,40,", "0101,45,"),
        ("0107,10,,", "0107,10,5,"),
        ("0107,10,,,,,,,,\n", ""),
        ("version=1", "version=2"),
        ("base=5", "base=10"),
        ("period=2026-Q3", "period=2026-Q4"),
    ],
)
def test_a_file_changed_by_hand_is_told(old: str, new: str) -> None:
    assert "1:1 status-seal" in read(status_csv(QUARTER).replace(old, new))


def test_a_file_with_another_name_is_told() -> None:
    assert read(status_csv(QUARTER), "data/status/2026-Q4.csv") == ["1:1 status-seal"]


def test_a_file_that_we_have_not_written_is_told_with_all_that_is_wrong() -> None:
    raw = "code,referrals,new_matches,active_matches,ended_matches,waiting,volunteers,new_volunteers,matches_6m,matches_6m_working\n"
    assert read(f"{raw}0101,-1,,,,,,,,\n0101,mange\n") == [
        "1:1 status-unsealed",
        "2:2 status-cell",
        "3:1 status-columns",
    ]


def test_what_is_not_rounded_is_told_even_under_a_seal() -> None:
    text = with_checksum(TABLE.replace("0103,5,", "0103,3,"), "2026-Q3", 1, 5)
    assert read(text) == ["4:2 status-cell"]


def test_an_old_file_keeps_the_columns_it_had() -> None:
    period, problems = parse_status(
        TextFile("data/status/2026-Q3.csv", with_checksum("code,referrals,waiting\n0101,40,5\n", "2026-Q3", 1, 5))
    )
    assert problems == ()
    assert period is not None
    assert period.columns == ("referrals", "waiting")
    assert (period.rows[0].cells["waiting"], period.rows[0].cells["volunteers"]) == (5, None)


@pytest.mark.parametrize("header", ["code,waiting,referrals", "kode,referrals", "code,referrals,navn"])
def test_a_wrong_header_is_told(header: str) -> None:
    assert read(with_checksum(f"{header}\n", "2026-Q3", 1, 5)) == ["2:1 status-header"]
