"""Publishing into a git branch."""

import subprocess
import tempfile
from functools import partial
from pathlib import Path
from random import Random

import pytest

from tests.publish.sites import STAMPS, make_site
from vejviser.base.problems import PublishError
from vejviser.publish.branch import BranchTarget
from vejviser.publish.manifest import write_manifest

IDENTITY = ("-c", "user.name=Nogen", "-c", "user.email=nogen@invalid")


@pytest.fixture
def target(tmp_path: Path) -> BranchTarget:
    for name, kind in (("remote.git", ["--bare"]), ("project", [])):
        subprocess.run(["git", "init", "--quiet", *kind, tmp_path / name], check=True)
    return BranchTarget(tmp_path / "project", str(tmp_path / "remote.git"), "pages", keep=2)


def remote(target: BranchTarget, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", target.remote, *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def publish(target: BranchTarget, tmp_path: Path, *versions: str) -> None:
    for version in versions:
        target.publish(make_site(tmp_path / version, version), STAMPS[ord(version) - ord("a")])


def test_the_branch_holds_the_site_byte_for_byte_and_no_history(target: BranchTarget, tmp_path: Path) -> None:
    publish(target, tmp_path, "a", "b")
    assert remote(target, "rev-list", "--count", "pages") == "1"
    names = remote(target, "ls-tree", "-r", "--name-only", "pages").splitlines()
    site = {path.relative_to(tmp_path / "b").as_posix() for path in (tmp_path / "b").rglob("*") if path.is_file()}
    older = {"_older.json", "assets/hashed/main.a.min.css"}
    assert set(names) == site | {"_headers", ".nojekyll", "published-on.json"} | older
    page = subprocess.run(["git", "-C", target.remote, "show", "pages:index.html"], capture_output=True, check=True)
    assert page.stdout == (tmp_path / "b/index.html").read_bytes()


def test_the_same_site_at_the_same_time_is_the_same_commit(target: BranchTarget, tmp_path: Path) -> None:
    publish(target, tmp_path, "a")
    first = remote(target, "rev-parse", "pages")
    publish(target, tmp_path, "a")
    assert remote(target, "rev-parse", "pages") == first
    assert remote(target, "log", "--format=%an %ae %at %s", "pages") == (
        "Vejviser vejviser@invalid 1793534400 Site 20261101T120000Z"
    )


def test_earlier_releases_are_kept_on_the_remote_and_rolled_back_to(target: BranchTarget, tmp_path: Path) -> None:
    publish(target, tmp_path, "a", "b", "c", "d")
    assert [release.stamp for release in target.releases()] == STAMPS[1:4]
    elsewhere = BranchTarget(tmp_path / "elsewhere", target.remote, "pages")
    subprocess.run(["git", "init", "--quiet", elsewhere.root], check=True)
    assert elsewhere.roll_back() == STAMPS[2]
    assert "<p>c</p>" in remote(target, "show", "pages:index.html")
    assert [(release.stamp, release.current) for release in target.releases()] == [
        (STAMPS[1], False),
        (STAMPS[2], True),
    ]
    elsewhere.roll_back()
    with pytest.raises(PublishError, match="publish-no-earlier"):
        elsewhere.roll_back()


def test_earlier_releases_can_be_forgotten(target: BranchTarget, tmp_path: Path) -> None:
    publish(target, tmp_path, "a", "b", "c")
    assert target.forget() == 2
    assert [release.stamp for release in target.releases()] == [STAMPS[2]]
    assert target.forget() == 0


def test_a_branch_that_moved_meanwhile_is_tried_again(
    target: BranchTarget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(target, tmp_path, "a")
    look, looks = BranchTarget._seen, []

    def look_and_be_overtaken(self: BranchTarget) -> dict[str, str]:
        seen = look(self)
        looks.append(seen)
        if len(looks) == 1:
            make_site(tmp_path / "c", "c")
            BranchTarget(self.root, self.remote, self.branch).publish(tmp_path / "c", STAMPS[2])
        return seen

    monkeypatch.setattr(BranchTarget, "_seen", look_and_be_overtaken)
    publish(target, tmp_path, "b")
    assert "<p>b</p>" in remote(target, "show", "pages:index.html")
    assert len(looks) == 3


def test_a_remote_that_does_not_answer_is_told(target: BranchTarget, tmp_path: Path) -> None:
    site = make_site(tmp_path / "a", "a")
    with pytest.raises(PublishError, match="publish-git command=ls-remote"):
        BranchTarget(target.root, str(tmp_path / "nothing.git"), "pages").publish(site, STAMPS[0])


def test_the_projects_own_files_are_left_alone(target: BranchTarget, tmp_path: Path) -> None:
    (target.root / "tekst.md").write_text("Halvfærdig", "utf-8")
    publish(target, tmp_path, "a")
    status = subprocess.run(["git", "-C", target.root, "status", "--short"], capture_output=True, text=True, check=True)
    assert status.stdout.splitlines() == ["?? .cache/", "?? tekst.md"]
    stored = subprocess.run(["git", "-C", target.root, "count-objects"], capture_output=True, text=True, check=True)
    assert stored.stdout.startswith("0 objects")


def test_a_second_push_sends_only_what_changed(target: BranchTarget, tmp_path: Path) -> None:
    publish(target, tmp_path, "a")
    before = int(remote(target, "count-objects").split()[0])
    publish(target, tmp_path, "b")
    assert int(remote(target, "count-objects").split()[0]) - before < before


def commit_in(target: BranchTarget, branch: str, name: str, text: str) -> None:
    """Somebody adds a file to a branch of the remote, as a host does when its user names a domain."""
    with tempfile.TemporaryDirectory() as folder:
        run = partial(subprocess.run, cwd=folder, check=True, capture_output=True)
        if remote(target, "branch", "--list", branch):
            run(["git", "clone", "--quiet", "--branch", branch, target.remote, "."])
        else:
            run(["git", "init", "--quiet", f"--initial-branch={branch}"])
        Path(folder, name).write_text(text, "utf-8")
        run(["git", "add", "."])
        run(["git", *IDENTITY, "commit", "--quiet", "-m", f"Create {name}"])
        run(["git", "push", "--quiet", target.remote, branch])


def test_the_name_of_the_domain_stays(target: BranchTarget, tmp_path: Path) -> None:
    publish(target, tmp_path, "a")
    commit_in(target, "pages", "CNAME", "vejviser.example\n")
    publish(target, tmp_path, "b", "c")
    assert remote(target, "show", "pages:CNAME") == "vejviser.example"
    assert remote(target, "rev-list", "--count", "pages") == "1"
    elsewhere = BranchTarget(tmp_path / "elsewhere", target.remote, "pages")
    subprocess.run(["git", "init", "--quiet", elsewhere.root], check=True)
    elsewhere.publish(make_site(tmp_path / "d", "d"), STAMPS[3])
    assert remote(target, "show", "pages:CNAME") == "vejviser.example"


def test_a_domain_may_be_named_before_anything_is_published(target: BranchTarget, tmp_path: Path) -> None:
    commit_in(target, "pages", "CNAME", "vejviser.example\n")
    publish(target, tmp_path, "a")
    assert remote(target, "show", "pages:CNAME") == "vejviser.example"
    assert "<p>a</p>" in remote(target, "show", "pages:index.html")


def test_a_branch_with_other_work_on_it_is_left_alone(target: BranchTarget, tmp_path: Path) -> None:
    commit_in(target, "pages", "rapport.md", "Et halvt års arbejde")
    with pytest.raises(PublishError, match=r"publish-branch-not-ours .*rapport"):
        publish(target, tmp_path, "a")
    assert remote(target, "show", "pages:rapport.md") == "Et halvt års arbejde"
    assert target.releases() == ()


def test_what_changes_nothing_is_no_release(target: BranchTarget, tmp_path: Path) -> None:
    publish(target, tmp_path, "a", "b")
    done = target.publish(make_site(tmp_path / "b", "b"), STAMPS[6])
    assert (done.stamp, done.unchanged, done.prepared.fresh) == (STAMPS[1], True, 0)
    assert [release.stamp for release in target.releases()] == STAMPS[:2]


def test_going_back_leads_past_releases_that_show_the_same(target: BranchTarget, tmp_path: Path) -> None:
    publish(target, tmp_path, "a", "b")
    tree = remote(target, "rev-parse", "pages^{tree}")
    for stamp in STAMPS[2:4]:  # as they were made once
        again = remote(target, *IDENTITY, "commit-tree", tree, "-m", f"Site {stamp}")
        remote(target, "update-ref", f"refs/vejviser/releases/{stamp}", again)
        remote(target, "update-ref", "refs/heads/pages", again)
    assert target.roll_back() == STAMPS[0]
    assert [(release.stamp, release.current) for release in target.releases()] == [(STAMPS[0], True)]


@pytest.mark.parametrize("history", [0, 3])
def test_from_a_clone_with_all_its_history_only_what_changed_is_sent(
    target: BranchTarget, tmp_path: Path, history: int
) -> None:
    remote(target, "config", "receive.unpackLimit", "1")
    for number in range(history):
        commit = ["git", *IDENTITY, "commit", "--quiet", "--allow-empty", "-m", str(number)]
        subprocess.run(commit, cwd=target.root, check=True)
    site = make_site(tmp_path / "site", "a")
    (site / "assets/bog.pdf").write_bytes(Random(7).randbytes(400_000))
    sizes = []
    for number in range(9):
        page = site / "side-1/index.html"
        page.write_text(f"<!doctype html><p>a</p>{number}\n", "utf-8")
        write_manifest(site, ("content", "links"))
        target.publish(site, STAMPS[number])
        packs = Path(target.remote, "objects/pack").glob("*.pack")
        sizes.append(sum(pack.stat().st_size for pack in packs))
    assert 400_000 < sizes[0] < 420_000
    assert sizes[-1] - sizes[0] < 30_000


def test_a_night_that_changes_nothing_says_its_day_in_the_same_release(target: BranchTarget, tmp_path: Path) -> None:
    publish(target, tmp_path, "a", "b")
    night = target.publish(tmp_path / "b", "20261201T031700Z")
    assert (night.stamp, night.unchanged) == (STAMPS[1], True)
    assert remote(target, "show", "pages:published-on.json") == '{"day": "2026-12-01"}'
    assert [(release.stamp, release.current) for release in target.releases()] == [
        (STAMPS[0], False),
        (STAMPS[1], True),
    ]
    again = remote(target, "rev-parse", "pages")
    target.publish(tmp_path / "b", "20261201T120000Z")
    assert remote(target, "rev-parse", "pages") == again
    assert target.roll_back() == STAMPS[0]
