"""From a coordinator's report to protected figures: the commands, on the small portal."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.conftest import TODAY
from vejviser.build import gather
from vejviser.cli import main

POLICY = 'threshold: 5\ncontributors: 2\nshare_base: 100\ngoal: {share: 67, source: "rapport-2024, afsnit 8"}\n'
HEADER = (
    "code,referrals,new_matches,active_matches,ended_matches,waiting,volunteers,new_volunteers,"
    "matches_6m,matches_6m_working\n"
)


@pytest.fixture
def root(portal_copy: Path) -> Path:
    (portal_copy / "data/status/policy.yml").write_text(POLICY, "utf-8")
    return portal_copy


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    path = tmp_path / "indberetning.csv"
    path.write_text(f"{HEADER}0801,12,10,40,6,0,50,7,20,12\n0802,3,9,30,8,11,20,2,,\n", "utf-8")
    return path


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "status", *arguments])


def test_small_counts_never_reach_the_portal(root: Path, raw: Path) -> None:
    result = run(root, "protect", str(raw), "--period", "2026-Q3", "--today", "2026-11-22")
    assert result.exit_code == 0, result.output
    published = (root / "data/status/2026-Q3.csv").read_text("utf-8")
    rows = [line.split(",")[1:] for line in published.splitlines()[1:]]
    assert not [cell for row in rows for cell in row if cell in {"1", "2", "3", "4"}]
    assert "skjult som små" in result.output
    assert gather(root, TODAY).errors == ()


def test_a_protected_quarter_is_shown_with_what_is_hidden_and_why(root: Path, raw: Path) -> None:
    run(root, "protect", str(raw), "--period", "2026-Q3", "--today", "2026-11-22")
    run(root, "pages", "--today", "2026-11-22")
    page = (root / "build/status/da/kommuner/hoeje-aaoe/status.md").read_text("utf-8")
    assert "Antal fra 1 til 4 er skjult" in page
    assert '<svg class="chart status-chart" role="img"' in page
    assert "2026-Q3" in (root / "build/status/da/kommuner/status.md").read_text("utf-8")


def test_an_unprotected_cell_in_a_published_file_is_refused(root: Path, raw: Path) -> None:
    run(root, "protect", str(raw), "--period", "2026-Q3", "--today", "2026-11-22")
    path = root / "data/status/2026-Q3.csv"
    path.write_text(path.read_text("utf-8").replace("0802,x", "0802,3"), "utf-8")
    found = [it for it in gather(root, TODAY).errors if it.path.startswith("data/status/")]
    assert ("status-small-count", 3, 2) in [(it.rule, it.line, it.column) for it in found]


def test_a_wrong_report_is_explained_and_nothing_is_written(root: Path, raw: Path) -> None:
    raw.write_text(f"{HEADER}0801,mange,,,,,,,10,12\n0999,1,,,,,,,,\n", "utf-8")
    for command in ("check", "protect"):
        result = run(root, command, str(raw), "--period", "2026-Q3")
        assert result.exit_code == 1
        assert "indberetning.csv:2:2: error" in result.stderr
        assert "indberetning.csv:3:1: error" in result.stderr
    assert not (root / "data/status/2026-Q3.csv").exists()


def test_the_raw_file_must_not_lie_in_the_portal(root: Path, raw: Path) -> None:
    inside = root / "data" / "raa.csv"
    inside.write_bytes(raw.read_bytes())
    result = run(root, "protect", str(inside), "--period", "2026-Q3")
    assert (result.exit_code, "[status-raw-inside]" in result.stderr) == (1, True)


def test_the_empty_form_lists_every_municipality(root: Path, tmp_path: Path) -> None:
    assert run(root, "template", "--period", "2026-Q4", "--out", str(tmp_path / "ud")).exit_code == 0
    assert (tmp_path / "ud/statustal-2026-Q4.csv").read_text("utf-8") == f"{HEADER}0801,,,,,,,,,\n0802,,,,,,,,,\n"
    assert run(root, "template", "--period", "2026-5").exit_code == 2
