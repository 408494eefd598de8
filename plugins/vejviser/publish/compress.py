"""Text files get smaller twins beside them, made once for each content: `page.html.gz` and `page.html.br`."""

import gzip
import os
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

import brotli

from vejviser.base.cache import Store
from vejviser.base.fingerprints import cache_key, code_fingerprint
from vejviser.base.parallel import OnProgress, run_parallel
from vejviser.publish.known_files import FileFacts

TEXT = frozenset(
    {".css", ".csv", ".html", ".ics", ".js", ".json", ".jsonld", ".map", ".mjs", ".svg", ".txt", ".webmanifest", ".xml"}
)
SMALLEST = 512
"""Below this many bytes the headers of the answer weigh more than what is saved."""
QUALITY = 8
"""Of brotli. 10 saves a tenth more and takes eleven times as long: half a minute more, for a whole portal."""
TWINS = (".gz", ".br")
_WORTH_A_PROCESS = 40
"""So many files are compressed in the time that other processes take to start."""


def twins(name: str, content: bytes) -> dict[str, bytes]:
    """Return the compressed twins of a file, by suffix; none where they would not help. The same bytes every time."""
    if not may_have_twins(name, len(content)):
        return {}
    made = {
        ".gz": gzip.compress(content, compresslevel=9, mtime=0),
        ".br": brotli.compress(content, mode=brotli.MODE_TEXT, quality=QUALITY),
    }
    return {suffix: small for suffix, small in made.items() if len(small) < len(content)}


def may_have_twins(name: str, size: int) -> bool:
    """Return whether a file of `size` bytes is worth compressing."""
    return PurePosixPath(name).suffix in TEXT and size >= SMALLEST


@dataclass(frozen=True, slots=True)
class TwinStore:
    """Twins that were made before, by what they are twins of; without a store each is made when it is asked for."""

    store: Store | None

    def get(self, name: str, content: bytes, facts: FileFacts) -> Mapping[str, bytes]:
        """Return the twins of a file with this content."""
        if not self.store or not may_have_twins(name, facts.size):
            return twins(name, content)
        kept = {suffix: self.store.get(_key(suffix, facts)) for suffix in TWINS}
        found = {suffix: small for suffix, small in kept.items() if small is not None}
        if len(found) < len(TWINS):
            made = twins(name, content)
            found = {suffix: made.get(suffix, b"") for suffix in TWINS}
            for suffix, small in found.items():
                self.store.put(_key(suffix, facts), small)
        return {suffix: small for suffix, small in found.items() if small}

    def make(self, site: Path, files: Mapping[str, FileFacts]) -> None:
        """Make the twins of many `files` on all cores, so that they are there when they are asked for."""
        if self.store and len(files) >= _WORTH_A_PROCESS:
            heaviest_first = sorted(files.items(), key=lambda item: item[1].size, reverse=True)
            cores = os.cpu_count() or 1
            run_parallel([partial(self._make, site, heaviest_first[core::cores]) for core in range(cores)])

    def _make(self, site: Path, files: Sequence[tuple[str, FileFacts]], _: OnProgress) -> None:
        for name, facts in files:
            if may_have_twins(name, facts.size):
                self.get(name, (site / name).read_bytes(), facts)


def _key(suffix: str, facts: FileFacts) -> str:
    libraries = code_fingerprint(("brotli",), ("publish",))
    return cache_key("twin", suffix, libraries, zlib.ZLIB_RUNTIME_VERSION, facts.sha256)
