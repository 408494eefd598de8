"""The hooks on an editor's machine, for real: commits and pushes that go through, and those that do not."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.privacy.attachments import CPR, docx

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
CHAPTER = "docs/da/haandboeger/ven/moedet.md"


def git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=False)


def wrote(root: Path, path: str, text: str) -> None:
    (root / path).write_text(text, "utf-8")


def told(done: subprocess.CompletedProcess[str]) -> str:
    return done.stdout + done.stderr


@pytest.fixture
def desk(portal_copy: Path, tmp_path: Path) -> Path:
    """The small portal on an editor's machine: a clone with our hooks, and a bare repository to push to."""
    shutil.copytree(ROOT / "scripts" / "hooks", portal_copy / "scripts" / "hooks")
    (portal_copy / ".venv").symlink_to(ROOT / ".venv")
    wrote(portal_copy, ".gitignore", "/.venv\n")
    git(tmp_path, "init", "--quiet", "--bare", "others.git")
    git(portal_copy, "init", "--quiet", "--initial-branch=main")
    git(portal_copy, "remote", "add", "origin", str(tmp_path / "others.git"))
    git(portal_copy, "add", "-A")
    git(portal_copy, "commit", "--quiet", "-m", "start")
    git(portal_copy, "push", "--quiet", "-u", "origin", "main")
    assert subprocess.run(["scripts/hooks/install"], cwd=portal_copy, check=True, capture_output=True)
    return portal_copy


def test_a_sound_change_goes_all_the_way(desk: Path) -> None:
    wrote(desk, CHAPTER, (desk / CHAPTER).read_text("utf-8").replace("hvad I aftalte", "hvad I aftalte i dag"))
    assert git(desk, "commit", "-am", "x").returncode == 0
    assert git(desk, "push").returncode == 0


def test_a_cpr_number_does_not_even_get_into_a_commit(desk: Path) -> None:
    text = (desk / CHAPTER).read_text("utf-8")
    wrote(desk, CHAPTER, text.replace("Sig goddag.", f"Sig goddag til {CPR}."))
    done = git(desk, "commit", "-am", "x")
    assert done.returncode == 1
    assert f"{CHAPTER}:12:16: error [cpr-number]" in told(done)
    assert CPR not in told(done)


def test_what_is_committed_counts_and_not_what_lies_on_the_desk(desk: Path) -> None:
    text = (desk / CHAPTER).read_text("utf-8")
    wrote(desk, CHAPTER, text.replace("Sig goddag.", f"Sig goddag til {CPR}."))
    git(desk, "add", CHAPTER)
    wrote(desk, CHAPTER, text)
    assert "cpr-number" in told(git(desk, "commit", "-m", "x"))
    (desk / "noter.txt").write_text(CPR)
    git(desk, "add", CHAPTER)
    assert git(desk, "commit", "-m", "x", "--allow-empty").returncode == 0


def test_an_attachment_is_looked_into(desk: Path) -> None:
    (desk / "docs/da/referat.docx").write_bytes(docx(f"<w:p><w:t>{CPR}</w:t></w:p>"))
    git(desk, "add", "-A")
    assert "cpr-in-file" in told(git(desk, "commit", "-m", "x"))


def test_a_number_that_was_committed_and_deleted_again_is_not_sent(desk: Path) -> None:
    text = (desk / CHAPTER).read_text("utf-8")
    wrote(desk, CHAPTER, text.replace("Sig goddag.", f"Sig goddag til {CPR}."))
    git(desk, "commit", "-am", "forkert", "--no-verify")
    wrote(desk, CHAPTER, text)
    assert git(desk, "commit", "-am", "rettet").returncode == 0
    done = git(desk, "push")
    assert done.returncode == 1
    assert f"{CHAPTER}:12:16: error [cpr-in-history]" in told(done)
    assert "Send intet" in told(done)


@pytest.mark.parametrize(
    ("arguments", "rule"),
    [
        (["-m", f"Rettet for {CPR}"], "private-in-message"),
        (["-m", "rettet", "--author", f"Ali {CPR} <a@example.org>"], "private-in-author"),
    ],
)
def test_a_message_that_leads_to_a_person_does_not_get_into_a_commit(
    desk: Path, arguments: list[str], rule: str
) -> None:
    done = git(desk, "commit", "--allow-empty", *arguments)
    assert (done.returncode, f"[{rule}]" in told(done), CPR in told(done)) == (1, True, False), told(done)
    assert git(desk, "commit", "--allow-empty", "--no-verify", *arguments).returncode == 0
    sent = git(desk, "push")
    assert (sent.returncode, f"[{rule}]" in told(sent)) == (1, True), told(sent)


