"""An edition of the site: which files it has, what it was made of, and how it was put in its place.

An edition is written down beside the cache, so that a build of the very same inputs has nothing to do but look whether
the files still stand as it left them. This module starts quickly: nothing that makes a site is needed for that.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from vejviser.base.contents import Content, Contents, Look, file_digest, look
from vejviser.base.engine import Engine
from vejviser.base.files import (
    OutsideFolderError,
    link_or_copy,
    remove_folder,
    replace_folder,
    safe_path,
    staging_folder,
    write_if_changed,
)
from vejviser.base.fingerprints import cache_key, installation_fingerprint
from vejviser.base.git import history_head
from vejviser.base.problems import Problem

FOLDERS = ("docs", "data", "materials", "overrides")
"""The folders below a portal's root that a build reads; mkdocs.yml may name another one with templates."""
FILES = ("mkdocs.yml", "portal.yml", "admin/backend.yml", ".git/shallow")


@dataclass(frozen=True)
class Edition:
    """A finished site, by its files' paths. `inputs` is the fingerprint of everything it was made of."""

    files: Mapping[str, Content]
    pages: int
    problems: tuple[Problem, ...] = ()
    """Warnings of the content."""
    inputs: str = ""
    read: tuple[str, ...] = FOLDERS
    """The folders that were read, below the portal's root or with their whole path."""
    looks: Mapping[str, Look] = field(default_factory=dict)
    """How each file looked from outside when it was put in its place."""


def inputs(root: Path, read: Iterable[str], *options: str) -> str:
    """Return the fingerprint of everything that a build with these `options` is made of: content, day, program."""
    found = hashlib.sha256(cache_key(installation_fingerprint(), *options).encode())
    for name in read:
        folder = root / name
        for path in _below(folder):
            told = f"{name}\0{path.relative_to(folder).as_posix()}\0{_digest(path)}\0"
            found.update(told.encode("utf-8", "surrogateescape"))
    for name in FILES:
        found.update(f"{name}\0{_digest(root / name)}\0".encode())
    found.update(history_head(root).encode())  # what is new for readers is told by the history
    return found.hexdigest()


def edition_options(
    today: date, *, demo: bool = False, draft: bool = False, extra: Mapping[str, bytes] | None = None
) -> tuple[str, ...]:
    """Return what a build is made of beside content and program, in words."""
    others = (part for name, content in sorted((extra or {}).items()) for part in (name, content))
    return today.isoformat(), "invented" if demo else "", "draft" if draft else "", cache_key(*others)


def folders_read(root: Path, templates: Path | None) -> tuple[str, ...]:
    """Return the folders that a build reads, below the portal's root or with their whole path."""
    if templates is None or any(templates.is_relative_to(root / name) for name in FOLDERS):
        return FOLDERS
    return (*FOLDERS, os.fspath(templates.relative_to(root) if templates.is_relative_to(root) else templates))


def standing(engine: Engine, target: Path, root: Path, *options: str) -> Edition | None:
    """Return the edition that stands in `target`, when it is what a build would make; what was touched is put right.

    None when there is something to build.
    """
    known = _read(engine, target)
    if known is None or known.inputs != inputs(root, known.read, *options):
        return None
    touched = _touched(known, target)
    if not touched:
        return known
    if not all(engine.contents.has(content) for content in known.files.values()):
        return None
    return place(known, engine, target)


def place(edition: Edition, engine: Engine, target: Path) -> Edition:
    """Put an edition in the place of `target`, and write down how it stands there.

    What the edition before had is linked from there, everything else from the kept contents; where the disk has no
    links, it is copied. Until the last step `target` is whole and untouched.
    """
    if outside := [path for path in edition.files if {"", "..", "."} & {*path.split("/")}]:
        raise OutsideFolderError(outside[0])
    earlier = _read(engine, target)
    fresh = staging_folder(target)
    try:
        for folder in {path.rpartition("/")[0] for path in edition.files}:
            (fresh / folder).mkdir(parents=True, exist_ok=True)
        for path, content in edition.files.items():
            _place(content, f"{fresh}/{path}", f"{target}/{path}", engine.contents, earlier, path)
        looks = {path: look(f"{fresh}/{path}") for path in edition.files}
        replace_folder(fresh, target)
    finally:
        remove_folder(fresh)
    placed = replace(edition, looks=looks)
    _write(engine, target, placed)
    return placed


def place_files(files: Mapping[str, Content], contents: Contents, folder: Path) -> None:
    """Put files below a folder that somebody else has begun, in the place of those that are there."""
    for path, content in files.items():
        write_if_changed(safe_path(folder, path), contents.read(content))


def _place(content: Content, path: str, before: str, contents: Contents, earlier: Edition | None, name: str) -> None:
    if contents.has(content):
        with suppress(OSError):
            os.link(contents.where(content), path)
            return
    if earlier and earlier.files.get(name) == content and _stands(earlier, name, before):
        link_or_copy(Path(before), Path(path))
    else:
        contents.place(content, Path(path))


def _touched(edition: Edition, target: Path) -> bool:
    """Return whether a file of an edition is another, or gone, or whether there is one it does not have."""
    found = {path.relative_to(target).as_posix() for path in _files(target)}
    return found != edition.files.keys() or not all(_stands(edition, name, f"{target}/{name}") for name in found)


def _stands(edition: Edition, name: str, path: str) -> bool:
    """Return whether a file is as the edition left it: by how it looks from outside, or else by its content."""
    try:
        if look(path) == edition.looks.get(name):
            return True
        return not Path(path).is_symlink() and file_digest(Path(path)) == edition.files[name].sha256
    except OSError:
        return False


def _files(folder: Path) -> Iterator[Path]:
    """Yield every file below a folder, and every link."""
    return (path for path in _below(folder) if not path.is_dir() or path.is_symlink())


def _below(folder: Path) -> Iterator[Path]:
    """Yield everything below a folder in the order of the names."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(place, name) for name in sorted([*names, *folders]))


def _digest(path: Path) -> str:
    if path.is_symlink():
        return f"link {path.readlink()} {_digest(path.resolve()) if path.is_file() else ''}"
    try:
        return file_digest(path)
    except OSError as error:
        return type(error).__name__


def _read(engine: Engine, target: Path) -> Edition | None:
    found: tuple[Edition] | None = engine.kept("edition", _name(target))
    return found[0] if found else None


def _write(engine: Engine, target: Path, edition: Edition) -> None:
    engine.keep("edition", _name(target), edition)


def _name(target: Path) -> str:
    return cache_key(installation_fingerprint(), os.fspath(target.absolute()))
