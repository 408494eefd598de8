"""Publishing into a plain folder, for hosts that put it in place themselves: GitLab Pages, Netlify, an artifact."""

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from vejviser.base.engine import Engine
from vejviser.base.files import replace_folder
from vejviser.base.problems import PublishError
from vejviser.publish.folder import FULL, Published
from vejviser.publish.prepare import prepare


@dataclass(frozen=True, slots=True)
class PlainTarget:
    """A folder that holds the ready site itself; nothing earlier is kept."""

    folder: Path
    engine: Engine = field(default_factory=Engine, compare=False)

    def publish(self, site: Path, stamp: str, *, preview: bool = False) -> Published:
        """Put the ready site in the place of the folder; raises PublishError and changes nothing."""
        fresh = self.folder.with_name(f".{self.folder.name}.{os.getpid()}.new")
        before = self.folder if self.folder.is_dir() else None
        try:
            shutil.rmtree(fresh, ignore_errors=True)
            prepared = prepare(site, fresh, before, self.engine, self.folder, preview=preview)
            replace_folder(fresh, self.folder)
        except OSError as error:
            rule = "publish-disk-full" if error.errno in FULL else "publish-refused"
            raise PublishError(rule, target=self.folder, reason=error.strerror or error) from error
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return Published(stamp, prepared)

    def roll_back(self, to: str | None = None) -> str:
        """Raise PublishError: the host keeps the earlier ones."""
        raise PublishError("publish-keeps-nothing", target=self.folder, stamp=to or "")

    def forget(self) -> int:
        """Return 0: nothing earlier is kept here."""
        return 0

    def releases(self) -> tuple[()]:
        """Return none: the host keeps them."""
        return ()
