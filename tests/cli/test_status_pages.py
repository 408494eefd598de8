"""Status data in, status pages out: the command a coordinator's figures go through."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from vejviser.cli.main import main

HEADER = (
    "code,referrals,new_matches,active_matches,ended_matches,waiting,volunteers,new_volunteers,"
    "matches_6m,matches_6m_working\n"
)


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "status", "pages", "--today", "2026-11-22", *arguments])


def page(root: Path, slug: str) -> str:
    return (root / "build/status/da/kommuner" / slug / "status.md").read_text("utf-8")


def test_one_page_a_municipality_and_the_same_twice(portal_copy: Path) -> None:
    assert run(portal_copy).output == "6 sider skrevet, 0 uændrede, 0 fjernet i build/status\n"
    assert run(portal_copy).output == "0 sider skrevet, 6 uændrede, 0 fjernet i build/status\n"
    assert run(portal_copy, "--check").exit_code == 0


def test_where_nothing_is_reported_the_page_says_so_and_what_is_known(portal_copy: Path) -> None:
    run(portal_copy)
    assert "Der er ikke indberettet tal for Prøveby Kommune." in page(portal_copy, "proeveby")
    assert "Formelt samarbejde" in page(portal_copy, "proeveby")
    assert "er ikke oplyst" in page(portal_copy, "hoeje-aaoe")


def test_only_one_municipality(portal_copy: Path) -> None:
    assert run(portal_copy, "--only", "0802").output.startswith("2 sider skrevet")
    assert not (portal_copy / "build/status/da/kommuner/proeveby").exists()
    assert run(portal_copy, "--only", "0999").exit_code == 2


def test_a_new_fact_makes_the_pages_out_of_date(portal_copy: Path) -> None:
    run(portal_copy)
    path = portal_copy / "data/kommuner/0801-proeveby.yml"
    path.write_text(path.read_text("utf-8").replace("level: formal", "level: present"), "utf-8")
    result = run(portal_copy, "--check")
    assert result.exit_code == 1
    assert result.output.splitlines()[:2] == ["da/kommuner/proeveby/status.md", "en/kommuner/proeveby/status.md"]


@pytest.mark.parametrize(
    ("row", "place"), [("0801,-1,,,,,,,,", "2:2"), ("0801,mange,,,,,,,,", "2:2"), ("0801,1", "2:1")]
)
def test_a_wrong_row_is_named_and_nothing_is_written(portal_copy: Path, row: str, place: str) -> None:
    (portal_copy / "data/status/2026-Q3.csv").write_text(f"{HEADER}{row}\n", "utf-8")
    result = run(portal_copy)
    assert result.exit_code == 1
    assert f"data/status/2026-Q3.csv:{place}: error" in result.stderr
    assert not (portal_copy / "build").exists()


def test_what_editors_wrote_is_never_removed(portal_copy: Path) -> None:
    before = sorted((portal_copy / "docs").rglob("*"))
    result = run(portal_copy, "--out", "docs")
    assert (result.exit_code, "ville blive slettet" in result.output) == (2, True)
    assert sorted((portal_copy / "docs").rglob("*")) == before
