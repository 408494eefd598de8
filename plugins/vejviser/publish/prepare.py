"""A finished site -> a folder ready to be served: the files, their compressed twins, the headers.

Files that did not change are hard links to the release before: no room taken, no time, and the same date, so that
a reader's browser is told "not modified". What was put in a folder is remembered, so that of a file that is still as
it was neither it nor its twins are read again.
"""

import os
import shutil
from collections.abc import Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from vejviser.base.engine import Engine
from vejviser.content.addresses import PUBLISHED_ON
from vejviser.publish import older
from vejviser.publish.compress import TWINS, Twins
from vejviser.publish.headers import has_forms, headers_file
from vejviser.publish.known_files import NO_MARK, NOTHING_KNOWN, FileFacts, KnownFiles, Mark, mark_of
from vejviser.publish.manifest import (
    HEADERS,
    NAME,
    compare,
    entries,
    facts_of,
    publishable,
    published_on,
    read_lastings,
    refuse_unwritten,
    whole_site,
)

_READABLE, _OPEN = 0o644, 0o755
"""The modes of files and folders: whoever publishes, the server may read them."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """How many files of the site there are, and how many of them are new or changed."""

    files: int
    fresh: int
    unchanged: bool = False
    """The release before is this one to the byte, twins and headers included."""


@dataclass(frozen=True, slots=True)
class _Release:
    """A folder that was published before, and what is known of it."""

    folder: Path | None
    known: KnownFiles

    def parts(self, name: str, wanted: FileFacts) -> Mapping[str, tuple[Mark, FileFacts]]:
        """Return the file and its twins when all are as they were published and the file is the `wanted` one."""
        if self.folder is None or name not in self.known.files:
            return {}
        found = {part: self.known.files[part] for part in _with_twins(name) if part in self.known.files}
        whole = all(mark_of(f"{self.folder}/{part}") == mark for part, (mark, _) in found.items())
        return found if whole and found[name][1].sha256 == wanted.sha256 else {}

    def same(self, name: str, content: bytes) -> str:
        """Return the path of the file in it that holds this content, or nothing."""
        path = f"{self.folder}/{name}"
        mark = mark_of(path) if self.folder else None
        if mark is None or mark[0] != len(content) or mark[3] != _READABLE:
            return ""
        return path if Path(path).read_bytes() == content else ""

    def lasting(self) -> older.Lastings:
        """Return which of its files last."""
        return read_lastings(self.folder) if self.folder else {}

    def whole(self, name: str, lasting: older.Lasting) -> Mapping[str, tuple[Mark, FileFacts]]:
        """Return a file that lasts, with its twins, as far as it is what it was."""
        if known := self.parts(name, FileFacts(0, lasting.sha256)):
            return known
        paths = {part: f"{self.folder}/{part}" for part in _with_twins(name)}
        marks = {part: mark for part, path in paths.items() if (mark := mark_of(path))}
        read = {part: (mark, facts_of(part, Path(paths[part]).read_bytes())) for part, mark in marks.items()}
        return read if name in read and read[name][1].sha256 == lasting.sha256 else {}

    def holds_only(self, names: Set[str]) -> bool:
        """Return whether its files are those with these `names`, and no other."""
        return self.folder is not None and dict(entries(str(self.folder))).keys() == names


@dataclass
class _Fresh:
    """The folder that is being made, and what is in it."""

    folder: Path
    site: Path
    earlier: _Release
    twins: Twins
    found: dict[str, tuple[Mark, FileFacts]] = field(default_factory=dict)
    fresh: int = 0
    written: int = 0

    def link(self, parts: Mapping[str, tuple[Mark, FileFacts]]) -> None:
        """Put a file of the release before in the folder, with its twins."""
        for part in parts:
            _link(f"{self.earlier.folder}/{part}", f"{self.folder}/{part}")
        self.found |= parts

    def keep_older(self, lasting: older.Lastings) -> None:
        """Put what pages from before still need in the folder."""
        for name in sorted(older.older(lasting)):
            self.link(self.earlier.whole(name, lasting[name]))

    def place(self, name: str) -> None:
        """Put a file of the site in the folder, with its twins."""
        content = (self.site / name).read_bytes()
        facts = facts_of(name, content)  # of what is put there: somebody may be building the site again
        self.fresh += not self._write(name, content, facts)
        for suffix, small in self.twins.get(name, content, facts).items():
            self._write(f"{name}{suffix}", small, facts_of(f"{name}{suffix}", small))

    def _write(self, name: str, content: bytes, facts: FileFacts) -> bool:
        """Write a file, unless the release before has it; return whether it has."""
        path = f"{self.folder}/{name}"
        if old := self.earlier.same(name, content):
            _link(old, path)
        else:
            write_readable(path, content)
            self.written += 1
        self.found[name] = mark_of(path) or NO_MARK, facts
        return bool(old)


def prepare(
    site: Path,
    fresh: Path,
    earlier: Path | None,
    engine: Engine,
    place: Path,
    stamp: str,
    *,
    preview: bool = False,
) -> Prepared:
    """Fill the folder `fresh` from `site`, with links to `earlier` where nothing changed.

    `engine` keeps what is worth remembering; `place` is where `fresh` will lie when it is finished, `stamp` is the
    release's, whose day is no part of what is compared. Files of `earlier` that are named by their content stay for the
    pages that were written for them.

    Raises PublishError when `site` is not what its build.json says: what has been put in `fresh` counts, not the
    original, which somebody may be building again.
    """
    files = whole_site(site, engine, preview=preview)
    wanted = {**files, NAME: facts_of(NAME, (site / NAME).read_bytes())}
    release = _Release(earlier, KnownFiles.of(earlier, engine) if earlier else NOTHING_KNOWN)
    unchanged = {name: parts for name, facts in wanted.items() if (parts := release.parts(name, facts))}
    twins = Twins.of(site, wanted, wanted.keys() - unchanged.keys(), engine)
    made = _Fresh(fresh, site, release, twins)
    is_same = bool(release.same(NAME, (site / NAME).read_bytes()))
    lasting = release.lasting() if is_same else older.lasting(files, release.lasting(), older.day_of(stamp))
    _make_folders(fresh, {*wanted, *lasting})
    for name in wanted:
        if name in unchanged:
            made.link(unchanged[name])
        else:
            made.place(name)
    made.keep_older(lasting)
    _verify({name: made.found[name][1] for name in files}, fresh, preview=preview)
    beside = {HEADERS: headers_file(preview=preview, admin=has_forms(wanted)), older.NAME: older.as_text(lasting)}
    for name, content in {**beside, PUBLISHED_ON: published_on(stamp)}.items():
        write_readable(f"{fresh}/{name}", content)
    told = all(release.same(name, content) for name, content in beside.items())
    same = told and not made.written and release.holds_only({*made.found, *beside, PUBLISHED_ON})
    KnownFiles(made.found).keep(earlier if same and earlier else place, engine)
    return Prepared(len(wanted), made.fresh, same)


def hand_over(shown: Path, other: Path, day: date) -> None:
    """Put what pages of the release `shown` still need into the `other` one, which is to be shown in its place."""
    own = {name: it for name, it in read_lastings(other).items() if not it.until}
    lasting = own | older.left(read_lastings(shown), own, day)
    _tell(other, lasting)  # first: what it names is no part of the site
    _make_folders(other, {*lasting})
    release = _Release(shown, NOTHING_KNOWN)
    for name in sorted(older.older(lasting)):
        for part in release.whole(name, lasting[name]):
            if not Path(f"{other}/{part}").exists():
                _link(f"{shown}/{part}", f"{other}/{part}")


def forget_older(folder: Path) -> None:
    """Remove what is in a release for pages from before."""
    lasting = read_lastings(folder)
    for name in older.older(lasting):
        for part in _with_twins(name):
            Path(f"{folder}/{part}").unlink(missing_ok=True)
    if lasting:
        _tell(folder, {name: it for name, it in lasting.items() if not it.until})


def _tell(folder: Path, lasting: older.Lastings) -> None:
    """Write which files of a release last, in the place of the file that says so, which other releases may share."""
    fresh = folder / f".{older.NAME}.new"
    fresh.unlink(missing_ok=True)
    write_readable(str(fresh), older.as_text(lasting))
    fresh.replace(folder / older.NAME)


def _verify(files: Mapping[str, FileFacts], fresh: Path, *, preview: bool) -> None:
    manifest = publishable(fresh, preview=preview)
    if not preview:
        refuse_unwritten(files)
    compare(files, manifest)


def write_readable(path: str, content: bytes) -> None:
    """Write a file that a server may read, whoever publishes."""
    with open(path, "xb") as file:  # noqa: PTH123 - thousands of them; and never into a file that is linked elsewhere
        file.write(content)
    os.chmod(path, _READABLE)  # noqa: PTH101


def _make_folders(fresh: Path, names: Set[str]) -> None:
    fresh.mkdir(parents=True, exist_ok=True)
    fresh.chmod(_OPEN)
    for folder in sorted({above for name in names for above in _above(name)}):
        path = f"{fresh}/{folder}"
        with suppress(FileExistsError):
            os.mkdir(path)  # noqa: PTH102 - thousands of them
            os.chmod(path, _OPEN)  # noqa: PTH101


def _above(name: str) -> Iterator[str]:
    while name := name.rpartition("/")[0]:
        yield name


def _with_twins(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}{suffix}" for suffix in TWINS)


def _link(old: str, new: str) -> None:
    try:
        os.link(old, new)
    except OSError:  # another file system, somebody else's file, too many links
        shutil.copy2(old, new)
