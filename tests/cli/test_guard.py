"""`vejviser guard accept`: a false alarm in git's history is looked at once, written down, and asked about no more."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.conftest import TODAY
from tests.privacy.attachments import CPR
from vejviser.cli.main import main
from vejviser.content.load.portal import load_portal
from vejviser.site.content_check import load_and_check

pytestmark = pytest.mark.slow

PRIVACY = "# Vores hovednummer\nnumbers: []  # ingen endnu\n\n# Fælles postkasser\naddresses: []\n"


def git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True).stdout.strip()


def guard(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "guard", *arguments])


@pytest.fixture
def desk(portal_copy: Path) -> Path:
    """A repository with a false alarm in a file, in a message and in a note, and nothing wrong in its files today."""
    page = portal_copy / "docs/adr/0001-x.md"
    page.parent.mkdir()
    git(portal_copy, "init", "--quiet")
    (portal_copy / "data/privacy.yml").write_text(PRIVACY, "utf-8")
    page.write_text(f"# X\n\nKlokken {CPR}.\n", "utf-8")
    git(portal_copy, "add", "--all")
    git(portal_copy, "commit", "--quiet", "--message", f"Klokken {CPR}")
    page.write_text("# X\n\nKlokken halv tre.\n", "utf-8")
    git(portal_copy, "commit", "--quiet", "--all", "--message", "rettet")
    git(portal_copy, "notes", "add", "--message", f"Klokken {CPR}")
    return portal_copy


def accept(desk: Path, name: str, reason: str = "Et klokkeslæt") -> Result:
    return guard(desk, "accept", name, "--reason", reason, "--who", "Portalens udvikler", "--today", "2026-11-01")


def test_what_is_accepted_stops_nobody_any_more(desk: Path) -> None:
    blob = git(desk, "rev-parse", "HEAD~1:docs/adr/0001-x.md")
    before = guard(desk, "pushed", "HEAD")
    assert before.exit_code == 1
    assert f"vejviser guard accept {blob}" in before.output
    for name in (blob[:12], git(desk, "rev-parse", "HEAD~1")):
        assert accept(desk, name).exit_code == 0
    git(desk, "commit", "--quiet", "--all", "--message", "set efter")
    assert guard(desk, "pushed", "HEAD").output == ""


def test_the_file_keeps_its_comments_and_says_what_was_seen(desk: Path) -> None:
    blob = git(desk, "rev-parse", "HEAD~1:docs/adr/0001-x.md")
    done = accept(desk, blob)
    assert done.output == "Skrevet i data/privacy.yml: [cpr-in-history] docs/adr/0001-x.md\n"
    assert (desk / "data/privacy.yml").read_text("utf-8") == (
        f"{PRIVACY}accepted:\n  - object: {blob}\n    rule: cpr-in-history\n    where: docs/adr/0001-x.md\n"
        "    reason: Et klokkeslæt\n    who: Portalens udvikler\n    date: 2026-11-01\n"
    )
    assert CPR not in (desk / "data/privacy.yml").read_text("utf-8")
    assert load_and_check(desk, TODAY).errors == ()


def test_a_note_is_accepted_as_what_it_is(desk: Path) -> None:
    note = git(desk, "ls-tree", "-r", "--object-only", "refs/notes/commits")
    assert accept(desk, note).exit_code == 0
    assert [item.rule for item in load_portal(desk).portal.privacy.accepted] == ["private-in-message"]


@pytest.mark.parametrize(
    ("name", "reason", "said"),
    [
        ("HEAD:mkdocs.yml", "Et klokkeslæt", "Vagten finder intet i HEAD:mkdocs.yml"),
        ("123456789012", "Et klokkeslæt", "Git kender ikke 123456789012"),
        ("HEAD~1", " ", "Skriv, hvad det er i virkeligheden"),
    ],
)
def test_what_cannot_be_accepted(desk: Path, name: str, reason: str, said: str) -> None:
    done = accept(desk, name, reason)
    assert (done.exit_code, said in done.output) == (2, True), done.output
    assert (desk / "data/privacy.yml").read_text("utf-8") == PRIVACY


def test_content_that_is_accepted_does_not_take_a_name_along(desk: Path) -> None:
    """What is accepted are these bytes; a name with a number in it is the commit's, and is asked about by itself."""
    blob = git(desk, "rev-parse", "HEAD~1:docs/adr/0001-x.md")
    accept(desk, blob)
    named = desk / f"docs/adr/{CPR}/x.md"
    named.parent.mkdir()
    named.write_text(git(desk, "cat-file", "blob", blob) + "\n", "utf-8")
    git(desk, "add", "--all")
    git(desk, "commit", "--quiet", "--message", "navn")
    shutil.rmtree(named.parent)
    git(desk, "commit", "--quiet", "--all", "--message", "rettet")
    assert accept(desk, git(desk, "rev-parse", "HEAD~3")).exit_code == 0  # the message
    git(desk, "commit", "--quiet", "--all", "--message", "set efter")
    commit = git(desk, "rev-parse", "HEAD~2")
    told = guard(desk, "pushed", "HEAD")
    assert f"docs/adr:1:1: error [cpr-in-history] I commit {commit[:12]}" in told.output
    assert CPR not in told.output
    assert accept(desk, commit).exit_code == 0
    git(desk, "commit", "--quiet", "--all", "--message", "navnet også")
    assert guard(desk, "pushed", "HEAD").output == ""


