"""Readers notice nothing: not that a site is published, not that publishing is killed half-way."""

import subprocess
import sys
from pathlib import Path
from random import Random
from time import sleep

from tests.publish.readers import Readers
from tests.publish.servers import nginx
from tests.publish.sites import STAMPS, make_site, shown
from vejviser.publish.folder import FolderTarget


def test_no_request_fails_while_sites_are_published_and_rolled_back(open_folder: Path) -> None:
    target = FolderTarget(open_folder / "www", keep=1)
    sites = [make_site(open_folder / version, version, pages=20) for version in ("old", "new")]
    target.publish(sites[0], STAMPS[0])
    (open_folder / "run").mkdir(mode=0o755)
    with nginx(open_folder / "run", target.folder) as server, Readers(server) as readers:
        for turn in range(1, 20):
            target.publish(sites[turn % 2], STAMPS[turn])
        target.roll_back()
        sleep(0.2)
    assert readers.failed == []
    assert readers.served > 200
    sys.stdout.write(f"{readers.served} requests during 19 publishings and a roll back, {len(readers.failed)} failed\n")


def test_no_request_fails_while_publishing_is_killed_again_and_again(open_folder: Path) -> None:
    target = FolderTarget(open_folder / "www", keep=1)
    old, new = (make_site(open_folder / version, version, pages=150, weight=800) for version in ("old", "new"))
    target.publish(old, STAMPS[0])
    (open_folder / "run").mkdir(mode=0o755)
    chance = Random(7)
    with nginx(open_folder / "run", target.folder) as server, Readers(server) as readers:
        for turn in range(1, 5):
            _publish_and_kill(new, target.folder, STAMPS[turn], after_files=chance.randrange(1, 440))
            assert shown(target.folder) == "old"
        target.publish(new, STAMPS[5])
        sleep(0.2)
    assert (shown(target.folder), readers.failed) == ("new", [])
    assert [it.name for it in (target.folder / "releases").glob(".*")] == []
    sys.stdout.write(f"{readers.served} requests during 4 kills and a publishing, {len(readers.failed)} failed\n")


def _publish_and_kill(site: Path, target: Path, stamp: str, after_files: int) -> None:
    """Start `vejviser publish` as an editor does, and kill -9 it when it has written so many files."""
    command = [sys.executable, "-m", "vejviser", "publish", site, target, "--stamp", stamp]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    making = target / "releases" / f".new-{stamp}"
    while running.poll() is None and sum(1 for path in making.rglob("*") if path.is_file()) < after_files:
        sleep(0.002)
    assert running.poll() is None, "it was done before it could be killed"
    running.kill()
    running.wait()
