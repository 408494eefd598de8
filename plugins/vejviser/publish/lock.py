"""One publisher at a time. The lock is the kernel's: it goes when its holder goes, however that happens."""

import fcntl
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
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
