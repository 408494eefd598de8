"""Generated files -> a folder. The only module that writes and removes."""

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

_ATTEMPTS = 20
"""How often a build gives way to others that finish in the same moment."""


class OutsideFolderError(ValueError):
    """A file name from content would leave its folder."""


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write `content` unless the file holds it already; return whether it was written.

    The file is replaced in one step: a reader, or a power cut, meets the old file or the new one.
    """
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError:  # a full disk: what was begun takes no room
        temporary.unlink(missing_ok=True)
        raise
    return True


def write_tree(folder: Path, files: Mapping[str, bytes | Callable[[], bytes]]) -> int:
    """Write `files`, keyed by their path below `folder`; return how many changed. Raises OutsideFolderError.

    A file may be given as a function, which is called when its turn comes: not all of them need to be in memory.
    """
    paths = {safe_path(folder, name): content for name, content in files.items()}
    return sum(write_if_changed(path, item() if callable(item) else item) for path, item in paths.items())


def write_new_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files`, keyed by their path, as all there is in `folder`, which is empty or not there.

    They appear in one step, or, where the folder is there already, in as many as there are names at its top. Raises
    OSError when something else has come there in the meantime, or cannot be written; nothing of ours is then left.
    """
    there = folder.is_dir()
    draft = staging_folder(folder / "portal" if there else folder)
    moved: list[Path] = []
    try:
        write_tree(draft, files)
        if not there:
            draft.rename(folder)
        for path in sorted(draft.iterdir()) if there else ():
            _rename_to_new(path, folder / path.name)
            moved.append(folder / path.name)
    except BaseException:
        for path in moved:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _rename_to_new(path: Path, target: Path) -> None:
    if target.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    path.rename(target)


def link_or_copy(source: Path, target: Path) -> None:
    """Let `target`, where nothing is yet, be the file `source`, or a copy of it where the disk has no links."""
    try:
        target.hardlink_to(source)
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.EEXIST, errno.ENOSPC):
            raise
        shutil.copyfile(source, target)


def outdated(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Return the names of `files` that `folder` does not hold, or holds with other content. Nothing is written."""
    paths = {name: safe_path(folder, name) for name in files}
    return [name for name, path in paths.items() if not path.is_file() or path.read_bytes() != files[name]]


def safe_path(folder: Path, name: str) -> Path:
    """Return the path of `name` below `folder`; raises OutsideFolderError when it would lead out of it."""
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise OutsideFolderError(name)
    return path


def remove_unlisted(folder: Path, keep: Iterable[str], pattern: str) -> list[str]:
    """Remove the files below `folder` that match `pattern` and are not in `keep`; return their names."""
    kept = set(keep)
    found = [path for path in sorted(folder.glob(pattern)) if path.is_file()]
    gone = [path for path in found if path.relative_to(folder).as_posix() not in kept]
    for path in gone:
        path.unlink(missing_ok=True)  # another build may have been faster
    return [path.relative_to(folder).as_posix() for path in gone]


def staging_folder(target: Path) -> Path:
    """Return the place for what is to become `target`, which no other process has; nothing is there yet.

    What processes that were killed have left in such places is cleared away.
    """
    remove_abandoned(target)
    return target.with_name(f".{target.name}.{os.getpid()}.new")


def replace_folder(finished: Path, target: Path) -> None:
    """Put the folder `finished` in the place of `target`; until the last step `target` is whole and untouched.

    Another build may do the same at the same time: the one that comes last is seen.
    """
    old = target.with_name(f".{target.name}.{os.getpid()}.old")
    for attempt in range(_ATTEMPTS):
        shutil.rmtree(old, ignore_errors=True)
        with suppress(FileNotFoundError):
            target.rename(old)
        try:
            finished.rename(target)
            break
        except OSError as error:
            if error.errno not in (errno.ENOTEMPTY, errno.EEXIST) or attempt == _ATTEMPTS - 1:
                raise
    shutil.rmtree(old, ignore_errors=True)


def swap_symlink(link: Path, target: str) -> None:
    """Let the symbolic link `link` lead to `target`, in one step: there is no moment without it."""
    fresh = link.with_name(f".{link.name}")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target)
    fresh.replace(link)


def remove_folder(folder: Path) -> None:
    """Remove a folder with all that is in it; one that is gone already is as good."""
    shutil.rmtree(folder, ignore_errors=True)


def remove_abandoned(target: Path) -> None:
    """Remove what builds of `target` left beside it when they were killed; other builds at work are left alone.

    One that was killed between its last two steps had taken the old site away: it is put back.
    """
    for path in target.parent.glob(f".{target.name}.*.*"):
        process, _, kind = path.name.removeprefix(f".{target.name}.").partition(".")
        if kind in ("new", "old") and process.isdecimal() and not _is_running(int(process)):
            if kind == "old" and not target.exists():
                path.rename(target)
            else:
                shutil.rmtree(path, ignore_errors=True)


def _is_running(process: int) -> bool:
    if sys.platform == "win32":
        return True  # asking there would interrupt it; what lies there is cleared away by hand
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
