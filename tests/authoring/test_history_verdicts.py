"""A history that was looked through is not looked through again, and what is wrong in it is told all the same."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.content.test_time_zones import Clock
from tests.privacy.attachments import CPR
from vejviser.authoring import git_hooks
from vejviser.content import time_zones
from vejviser.content.model.portal import Portal
from vejviser.privacy.push import FileVersion, RefUpdate
from vejviser.site import content_check
from vejviser.site.content_check import Checked

ACCEPTED = """accepted:
  - object: {blob}
    rule: cpr-in-history
    where: a.md
    reason: Et klokkeslæt
    who: Portalens udvikler
    date: 2026-11-01
"""


def git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True).stdout.strip()


def commit(root: Path, **files: str) -> str:
    """Commit files, and leave the commit where no ref leads to it, as a push does that is being received."""
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    git(root, "add", "--all", "--", ":!vejviser")
    git(root, "commit", "--quiet", "--message", "rettet")
    made = git(root, "rev-parse", "HEAD")
    git(root, "update-ref", "-d", "refs/heads/main")
    return made


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    (tmp_path / "vejviser").mkdir()
    return tmp_path


@pytest.mark.parametrize("many", [True, False])
def test_a_push_that_comes_again_is_not_read_again(
    repository: Path, monkeypatch: pytest.MonkeyPatch, many: bool
) -> None:
    monkeypatch.setattr(git_hooks, "_WORTH_KEEPING", 0 if many else 1000)
    read: list[str] = []
    scan = git_hooks.scan_version

    def counted(version: FileVersion) -> object:
        read.append(version.path)
        return scan(version)

    monkeypatch.setattr(git_hooks, "scan_version", counted)
    first = RefUpdate("", "", commit(repository, a_md=f"Klokken {CPR}.", b_md="Sig goddag."))
    found = [git_hooks.received(repository, [first], TODAY) for _ in range(2)]
    assert [problem.rule for problem in found[0]] == ["cpr-in-history"]
    assert found[1] == found[0]
    assert read == (["a.md", "b.md"] if many else ["a.md", "b.md"] * 2)


def test_what_may_pass_is_part_of_the_question(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git_hooks, "_WORTH_KEEPING", 0)
    bad = commit(repository, a_md=f"Klokken {CPR}.")
    blob = git(repository, "rev-parse", f"{bad}:a.md")
    assert git_hooks.received(repository, [RefUpdate("", "", bad)], TODAY) != ()
    accepted = commit(repository, data__privacy_yml=ACCEPTED.format(blob=blob))
    assert git_hooks.received(repository, [RefUpdate("", "", accepted)], TODAY) == ()
    assert git_hooks.received(repository, [RefUpdate("", "", bad)], TODAY) != ()


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Europe/Copenhagen", date(2026, 11, 29)), ("UTC", date(2026, 11, 28)), ("Pacific/Honolulu", date(2026, 11, 28))],
)
def test_figures_that_come_with_a_push_are_judged_on_the_portals_own_day(
    repository: Path, portal: Portal, monkeypatch: pytest.MonkeyPatch, zone: str, day: date
) -> None:
    """The server's clock says 23:30 in UTC; the portal's settings lie in the commit that comes."""
    monkeypatch.setattr(time_zones, "datetime", Clock)
    asked: list[date] = []

    def judged(_root: Path, today: date, **_options: object) -> Checked:
        asked.append(today)
        return Checked(portal, ())

    monkeypatch.setattr(content_check, "load_and_check", judged)
    (repository / "data/status").mkdir(parents=True)
    (repository / "data/status/2026-Q3.csv").write_text("code\n", "utf-8")
    came = commit(repository, portal_yml=f"country: DK\ntime_zone: {zone}\n")
    git_hooks.received(repository, [RefUpdate("", "", came)])
    assert asked == [day]
