"""Running commands: seconds on the clock, and the most memory all their processes held together."""

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from time import monotonic

EVERY = 0.2
"""Seconds between two looks at the memory."""


_STAGE = re.compile(r"^ *(?P<seconds>\d+\.\d+) s +\d+ % +(?P<name>.+)$", re.MULTILINE)
"""A line of `vejviser build --verbose`."""


@dataclass(frozen=True)
class Run:
    """One run: seconds, megabytes at the peak (0: nobody looked), and seconds of each stage as far as it told them."""

    seconds: float
    megabytes: float = 0.0
    stages: Mapping[str, float] = field(default_factory=dict)


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a command to its end; raises RuntimeError with the end of what it said when it fails."""
    os.sync()  # what the run before has written is not written at this one's expense
    with tempfile.TemporaryFile() as said:
        began = monotonic()
        with subprocess.Popen(command, cwd=folder, env=environment(), stdout=said, stderr=said) as process:
            memory = _Memory(process.pid)
            memory.start()
            status = process.wait()
            seconds = monotonic() - began
            memory.stop()
        said.seek(0)
        told = said.read().decode(errors="replace")
        if status:
            raise RuntimeError(f"{' '.join(command)}:\n{told[-3000:]}")
    stages = {match["name"]: float(match["seconds"]) for match in _STAGE.finditer(told)}
    return Run(seconds, memory.peak / 1024, stages)


def environment() -> dict[str, str]:
    """Return the environment of every command."""
    return os.environ | {"NO_MKDOCS_2_WARNING": "1"}


class _Memory(Thread):
    """Looks at the memory of a process and all its children: each page counted once, however many share it."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process, self.peak, self._done = process, 0, Event()

    def run(self) -> None:
        while not self._done.wait(EVERY):
            self.peak = max(self.peak, sum(map(_kilobytes, _family(self.process))))

    def stop(self) -> None:
        self._done.set()
        self.join()


def _family(process: int) -> Iterator[int]:
    yield process
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        for child in _read(task).split():
            yield from _family(int(child))


def _kilobytes(process: int) -> int:
    lines = _read(Path(f"/proc/{process}/smaps_rollup")).splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _read(path: Path) -> str:
    try:
        return path.read_text("ascii")
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return ""