def test_what_git_says_below_a_message_is_not_in_it(desk: Path) -> None:
    message = f"rettet\n# {CPR}\n# ------------------------ >8 ------------------------\n{CPR}\n"
    wrote(desk, ".git/besked", message)
    assert git(desk, "commit", "--allow-empty", "--cleanup=scissors", "-F", ".git/besked").returncode == 0


def test_a_tag_a_note_and_a_name_are_looked_at_before_they_are_sent(desk: Path) -> None:
    git(desk, "tag", "-m", f"Om {CPR}", "v1")
    git(desk, "notes", "add", "-m", f"Om {CPR}")
    for refs in (["v1"], ["refs/notes/commits"], [f"HEAD:refs/heads/{CPR}"], ["HEAD:refs/replace/x"]):
        assert git(desk, "push", "origin", *refs).returncode == 1, refs
    git(desk, "tag", "-f", "-m", "Udgave 1", "v1")
    assert git(desk, "push", "origin", "v1", "HEAD:kladde/gaver").returncode == 0


def test_nothing_is_hidden_from_the_hooks(desk: Path) -> None:
    wrote(desk, ".gitattributes", "docs/da/skjult.md export-ignore\n")
    wrote(desk, "docs/da/skjult.md", f"---\ntitle: A\nsummary: B.\n---\n{CPR}\n")
    git(desk, "add", "-A")
    git(desk, "commit", "--no-verify", "-m", "x")
    assert "docs/da/skjult.md:5:1: error [cpr-number]" in told(git(desk, "push"))


def test_a_link_out_of_the_project_is_told_before_it_is_sent(desk: Path) -> None:
    (desk / "docs/da/vaert.md").symlink_to("/etc/hosts")
    git(desk, "add", "-A")
    assert "[file-leads-out]" in told(git(desk, "commit", "-m", "x"))
    git(desk, "commit", "--no-verify", "-m", "x")
    done = git(desk, "push")
    assert (done.returncode, "[file-leads-out]" in told(done), "Traceback" in told(done)) == (1, True, False)


def test_the_first_push_to_a_new_place_is_looked_through_from_the_beginning(desk: Path, tmp_path: Path) -> None:
    wrote(desk, "docs/da/x.md", CPR)
    git(desk, "add", "-A")
    git(desk, "commit", "--no-verify", "-m", "x")
    git(desk, "push", "--no-verify")
    git(desk, "rm", "-q", "docs/da/x.md")
    git(desk, "commit", "-m", "y")
    assert git(desk, "push").returncode == 0
    git(tmp_path, "init", "--quiet", "--bare", "nyt.git")
    assert "[cpr-in-history]" in told(git(desk, "push", str(tmp_path / "nyt.git"), "main"))


def test_made_up_numbers_of_tests_may_be_sent(desk: Path) -> None:
    (desk / "tests").mkdir()
    wrote(desk, "tests/test_x.py", f"CPR = '{CPR}'\n")
    git(desk, "add", "-A")
    git(desk, "commit", "-m", "x")
    wrote(desk, "tests/test_x.py", "\n")
    git(desk, "commit", "-am", "y")
    assert git(desk, "push").returncode == 0


def test_deleting_a_branch_asks_nothing(desk: Path) -> None:
    git(desk, "push", "origin", "main:kladde")
    assert git(desk, "push", "origin", "--delete", "kladde").returncode == 0


def test_a_hook_of_ones_own_is_kept(desk: Path) -> None:
    hook = desk / ".git/hooks/pre-commit"
    hook.unlink()
    hook.write_text("#!/bin/sh\n")
    done = subprocess.run(["scripts/hooks/install"], cwd=desk, check=True, capture_output=True, text=True)
    assert "before-vejviser" in done.stdout
    assert (desk / ".git/hooks/pre-commit.before-vejviser").read_text() == "#!/bin/sh\n"


def test_without_vejviser_the_hook_says_how_to_get_it(desk: Path) -> None:
    (desk / ".venv").unlink()
    done = git(desk, "commit", "--allow-empty", "-m", "x")
    assert done.returncode == 1
    assert "make site" in told(done)
