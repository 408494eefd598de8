"""Windows has no fork and not what belongs to it: what an editor runs works without any of it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType
from urllib.request import urlopen

import pytest

from tests.conftest import copy_portal
from vejviser.publish import lock

WITHOUT = """
import os, sys
MISSING = {"fcntl", "grp", "pwd", "resource", "termios"}
NOT_IN_OS = "chown fchmod fork forkpty getegid geteuid getgid getpgid getuid killpg mkfifo setsid sync".split()

class Nowhere:
    def find_spec(self, name, path=None, target=None):
        if name in MISSING:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

for name in MISSING:
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Nowhere())
for name in NOT_IN_OS:
    delattr(os, name)
if __name__ == "__main__":
    from vejviser.cli.main import main
    main(prog_name="vejviser")
"""


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_portal(tmp_path_factory.mktemp("elsewhere") / "portal")


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory, portal: Path) -> list[str]:
    program = tmp_path_factory.mktemp("program") / "without.py"
    program.write_text(WITHOUT, "utf-8")
    return [sys.executable, str(program), "--root", str(portal)]


@pytest.mark.slow
def test_check_build_and_publish(command: list[str], portal: Path) -> None:
    for arguments in (["check"], ["build"], ["publish", "site", "plain:public"]):
        done = subprocess.run([*command, *arguments], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    assert (portal / "public/index.html").is_file()


@pytest.fixture
def shown(command: list[str]) -> Iterator[str]:
    """The address at which `vejviser serve` shows the portal."""
    serving = subprocess.Popen(
        [*command, "serve", "--address", "127.0.0.1:18629"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert serving.stdout is not None
        yield next(word for line in serving.stdout for word in line.split() if word.startswith("http://"))
    finally:
        serving.terminate()
        serving.communicate(timeout=120)


@pytest.mark.slow
def test_serve(shown: str) -> None:
    with urlopen(shown) as answer:  # noqa: S310 - our own
        assert "</main>" in answer.read().decode()


def test_the_lock_is_the_one_windows_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []

    class Msvcrt(ModuleType):
        LK_NBLCK = 2

        @staticmethod
        def locking(_: int, mode: int, size: int) -> None:
            if taken:
                raise PermissionError
            taken.extend((mode, size))

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", Msvcrt("msvcrt"))
    with lock.locked(tmp_path / ".lock", wait=0):
        assert taken == [2, 1]
        with pytest.raises(lock.PublishError, match="publish-busy"):
            ExitStack().enter_context(lock.locked(tmp_path / ".lock", wait=0))
        assert taken == [2, 1]
