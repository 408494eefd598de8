"""Text files get smaller twins beside them, made once for each content: `page.html.gz` and `page.html.br`."""

import gzip
import os
import zlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath

import brotli

from vejviser.base.contents import Content, Contents
from vejviser.base.engine import Engine
from vejviser.base.fingerprints import cache_key
from vejviser.base.parallel import OnProgress, run_parallel
from vejviser.publish.known_files import FileFacts, publishing_code, read_known

TEXT = frozenset(
    {".css", ".csv", ".html", ".ics", ".js", ".json", ".jsonld", ".map", ".mjs", ".svg", ".txt", ".webmanifest", ".xml"}
)
SMALLEST = 512
"""Below this many bytes the headers of the answer weigh more than what is saved."""
QUALITY, BEST = 8, 11
"""Of brotli; the best for the few files that every page needs. For all, 10 would save a tenth more and take eleven
times as long: half a minute more, for a whole portal."""
_FOR_ALL = (".css", ".js")
TWINS = (".gz", ".br")
_WORTH_A_PROCESS = 40
"""So many files are compressed in the time that other processes take to start."""


def twins(name: str, content: bytes) -> dict[str, bytes]:
    """Return the compressed twins of a file, by suffix; none where they would not help. The same bytes every time."""
    if not may_have_twins(name, len(content)):
        return {}
    made = {
        ".gz": gzip.compress(content, compresslevel=9, mtime=0),
        ".br": brotli.compress(content, mode=brotli.MODE_TEXT, quality=_quality(name)),
    }
    return {suffix: small for suffix, small in made.items() if len(small) < len(content)}


def _quality(name: str) -> int:
    return BEST if name.endswith(_FOR_ALL) else QUALITY


def may_have_twins(name: str, size: int) -> bool:
    """Return whether a file of `size` bytes is worth compressing."""
    return PurePosixPath(name).suffix in TEXT and size >= SMALLEST


Kept = Mapping[str, Content]
"""Twins by their suffix, where their contents are kept."""
_STAGE = "twins"


@dataclass(frozen=True, slots=True)
class Twins:
    """The twins of many contents, by content and quality; those that were made before are not made again."""

    kept: Mapping[str, Kept]
    contents: Contents | None

    @classmethod
    def of(cls, site: Path, files: Mapping[str, FileFacts], needed: Collection[str], engine: Engine) -> "Twins":
        """Make the twins of the files of a site that are `needed`, on all cores where they are many.

        Those of all its `files` are kept as far as they are known; without a folder to keep them in, none are.
        """
        if engine.folder is None:
            return cls({}, None)
        contents = engine.contents
        kept: tuple[dict[str, Kept]] | None = engine.kept(_STAGE, _code())
        known = kept[0] if kept else {}
        missing = {
            key: (name, facts)
            for name in needed
            if may_have_twins(name, (facts := files[name]).size)
            and not _is_whole(contents, known.get(key := _key(name, facts)))
        }
        if missing:
            known = known | _made(site, [*missing.values()], contents)
            there = {_key(name, facts) for name, facts in files.items()}
            engine.keep(_STAGE, _code(), {key: small for key, small in known.items() if key in there})
        return cls(known, contents)

    def get(self, name: str, content: bytes, facts: FileFacts) -> Mapping[str, bytes]:
        """Return the twins of a file with this content."""
        kept = self.kept.get(_key(name, facts))
        if not self.contents or kept is None or not may_have_twins(name, facts.size):
            return twins(name, content)
        return {suffix: self.contents.read(small) for suffix, small in kept.items()}


def _key(name: str, facts: FileFacts) -> str:
    """Return what the twins of a file are kept by: its content, and how much it is compressed."""
    return f"{facts.sha256}.{_quality(name)}"


def _code() -> str:
    return cache_key(publishing_code(), zlib.ZLIB_RUNTIME_VERSION)


def _is_whole(contents: Contents, small: Kept | None) -> bool:
    return small is not None and all(contents.has(content) for content in small.values())


def _made(site: Path, files: list[tuple[str, FileFacts]], contents: Contents) -> dict[str, Kept]:
    """Make the twins of files of a site; return them by what they are kept by."""
    cores = (os.cpu_count() or 1) if len(files) >= _WORTH_A_PROCESS else 1
    heaviest_first = sorted(files, key=lambda file: file[1].size, reverse=True)
    tasks = [partial(_make, site, contents, heaviest_first[core::cores]) for core in range(cores)]
    made = run_parallel(tasks) if cores > 1 else [task(_no_steps) for task in tasks]
    found = dict(chain.from_iterable(made))
    for small in found.values():
        for content in small.values():
            contents.trust(content)
    return found


def _make(
    site: Path, contents: Contents, files: Sequence[tuple[str, FileFacts]], _: OnProgress
) -> list[tuple[str, Kept]]:
    made = ((_key(name, facts), twins(name, read_known(site, name, facts))) for name, facts in files)
    return [(key, {suffix: contents.put(small) for suffix, small in found.items()}) for key, found in made]


def _no_steps(_: int) -> None:
    """Take note of nothing."""
