"""From a coordinator's report to published figures: the commands, on the small portal."""

import subprocess
from pathlib import Path
from textwrap import indent

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook

from tests.conftest import TODAY
from vejviser.cli.main import main
from vejviser.content.settings import using_root
from vejviser.site.content_check import load_and_check

pytestmark = pytest.mark.slow

POLICY = """\
thresholds: [{since: 2026-Q1, threshold: 5}]
share_base: 30
goal: {share: 67, source: "rapport-2024, afsnit 8"}
"""
HEADER = (
    "code,referrals,new_matches,active_matches,ended_matches,waiting,volunteers,new_volunteers,"
    "matches_6m,matches_6m_working\n"
)
Q3 = "data/status/2026-Q3.csv"


@pytest.fixture
def root(portal_copy: Path) -> Path:
    (portal_copy / "data/status/policy.yml").write_text(POLICY, "utf-8")
    return portal_copy


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    path = tmp_path / "indberetning.csv"
    path.write_text(f"{HEADER}0801,12,10,40,6,0,50,7,20,12\n0802,3,9,30,8,11,20,2,,\n", "utf-8")
    return path


def run(root: Path, *arguments: str, today: str = "2026-11-22") -> Result:
    dated = ["--today", today] if arguments[0] in ("protect", "correct", "pages") else []
    return CliRunner().invoke(main, ["--root", str(root), "status", *arguments, *dated])


def protect(root: Path, raw: Path, period: str = "2026-Q3", today: str = "2026-11-22") -> Result:
    return run(root, "protect", str(raw), "--period", period, today=today)


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)


def figures(root: Path, path: str = Q3) -> dict[str, list[str]]:
    lines = (root / path).read_text("utf-8").splitlines()[2:]
    return {line.split(",")[0]: line.split(",")[1:] for line in lines}


def test_only_rounded_counts_reach_the_portal(root: Path, raw: Path) -> None:
    result = protect(root, raw)
    assert result.exit_code == 0, result.output
    assert all(cell == "" or int(cell) % 5 == 0 for cells in figures(root).values() for cell in cells)
    assert "afrundet til 5. Udgave 1." in result.output
    assert sorted(path.name for path in (root / "data/status").iterdir()) == ["2026-Q3.csv", "policy.yml"]
    assert load_and_check(root, TODAY).errors == ()


def test_a_published_quarter_is_shown_with_what_is_done_to_it_and_why(root: Path, raw: Path) -> None:
    protect(root, raw)
    run(root, "pages")
    page = (root / "build/status/da/kommuner/hoeje-aaoe/status.md").read_text("utf-8")
    assert "Tallene er rundet, så ingen kan genkendes." in page
    assert '<svg class="chart status-chart" role="img"' in page
    assert "2026-Q3" in (root / "build/status/da/kommuner/status.md").read_text("utf-8")


