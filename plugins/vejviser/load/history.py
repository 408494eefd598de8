"""What git remembers: earlier texts, what is about to be committed, and every version that is about to be sent."""

import io
import os
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_NOTHING = "0" * 40
_NOT_CONTENT = ("plugins/", "tests/")
"""Programs and made-up test data."""


@dataclass(frozen=True, slots=True)
class Version:
    """A file as a commit left it."""

    commit: str
    path: str
    data: bytes


def previous_text(root: Path, path: str) -> str | None:
    """Give the file's text before the last change: before what is not committed yet, or else before the last commit.

    None when git knows no earlier text.
    """
    committed = _text(root, "show", f"HEAD:./{path}")
    if committed is not None and committed != (root / path).read_text("utf-8"):
        return committed
    versions = (_text(root, "log", "-n", "2", "--format=%H", "--", path) or "").split()
    return _text(root, "show", f"{versions[1]}:./{path}") if len(versions) == 2 else None


def put_staged(root: Path, folder: Path) -> None:
    """Put what is about to be committed into `folder`: the index, not what lies in the working tree."""
    _git(root, "checkout-index", "--all", "--force", f"--prefix={folder}{os.sep}")


def put_commit(root: Path, commit: str, folder: Path) -> None:
    """Put the files of a commit into `folder`."""
    packed = _git(root, "archive", "--format=tar", commit)
    with tarfile.open(fileobj=io.BytesIO(packed or b"")) as archive:
        archive.extractall(folder, filter="data")


def former_versions(root: Path, commit: str, known: str) -> Iterator[Version]:
    """Give every content file that the commits up to `commit` wrote and the last one does not have any more.

    `known` names what the receiver has already, in git's words: "--remotes" for every branch somebody else has.
    """
    last = {line.split()[2] for line in (_text(root, "ls-tree", "-r", commit) or "").splitlines()}
    listed = _text(
        root, "-c", "core.quotePath=false", "log", "--raw", "--no-abbrev", "--no-renames", "-m", "--format=commit %h",
        commit, "--not", known, "--",
    )  # fmt: skip
    seen: set[str] = set()
    name = ""
    for line in (listed or "").splitlines():
        if line.startswith("commit "):
            name = line.removeprefix("commit ")
        elif line.startswith(":"):
            facts, _, path = line.partition("\t")
            blob = facts.split()[3]
            if blob != _NOTHING and blob not in last and blob not in seen and not path.startswith(_NOT_CONTENT):
                seen.add(blob)
                yield Version(name, path, _git(root, "cat-file", "blob", blob) or b"")


def _text(root: Path, *arguments: str) -> str | None:
    found = _git(root, *arguments)
    return None if found is None else found.decode("utf-8", "replace")


def _git(root: Path, *arguments: str) -> bytes | None:
    try:
        done = subprocess.run(["git", *arguments], cwd=root, check=False, capture_output=True)
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None
