"""kill -9 at every single change that publishing makes on the disk, and a disk that is full at every single one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.publish.sites import STAMPS, child, die_at, full_disk, make_site, refusal, shown
from vejviser.publish.folder import FolderTarget

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


def test_kill_at_any_moment_leaves_the_old_site_or_the_new_one(tmp_path: Path) -> None:
    done = _helper("kill_everywhere", tmp_path)
    kills, old, new = map(int, done.stdout.split())
    assert kills > 60
    assert old + new == kills
    assert new > 0, "some kills come after the switch"


def test_a_disk_that_is_full_at_any_moment_leaves_the_old_site(tmp_path: Path) -> None:
    assert int(_helper("full_everywhere", tmp_path).stdout) > 30, "the links at the end need room too"


def test_a_file_that_may_not_grow_leaves_the_old_site(tmp_path: Path) -> None:
    assert _helper("limit_files", tmp_path).stdout.split() == ["publish-disk-full", "old", "clean"]


def _helper(name: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a function of this module in a process of its own, in `folder`."""
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests.publish.test_killed import {name}; {name}()"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=1200)
    assert not done.returncode, done.stderr
    return done


def kill_everywhere() -> None:
    """Publish, killed at the first change, the second ..., until nothing is left to be killed at."""
    os.sync, os.fsync = lambda: None, lambda _: None  # the power stays on
    here = Path.cwd()
    sites = {version: make_site(here / version, version) for version in ("old", "new")}
    target = FolderTarget(here / "www", keep=1, wait=0)
    kills, seen = 0, {"old": 0, "new": 0}
    for change in range(1, 1000):
        target.publish(sites["old"], STAMPS[0])
        finished = here / "finished"
        with child() as inside:
            if inside:
                die_at(change)
                target.publish(sites["new"], STAMPS[0])
                finished.touch()
        if finished.exists():
            break
        kills += 1
        seen[shown(target.folder)] += 1
    target.publish(sites["old"], STAMPS[0])
    assert [path.name for path in (here / "www/releases").glob(".*")] == []
    sys.stdout.write(f"{kills} {seen['old']} {seen['new']}\n")


def full_everywhere() -> None:
    """Publish where nothing new can be made on the disk after the first change, the second ..., until all goes well."""
    here = Path.cwd()
    sites = {version: make_site(here / version, version) for version in ("old", "new")}
    target = FolderTarget(here / "www", wait=0)
    target.publish(sites["old"], STAMPS[0])
    refused = 0
    with full_disk(here / "www") as disk:
        for room in range(1000):
            disk.room = room
            rule = refusal(target, sites["new"], STAMPS[1])
            disk.room = None
            if not rule:
                break
            refused += 1
            left = [path.name for path in (here / "www/releases").iterdir()]
            assert (rule, shown(here / "www"), left) == ("publish-disk-full", "old", [STAMPS[0]]), room
    assert shown(here / "www") == "new"
    sys.stdout.write(f"{refused}\n")


def limit_files() -> None:
    """Publish where the system lets no file grow beyond a limit, as a quota does."""
    import resource
    import signal

    here = Path.cwd()
    large = make_site(here / "new", "new", pages=2, weight=20_000)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    _publish_two(here, large)


def _publish_two(here: Path, large: Path) -> None:
    target = FolderTarget(here / "www", wait=0)
    target.publish(make_site(here / "old", "old"), STAMPS[0])
    rule = refusal(target, large, STAMPS[1])
    left = [path.name for path in (here / "www/releases").iterdir()]
    sys.stdout.write(f"{rule} {shown(here / 'www')} {'clean' if left == [STAMPS[0]] else left}\n")
