"""Work on several cores at once, by processes that send back what they find.

Where a process can be forked (Linux), it sees everything the caller sees, and nothing is copied. Elsewhere a new one is
started, and tasks travel to it by pickle; where they cannot, the caller does them. The results are the same.
"""

import gc
import multiprocessing
import os
import pickle
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar, cast
from weakref import WeakSet

from vejviser.base.in_force import IN_FORCE, Surroundings
from vejviser.base.problems import BrokenEnvironmentError

T = TypeVar("T")
OnProgress = Callable[[int], None]
"""Called by a task with the number of steps it has taken since it last said so."""


def run_parallel(
    tasks: Sequence[Callable[[OnProgress], T]], on_progress: OnProgress = lambda _: None, workers: int | None = None
) -> list[T]:
    """Return the results of `tasks`, in their order; `told` hears of every step any of them takes.

    They are begun in their order by `workers` processes (None: one for each task), and none is begun after one has
    failed. Raises BrokenEnvironmentError with the traceback when one fails, and the OSError itself where the machine
    refuses (a full disk): that is told without a traceback.
    """
    if not _can_travel(tasks):
        return [task(on_progress) for task in tasks]
    found: dict[int, T] = {}
    failures: list[Exception] = []
    for number, kind, value in _messages(tasks, len(tasks) if workers is None else min(workers, len(tasks))):
        if kind == "step":
            on_progress(value)
        elif kind == "done":
            found[number] = value
        else:
            failures.append(value)
    if failures:
        raise next((failure for failure in failures if isinstance(failure, OSError)), failures[0])
    return [found[number] for number in range(len(tasks))]


def run_async(task: Callable[[], T]) -> Callable[[], T]:
    """Start `task` beside what the caller does now; returns a function that waits for its result, or raises as above.

    Where it can be done by nobody but the caller, it is done when its result is asked for.
    """
    tasks = (partial(_without_steps, task),)
    if not _can_travel(tasks):
        return task
    worker = _Worker.start(tasks)
    worker.take(0)

    def result() -> T:
        kind, value = worker.receive()
        worker.take(None)
        if kind == "failed":
            raise value
        return cast("T", value)

    return result


def _messages(tasks: Sequence[Callable[[OnProgress], Any]], workers: int) -> Iterator[tuple[int, str, Any]]:
    """Have all tasks done, unless one fails; yield what the workers say, with the number of the task it is about."""
    waiting = iter(range(len(tasks)))
    crew = [_Worker.start(tasks) for _ in range(workers)]
    busy = {worker.connection: (worker, next(waiting)) for worker in crew}
    for worker, number in busy.values():
        worker.take(number)
    while busy:
        for ready in cast("list[Connection]", wait(list(busy))):
            worker, number = busy[ready]
            kind, value = worker.receive()
            yield number, kind, value
            if kind == "step":
                continue
            following = None if kind == "failed" else next(waiting, None)
            if following is None:
                waiting = iter(())
                del busy[ready]
            else:
                busy[ready] = worker, following
            worker.take(following)


def _without_steps(task: Callable[[], T], _: OnProgress) -> T:
    return task()


def _context() -> multiprocessing.context.BaseContext:
    """Fork where that is safe; macOS has libraries that do not survive it."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" and hasattr(os, "fork") else "spawn")


def _can_travel(tasks: Sequence[Callable[[OnProgress], Any]]) -> bool:
    """Return whether other processes can be given the tasks."""
    if _context().get_start_method() == "fork":
        return True
    try:
        pickle.dumps(tasks)
    except (pickle.PicklingError, AttributeError, TypeError):  # pickle raises each of them for what it does not take
        return False
    return True


_OURS: "WeakSet[Connection]" = WeakSet()
"""The caller's ends of the lines to its workers."""


@dataclass(frozen=True)
class _Worker:
    """A process that does tasks by their number, and the line to it."""

    process: BaseProcess
    connection: Connection

    @classmethod
    def start(cls, tasks: Sequence[Callable[[OnProgress], Any]]) -> "_Worker":
        """Start a process that waits for the number of the first of `tasks` to do."""
        context = _context()
        ours, theirs = context.Pipe()
        _OURS.add(ours)
        process = context.Process(target=_work, args=(tasks, theirs, IN_FORCE.get()), daemon=True)  # type: ignore[attr-defined]
        process.start()
        theirs.close()
        return cls(process, ours)

    def take(self, number: int | None) -> None:
        """Hand it the number of its next task; None lets it go."""
        with suppress(BrokenPipeError):  # it has died: the last thing it said tells so
            self.connection.send(number)
        if number is None:
            self.process.join()
            self.connection.close()

    def receive(self) -> tuple[str, Any]:
        """Wait for what it says next: ("step", how many), ("done", the result) or ("failed", the exception)."""
        try:
            return cast("tuple[str, Any]", self.connection.recv())
        except (EOFError, ConnectionResetError):
            self.process.join()
            return "failed", BrokenEnvironmentError("machine-process", reason=f"exit {self.process.exitcode}")


def _work(tasks: Sequence[Callable[[OnProgress], Any]], connection: Connection, in_force: Surroundings | None) -> None:
    for caller in _OURS:  # a forked process has them too: as long as it does, it never learns that the caller has gone
        caller.close()
    _OURS.clear()
    IN_FORCE.set(in_force)  # a process that was not forked does not know it
    gc.freeze()  # what the caller has made is not looked through again, and stays in the memory both share
    with suppress(EOFError):  # the caller has gone
        for number in iter(connection.recv, None):
            try:
                connection.send(("done", tasks[number](lambda steps: connection.send(("step", steps)))))
            except (OSError, BrokenEnvironmentError) as error:
                connection.send(("failed", error))
            except Exception:
                connection.send(("failed", BrokenEnvironmentError("machine-process", reason=traceback.format_exc())))
