"""git, asked as a program, and by nobody else. It answers, or a `GitError` says why not: nothing passes in silence."""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from vejviser.base.problems import AuthoringError


class GitError(AuthoringError):
    """git is not there, or does not know what it was asked for; `printed` is all that it says about it."""

    def __init__(self, rule: str, *, printed: str = "", **values: object) -> None:
        super().__init__(rule, **values)
        self.printed = printed


@dataclass(frozen=True, slots=True)
class GitObject:
    """Something git keeps: a commit, a tag, a tree or a file's bytes (a blob), by its hash."""

    id: str
    kind: str
    data: bytes


def run_git(
    root: Path, *arguments: str, given: bytes = b"", environment: Mapping[str, str] = MappingProxyType({})
) -> bytes:
    """Return what git prints in `root` when it reads `given`; `environment` are variables for this once.

    Raises GitError where it fails.
    """
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=root, env={**_environment(), **environment}, input=given, check=False, capture_output=True,
        )  # fmt: skip
    except FileNotFoundError as error:
        raise GitError("desk-git-missing") from error
    if done.returncode:
        printed = done.stderr.decode("utf-8", "replace").strip()
        raise GitError("desk-git-refused", reason=_last_line(done.stderr), printed=printed)
    return done.stdout


def is_repository(root: Path) -> bool:
    """Return whether git is there and `root` lies in a repository."""
    try:
        run_git(root, "rev-parse", "--git-dir")
    except GitError:
        return False
    return True


def history_head(root: Path) -> str:
    """Return what the history of a portal is known by; "" where its folder is no repository of its own."""
    if not (root / ".git").exists():  # what lies in somebody else's repository has not the history of that
        return ""
    with suppress(GitError):
        return run_git(root, "rev-parse", "HEAD", "--is-shallow-repository").decode()
    return ""


def read_objects(root: Path, names: Iterable[str]) -> Iterator[GitObject]:
    """Yield the objects called `names`, one at a time; raises GitError for one that git does not have."""
    for name, found in _cat_file(root, names):
        if found is None:
            raise GitError("desk-git-unknown", name=name)
        yield found


def find_object(root: Path, name: str) -> GitObject | None:
    """Return the object called `name`, such as "HEAD:data/privacy.yml", or None when there is none."""
    return next(found for _, found in _cat_file(root, [name]))


def _cat_file(root: Path, names: Iterable[str]) -> Iterator[tuple[str, GitObject | None]]:
    """Ask one git for everything: a history has thousands of objects. Raises GitError."""
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
            with suppress(BrokenPipeError):  # what could not be written is tried once more when the pipe is closed
                git.stdin.close()


def _environment() -> dict[str, str]:
    """Nobody may swap an object for another while it is looked through; git asks nobody, and its words are English."""
    return {**os.environ, "GIT_NO_REPLACE_OBJECTS": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C.UTF-8"}


def _last_line(text: bytes) -> str:
    return (text.decode("utf-8", "replace").strip().splitlines() or [""])[-1]