def test_nothing_is_accepted_twice(desk: Path) -> None:
    assert accept(desk, "HEAD~1").exit_code == 0
    assert accept(desk, "HEAD~1").exit_code == 2


ENTRY = {
    "object": "ab" * 20,
    "rule": "cpr-in-history",
    "where": "x.md",
    "reason": "En dato",
    "who": "R",
    "date": "2026-11-01",
}


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({}, "accepted-not-needed"),  # git has no such object
        ({"date": "2062-11-01"}, "accepted-in-future"),
        ({"date": "i går"}, "date-expected"),
        ({"reason": None}, "missing-key"),
        ({"reason": "''"}, "empty-text"),
        ({"who": None}, "missing-key"),
        ({"object": "38c6143"}, "wrong-form"),
        ({"rule": "cpr-number"}, "value-not-allowed"),
    ],
)
def test_mistakes_in_the_list(desk: Path, changed: dict[str, str | None], rule: str) -> None:
    lines = [f"    {key}: {value}\n" for key, value in {**ENTRY, **changed}.items() if value is not None]
    text = "accepted:\n  - " + "".join(lines).lstrip()
    (desk / "data/privacy.yml").write_text(text, "utf-8")
    told = [
        (problem.path, problem.rule, problem.severity)
        for problem in load_and_check(desk, TODAY).problems
        if problem.path == "data/privacy.yml"
    ]
    severity = "warning" if rule == "accepted-not-needed" else "error"
    assert ("data/privacy.yml", rule, severity) in told


def test_an_entry_that_finds_nothing_is_told_and_one_that_does_is_not(desk: Path) -> None:
    accept(desk, "HEAD~1")
    assert "accepted-not-needed" not in {problem.rule for problem in load_and_check(desk, TODAY).problems}
    privacy = desk / "data/privacy.yml"
    other = git(desk, "rev-parse", "HEAD")
    privacy.write_text(privacy.read_text("utf-8").replace(git(desk, "rev-parse", "HEAD~1"), other), "utf-8")
    assert "accepted-not-needed" in {problem.rule for problem in load_and_check(desk, TODAY).problems}


def test_without_the_whole_history_nobody_can_tell_what_is_needed(desk: Path, tmp_path: Path) -> None:
    accept(desk, "HEAD~1")
    git(desk, "commit", "--quiet", "--all", "--message", "set efter")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{desk}", "kort")
    (tmp_path / "kort/data/status").mkdir(exist_ok=True)
    assert "accepted-not-needed" not in {problem.rule for problem in load_and_check(tmp_path / "kort", TODAY).problems}


@pytest.mark.parametrize("command", ["pushed", "received"])
def test_what_git_does_not_know_is_not_let_through(desk: Path, command: str) -> None:
    where = ["--repository", os.fspath(desk)] if command == "received" else []
    done = guard(desk, command, *where, "1" * 40)
    assert (done.exit_code, "Git kender ikke" in done.output) == (2, True), done.output
