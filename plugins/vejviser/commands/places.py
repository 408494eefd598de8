"""Paths that people type."""

from pathlib import Path


def below(root: Path, path: str) -> str:
    """Give a path as rules and origins name it: below the root, with forward slashes; any other as it was typed."""
    whole = (root / path).resolve() if (root / path).exists() else Path(path).resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else path
