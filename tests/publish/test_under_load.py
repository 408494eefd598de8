"""Readers notice nothing: not that a site is published, not that publishing is killed half-way."""

import signal
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tests.publish.polling_readers import Readers
from tests.publish.servers import nginx
from tests.publish.sites import STAMPS, make_site, shown
from vejviser.publish.folder import FolderTarget

pytestmark = pytest.mark.server
ROOT = Path(__file__).parents[2]
PAGES = 150
CHANGES = 4 * PAGES
"""Publishing makes each page, gives it its time, and makes a twin of it: so many changes on the disk at the least."""


def test_no_request_fails_while_sites_are_published_and_rolled_back(open_folder: Path) -> None:
    target = FolderTarget(open_folder / "www", keep=1)
    sites = [make_site(open_folder / version, version, pages=20) for version in ("old", "new")]
    target.publish(sites[0], STAMPS[0])
    (open_folder / "run").mkdir(mode=0o755)
    with nginx(open_folder / "run", target.folder) as server, Readers(server) as readers:
        for turn in range(1, 20):
            target.publish(sites[turn % 2], STAMPS[turn])
        target.roll_back()
        readers.wait_for(200)
    assert readers.failed == []
    sys.stdout.write(f"{readers.served} requests during 19 publishings and a roll back, {len(readers.failed)} failed\n")


def test_no_request_fails_while_publishing_is_killed_again_and_again(open_folder: Path) -> None:
    target = FolderTarget(open_folder / "www", keep=1)
    old, new = (make_site(open_folder / version, version, pages=PAGES, weight=800) for version in ("old", "new"))
    target.publish(old, STAMPS[0])
    (open_folder / "run").mkdir(mode=0o755)
    chance = Random(7)
    with nginx(open_folder / "run", target.folder) as server, Readers(server) as readers:
        for turn in range(1, 5):
            _publish_and_kill(new, target.folder, STAMPS[turn], change=chance.randrange(20, CHANGES))
            assert shown(target.folder) == "old"
        target.publish(new, STAMPS[5])
        readers.wait_for(200)
    assert (shown(target.folder), readers.failed) == ("new", [])
    assert [path.name for path in (target.folder / "releases").glob(".*")] == []
    sys.stdout.write(f"{readers.served} requests during 4 kills and a publishing, {len(readers.failed)} failed\n")


def _publish_and_kill(site: Path, target: Path, stamp: str, change: int) -> None:
    """Run `vejviser publish` as an editor does, killed by kill -9 when it has changed so much on the disk."""
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests.publish.sites import die_at; "
        f"from vejviser.cli.main import main; die_at({change}, '.new-{stamp}'); main()"
    )
    command = [sys.executable, "-c", code, "publish", site, target, "--stamp", stamp]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert (target / "releases" / f".new-{stamp}").is_dir(), "it was killed on its way"
