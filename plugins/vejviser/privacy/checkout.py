"""The files of a commit, or of what is about to be committed, put into a folder just as git keeps them.

Neither `git archive` nor `git checkout` does that: .gitattributes leaves files out of the one, and changes the bytes of
both.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from vejviser.base.git import GitError, read_objects, run_git
from vejviser.base.problems import Origin, Problem

_LINK = "120000"
_SUBMODULE = "160000"
_PROGRAM = "100755"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in git: how it is kept (git's mode, six digits), the hash of its content, and where it lies."""

    mode: str
    object: str
    path: str


def committed(root: Path, commit: str) -> tuple[Entry, ...]:
    """Return all files of a commit."""
    listed = run_git(root, "ls-tree", "-r", "-z", "--full-tree", commit)
    return tuple(Entry(facts[0], facts[2], path) for facts, path in _lines(listed))


def staged(root: Path) -> tuple[Entry, ...]:
    """Return all files that are about to be committed: the index, not what lies in the working tree."""
    listed = run_git(root, "ls-files", "--stage", "-z")
    return tuple(Entry(facts[0], facts[1], path) for facts, path in _lines(listed))


def lay_out(root: Path, entries: Iterable[Entry], folder: Path) -> None:
    """Write the files into `folder`; links last, so that nothing is written through one."""
    kept = sorted(
        (item for item in entries if item.mode != _SUBMODULE), key=lambda item: (item.mode == _LINK, item.path)
    )
    for entry, found in zip(kept, read_objects(root, (item.object for item in kept)), strict=True):
        place = folder / _safe(entry.path)
        place.parent.mkdir(parents=True, exist_ok=True)
        if entry.mode == _LINK:
            place.symlink_to(os.fsdecode(found.data))
        else:
            place.write_bytes(found.data)
            place.chmod(0o755 if entry.mode == _PROGRAM else stat.S_IRUSR | stat.S_IWUSR | stat.S_IRGRP | stat.S_IROTH)


def submodules(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Return every folder that is a repository of its own.

    Its files are not sent along, and nobody can look at them.
    """
    return (Origin(entry.path).error("folder-is-repository") for entry in entries if entry.mode == _SUBMODULE)


def _lines(listed: bytes) -> Iterator[tuple[list[str], str]]:
    for line in listed.split(b"\0"):
        facts, _, path = line.partition(b"\t")
        if path:
            yield facts.decode().split(), os.fsdecode(path)


def _safe(path: str) -> str:
    """Return a path that stays in the folder; git itself makes no other. Raises GitError."""
    parts = PurePosixPath(path).parts
    if path.startswith("/") or ".." in parts or any(part.lower() == ".git" for part in parts):
        raise GitError("desk-git-refused", reason=path)
    return path
