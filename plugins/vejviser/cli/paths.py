"""Paths that people type."""

from collections.abc import Callable
from pathlib import Path

import click

from vejviser.cli.words import say

SITE_MARKS = ("build.json", "index.html")


def relative_to_root(root: Path, path: str) -> str:
    """Return a path as rules and origins name it: below the root, with forward slashes; any other as it was typed."""
    whole = (root / path).resolve() if (root / path).exists() else Path(path).resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else path


def emptied_site(root: Path, path: Path) -> Path:
    """Return the folder for a site; raises BadParameter when something else than an earlier site would be lost."""
    return _to_be_emptied(root, path, "--out", lambda folder: any((folder / name).is_file() for name in SITE_MARKS))


def emptied_pages(root: Path, path: Path, option: str = "--pages") -> Path:
    """Return the folder for pages as Markdown; raises BadParameter when other files than such pages would be lost."""
    from vejviser.content.languages import languages  # noqa: PLC0415 - slow, and other paths need none of it

    return _to_be_emptied(root, path, option, lambda folder: {item.name for item in folder.iterdir()} <= {*languages()})


def _to_be_emptied(root: Path, path: Path, option: str, ours: Callable[[Path], bool]) -> Path:
    """Return `path` below `root`, a folder whose content the command replaces."""
    folder = (root / path).resolve()
    inside = folder.relative_to(root).parts if folder.is_relative_to(root) else ()
    holds_work = root.is_relative_to(folder) or inside[:1] in [(name,) for name in ("docs", "data", "materials")]
    used = folder.is_dir() and any(folder.iterdir())
    if holds_work or (used and not ours(folder)):
        raise click.BadParameter(say("would-be-lost", path=path, option=option), param_hint=option)
    return root / path
