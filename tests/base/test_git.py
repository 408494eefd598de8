"""A git that goes away before it has been asked says why; a broken pipe would end a command without a word."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from vejviser.base.git import GitError, read_objects

GONE = """#!/bin/sh
echo "fatal: not a git repository" >&2
exec 0<&-
: > gone
"""


def test_a_git_that_listens_no_more_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "git"
    program.write_text(GONE)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    def names() -> Iterator[str]:
        while not (tmp_path / "gone").exists():
            time.sleep(0.01)
        yield "HEAD"

    with pytest.raises(GitError) as told:
        list(read_objects(tmp_path, names()))
    assert ("reason", "fatal: not a git repository") in told.value.values
