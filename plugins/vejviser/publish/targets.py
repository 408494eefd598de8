"""Where a site can be published, as written on the command line.

* `/srv/portal`: a folder that a server on this machine shows
* `plain:public`: a folder that a host takes from here and puts in place itself
* `git:origin#pages`: a branch of a git repository
* `s3://bucket/folder`: an S3-compatible bucket (needs `pip install vejviser[s3]`)
"""

from pathlib import Path
from typing import Protocol

from vejviser.base.engine import KEPT, Engine, engine_of
from vejviser.base.files import remove_folder
from vejviser.base.problems import PublishError
from vejviser.publish.branch import BranchTarget
from vejviser.publish.folder import FolderTarget
from vejviser.publish.plain import PlainTarget
from vejviser.publish.releases import Published, Release


class Target(Protocol):
    """What every target can do. All of it raises PublishError, and then nothing has changed for readers."""

    def publish(self, site: Path, stamp: str, *, preview: bool = False) -> Published:
        """Put the finished `site` in place; `stamp` names it and sorts after the stamps before it."""

    def roll_back(self, to: str | None = None) -> str:
        """Show the release before this one again, or the release `to`; return its stamp."""

    def forget(self) -> int:
        """Remove every release but the one shown, for ever; return how many."""

    def releases(self) -> tuple[Release, ...]:
        """Return the releases that can be shown, the oldest first."""


def target(text: str, root: Path, *, keep: int, wait: float) -> Target:
    """Read a target from the command line; folders and remotes are seen from `root`.

    `keep` is how many former releases stay, `wait` how many seconds a publisher waits for another.
    Raises PublishError for a target that is none, or needs an extra that is not installed.
    """
    kind, _, rest = text.partition(":")
    engine = engine_of(root)
    match kind:
        case "git":
            remote, mark, branch = rest.rpartition("#")
            if not (mark and remote and branch):
                raise PublishError("publish-target", target=text)
            return BranchTarget(root, remote, branch, keep, engine)
        case "plain":
            return PlainTarget(_folder(rest, text, root), engine)
        case "s3":
            return _bucket(text, engine, wait)
    return FolderTarget(_folder(text, text, root), keep, wait, engine)


def forget_kept(root: Path) -> None:
    """Remove all that builds and publishings have kept below `root`: old words stand in it too. It is made anew."""
    remove_folder(root / KEPT)


def _folder(path: str, text: str, root: Path) -> Path:
    """Return the folder of a target; raises PublishError for no folder, and for one that `root` lies in."""
    if not path.strip() or "://" in path:
        raise PublishError("publish-target", target=text)
    folder = root / path
    if root.resolve().is_relative_to(folder.resolve()):
        raise PublishError("publish-inside", site=root, target=folder)
    return folder


def _bucket(address: str, engine: Engine, wait: float) -> Target:
    try:
        from vejviser.publish.bucket import BucketTarget  # noqa: PLC0415 - an extra that most do without
    except ImportError as error:
        raise PublishError("publish-extra", extra="s3") from error
    return BucketTarget.at(address, engine, wait)
