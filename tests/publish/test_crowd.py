"""Several publishers at once."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.publish.sites import make_site, shown
from vejviser.publish.folder import FolderTarget

pytestmark = pytest.mark.slow


def test_publishers_at_once_take_turns_and_all_get_through(tmp_path: Path) -> None:
    target = tmp_path / "www"
    versions = ["a", "b", "c"]
    for version in versions:
        make_site(tmp_path / version, version, pages=30)
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "vejviser", "publish", tmp_path / version, target, "--stamp", "20261122T120000Z"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for version in versions
    ]
    results = [(*one.communicate(timeout=600), one.returncode) for one in running]
    assert [code for _, _, code in results] == [0, 0, 0], results
    assert shown(target) in versions
    releases = FolderTarget(target).releases()
    assert len(releases) == len(versions)
    seen = {(target / "releases" / release.stamp / "index.html").read_text("utf-8")[:22] for release in releases}
    assert len(seen) == len(versions)
    assert releases[-1].current
