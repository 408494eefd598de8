"""What stands between an editor's machine and everybody else's: what is committed and what is sent is looked through.

What was committed once is sent with everything after it, also when a later commit took it away again. So all versions
that are about to be sent are searched for CPR numbers and raw status files, not only the last one.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from vejviser.build import gather
from vejviser.check.privacy import Allowed, former
from vejviser.load.history import former_versions, put_commit, put_staged
from vejviser.privacy.extract.look import look_inside
from vejviser.problems import Problem


def staged(root: Path, today: date) -> tuple[Problem, ...]:
    """Give what is wrong with what is about to be committed."""
    with TemporaryDirectory() as folder:
        put_staged(root, Path(folder))
        return gather(Path(folder), today, everywhere=True).errors


def pushed(root: Path, commit: str, today: date) -> tuple[Problem, ...]:
    """Give what is wrong with a commit that is about to be sent, and with the versions that are sent with it."""
    with TemporaryDirectory() as folder:
        put_commit(root, commit, Path(folder))
        errors = gather(Path(folder), today, everywhere=True).errors
    return (*errors, *sorted(_former(root, commit, "--remotes")))


def received(repository: Path, commit: str) -> tuple[Problem, ...]:
    """Give what is wrong with the earlier versions that come with a commit somebody sends to `repository`."""
    return tuple(sorted(_former(repository, commit, "--all")))


def _former(root: Path, commit: str, known: str) -> Iterator[Problem]:
    for version in former_versions(root, commit, known):
        found = tuple(look_inside(version.path, version.data))
        yield from former(found, version.commit, Allowed())
