"""git, asked as a program. It answers, or a `GitError` says why not: nothing passes because git kept silent."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from vejviser.problems import DeskError


class GitError(DeskError):
    """git is not there, or does not know what it was asked for."""


@dataclass(frozen=True, slots=True)
class GitObject:
    """Something git keeps: a commit, a tag, a tree or a file's bytes (a blob), by its hash."""

    id: str
    kind: str
    data: bytes


def ask(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Give what git prints in `root` when it reads `given`; raises GitError where it fails."""
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=root, env=_environment(), input=given, check=False, capture_output=True
        )
    except FileNotFoundError as error:
        raise GitError("desk-git-missing") from error
    if done.returncode:
        raise GitError("desk-git-refused", reason=_last_line(done.stderr))
    return done.stdout


def objects(root: Path, names: Iterable[str]) -> Iterator[GitObject]:
    """Give the objects called `names`, one at a time; raises GitError for one that git does not have."""
    for name, found in _batch(root, names):
        if found is None:
            raise GitError("desk-git-unknown", name=name)
        yield found


def find(root: Path, name: str) -> GitObject | None:
    """Give the object called `name`, such as "HEAD:data/privacy.yml", or None when there is none."""
    return next(found for _, found in _batch(root, [name]))


def _batch(root: Path, names: Iterable[str]) -> Iterator[tuple[str, GitObject | None]]:
    """Ask one git for everything: a history has thousands of objects."""
    try:
        git = subprocess.Popen(
            ["git", "cat-file", "--batch"],
            cwd=root, env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
    except FileNotFoundError as error:
        raise GitError("desk-git-missing") from error
    with git:
        if git.stdin is None or git.stdout is None or git.stderr is None:  # for mypy: they are pipes
            raise GitError("desk-git-missing")
        try:
            for name in names:
                try:
                    git.stdin.write(name.encode("utf-8", "surrogateescape") + b"\n")
                    git.stdin.flush()
                except BrokenPipeError:
                    raise GitError("desk-git-refused", reason=_last_line(git.stderr.read())) from None
                words = git.stdout.readline().split()
                if not words:
                    raise GitError("desk-git-refused", reason=_last_line(git.stderr.read()))
                if len(words) != 3 or not words[2].isdigit():
                    yield name, None
                    continue
                data = git.stdout.read(int(words[2]))
                git.stdout.read(1)
                yield name, GitObject(words[0].decode(), words[1].decode(), data)
        finally:
            git.kill()


def _environment() -> dict[str, str]:
    """Nobody may swap one object for another while it is looked through, and git's words are the same everywhere."""
    return {**os.environ, "GIT_NO_REPLACE_OBJECTS": "1", "LC_ALL": "C"}


def _last_line(text: bytes) -> str:
    return (text.decode("utf-8", "replace").strip().splitlines() or [""])[-1]
