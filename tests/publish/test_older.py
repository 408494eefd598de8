"""A page that is open across publishings gets what it was written for, wherever the portal is published."""

import subprocess
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.publish.sites import STAMPS, make_site
from tests.publish.test_bucket import Bucket, bucket
from vejviser.base.engine import Engine
from vejviser.publish.branch import BranchTarget
from vejviser.publish.bucket import BucketTarget
from vejviser.publish.folder import FolderTarget
from vejviser.publish.known_files import FileFacts
from vejviser.publish.manifest import read_manifest, verify
from vejviser.publish.older import DAYS, NAME, as_lastings, as_text, lasting, older
from vejviser.publish.plain import PlainTarget
from vejviser.publish.targets import Target

__all__ = ["bucket"]
Shown = Callable[[], Mapping[str, bytes]]
LATE = "20270115T120000Z"


def sheet(version: str) -> str:
    return f"assets/hashed/main.{version}.min.css"


@pytest.fixture(params=["folder", "plain", "branch", "bucket"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Target, Shown]:
    """A target, and a look at what a reader can ask for there."""
    engine = Engine(tmp_path / "cache")
    if request.param == "bucket":
        store: Bucket = request.getfixturevalue("bucket")
        return BucketTarget.at("s3://spand", engine), lambda: {name: item[0] for name, item in store.objects.items()}
    if request.param == "branch":
        project, origin = tmp_path / "project", tmp_path / "origin.git"
        for command in (["init", "-q", "--bare", str(origin)], ["init", "-q", str(project)]):
            subprocess.run(["git", *command], check=True)
        return BranchTarget(project, str(origin), "pages", engine=engine), lambda: _branch(origin)
    folder = tmp_path / "www"
    if request.param == "plain":
        return PlainTarget(folder, engine), lambda: _files(folder)
    return FolderTarget(folder, engine=engine), lambda: _files(folder / "current")


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _branch(origin: Path) -> dict[str, bytes]:
    def git(*arguments: str) -> bytes:
        return subprocess.run(["git", "-C", origin, *arguments], check=True, capture_output=True).stdout

    names = git("ls-tree", "-r", "--name-only", "pages").decode().split()
    return {name: git("cat-file", "blob", f"pages:{name}") for name in names}


def test_a_page_from_before_still_gets_its_files(place: tuple[Target, Shown], tmp_path: Path) -> None:
    target, seen = place
    for version, stamp in zip("abc", STAMPS, strict=False):
        target.publish(make_site(tmp_path / version, version), stamp)
    assert [version for version in "abc" if seen().get(sheet(version)) == f"/* {version} */".encode()] == [
        "a",
        "b",
        "c",
    ]
    assert [name for name in seen() if name.startswith("kun-") and name.endswith("txt")] == ["kun-c.txt"]


def test_such_a_file_has_a_last_day(place: tuple[Target, Shown], tmp_path: Path) -> None:
    target, seen = place
    for version, stamp in (("a", STAMPS[0]), ("b", STAMPS[1]), ("c", LATE)):
        target.publish(make_site(tmp_path / version, version), stamp)
    assert sheet("a") not in seen()
    assert sheet("b") in seen()


def test_what_comes_again_is_the_sites_own_again(place: tuple[Target, Shown], tmp_path: Path) -> None:
    target, seen = place
    for version, stamp in (("a", STAMPS[0]), ("b", STAMPS[1]), ("a", STAMPS[2]), ("b", LATE)):
        target.publish(make_site(tmp_path / version, version), stamp)
    assert sheet("a") in seen()


def test_publishing_the_same_again_changes_nothing(place: tuple[Target, Shown], tmp_path: Path) -> None:
    target, seen = place
    for version, stamp in zip("ab", STAMPS, strict=False):
        target.publish(make_site(tmp_path / version, version), stamp)
    day = {"published-on.json"}
    before = {name: content for name, content in seen().items() if name not in day}
    done = target.publish(tmp_path / "b", LATE)
    assert {name: content for name, content in seen().items() if name not in day} == before
    assert done.unchanged == (len(target.releases()) > 0)


def test_a_page_of_a_release_that_is_rolled_back_gets_its_files(place: tuple[Target, Shown], tmp_path: Path) -> None:
    target, seen = place
    for version, stamp in zip("abc", STAMPS, strict=False):
        target.publish(make_site(tmp_path / version, version), stamp)
    if target.releases():
        target.roll_back()
        assert b"<p>b</p>" in seen()["index.html"]
        target.roll_back()
        assert b"<p>a</p>" in seen()["index.html"]
        assert [release.stamp for release in target.releases() if release.current] == [STAMPS[0]]
    else:
        target.publish(tmp_path / "a", STAMPS[3])
    assert {sheet(version) for version in "abc"} <= seen().keys()


def test_what_is_forgotten_is_gone_and_the_site_is_whole(place: tuple[Target, Shown], tmp_path: Path) -> None:
    target, seen = place
    for version, stamp in zip("abc", STAMPS, strict=False):
        target.publish(make_site(tmp_path / version, version), stamp)
    target.forget()
    assert [name for name in seen() if name.startswith("assets/hashed/")] == [sheet("c")]
    assert not any(word in content for content in seen().values() for word in (b"main.a.min", b"main.b.min"))
    assert not target.publish(make_site(tmp_path / "d", "d"), STAMPS[4]).unchanged
    assert {sheet("c"), sheet("d")} <= seen().keys()


def test_a_release_is_whole_with_them_beside_it(tmp_path: Path) -> None:
    target = FolderTarget(tmp_path / "www")
    for version, stamp in zip("ab", STAMPS, strict=False):
        target.publish(make_site(tmp_path / version, version), stamp)
    verify(target.folder / "current", read_manifest(target.folder / "current"))


def test_what_somebody_put_there_by_hand_is_not_carried_on(tmp_path: Path) -> None:
    target = FolderTarget(tmp_path / "www")
    target.publish(make_site(tmp_path / "a", "a"), STAMPS[0])
    (target.folder / "current" / sheet("x")).write_text("/* hand */", "utf-8")
    (target.folder / "current" / sheet("a")).unlink()
    (target.folder / "current" / sheet("a")).write_text("/* another */", "utf-8")
    target.publish(make_site(tmp_path / "b", "b"), STAMPS[1])
    assert [name for name in _files(target.folder / "current") if name.startswith("assets/hashed")] == [sheet("b")]


SITES = st.lists(st.tuples(st.frozensets(st.sampled_from("abcd")), st.integers(0, 20)), min_size=1, max_size=8)


@given(SITES)
@settings(max_examples=100)
def test_a_file_is_there_for_so_many_days_after_the_last_site_that_had_it(
    sites: list[tuple[frozenset[str], int]],
) -> None:
    day, kept, last_seen = date(2026, 11, 1), as_lastings(b"{}"), dict[str, date]()
    for names, days in sites:
        day += timedelta(days)
        last_seen |= {name: day for name, it in kept.items() if not it.until}
        kept = as_lastings(as_text(lasting({sheet(name): FileFacts(1, "0" * 64) for name in names}, kept, day)))
        assert kept.keys() - older(kept) == {sheet(name) for name in names}
        for name in older(kept):
            assert (day - last_seen[name]).days <= DAYS
        for name, seen in last_seen.items():
            assert name in kept or (day - seen).days > DAYS


def test_a_list_that_nobody_can_read_keeps_nothing() -> None:
    for text in (
        b"",
        b"[]",
        b'{"assets/hashed/a.css": 3}',
        b'{"index.html": ["x", ""]}',
        b'{"assets/hashed/a.css": [1, 2]}',
    ):
        assert as_lastings(text) == {}, text
    assert NAME.startswith("_")