class TestAQuarterIsPublishedOnce:
    def refused(self, result: Result) -> str:
        assert result.exit_code == 1, result.output
        return result.stderr.partition("[")[2].partition("]")[0]

    def test_not_a_second_time(self, root: Path, raw: Path) -> None:
        protect(root, raw)
        before = (root / Q3).read_bytes()
        result = protect(root, raw)
        assert self.refused(result) == "status-period-published"
        assert "vejviser status correct FIL --period 2026-Q3" in result.stderr
        assert (root / Q3).read_bytes() == before

    def test_not_before_one_that_is_published(self, root: Path, raw: Path) -> None:
        protect(root, raw)
        assert self.refused(protect(root, raw, "2026-Q2")) == "status-period-order"

    @pytest.mark.parametrize("period", ["2026-Q3", "2026-Q2"])
    def test_not_after_it_was_deleted(self, root: Path, raw: Path, period: str) -> None:
        protect(root, raw)
        git(root, "init", "-q", "-b", "main")
        git(root, "add", ".")
        git(root, "commit", "-q", "-m", "Tal")
        git(root, "rm", "-q", Q3)
        git(root, "commit", "-q", "-m", "Væk")
        rule = {"2026-Q3": "status-period-deleted", "2026-Q2": "status-period-order"}[period]
        assert self.refused(protect(root, raw, period)) == rule
        assert self.refused(run(root, "correct", str(raw), "--period", period)).startswith("status-period-")

    def test_not_when_git_cannot_tell_what_was_published(self, root: Path, raw: Path) -> None:
        git(root, "init", "-q", "-b", "main")
        git(root, "add", ".")
        git(root, "commit", "-q", "-m", "Tal")
        for lost in (root / ".git/objects").glob("??/*"):
            lost.unlink()
        result = protect(root, raw)
        assert (result.exit_code, (root / Q3).exists()) == (2, False), result.output
        assert "Git svarer ikke" in result.stderr

    def test_not_after_it_was_renamed(self, root: Path, raw: Path) -> None:
        protect(root, raw)
        (root / Q3).rename(root / "data/status/2026-Q2.csv")
        assert self.refused(protect(root, raw)) == "status-seal"

    def test_not_from_a_report_that_bears_another_quarters_name(self, root: Path, raw: Path) -> None:
        other = raw.rename(raw.with_name("2026-Q2.csv"))
        assert self.refused(protect(root, other)) == "status-raw-period"

    def test_not_before_it_is_over(self, root: Path, raw: Path) -> None:
        result = protect(root, raw, "2026-Q4", today="2026-12-31")
        assert self.refused(result) == "status-period-open"
        assert "2026-12-31" in result.stderr
        assert protect(root, raw, "2026-Q4", today="2027-01-01").exit_code == 0


class TestCorrecting:
    def test_a_late_report_is_published_and_what_stands_stays(self, root: Path, raw: Path) -> None:
        one = raw.read_text("utf-8").splitlines(keepends=True)
        raw.write_text("".join(one[:2]), "utf-8")
        protect(root, raw)
        before = figures(root)
        raw.write_text("".join(one), "utf-8")
        result = run(root, "correct", str(raw), "--period", "2026-Q3")
        assert result.exit_code == 0, result.output
        assert figures(root)["0801"] == before["0801"]
        assert "0802" in figures(root)
        assert "Udgave 2." in result.output
        assert load_and_check(root, TODAY).errors == ()
        run(root, "pages")
        assert "Dette er udgave 2." in (root / "build/status/da/kommuner/status.md").read_text("utf-8")

    def test_one_person_more_is_not_seen(self, root: Path, raw: Path) -> None:
        protect(root, raw)
        before = figures(root)
        raw.write_text(raw.read_text("utf-8").replace("0801,12,", "0801,13,"), "utf-8")
        assert run(root, "correct", str(raw), "--period", "2026-Q3").exit_code == 0
        assert figures(root) == before

    def test_a_quarter_that_was_not_published_is_not_corrected(self, root: Path, raw: Path) -> None:
        result = run(root, "correct", str(raw), "--period", "2026-Q3")
        assert (result.exit_code, "[status-period-new]" in result.stderr) == (1, True)


@pytest.mark.parametrize(("old", "new"), [("0801,", "0802,"), ("\n0802,", "\n0803,"), (",40,", ",45,"), (",30,", ",,")])
def test_a_published_file_changed_by_hand_is_refused(root: Path, raw: Path, old: str, new: str) -> None:
    protect(root, raw)
    path = root / Q3
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    found = [error.rule for error in load_and_check(root, TODAY).errors if error.path == Q3]
    assert "status-seal" in found


@pytest.mark.parametrize(
    "name", ["2026-Q3.csv", "2026-Q3.xlsx", "raa.CSV", "raa.txt", "2026-Q2.csv.bak", "totals/2026-Q2.csv", ".raa.csv"]
)
def test_a_raw_file_in_the_folder_of_published_ones_is_refused(root: Path, raw: Path, name: str) -> None:
    path = root / "data/status" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(raw.read_bytes())
    result = CliRunner().invoke(main, ["--root", str(root), "check", "--today", "2026-11-22"])
    assert result.exit_code == 1
    assert f"data/status/{name}:1:1: error" in result.output


def test_a_threshold_is_not_changed_for_what_is_published(root: Path, raw: Path) -> None:
    protect(root, raw)
    policy = root / "data/status/policy.yml"
    policy.write_text(POLICY.replace("threshold: 5", "threshold: 10"), "utf-8")
    assert [error.rule for error in load_and_check(root, TODAY).errors] == ["status-policy-past"]
    policy.write_text(POLICY.replace("}]", "}, {since: 2026-Q4, threshold: 10}]"), "utf-8")
    assert load_and_check(root, TODAY).errors == ()


def test_the_rules_of_the_figures_may_stand_in_portal_yml(root: Path, raw: Path) -> None:
    protect(root, raw)
    settings, beside = root / "portal.yml", root / "data/status/policy.yml"
    without = settings.read_text("utf-8")
    settings.write_text(without + "policy:\n" + indent(POLICY, "  "), "utf-8")
    with using_root(root):
        told = load_and_check(root, TODAY).errors
    assert [(error.path, error.rule) for error in told] == [("data/status/policy.yml", "status-policy-twice")]
    beside.unlink()
    with using_root(root):
        assert load_and_check(root, TODAY).errors == ()
    settings.write_text(without + "policy:\n" + indent(POLICY.replace("threshold: 5", "threshold: 10"), "  "), "utf-8")
    with using_root(root):
        told = load_and_check(root, TODAY).errors
    assert [(error.path, error.line, error.rule) for error in told] == [
        ("portal.yml", len(without.splitlines()) + 2, "status-policy-past")
    ]


def test_a_threshold_is_only_raised(root: Path) -> None:
    policy = root / "data/status/policy.yml"
    policy.write_text(POLICY.replace("}]", "}, {since: 2026-Q4, threshold: 3}]"), "utf-8")
    assert "status-policy-order" in [error.rule for error in load_and_check(root, TODAY).errors]


def test_a_wrong_report_is_explained_and_nothing_is_written(root: Path, raw: Path) -> None:
    raw.write_text(f"{HEADER}0801,mange,,,,,,,10,12\n0999,1,,,,,,,,\n", "utf-8")
    for command in ("check", "protect", "correct"):
        result = run(root, command, str(raw), "--period", "2026-Q3")
        assert result.exit_code == 1
        assert "indberetning.csv:2:2: error" in result.stderr
        assert "indberetning.csv:3:1: error" in result.stderr
    assert not (root / Q3).exists()


def test_the_form_is_handed_in_as_the_workbook_it_is(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "indberetning.xlsx"
    book = Workbook()
    figures = book.worksheets[0]
    for line in (HEADER.strip().split(","), ["0801", 12, 10, 40, 6, 0, 50, 7, 20, "tolv"]):
        figures.append(line)
    book.save(path)
    for command in ("check", "protect", "correct"):
        result = run(root, command, str(path), "--period", "2026-Q3")
        assert result.exit_code == 1
        assert "indberetning.xlsx:2:10: error [status-raw-text] Celle J2: Kommune 0801" in result.stderr
    figures["J2"] = 12
    book.save(path)
    assert run(root, "check", str(path), "--period", "2026-Q3").exit_code == 0
    assert protect(root, path).exit_code == 0
    figures["B2"] = 60
    book.save(path)
    assert "Udgave 2." in run(root, "correct", str(path), "--period", "2026-Q3").output
    assert load_and_check(root, TODAY).errors == ()


def test_the_raw_file_must_not_lie_in_the_portal(root: Path, raw: Path) -> None:
    inside = root / "data" / "raa.csv"
    inside.write_bytes(raw.read_bytes())
    result = protect(root, inside)
    assert (result.exit_code, "[status-raw-inside]" in result.stderr) == (1, True)


def test_the_empty_form_lists_every_municipality(root: Path, tmp_path: Path) -> None:
    assert run(root, "template", "--period", "2026-Q4", "--out", str(tmp_path / "ud")).exit_code == 0
    assert (tmp_path / "ud/statustal-2026-Q4.csv").read_text("utf-8") == f"{HEADER}0801,,,,,,,,,\n0802,,,,,,,,,\n"
    assert run(root, "template", "--period", "2026-5").exit_code == 2
