"""What a server takes in: nothing that was ever wrong in a way that cannot be taken back."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.load.papers import CPR

ROOT = Path(__file__).parents[2]
CHAPTER = "docs/da/haandboeger/ven/moedet.md"
RAW = "kommune;referrals;new_matches;active_matches;ended_matches;waiting\n0801;3;1;2;0;1\n"


@pytest.fixture
def desk(portal_copy: Path, tmp_path: Path) -> Path:
    """A clone without hooks of its own, and a server that has ours before the push but none after it."""
    server = tmp_path / "portal.git"
    made = [ROOT / "scripts/git-server", server, tmp_path / "www"]
    subprocess.run(made, env={"PYTHON": sys.executable, "PATH": "/usr/bin:/bin"}, check=True, capture_output=True)
    (server / "hooks/post-receive").unlink()
    git(portal_copy, "init", "--quiet", "--initial-branch=main")
    git(portal_copy, "remote", "add", "origin", str(server))
    git(portal_copy, "add", "-A")
    git(portal_copy, "commit", "--quiet", "-m", "start")
    assert git(portal_copy, "push", "origin", "main").returncode == 0
    return portal_copy


def git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=False)


def sent(desk: Path, path: str, text: str) -> str:
    """Commit a text, take it away again, push both, and give what the server answers."""
    place = desk / path
    before = place.read_text("utf-8") if place.exists() else None
    place.write_text(text, "utf-8")
    git(desk, "add", "-A")
    git(desk, "commit", "-m", "forkert")
    place.unlink() if before is None else place.write_text(before, "utf-8")
    git(desk, "commit", "-am", "rettet")
    done = git(desk, "push", "origin", "main")
    head = git(desk, "rev-parse", "HEAD").stdout.strip()
    there = git(desk, "ls-remote", "origin", "main").stdout.split()[0]
    assert (done.returncode == 0) == (there == head)
    return done.stderr


def test_a_number_that_was_deleted_again_is_not_taken_in(desk: Path) -> None:
    text = (desk / CHAPTER).read_text("utf-8")
    answer = sent(desk, CHAPTER, text.replace("Sig goddag.", f"Sig goddag til {CPR}."))
    assert "error [cpr-in-history]" in answer
    assert "AFVIST" in answer
    assert CPR not in answer


def test_raw_figures_that_were_deleted_again_are_not_taken_in(desk: Path) -> None:
    assert "error [raw-status-in-history]" in sent(desk, "tal.csv", RAW)


def test_an_ordinary_mistake_that_was_mended_is_taken_in(desk: Path) -> None:
    text = (desk / CHAPTER).read_text("utf-8")
    assert "AFVIST" not in sent(desk, CHAPTER, text.replace("Sig goddag.", "Sig [goddag](findes-ikke.md)."))


def test_what_the_server_has_already_is_not_held_against_a_later_push(desk: Path) -> None:
    hook = Path(git(desk, "remote", "get-url", "origin").stdout.strip()) / "hooks/pre-receive"
    shutil.move(hook, hook.with_name("aside"))
    text = (desk / CHAPTER).read_text("utf-8")
    sent(desk, CHAPTER, text.replace("Sig goddag.", f"Sig goddag til {CPR}."))
    shutil.move(hook.with_name("aside"), hook)
    (desk / CHAPTER).write_text(text.replace("Sig goddag.", "Sig goddag til alle."), "utf-8")
    git(desk, "commit", "-am", "videre")
    assert git(desk, "push", "origin", "main").returncode == 0
