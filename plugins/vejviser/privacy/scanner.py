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


def content_files(root: Path, *, everywhere: bool = False) -> Iterator[Path]:
    """Yield every file of the content below `root`; with `everywhere`, also those that lie where none belongs."""
    for folder in [root] if everywhere else [root / name for name in CONTENT]:
        yield from _files(folder, root, skipped=_NOT_CONTENT if folder == root else frozenset())


def read_content(root: Path, *, everywhere: bool = False) -> Iterator[ScanResult]:
    """Look into all content below `root`."""
    for path in content_files(root, everywhere=everywhere):
        yield from read_file(root, path)


def as_it_lies(path: Path) -> tuple[str | bytes, ...]:
    """Return what `read_file` sees of a file: its content, or what it is in the place of one."""
    try:
        known = path.stat()
        if not stat.S_ISREG(known.st_mode) or known.st_size > MAX_FILE:
            return "no content", str(stat.S_IFMT(known.st_mode)), str(known.st_size)
        return ("content", path.read_bytes())
    except OSError:
        return ("unreadable",)


def read_folder(folder: Path, leave_out: tuple[str, ...] = (), part: int = 0, parts: int = 1) -> Iterator[ScanResult]:
    """Look into every file of a finished site but those whose names end in one of `leave_out`.

    What lies in several files, such as a document and the pack that holds it, is looked into and told once. With
    `parts`, only every so many-th file, from number `part`.
    """
    seen: set[bytes] = set()
    for path in islice((file for file in _files(folder, folder) if file.suffix not in leave_out), part, None, parts):
        copy_of = path.with_suffix("")
        if not (path.suffix in _MADE_FROM and copy_of.is_file()):
            yield from read_file(folder.parent, path, seen)


def read_markup(folder: Path, part: int = 0, parts: int = 1) -> Iterator[tuple[str, bytes]]:
    """Yield every page and drawing of a finished site; with `parts`, only every so many-th, from number `part`."""
    pages = (file for file in _files(folder, folder) if file.suffix.lower() in _MARKUP)
    for path in islice(pages, part, None, parts):
        yield path.relative_to(folder.parent).as_posix(), path.read_bytes()


def read_file(root: Path, path: Path, seen: set[bytes] | None = None) -> Iterator[ScanResult]:
    """Look into one file below `root`, its name included; what is in `seen` was looked into before."""
    relative = path.relative_to(root).as_posix()
    try:
        known = path.stat()
        readable, large = stat.S_ISREG(known.st_mode), known.st_size > MAX_FILE
        data = b"" if large or not readable else path.read_bytes()
    except OSError:  # a link to itself or to nothing, or a file that only others may read
        readable, large, data = False, False, b""
    if readable and not large:
        yield from read_bytes(relative, data, seen)
    else:
        yield _name(relative)
        yield Unreadable(relative, "", "too-large" if readable else "link")


def read_bytes(path: str, data: bytes, seen: set[bytes] | None = None) -> Iterator[ScanResult]:
    """Look into a file that holds `data`, its name included."""
    yield _name(path)
    yield from look_inside(path, data, seen)


def is_markup(path: str) -> bool:
    """Return whether a file is a page or a drawing, by its name."""
    return path.lower().endswith(_MARKUP)


def _name(path: str) -> Extract:
    return Extract(path, path, inside=path, words=False)


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
