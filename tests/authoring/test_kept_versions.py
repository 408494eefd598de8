"""What a version says is kept when it is locked; what was locked before is found in git, or not at all."""

import subprocess
from pathlib import Path

from tests.two_versions import FOLDER, edit, raise_version, two_versions
from vejviser.authoring.version_lock import lock_versions

KEPT = f"{FOLDER}/versions"


def git(root: Path, *arguments: str) -> None:
    own = ["-c", "user.name=Redaktør", "-c", "user.email=redaktor@portal.invalid", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *own, *arguments], cwd=root, check=True, capture_output=True)


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-m", "x")


def kept(root: Path) -> list[str]:
    return sorted(path.relative_to(root / KEPT).as_posix() for path in (root / KEPT).rglob("*") if path.is_file())


def test_each_version_is_kept_as_it_was_locked(portal_copy: Path) -> None:
    before = (portal_copy / FOLDER / "da.md").read_bytes()
    two_versions(portal_copy)
    assert kept(portal_copy) == ["1.1/da.md", "1.1/material.yml", "1.2/da.md", "1.2/material.yml"]
    assert (portal_copy / KEPT / "1.1/da.md").read_bytes() == before
    for name in ("da.md", "material.yml"):
        assert (portal_copy / KEPT / "1.2" / name).read_bytes() == (portal_copy / FOLDER / name).read_bytes()


def test_the_command_names_what_it_kept_and_writes_nothing_twice(portal_copy: Path) -> None:
    assert lock_versions(portal_copy, ["aftale"]) == [f"{KEPT}/1.1/material.yml", f"{KEPT}/1.1/da.md"]
    assert lock_versions(portal_copy, ["aftale"]) == []


def test_a_mended_spelling_is_kept_too(portal_copy: Path) -> None:
    two_versions(portal_copy)
    edit(portal_copy, "da.md", "Begge kan", "Begge parter kan")
    lock_versions(portal_copy, ["aftale"])
    assert "Begge parter kan" in (portal_copy / KEPT / "1.2/da.md").read_text("utf-8")
    assert "Begge" not in (portal_copy / KEPT / "1.1/da.md").read_text("utf-8")


def test_a_language_that_is_gone_is_not_kept(portal_copy: Path) -> None:
    lock_versions(portal_copy, ["aftale"])
    (portal_copy / KEPT / "1.1/en.md").write_text("---\ntitle: Agreement\n---\n", "utf-8")
    lock_versions(portal_copy, ["aftale"])
    assert kept(portal_copy) == ["1.1/da.md", "1.1/material.yml"]


def test_what_was_locked_before_is_found_in_git(portal_copy: Path) -> None:
    before = (portal_copy / FOLDER / "da.md").read_bytes()
    git(portal_copy, "init", "--quiet")
    commit(portal_copy)
    raise_version(portal_copy)
    commit(portal_copy)
    lock_versions(portal_copy, ["aftale"])
    assert (portal_copy / KEPT / "1.1/da.md").read_bytes() == before


def test_what_git_has_in_other_words_is_not_taken_for_the_version(portal_copy: Path) -> None:
    edit(portal_copy, "da.md", "Aftalen gælder", "Aftalen gælder altid")
    git(portal_copy, "init", "--quiet")
    commit(portal_copy)
    edit(portal_copy, "da.md", "Aftalen gælder altid", "Aftalen gælder")
    raise_version(portal_copy)
    lock_versions(portal_copy, ["aftale"])
    assert kept(portal_copy) == ["1.2/da.md", "1.2/material.yml"]


def test_without_git_there_is_no_older_version(portal_copy: Path) -> None:
    raise_version(portal_copy)
    lock_versions(portal_copy, ["aftale"])
    assert kept(portal_copy) == ["1.2/da.md", "1.2/material.yml"]
