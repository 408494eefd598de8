"""Work on several cores at once, by processes that see everything the caller sees and send back what they find."""

import gc
import multiprocessing
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar, cast

from vejviser.problems import BrokenEnvironmentError

T = TypeVar("T")
Tell = Callable[[int], None]
"""Called by a task with the number of steps it has taken since it last said so."""


def side_by_side(tasks: Sequence[Callable[[Tell], T]], told: Tell = lambda _: None) -> list[T]:
    """Give the results of `tasks`, in their order; `told` hears of every step any of them takes.

    Only results and steps travel between processes. Raises BrokenEnvironmentError with the traceback when one fails,
    and the OSError itself where the machine refuses (a full disk): that is told without a traceback.
    """
    running = {it.connection: (number, it) for number, it in enumerate(map(_started, tasks))}
    found: dict[int, T] = {}
    failed: list[str] = []
    refused: list[OSError] = []
    while running:
        for ready in wait(list(running)):
            number, worker = running[cast("Connection", ready)]
            kind, value = worker.said()
            if kind == "step":
                told(value)
                continue
            del running[worker.connection]
            if kind == "done":
                found[number] = value
            elif kind == "refused":
                refused.append(value)
            else:
                failed.append(value)
    if refused:
        raise refused[0]
    if failed:
        raise BrokenEnvironmentError("\n".join(failed))
    return [found[number] for number in range(len(tasks))]


def beside(task: Callable[[], T]) -> Callable[[], T]:
    """Start `task` beside what the caller does now; gives a function that waits for its result, or raises as above."""
    worker = _started(lambda _: task())

    def result() -> T:
        kind, value = worker.said()
        if kind == "refused":
            raise value
        if kind == "failed":
            raise BrokenEnvironmentError(value)
        return cast("T", value)

    return result


@dataclass(frozen=True)
class _Worker:
    """A process at a task, and the line to it."""

    process: BaseProcess
    connection: Connection

    def said(self) -> tuple[str, Any]:
        """Wait for what it says next: a step, that it is done and with what, or why it failed or was refused."""
        try:
            kind, value = self.connection.recv()
        except EOFError:
            self.process.join()
            return "failed", f"exit {self.process.exitcode}"
        if kind != "step":
            self.process.join()
        return kind, value


def _started(task: Callable[[Tell], Any]) -> _Worker:
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(task, theirs), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _run(task: Callable[[Tell], Any], connection: Connection) -> None:
    gc.freeze()  # what the caller has made is not looked through again, and stays in the memory both share
    try:
        connection.send(("done", task(lambda steps: connection.send(("step", steps)))))
    except OSError as error:
        connection.send(("refused", error))
    except Exception:
        connection.send(("failed", traceback.format_exc()))
    finally:
        connection.close()
