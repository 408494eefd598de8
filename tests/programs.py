"""Which tests need a program that is not in the Python environment: told by markers, and watched while they run.

`make test-fast` leaves these out. A test that starts such a program without its marker fails wherever it runs, so the
fast tests cannot come to need one unnoticed.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

import pytest

MARKERS = {
    "chromium": "browser",
    "nginx": "server",
    "apache2": "server",
    "java": "java",
    "node": "node",
    "npm": "node",
}
"""The marker that a test needs which starts the program."""
FIXTURES = {
    "reader": "browser",
    "server": "server",
    "program": "node",
    "site": "slow",
    "small_site": "slow",
    "dari": "slow",
}
"""The marker of every test that asks for the fixture: for a program, or for a finished site."""
_running: list[pytest.Item] = []


def mark_what_needs_a_program(items: list[pytest.Item]) -> None:
    """Mark each test by the fixtures it asks for, directly or through others."""
    for item in items:
        for fixture in getattr(item, "fixturenames", ()):
            if fixture in FIXTURES:
                item.add_marker(FIXTURES[fixture])


def marker_for(command: str) -> str | None:
    """Return the marker of a test that starts `command`, a name or a path; None when it needs none."""
    path = PurePath(command)
    return "browser" if "playwright" in path.parts else MARKERS.get(path.name)


def watched(item: pytest.Item) -> Iterator[None]:
    """Run a test; whatever it starts without the marker that belongs to it raises."""
    _running.append(item)
    yield
    _running.pop()


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event != "subprocess.Popen" or not _running:
        return
    executable, command = arguments[0], arguments[1]
    first = executable or (command if isinstance(command, str | bytes | os.PathLike) else command[0])
    needed = marker_for(os.fsdecode(first))
    if needed and not _running[-1].get_closest_marker(needed):
        raise RuntimeError(f"this test starts {os.fsdecode(first)}; mark it: pytestmark = pytest.mark.{needed}")


sys.addaudithook(_watch)
