"""Publishing into a folder: releases, one link, roll back."""

import os
import shutil
from pathlib import Path

import pytest

from tests.publish.sites import STAMPS, make_site, refusal, shown
from vejviser.base.files import swap_symlink
from vejviser.base.problems import PublishError
from vejviser.publish.folder import FolderTarget
from vejviser.publish.manifest import write_manifest


@pytest.fixture
def target(tmp_path: Path) -> FolderTarget:
    return FolderTarget(tmp_path / "www", keep=2, wait=0)


def stamps(target: FolderTarget) -> list[str]:
    return [
        f"{release.stamp}{' now' * release.current}{' withdrawn' * release.withdrawn}" for release in target.releases()
    ]


def publish(target: FolderTarget, tmp_path: Path, *versions: str) -> None:
    for version in versions:
        target.publish(make_site(tmp_path / version, version), STAMPS[ord(version) - ord("a")])


def test_the_newest_site_is_shown_and_the_one_before_is_kept(target: FolderTarget, tmp_path: Path) -> None:
    publish(target, tmp_path, "a", "b")
    assert shown(target.folder) == "b"
    assert stamps(target) == ["20261101T120000Z", "20261102T120000Z now"]
    assert str((target.folder / "previous").readlink()) == "releases/20261101T120000Z"


def test_only_so_many_earlier_releases_are_kept(target: FolderTarget, tmp_path: Path) -> None:
    publish(target, tmp_path, "a", "b", "c", "d", "e")
    assert stamps(target) == ["20261103T120000Z", "20261104T120000Z", "20261105T120000Z now"]
    assert sorted(path.name for path in target.folder.iterdir()) == [".lock", "current", "previous", "releases"]


def test_roll_back_shows_the_release_before_and_again_the_one_before_that(target: FolderTarget, tmp_path: Path) -> None:
    publish(target, tmp_path, "a", "b", "c")
    assert target.roll_back() == "20261102T120000Z"
    assert shown(target.folder) == "b"
    assert target.roll_back() == "20261101T120000Z"
    assert shown(target.folder) == "a"
    with pytest.raises(PublishError, match="publish-no-earlier"):
        target.roll_back()
    assert shown(target.folder) == "a"


def test_roll_back_never_leads_to_a_release_that_was_withdrawn(target: FolderTarget, tmp_path: Path) -> None:
    publish(target, tmp_path, "a", "b")
    target.roll_back()
    publish(target, tmp_path, "c")
    assert stamps(target) == ["20261101T120000Z", "20261102T120000Z withdrawn", "20261103T120000Z now"]
    assert target.roll_back() == "20261101T120000Z"


def test_a_withdrawn_release_can_be_asked_for_by_name(target: FolderTarget, tmp_path: Path) -> None:
    publish(target, tmp_path, "a", "b")
    target.roll_back()
    assert target.roll_back("20261102T120000Z") == "20261102T120000Z"
    assert stamps(target) == ["20261101T120000Z", "20261102T120000Z now"]


def test_what_changes_nothing_is_no_release_so_that_one_can_always_go_back(
    target: FolderTarget, tmp_path: Path
) -> None:
    publish(target, tmp_path, "a", "b")
    for night in range(5, 11):
        done = target.publish(make_site(tmp_path / "b", "b"), STAMPS[night])
        assert (done.stamp, done.unchanged, done.prepared.fresh) == (STAMPS[1], True, 0)
    assert stamps(target) == ["20261101T120000Z", "20261102T120000Z now"]
    assert sorted(path.name for path in (target.folder / "releases").iterdir()) == STAMPS[:2]
    assert target.roll_back() == STAMPS[0]
    assert shown(target.folder) == "a"


def test_going_back_leads_past_releases_that_show_the_same(target: FolderTarget, tmp_path: Path) -> None:
    publish(target, tmp_path, "a", "b")
    releases = target.folder / "releases"
    for again in STAMPS[2:5]:  # as they were made once
        shutil.copytree(releases / STAMPS[1], releases / again)
    swap_symlink(target.folder / "current", f"releases/{STAMPS[4]}")
    assert target.roll_back() == STAMPS[0]
    assert stamps(target) == [f"{STAMPS[0]} now", *(f"{stamp} withdrawn" for stamp in STAMPS[1:5])]
    target.publish(make_site(tmp_path / "c", "c"), STAMPS[6])
    assert stamps(target) == [STAMPS[0], f"{STAMPS[4]} withdrawn", f"{STAMPS[6]} now"]


