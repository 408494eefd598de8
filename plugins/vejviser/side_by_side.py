"""Work on several cores at once, by processes that see everything the caller sees and send back what they find."""

import gc
import multiprocessing
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar, cast

from vejviser.problems import BrokenEnvironmentError

T = TypeVar("T")
Tell = Callable[[int], None]
"""Called by a task with the number of steps it has taken since it last said so."""


def side_by_side(tasks: Sequence[Callable[[Tell], T]], told: Tell = lambda _: None) -> list[T]:
    """Give the results of `tasks`, in their order; `told` hears of every step any of them takes.

    Only results and steps travel between processes. Raises BrokenEnvironmentError with the traceback when one fails.
    """
    context = multiprocessing.get_context("fork")
    running: dict[Any, tuple[int, BaseProcess]] = {}
    for number, task in enumerate(tasks):
        ours, theirs = context.Pipe(duplex=False)
        worker = context.Process(target=_run, args=(task, theirs), daemon=True)
        worker.start()
        theirs.close()
        running[ours] = number, worker
    found: dict[int, T] = {}
    failed: list[str] = []
    while running:
        for ready in wait(list(running)):
            number, process = running[ready]
            try:
                kind, value = cast("Connection", ready).recv()
            except EOFError:
                kind, value = "failed", f"exit {process.exitcode}"
            if kind == "step":
                told(value)
                continue
            del running[ready]
            process.join()
            if kind == "done":
                found[number] = value
            else:
                failed.append(value)
    if failed:
        raise BrokenEnvironmentError("\n".join(failed))
    return [found[number] for number in range(len(tasks))]


def beside(task: Callable[[], T]) -> Callable[[], T]:
    """Start `task` beside what the caller does now; gives a function that waits for its result."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_run, args=(lambda _: task(), theirs), daemon=True)
    worker.start()
    theirs.close()

    def result() -> T:
        try:
            kind, value = ours.recv()
        except EOFError:
            kind, value = "failed", f"exit {worker.exitcode}"
        worker.join()
        if kind == "failed":
            raise BrokenEnvironmentError(value)
        return cast("T", value)

    return result


def _run(task: Callable[[Tell], Any], connection: Connection) -> None:
    gc.freeze()  # what the caller has made is not looked through again, and stays in the memory both share
    try:
        connection.send(("done", task(lambda steps: connection.send(("step", steps)))))
    except Exception:
        connection.send(("failed", traceback.format_exc()))
    finally:
        connection.close()
