"""One publisher at a time. The lock is the system's: it goes when its holder goes, however that happens."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

from vejviser.base.problems import PublishError

STEP = 0.1


@contextmanager
def locked(path: Path, wait: float) -> Iterator[None]:
    """Hold the lock file `path`; raises PublishError when somebody else still does after `wait` seconds.

    The file stays: removing it would let two in.
    """
    with path.open("a") as file:
        for _ in range(int(wait / STEP)):
            if _taken(file.fileno()):
                break
            sleep(STEP)
        else:
            if not _taken(file.fileno()):
                raise PublishError("publish-busy", target=path.parent)
        yield


def _taken(descriptor: int) -> bool:
    """Take the lock if nobody has it, and return whether. Each system has its own way, and not the others'."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - there only

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - not there

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
