"""Work done by several processes: forked where they can be, started anew where they cannot."""

import errno
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import PORTAL, TODAY
from vejviser.base.parallel import OnProgress, run_async, run_parallel
from vejviser.base.problems import BrokenEnvironmentError
from vejviser.content.load.portal import load_portal
from vejviser.site.content_check import check_site


def test_results_come_in_the_order_of_the_tasks_from_processes_of_their_own() -> None:
    steps: list[int] = []

    def task(number: int) -> tuple[int, int]:
        return number, os.getpid()

    def stepping(on_progress: OnProgress) -> tuple[int, int]:
        on_progress(1)
        on_progress(2)
        return task(2)

    found = run_parallel([lambda _: task(0), lambda _: task(1), stepping], steps.append)
    assert [number for number, _ in found] == [0, 1, 2]
    assert len({process for _, process in found} | {os.getpid()}) == 4
    assert steps == [1, 2]


def test_a_task_that_fails_is_told_with_its_traceback_and_one_that_dies_too() -> None:
    def failing(_: OnProgress) -> None:
        raise ValueError("the reason")

    with pytest.raises(BrokenEnvironmentError, match=r"(?s)Traceback.*the reason"):
        run_parallel([failing, lambda _: None])
    with pytest.raises(BrokenEnvironmentError, match="exit 3"):
        run_parallel([lambda _: os._exit(3)])


def test_one_task_goes_on_beside_the_caller() -> None:
    result = run_async(os.getpid)
    assert result() != os.getpid()
    with pytest.raises(BrokenEnvironmentError, match="exit 4"):
        run_async(lambda: os._exit(4))()


def test_what_the_machine_refuses_a_task_reaches_the_caller_as_it_is() -> None:
    def full(_: OnProgress) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "site/index.html")

    with pytest.raises(OSError, match="No space left") as on_progress:
        run_parallel([full, lambda _: None])
    assert (on_progress.value.errno, on_progress.value.filename) == (errno.ENOSPC, "site/index.html")
    with pytest.raises(OSError, match="No space left"):
        run_async(lambda: full(lambda _: None))()


def test_few_workers_take_one_task_after_the_other() -> None:
    found = run_parallel([lambda _: os.getpid()] * 9, workers=2)
    assert len(found) == 9
    assert len({*found}) == 2


def test_nothing_is_begun_after_a_failure(tmp_path: Path) -> None:
    def begun(name: int, _: OnProgress) -> None:
        if not name:
            raise ValueError("the first one")
        (tmp_path / str(name)).touch()

    with pytest.raises(BrokenEnvironmentError, match="the first one"):
        run_parallel([partial(begun, number) for number in range(50)], workers=1)
    assert list(tmp_path.iterdir()) == []


def squared(number: int, on_progress: OnProgress) -> tuple[int, int]:
    on_progress(1)
    return number * number, os.getpid()


def failing(_: OnProgress) -> None:
    raise ValueError("the reason")


@pytest.mark.slow
class TestWhereNothingCanBeForked:
    @pytest.fixture(autouse=True)
    def no_fork(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delattr(os, "fork")

    def test_processes_are_started_that_give_the_same(self) -> None:
        steps: list[int] = []
        found = run_parallel([partial(squared, number) for number in range(5)], steps.append, workers=2)
        assert [square for square, _ in found] == [0, 1, 4, 9, 16]
        assert os.getpid() not in {process for _, process in found}
        assert steps == [1] * 5
        assert run_async(partial(pow, 2, 10))() == 1024

    def test_they_fail_with_a_traceback_too(self) -> None:
        with pytest.raises(BrokenEnvironmentError, match=r"(?s)Traceback.*the reason"):
            run_parallel([failing])

    def test_what_cannot_travel_is_done_here(self) -> None:
        ours: list[int] = []
        assert run_parallel([lambda _: os.getpid()] * 2) == [os.getpid()] * 2
        assert run_async(lambda: (os.getpid(), len(ours)))() == (os.getpid(), 0)

    def test_a_finished_site_is_looked_through_all_the_same(self, tmp_path: Path) -> None:
        (tmp_path / "index.html").write_text("<p>Skriv til ali.hassan" + "@" + "gmail.com</p>", "utf-8")
        portal = load_portal(PORTAL).portal
        assert "personal-email" in [error.rule for error in check_site(portal, tmp_path, TODAY).errors]


KILLED = """
import os, time
from vejviser.base.parallel import run_async, run_parallel

def task(_=None):
    print(os.getpid(), flush=True)
    time.sleep(0.2)

waiting = run_async(task)
run_parallel([task, lambda _: (task(), os.kill(os.getppid(), 9), time.sleep(0.2))])
"""


def test_who_is_killed_leaves_no_process_behind() -> None:
    """They hold what the killed one had open, and whoever waits for its end would wait for ever."""
    with subprocess.Popen([sys.executable, "-c", KILLED], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as killed:
        said, _ = killed.communicate(timeout=60)  # comes when nobody has the pipe open any more
    assert killed.returncode == -signal.SIGKILL
    assert said.split()
