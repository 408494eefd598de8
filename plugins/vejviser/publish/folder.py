"""Publishing into a folder that a server shows: each release whole in its own folder, and one link to the one in use.

    TARGET/releases/20261122T115100Z/            a release; what is there is never changed once it has its name
    TARGET/releases/20261122T115100Z.withdrawn   it was rolled back
    TARGET/releases/.new-…, .gone-…              being made, being removed; left by a killed run, swept by the next
    TARGET/current  -> releases/…                what the server shows; replaced in one step
    TARGET/previous -> releases/…                what it showed before
    TARGET/.lock                                 held while publishing

Whenever a run is killed, `current` leads to the whole old release or the whole new one.
"""

import errno
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from vejviser.base.engine import Engine
from vejviser.base.files import swap_symlink
from vejviser.base.problems import PublishError
from vejviser.content.addresses import PUBLISHED_ON
from vejviser.publish.lock import locked
from vejviser.publish.manifest import NAME, publishable, read_manifest, refuse_overlap, verify
from vejviser.publish.older import day_of
from vejviser.publish.prepare import forget_older, hand_over, prepare
from vejviser.publish.releases import Published, Release, chosen

WITHDRAWN = ".withdrawn"
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@dataclass(frozen=True, slots=True)
class FolderTarget:
    """A folder on this machine; `wait` is how many seconds to wait for another publisher."""

    folder: Path
    keep: int = 5
    wait: float = 600
    engine: Engine = field(default_factory=Engine, compare=False)
    """What is remembered from one publishing to the next; without it nothing is, and all is read and made again."""

    def publish(self, site: Path, stamp: str, *, preview: bool = False) -> Published:
        """Put the finished `site` in place as the release `stamp`; raises PublishError and changes nothing."""
        refuse_overlap(site, self.folder)
        publishable(site, preview=preview)
        with self._at_work():
            stamp = self._unused(stamp)
            fresh = self._releases / f".new-{stamp}"
            place = self._releases / stamp
            prepared = prepare(site, fresh, self._resolved("current"), self.engine, place, stamp, preview=preview)
            newest = next(reversed(self.releases()), None)
            if prepared.unchanged and newest and newest.current:
                (fresh / PUBLISHED_ON).replace(self._releases / newest.stamp / PUBLISHED_ON)
                return Published(newest.stamp, prepared, unchanged=True)
            _sync()  # before the link: a power cut must not find it leading to empty files
            fresh.rename(place)
            try:
                self._switch(stamp)
            finally:
                if self._resolved("current") != place:  # no room for the link: it was never a release
                    place.rename(fresh)
            self._prune()
            return Published(stamp, prepared)

    def roll_back(self, to: str | None = None) -> str:
        """Show the release before this one again, or the release `to`; return its stamp. Raises PublishError."""
        with self._at_work():
            known = self.releases()
            stamp = chosen(known, to, self.folder)
            verify(self._releases / stamp, read_manifest(self._releases / stamp))
            for release in _withdrawn(known, stamp):
                self._mark(release.stamp).touch()  # before the switch: a later rollback must not lead here
            if shown := self._resolved("current"):
                hand_over(shown, self._releases / stamp, day_of(shown.name))
            self._switch(stamp)
            self._mark(stamp).unlink(missing_ok=True)
            return stamp

    def forget(self) -> int:
        """Remove every release but the one shown, for ever; return how many. Raises PublishError."""
        with self._at_work():
            (self.folder / "previous").unlink(missing_ok=True)
            if shown := self._resolved("current"):
                forget_older(shown)
            return self._remove([release for release in self.releases() if not release.current])

    def releases(self) -> tuple[Release, ...]:
        """Return every release, the oldest first."""
        current = self._resolved("current")
        stamps = sorted(path.parent.name for path in self._releases.glob(f"[!.]*/{NAME}"))
        return tuple(
            Release(
                stamp, self._releases / stamp == current, self._mark(stamp).exists(), _content(self._releases / stamp)
            )
            for stamp in stamps
        )

    @property
    def _releases(self) -> Path:
        return self.folder.resolve() / "releases"

    def _mark(self, stamp: str) -> Path:
        return self._releases / f"{stamp}{WITHDRAWN}"

    def _resolved(self, link: str) -> Path | None:
        path = self.folder / link
        return path.resolve() if path.is_dir() else None

    def _unused(self, stamp: str) -> str:
        """Return `stamp`, or a later one when the clock went backwards: names sort as they were published."""
        newest = max((release.stamp for release in self.releases()), default="")
        day, _, number = newest.partition(".")
        return stamp if stamp > newest else f"{day}.{int(number or 0) + 1:03}"

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        """Hold the lock over a swept target; whatever the disk refuses becomes a PublishError. Raises PublishError."""
        try:
            self._releases.mkdir(parents=True, exist_ok=True)
            with locked(self.folder / ".lock", self.wait):
                self._sweep()
                try:
                    yield
                finally:
                    self._sweep()
        except OSError as error:
            rule = "publish-disk-full" if error.errno in FULL else "publish-refused"
            raise PublishError(rule, target=self.folder, reason=error.strerror or error) from error

    def _sweep(self) -> None:
        for left in (*self._releases.glob(".new-*"), *self._releases.glob(".gone-*")):
            shutil.rmtree(left, ignore_errors=True)
        for mark in self._releases.glob(f"*{WITHDRAWN}"):
            if not mark.with_suffix("").is_dir():
                mark.unlink()

    def _switch(self, stamp: str) -> None:
        before = self._resolved("current")
        if before and before.name != stamp:
            self._point("previous", before.name)
        self._point("current", stamp)

    def _point(self, link: str, stamp: str) -> None:
        swap_symlink(self.folder / link, f"releases/{stamp}")
        _sync(self.folder)

    def _prune(self) -> None:
        known = self.releases()
        repeated = {one.stamp for one, other in pairwise(known) if one.same_as(other)}
        others = [release for release in known if not release.current]
        first = sorted(others, key=lambda other: (not other.withdrawn and other.stamp not in repeated, other.stamp))
        self._remove(first[: -self.keep])

    def _remove(self, releases: Sequence[Release]) -> int:
        """Take releases out of the list; the sweep removes them. Half a release must not look like one."""
        for release in releases:
            (self._releases / release.stamp).rename(self._releases / f".gone-{release.stamp}")
        return len(releases)


def _sync(folder: Path | None = None) -> None:
    """Wait until all is on the disk, or only the names in `folder`. Windows has neither, and does it by itself."""
    if sys.platform == "win32":
        return
    if folder is None:
        os.sync()
        return
    names = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(names)
    finally:
        os.close(names)


def _withdrawn(known: Sequence[Release], stamp: str) -> Iterator[Release]:
    """Yield what going back to `stamp` withdraws: the release shown, and those between that show the same."""
    current = next((release for release in known if release.current), None)
    for release in known:
        if current and stamp < release.stamp <= current.stamp and (release.current or release.same_as(current)):
            yield release


def _content(folder: Path) -> str:
    try:
        return read_manifest(folder).sha256
    except PublishError:
        return ""
