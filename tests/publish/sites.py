"""Small finished sites, and the question that matters: is what readers see one whole site?"""

import errno
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vejviser.base.problems import PublishError
from vejviser.publish.folder import FolderTarget
from vejviser.publish.manifest import read_manifest, verify, write_manifest

STAMPS = [f"202611{day:02}T120000Z" for day in range(1, 29)]
CHANGES = (
    "open",
    "os.chmod",
    "os.link",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.symlink",
    "shutil.rmtree",
)


MAKES = ("open", "os.link", "os.mkdir", "os.symlink")
"""Those of them that need room."""


def make_site(folder: Path, version: str, pages: int = 4, weight: int = 60) -> Path:
    """A finished site whose every page says its version; one file is the same in all versions."""
    for number in range(pages):
        page = folder / f"side-{number}" / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"<!doctype html><p>{version}</p>\n" + "<p>Noget mere tekst.</p>\n" * weight, "utf-8")
    (folder / "index.html").write_text(f"<!doctype html><p>{version}</p>\n" * 30, "utf-8")
    (folder / "admin").mkdir(exist_ok=True)
    (folder / "admin/rediger.html").write_text("<!doctype html>Formularer", "utf-8")
    (folder / "404.html").write_text("<!doctype html><p>Siden findes ikke</p>\n", "utf-8")
    (folder / "ar").mkdir(exist_ok=True)
    (folder / "ar/404.html").write_text('<!doctype html><p lang="ar">404</p>\n', "utf-8")
    (folder / "assets/hashed").mkdir(parents=True, exist_ok=True)
    (folder / f"assets/hashed/main.{version}.min.css").write_text(f"/* {version} */", "utf-8")
    (folder / "assets/same.css").write_text("body { color: black }\n" * 40, "utf-8")
    (folder / f"kun-{version}.txt").write_text(f"Kun i {version}.\n", "utf-8")
    (folder / "api").mkdir(exist_ok=True)
    (folder / "api/data.csv").write_text("navn,tal\nÆrø,1\n" * 60, "utf-8")
    write_manifest(folder, ("content", "links"))
    return folder


def shown(target: Path) -> str:
    """The version readers see; fails unless all of it is there and nothing of another."""
    current = target / "current"
    verify(current, read_manifest(current))
    versions = {page.read_text("utf-8").split("<p>")[1].split("</p>")[0] for page in current.glob("**/index.html")}
    assert len(versions) == 1
    return versions.pop()


def refusal(target: FolderTarget, site: Path, stamp: str) -> str:
    """The rule that `target` refuses `site` by, or ''."""
    try:
        target.publish(site, stamp)
    except PublishError as error:
        return error.rule
    return ""


def die_at(change: int, within: str = "") -> None:
    """Let this process be killed at its `change`th change on the disk, in paths with `within`, as by kill -9."""
    left = change

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in CHANGES and within in str(arguments[0]) and (event != "open" or _writes(arguments)):
            left -= 1
            if left <= 0:  # two threads may count at once
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


@dataclass
class FullDisk:
    """A disk that has room for so many more changes; None for as many as there are."""

    room: int | None = None


@contextmanager
def full_disk(folder: Path) -> Iterator[FullDisk]:
    """Let whatever is made below `folder` need room; without any it fails as on a full disk. Until this process ends."""
    disk = FullDisk()

    def count(event: str, arguments: tuple[object, ...]) -> None:
        if disk.room is None or event not in MAKES or str(folder) not in "".join(map(str, arguments)):
            return
        if event == "open" and not _writes(arguments):
            return
        if not disk.room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        disk.room -= 1

    sys.addaudithook(count)
    yield disk


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))


@contextmanager
def child() -> Iterator[bool]:
    """True in a child process, which ends with the block; False in the parent, when the child is gone."""
    pid = os.fork()
    if pid == 0:
        try:
            yield True
        finally:
            os._exit(0)
    os.waitpid(pid, 0)
    yield False
