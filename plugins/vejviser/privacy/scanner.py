"""Every file of a folder -> every text in it, for the privacy rules."""

import os
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from vejviser.content.load.files import lies_in
from vejviser.privacy.extract.limits import MAX_FILE
from vejviser.privacy.extract.look_inside import look_inside
from vejviser.privacy.scan_result import Extract, ScanResult, Unreadable

CONTENT = ("docs", "data", "materials")
"""The folders that editors write in."""
_NOT_CONTENT = frozenset(["admin", "plugins", "tests", "site", "public", "build", "node_modules", "__pycache__"])
"""Folders of the project that hold programs, made-up test data, or what was built from the content."""
_MARKUP = (".html", ".htm", ".xhtml", ".svg")
_MADE_FROM = (".gz", ".br")


def read_content(root: Path, *, everywhere: bool = False) -> Iterator[ScanResult]:
    """Look into all content below `root`; with `everywhere`, also into files that lie where none belongs."""
    folders = [root / name for name in CONTENT]
    if everywhere:
        folders = [root]
    for folder in folders:
        for path in _files(folder, root, skipped=_NOT_CONTENT if folder == root else frozenset()):
            yield from _read(root, path)


def read_folder(folder: Path, leave_out: tuple[str, ...] = (), part: int = 0, parts: int = 1) -> Iterator[ScanResult]:
    """Look into every file of a finished site but those whose names end in one of `leave_out`.

    What lies in several files, such as a document and the pack that holds it, is looked into and told once. With
    `parts`, only every so many-th file, from number `part`.
    """
    seen: set[bytes] = set()
    for path in islice((file for file in _files(folder, folder) if file.suffix not in leave_out), part, None, parts):
        copy_of = path.with_suffix("")
        if not (path.suffix in _MADE_FROM and copy_of.is_file()):
            yield from _read(folder.parent, path, seen)


def read_drawings(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every drawing (SVG) in the content below `root`, with its path."""
    for name in CONTENT:
        for path in _files(root / name, root):
            if path.suffix.lower() == ".svg":
                yield path.relative_to(root).as_posix(), path.read_bytes()


def read_markup(folder: Path, part: int = 0, parts: int = 1) -> Iterator[tuple[str, bytes]]:
    """Yield every page and drawing of a finished site; with `parts`, only every so many-th, from number `part`."""
    pages = (file for file in _files(folder, folder) if file.suffix.lower() in _MARKUP)
    for path in islice(pages, part, None, parts):
        yield path.relative_to(folder.parent).as_posix(), path.read_bytes()


def _read(root: Path, path: Path, seen: set[bytes] | None = None) -> Iterator[ScanResult]:
    relative = path.relative_to(root).as_posix()
    yield Extract(relative, relative, inside=relative, words=False)
    try:
        known = path.stat()
        readable, large = stat.S_ISREG(known.st_mode), known.st_size > MAX_FILE
        data = b"" if large or not readable else path.read_bytes()
    except OSError:  # a link to itself or to nothing, or a file that only others may read
        readable, large, data = False, False, b""
    if not readable:
        yield Unreadable(relative, "", "link")
        return
    if large:
        yield Unreadable(relative, "", "too-large")
    else:
        yield from look_inside(relative, data, seen)


def _files(folder: Path, root: Path, skipped: frozenset[str] = frozenset()) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        here = Path(place)
        leave_out = skipped if here == folder else frozenset()
        folders[:] = sorted(
            item
            for item in folders
            if not item.startswith(".") and item not in leave_out and not _environment(here / item)
        )
        paths = (here / name for name in sorted(names) if not _is_made(here, name, folder))
        yield from (path for path in paths if lies_in(root, path) or not path.is_symlink())


def _is_made(folder: Path, name: str, top: Path) -> bool:
    """Return whether a file is git's own, or a lock file at the top, whose many numbers no person wrote."""
    return name.startswith(".git") or (folder == top and name.endswith(".lock"))


def _environment(folder: Path) -> bool:
    return (folder / "pyvenv.cfg").is_file()