def test_a_correction_that_says_what_readers_see_after_a_rollback_is_a_release(
    target: FolderTarget, tmp_path: Path
) -> None:
    publish(target, tmp_path, "a", "b")
    target.roll_back()
    assert not target.publish(make_site(tmp_path / "a", "a"), STAMPS[2]).unchanged
    assert stamps(target)[-1] == f"{STAMPS[2]} now"


def test_a_draft_that_becomes_the_real_one_is_a_release(target: FolderTarget, tmp_path: Path) -> None:
    site = make_site(tmp_path / "a", "a")
    write_manifest(site, ("content",), draft=True)
    target.publish(site, STAMPS[0], preview=True)
    write_manifest(site, ("content",))
    assert not target.publish(site, STAMPS[1]).unchanged
    assert "noindex" not in (target.folder / "current/_headers").read_text("utf-8")


def test_what_somebody_else_put_in_the_target_is_left_alone(target: FolderTarget, tmp_path: Path) -> None:
    theirs = ["backup/budget.xlsx", "releases/2019/index.html", "releases/.hemmelig/nøgle", "index.html"]
    for name in theirs:
        (target.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (target.folder / name).write_text("deres", "utf-8")
    publish(target, tmp_path, "a", "b", "c", "d", "e")
    target.roll_back()
    target.forget()
    assert [name for name in theirs if not (target.folder / name).is_file()] == []


def test_what_must_never_be_seen_again_can_be_forgotten(target: FolderTarget, tmp_path: Path) -> None:
    publish(target, tmp_path, "a", "b", "c")
    target.roll_back()
    assert target.forget() == 2
    assert stamps(target) == ["20261102T120000Z now"]
    assert (
        sorted(path.name for path in target.folder.rglob("*") if "20261101" in path.name or "20261103" in path.name)
        == []
    )
    assert not (target.folder / "previous").is_symlink()


def test_a_release_that_is_damaged_is_not_rolled_back_to(target: FolderTarget, tmp_path: Path) -> None:
    publish(target, tmp_path, "a", "b")
    (target.folder / "releases/20261101T120000Z/side-1/index.html").unlink()
    with pytest.raises(PublishError, match="publish-incomplete"):
        target.roll_back()
    assert shown(target.folder) == "b"


def test_a_file_that_did_not_change_is_the_same_file_with_the_same_date(target: FolderTarget, tmp_path: Path) -> None:
    publish(target, tmp_path, "a", "b")
    for name in ("assets/same.css", "assets/same.css.gz", "assets/same.css.br"):
        old, new = (target.folder / "releases" / stamp / name for stamp in STAMPS[:2])
        assert old.samefile(new)
    assert not (target.folder / "current/index.html").samefile(target.folder / "previous/index.html")


def test_a_server_may_read_everything_whoever_publishes(target: FolderTarget, tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        publish(target, tmp_path, "a")
    finally:
        os.umask(before)
    current = (target.folder / "current").resolve()
    assert {oct(path.stat().st_mode & 0o777) for path in current.rglob("*") if path.is_file()} == {"0o644"}
    assert {oct(path.stat().st_mode & 0o777) for path in (current, *current.rglob("*/"))} == {"0o755"}


def test_a_clock_that_went_backwards_does_not_change_the_order(target: FolderTarget, tmp_path: Path) -> None:
    publish(target, tmp_path, "b")
    assert target.publish(make_site(tmp_path / "a", "a"), STAMPS[0]).stamp == "20261102T120000Z.001"
    assert target.roll_back() == "20261102T120000Z"


def test_a_site_that_did_not_finish_is_refused(target: FolderTarget, tmp_path: Path) -> None:
    site = make_site(tmp_path / "a", "a")
    (site / "build.json").unlink()
    assert refusal(target, site, STAMPS[0]) == "publish-unfinished"
    (site / "build.json").write_text("{}", "utf-8")
    assert refusal(target, site, STAMPS[0]) == "publish-unreadable"
    assert not (target.folder / "current").exists()


@pytest.mark.parametrize("spoil", ["missing", "changed", "added"])
def test_a_site_that_is_not_what_its_build_left_is_refused(target: FolderTarget, tmp_path: Path, spoil: str) -> None:
    publish(target, tmp_path, "a")
    site = make_site(tmp_path / "b", "b")
    page = site / "side-1" / "index.html"
    match spoil:
        case "missing":
            page.unlink()
        case "changed":
            page.write_text("<p>b</p>", "utf-8")
        case "added":
            (site / "fremmed.html").write_text("<p>b</p>", "utf-8")
    assert refusal(target, site, STAMPS[1]) == "publish-incomplete"
    assert (shown(target.folder), stamps(target)) == ("a", ["20261101T120000Z now"])
    assert [path.name for path in (target.folder / "releases").iterdir()] == ["20261101T120000Z"]


def test_a_link_out_of_the_site_is_refused(target: FolderTarget, tmp_path: Path) -> None:
    site = make_site(tmp_path / "a", "a")
    (site / "passwd.txt").symlink_to("/etc/passwd")
    assert refusal(target, site, STAMPS[0]) == "publish-link"


def test_invented_figures_are_shown_in_a_preview_only(target: FolderTarget, tmp_path: Path) -> None:
    site = make_site(tmp_path / "a", "a")
    write_manifest(site, ("content",), invented=True)
    assert refusal(target, site, STAMPS[0]) == "publish-invented"
    target.publish(site, STAMPS[0], preview=True)
    assert "X-Robots-Tag: noindex" in (target.folder / "current/_headers").read_text("utf-8")


def test_a_site_is_a_draft_or_none_on_its_pages_and_where_it_is_shown(target: FolderTarget, tmp_path: Path) -> None:
    site = make_site(tmp_path / "a", "a")
    with pytest.raises(PublishError, match="publish-unmarked"):
        target.publish(site, STAMPS[0], preview=True)
    write_manifest(site, ("content",), draft=True)
    assert refusal(target, site, STAMPS[0]) == "publish-draft"
    target.publish(site, STAMPS[0], preview=True)


def test_a_page_that_is_still_to_be_written_is_shown_in_a_preview_only(target: FolderTarget, tmp_path: Path) -> None:
    site = make_site(tmp_path / "a", "a")
    (site / "side-1" / "index.html").write_text("<h1>UDFYLD: En titel</h1>", "utf-8")
    write_manifest(site, ("content",))
    assert refusal(target, site, STAMPS[0]) == "publish-unwritten"
    write_manifest(site, ("content",), draft=True)
    target.publish(site, STAMPS[0], preview=True)
    assert (target.folder / "current/side-1/index.html").is_file()


def test_the_editors_handbook_may_speak_of_the_mark(target: FolderTarget, tmp_path: Path) -> None:
    site = make_site(tmp_path / "a", "a")
    (site / "redaktoer").mkdir()
    (site / "redaktoer" / "index.html").write_text("<p>Skriv, hvor der står UDFYLD: …</p>", "utf-8")
    write_manifest(site, ("content",))
    target.publish(site, STAMPS[0])
    assert (target.folder / "current/redaktoer/index.html").is_file()


def test_a_site_is_not_published_into_itself(tmp_path: Path) -> None:
    site = make_site(tmp_path / "a", "a")
    assert refusal(FolderTarget(site / "www"), site, STAMPS[0]) == "publish-inside"
    assert refusal(FolderTarget(tmp_path), site, STAMPS[0]) == "publish-inside"


def test_somebody_who_is_publishing_is_waited_for_and_then_named(target: FolderTarget, tmp_path: Path) -> None:
    import fcntl

    publish(target, tmp_path, "a")
    with (target.folder / ".lock").open("a") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        assert refusal(target, make_site(tmp_path / "b", "b"), STAMPS[1]) == "publish-busy"
    assert refusal(target, tmp_path / "b", STAMPS[1]) == ""


def test_what_the_disk_refuses_is_told_and_changes_nothing(target: FolderTarget, tmp_path: Path) -> None:
    publish(target, tmp_path, "a")
    (target.folder / "current").unlink()
    (target.folder / "current").mkdir()  # somebody made a folder where the link belongs
    assert refusal(target, make_site(tmp_path / "b", "b"), STAMPS[1]) == "publish-refused"


def test_a_night_that_changes_nothing_says_its_day_in_the_same_release(target: FolderTarget, tmp_path: Path) -> None:
    target.publish(make_site(tmp_path / "a", "a"), STAMPS[0])
    night = target.publish(tmp_path / "a", "20261201T031700Z")
    assert (night.stamp, night.unchanged) == (STAMPS[0], True)
    assert (target.folder / "current/published-on.json").read_text("utf-8") == '{"day": "2026-12-01"}\n'
    assert shown(target.folder) == "a"
    assert len(target.releases()) == 1
