"""Publishing into a plain folder, for hosts that put it in place themselves: GitLab Pages, Netlify, an artifact."""

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from vejviser.base.engine import Engine
from vejviser.base.files import replace_folder
from vejviser.base.problems import PublishError
from vejviser.publish.folder import FULL
from vejviser.publish.known_files import KnownFiles
from vejviser.publish.manifest import NAME, compare, read_files, read_manifest, refuse_overlap, site_files
from vejviser.publish.prepare import forget_older, prepare
from vejviser.publish.releases import Published


@dataclass(frozen=True, slots=True)
class PlainTarget:
    """A folder that holds the ready site itself; nothing earlier is kept."""

    folder: Path
    engine: Engine = field(default_factory=Engine, compare=False)

    def publish(self, site: Path, stamp: str, *, preview: bool = False) -> Published:
        """Put the ready site in the place of the folder; raises PublishError and changes nothing.

        A folder in which there is something that no publishing put there is left alone.
        """
        refuse_overlap(site, self.folder)
        self._refuse_others(site)
        fresh = self.folder.with_name(f".{self.folder.name}.{os.getpid()}.new")
        before = self.folder if self.folder.is_dir() else None
        try:
            shutil.rmtree(fresh, ignore_errors=True)
            prepared = prepare(site, fresh, before, self.engine, self.folder, stamp, preview=preview)
            replace_folder(fresh, self.folder)
        except OSError as error:
            rule = "publish-disk-full" if error.errno in FULL else "publish-refused"
            raise PublishError(rule, target=self.folder, reason=error.strerror or error) from error
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return Published(stamp, prepared)

    def _refuse_others(self, site: Path) -> None:
        """Raise PublishError where the folder holds a file that no publishing put there."""
        if not self.folder.is_dir():
            return
        there = sorted(path.name for path in self.folder.iterdir())
        if there and NAME not in there:
            raise PublishError("publish-not-ours", target=self.folder, name=there[0])
        known = KnownFiles.of(self.folder, self.engine)
        more = sorted({*site_files(self.folder)} - {*site_files(site)}, key=lambda name: (name in known.files, name))
        if there and more:
            try:
                compare(read_files(self.folder, known).facts, read_manifest(self.folder))
            except PublishError as error:
                raise PublishError("publish-not-ours", target=self.folder, name=more[0]) from error

    def roll_back(self, to: str | None = None) -> str:
        """Raise PublishError: the host keeps the earlier ones."""
        raise PublishError("publish-keeps-nothing", target=self.folder, stamp=to or "")

    def forget(self) -> int:
        """Remove what pages from before still need; return 0, since no whole release is kept. Raises PublishError."""
        try:
            if self.folder.is_dir():
                forget_older(self.folder)
        except OSError as error:
            raise PublishError("publish-refused", target=self.folder, reason=error.strerror or error) from error
        return 0

    def releases(self) -> tuple[()]:
        """Return none: the host keeps them."""
        return ()
