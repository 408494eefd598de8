"""What git remembers of a file."""

import subprocess
from pathlib import Path


def previous_text(root: Path, path: str) -> str | None:
    """Give the file's text before the last change: before what is not committed yet, or else before the last commit.

    None when git knows no earlier text.
    """
    committed = _git(root, "show", f"HEAD:./{path}")
    if committed is not None and committed != (root / path).read_text("utf-8"):
        return committed
    versions = (_git(root, "log", "-n", "2", "--format=%H", "--", path) or "").split()
    return _git(root, "show", f"{versions[1]}:./{path}") if len(versions) == 2 else None


def _git(root: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(["git", *arguments], cwd=root, check=False, capture_output=True)
    except FileNotFoundError:
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
