"""A published site behind a real server."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.publish.push_world import World, open_world
from tests.publish.servers import Server, apache, nginx
from tests.publish.sites import STAMPS, make_site
from vejviser.publish.folder import FolderTarget


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that a server running as another user may read; pytest's own may not be."""
    yield from _open_folder()


def _open_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.fixture(scope="module")
def two_releases() -> Iterator[Path]:
    """A folder with the target www, which shows "new" and showed "old" before."""
    for folder in _open_folder():
        target = FolderTarget(folder / "www")
        for stamp, version in zip(STAMPS, ("old", "new"), strict=False):
            target.publish(make_site(folder / version, version), stamp)
        yield folder


@pytest.fixture(scope="module", params=["nginx", "apache"])
def server(request: pytest.FixtureRequest, two_releases: Path) -> Iterator[Server]:
    """Each server in turn, showing it."""
    run = two_releases / request.param
    run.mkdir(mode=0o755)
    with {"nginx": nginx, "apache": apache}[request.param](run, two_releases / "www") as running:
        yield running


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    """A server with its first push done, an editor, and readers who keep asking until the last test is over."""
    with open_world() as found:
        yield found
