import errno
import os

import pytest

from vejviser.problems import BrokenEnvironmentError
from vejviser.side_by_side import Tell, beside, side_by_side


def test_results_come_in_the_order_of_the_tasks_from_processes_of_their_own() -> None:
    steps: list[int] = []

    def task(number: int) -> tuple[int, int]:
        return number, os.getpid()

    def stepping(told: Tell) -> tuple[int, int]:
        told(1)
        told(2)
        return task(2)

    found = side_by_side([lambda _: task(0), lambda _: task(1), stepping], steps.append)
    assert [number for number, _ in found] == [0, 1, 2]
    assert len({process for _, process in found} | {os.getpid()}) == 4
    assert steps == [1, 2]


def test_a_task_that_fails_is_told_with_its_traceback_and_one_that_dies_too() -> None:
    def failing(_: Tell) -> None:
        raise ValueError("the reason")

    with pytest.raises(BrokenEnvironmentError, match=r"(?s)Traceback.*the reason"):
        side_by_side([failing, lambda _: None])
    with pytest.raises(BrokenEnvironmentError, match="exit 3"):
        side_by_side([lambda _: os._exit(3)])


def test_one_task_goes_on_beside_the_caller() -> None:
    result = beside(os.getpid)
    assert result() != os.getpid()
    with pytest.raises(BrokenEnvironmentError, match="exit 4"):
        beside(lambda: os._exit(4))()


def test_what_the_machine_refuses_a_task_reaches_the_caller_as_it_is() -> None:
    def full(_: Tell) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "site/index.html")

    with pytest.raises(OSError, match="No space left") as told:
        side_by_side([full, lambda _: None])
    assert (told.value.errno, told.value.filename) == (errno.ENOSPC, "site/index.html")
    with pytest.raises(OSError, match="No space left"):
        beside(lambda: full(lambda _: None))()
