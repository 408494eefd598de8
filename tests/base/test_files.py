import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from vejviser.base.files import (
    OutsideFolderError,
    remove_abandoned,
    remove_unlisted,
    replace_folder,
    write_if_changed,
    write_tree,
)


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    assert write_tree(tmp_path, {"a/b.md": b"1", "c.md": b"2"}) == 2
    before = (tmp_path / "c.md").stat().st_mtime_ns
    assert write_tree(tmp_path, {"a/b.md": b"3", "c.md": b"2"}) == 1
    assert (tmp_path / "c.md").stat().st_mtime_ns == before
    assert not write_if_changed(tmp_path / "c.md", b"2")


@pytest.mark.parametrize("name", ["../ude.md", "a/../../ude.md", "/etc/ude.md"])
def test_a_name_from_content_cannot_leave_its_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutsideFolderError):
        write_tree(tmp_path / "inde", {"god.md": b"", name: b""})
    assert not (tmp_path / "inde").exists(), "nothing is half written"


def test_what_is_no_longer_made_is_removed(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.md": b"", "b.md": b"", "c.txt": b""})
    assert remove_unlisted(tmp_path, ["a.md"], "**/*.md") == ["b.md"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "c.txt"]


def test_a_finished_folder_takes_the_place_of_the_old(tmp_path: Path) -> None:
    write_tree(tmp_path / "site", {"gammel.html": b""})
    write_tree(tmp_path / "ny", {"ny.html": b""})
    replace_folder(tmp_path / "ny", tmp_path / "site")
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["ny.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_a_killed_build_left_goes_and_what_one_at_work_has_stays(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    at_work = [f".site.{os.getpid()}.new", f".site.{os.getpid()}.old", ".site.notes.txt", "site"]
    for name in (f".site.{gone.pid}.new", f".site.{gone.pid}.old", *at_work):
        (tmp_path / name / "da").mkdir(parents=True)
    remove_abandoned(tmp_path / "site")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(at_work)


def test_the_old_site_comes_back_when_a_build_was_killed_between_its_last_two_steps(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    write_tree(tmp_path / f".site.{gone.pid}.old", {"gammel.html": b""})
    write_tree(tmp_path / f".site.{gone.pid}.new", {"ny.html": b""})
    remove_abandoned(tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["gammel.html"]


def test_another_build_may_finish_in_the_same_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the two steps of one build, another puts its own site in the place that is free for a moment."""
    write_tree(tmp_path / "site", {"gammel.html": b""})
    write_tree(tmp_path / "ny", {"ny.html": b""})
    rename, others = Path.rename, iter(["anden", "tredje"])

    def rename_late(path: Path, target: Path) -> Path:
        if path.name == "ny" and (other := next(others, None)):
            write_tree(tmp_path / "site", {f"{other}.html": b""})
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", rename_late)
    replace_folder(tmp_path / "ny", tmp_path / "site")
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["ny.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_full_disk_leaves_the_old_file_and_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tree(tmp_path, {"a.md": b"gammel"})

    def full(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[:1])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        write_if_changed(tmp_path / "a.md", b"ny")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.md": b"gammel"}
