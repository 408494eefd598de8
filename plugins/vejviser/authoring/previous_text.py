"""What git remembers of one file."""

from pathlib import Path

from vejviser.authoring.editing import text_of
from vejviser.base.git import GitError, run_git


def previous_text(root: Path, path: str) -> str | None:
    """Return the file's text before the last change: before what is not committed yet, or else before the last commit.

    None when git knows no earlier text. A file that differs by its line ends alone is not changed.
    """
    committed = _text(root, "show", f"HEAD:./{path}")
    if committed is not None and committed.splitlines() != text_of(root, path).splitlines():
        return committed
    versions = (_text(root, "log", "-n", "2", "--format=%H", "--", path) or "").split()
    return _text(root, "show", f"{versions[1]}:./{path}") if len(versions) == 2 else None


def _text(root: Path, *arguments: str) -> str | None:
    try:
        return run_git(root, *arguments).decode("utf-8", "replace")
    except GitError:
        return None
