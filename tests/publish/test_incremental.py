"""What is published after any edits, and after whatever happened to a target, is what a first publishing gives."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.publish.sites import STAMPS
from vejviser.base.engine import Engine
from vejviser.content.addresses import PUBLISHED_ON
from vejviser.publish import known_files
from vejviser.publish.branch import BranchTarget
from vejviser.publish.folder import FolderTarget
from vejviser.publish.manifest import write_manifest
from vejviser.publish.plain import PlainTarget

PAGE = "<!doctype html><p>Noget tekst, som fylder.</p>\n"
NAMES = ("index.html", "a/index.html", "a/b/index.html", "a/data.csv", "assets/x.css", "filer/brev.pdf", "404.html")
CONTENTS = (b"kort", (PAGE * 20).encode(), (PAGE * 21).encode(), bytes(range(256)) * 4, b"\n" * 600)
Edition = Mapping[str, bytes]
EDITIONS = st.lists(
    st.dictionaries(st.sampled_from(NAMES), st.sampled_from(CONTENTS)).map(lambda files: {"index.html": b"x", **files}),
    min_size=2,
    max_size=4,
)


@pytest.fixture(autouse=True)
def _the_power_stays_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sync", lambda: None)
    monkeypatch.setattr(os, "fsync", lambda _: None)


def write(site: Path, files: Edition) -> None:
    """Make the site hold these files, as a build does: what is the same is left alone."""
    site.mkdir(exist_ok=True)
    for path in [path for path in site.rglob("*") if path.is_file()]:
        if path.relative_to(site).as_posix() not in files:
            path.unlink()
    for name, content in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != content:
            path.write_bytes(content)
    write_manifest(site, ("content",))


def held(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file below a folder, with its mode."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mode & 0o777)
        for path in folder.rglob("*")
        if path.is_file()
    }


def damage(path: Path, content: bytes) -> None:
    """Write other bytes into a file where it lies, as a hand does."""
    path.chmod(0o600)
    path.write_bytes(content)


def nothing(_target: Path, _cache: Path) -> None: ...


def a_twin_is_damaged(target: Path, _cache: Path) -> None:
    for path in (target / "current").resolve().rglob("*.br"):
        damage(path, b"ikke brotli")


def a_twin_is_damaged_and_none_can_tell_by_its_size(target: Path, _cache: Path) -> None:
    for path in (target / "current").resolve().rglob("*.gz"):
        damage(path, bytes(path.stat().st_size))
        path.chmod(0o644)


def a_twin_is_gone(target: Path, _cache: Path) -> None:
    for path in (target / "current").resolve().rglob("*.gz"):
        path.unlink()


def a_twin_is_added(target: Path, _cache: Path) -> None:
    (target / "current/index.html.gz").write_bytes(b"en fremmed")


def a_page_is_damaged(target: Path, _cache: Path) -> None:
    damage(target / "current/index.html", b"y")


def a_file_may_be_read_by_nobody_else(target: Path, _cache: Path) -> None:
    (target / "current/index.html").chmod(0o600)


def all_times_are_new(target: Path, _cache: Path) -> None:
    for path in (target / "current").resolve().rglob("*"):
        os.utime(path)


def the_release_is_deleted(target: Path, _cache: Path) -> None:
    shutil.rmtree((target / "current").resolve())


def a_folder_of_the_release_is_deleted(target: Path, _cache: Path) -> None:
    shutil.rmtree((target / "current/a").resolve(), ignore_errors=True)


def the_cache_is_lost(_target: Path, cache: Path) -> None:
    shutil.rmtree(cache, ignore_errors=True)


def the_cache_is_damaged(_target: Path, cache: Path) -> None:
    for path in cache.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-1])


def a_publishing_was_killed(target: Path, _cache: Path) -> None:
    (target / "releases/.new-20261101T000000Z/a").mkdir(parents=True)
    (target / "releases/.new-20261101T000000Z/a/index.html").write_bytes(b"halv")


MISCHIEF: tuple[Callable[[Path, Path], None], ...] = (
    nothing,
    a_twin_is_damaged,
    a_twin_is_damaged_and_none_can_tell_by_its_size,
    a_twin_is_gone,
    a_twin_is_added,
    a_page_is_damaged,
    a_file_may_be_read_by_nobody_else,
    all_times_are_new,
    the_release_is_deleted,
    a_folder_of_the_release_is_deleted,
    the_cache_is_lost,
    the_cache_is_damaged,
    a_publishing_was_killed,
)


def check_folder(editions: list[Edition], mischief: Callable[[Path, Path], None], folder: Path) -> None:
    target = FolderTarget(folder / "www", keep=1, engine=Engine(folder / "cache"))
    for number, files in enumerate(editions):
        if number:
            mischief(target.folder, folder / "cache")
        before = held(target.folder / "releases")
        write(folder / "site", files)
        target.publish(folder / "site", STAMPS[number])
        fresh = FolderTarget(folder / f"fresh-{number}")
        fresh.publish(folder / "site", STAMPS[number])
        assert held((target.folder / "current").resolve()) == held((fresh.folder / "current").resolve())
        after = held(target.folder / "releases")
        both = {name for name in before if name in after and not name.endswith(PUBLISHED_ON)}  # which tells of a night
        assert {name: before[name] for name in both} == {name: after[name] for name in both}, (
            "what was published is never written into"
        )


@pytest.mark.parametrize("mischief", MISCHIEF, ids=lambda item: item.__name__)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(editions=EDITIONS)
def test_a_folder_is_as_a_first_publishing_gives_it(
    editions: list[Edition], mischief: Callable[[Path, Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known_files, "_SETTLED", 0)  # all that is remembered is believed: nothing hides behind time
    with TemporaryDirectory() as folder:
        check_folder(editions, mischief, Path(folder))


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(editions=EDITIONS)
def test_a_file_written_twice_in_a_moment_is_not_believed_by_its_time(editions: list[Edition]) -> None:
    with TemporaryDirectory() as folder:
        check_folder(editions, nothing, Path(folder))


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(editions=EDITIONS)
def test_a_plain_folder_is_as_a_first_publishing_gives_it(editions: list[Edition]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        target = PlainTarget(folder / "public", Engine(folder / "cache"))
        for number, files in enumerate(editions):
            write(folder / "site", files)
            target.publish(folder / "site", STAMPS[number])
            PlainTarget(folder / f"fresh-{number}").publish(folder / "site", STAMPS[number])
            assert held(target.folder) == held(folder / f"fresh-{number}")


@pytest.mark.slow
@pytest.mark.parametrize("lost", ["nothing", "objects", "names"])
def test_a_branch_is_as_a_first_publishing_gives_it(tmp_path: Path, lost: str) -> None:
    target = branch_of(tmp_path / "one")
    editions: list[Edition] = [
        {"index.html": CONTENTS[1], "a/data.csv": CONTENTS[0]},
        {"index.html": CONTENTS[2], "a/data.csv": CONTENTS[0], "a/index.html": CONTENTS[1]},
        {"index.html": CONTENTS[2]},
    ]
    for number, files in enumerate(editions):
        write(tmp_path / "site", files)
        done = target.publish(tmp_path / "site", STAMPS[number])
        fresh = branch_of(tmp_path / f"fresh-{number}")
        fresh.publish(tmp_path / "site", STAMPS[number])
        assert tree(target) == tree(fresh)
        if lost == "nothing":
            assert done.prepared.fresh == (3, 2, 1)[number]
        for path in (target.root / ".cache" / {"objects": "pages", "names": "publish"}.get(lost, "x")).glob("*"):
            shutil.rmtree(path)


def branch_of(folder: Path) -> BranchTarget:
    for name, kind in (("remote.git", ["--bare"]), ("project", [])):
        subprocess.run(["git", "init", "--quiet", *kind, folder / name], check=True)
    engine = Engine(folder / "project/.cache/publish")
    return BranchTarget(folder / "project", str(folder / "remote.git"), "pages", engine=engine)


def tree(target: BranchTarget) -> str:
    asked = ["git", "-C", target.remote, "rev-parse", "pages^{tree}"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout
