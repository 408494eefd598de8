"""The one engine of all stages of a build: a result is kept under the fingerprint of everything it was made of.

A stage is a pure function of named inputs. The engine asks it only for what it has not kept: for one result
(`result`), for many small ones that are kept together (`many`), for what a function says of a text (`base.memo`), and
for finished files (`contents`). So a build costs what a change costs, and what is made is what a clean build makes.

Kept results are Python's own pickles. They are read from the portal's own `.cache` only, under keys in which the
fingerprint of the code stands, and with a checksum.
"""

import pickle
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, Self, TypeVar, cast

from vejviser.base.cache import Store, files_in
from vejviser.base.contents import Contents
from vejviser.base.fingerprints import cache_key, program_fingerprint
from vejviser.base.memo import MEMOS

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

KEPT = ".cache"
"""The folder of a portal in which everything is kept that can be made again."""
MAX_BYTES = 1_500_000_000
"""Bytes a cache may take before it forgets what was used longest ago; a whole build of the portal needs a fifth."""
_OLDER = 3
"""How many times what a build needs of many small results is kept: an edit that is taken back costs nothing."""


@dataclass
class Engine:
    """What earlier builds of one portal have made, below `folder`; several builds may use it at once."""

    folder: Path | None = None
    """Without a folder nothing is kept, and nothing is found."""
    made: dict[str, int] = field(default_factory=dict)
    """How many results of each stage were made anew."""

    @cached_property
    def store(self) -> Store | None:
        """The results."""
        return Store(self.folder / "results") if self.folder else None

    @cached_property
    def contents(self) -> Contents:
        """The finished files; raises ValueError where nothing is kept."""
        if self.folder is None:
            raise ValueError("files need a folder")
        return Contents(self.folder / "files")

    def result(self, stage: str, key: str, make: Callable[[], T], is_whole: Callable[[T], bool] = lambda _: True) -> T:
        """Return the result of a stage, made now unless it is kept under `key`.

        `is_whole` says whether a kept result can be used: the files it names may be gone.
        """
        if (found := self.kept(stage, key, is_whole)) is not None:
            return found[0]
        value = make()
        self.keep(stage, key, value)
        return value

    def kept(self, stage: str, key: str, is_whole: Callable[[T], bool] = lambda _: True) -> tuple[T] | None:
        """Return the kept result of a stage, as the only item of a tuple, or None."""
        found = self._get(cache_key(stage, key))
        return found if found is not None and is_whole(found[0]) else None

    def keep(self, stage: str, key: str, value: object) -> None:
        """Keep the result of a stage."""
        self._count(stage, 1)
        self._put(cache_key(stage, key), value)

    def many(
        self,
        stage: str,
        code: str,
        wanted: Mapping[K, str],
        make: Callable[[Sequence[K]], Iterable[T]],
        is_whole: Callable[[T], bool] = lambda _: True,
    ) -> dict[K, T]:
        """Return a result for each item of `wanted`, by its key; `make` is asked once, for all that are not kept.

        They are kept together in one file for all keys made with the same `code`.
        """
        kept = self._together(stage, code)
        found: dict[K, T] = _whole(kept, wanted, is_whole)
        missing = [item for item in wanted if item not in found]
        if missing:
            found.update(zip(missing, make(missing), strict=True))
            self._count(stage, len(missing))
            self._keep_together(stage, code, kept, {key: found[item] for item, key in wanted.items()})
        return {item: found[item] for item in wanted}

    def found(
        self, stage: str, code: str, wanted: Mapping[K, str], is_whole: Callable[[T], bool] = lambda _: True
    ) -> dict[K, T]:
        """Return those results of `many` that are kept already."""
        return _whole(self._together(stage, code), wanted, is_whole)

    def __enter__(self) -> Self:
        """Let functions that answer once know what they have answered in earlier builds."""
        if self.store:
            for memo in MEMOS:
                memo.recall(self._together(memo.stage, program_fingerprint()))
        return self

    def __exit__(self, *_: object) -> None:
        """Keep what they have answered now, and forget what was used longest ago when there is too much."""
        self.keep_answers()
        if self.folder and any(self.made.values()):
            self.contents.remember()
            self._evict()

    def keep_answers(self) -> None:
        """Keep the answers of functions that answer once; a process that checks beside another does so by itself."""
        for memo in MEMOS if self.store else ():
            answers, known = memo.answers(), self._together(memo.stage, program_fingerprint())
            if fresh := len(answers.keys() - known.keys()):
                self._count(memo.stage, fresh)
                self._keep_together(memo.stage, program_fingerprint(), known, answers)

    def _count(self, stage: str, number: int) -> None:
        self.made[stage] = self.made.get(stage, 0) + number

    def _get(self, name: str) -> tuple[Any] | None:
        kept = self.store.get(name) if self.store else None
        return None if kept is None else (pickle.loads(kept),)  # noqa: S301 - see the module

    def _put(self, name: str, value: object) -> None:
        if self.store:
            self.store.put(name, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))

    def _together(self, stage: str, code: str) -> dict[str, Any]:
        found = self._get(cache_key(stage, code))
        return cast("dict[str, Any]", found[0]) if found else {}

    def _keep_together(self, stage: str, code: str, earlier: Mapping[str, Any], used: Mapping[str, Any]) -> None:
        """Keep results of this build and, as far as there is room, of those before it, the newest of them."""
        older = [(key, value) for key, value in earlier.items() if key not in used]
        room = max(0, (_OLDER - 1) * len(used))
        together = dict(chain(older[max(0, len(older) - room) :], used.items()))
        self._put(cache_key(stage, code), together)

    def _evict(self) -> None:
        """Throw away what was used longest ago; a file that a site has too takes no room, and stays."""
        found = sorted(
            ((about.st_mtime, about.st_size, path) for about, path in self._files() if about.st_nlink == 1),
            reverse=True,
        )
        room = MAX_BYTES
        for _, size, path in found:
            room -= size
            if room < 0:
                path.unlink(missing_ok=True)

    def _files(self) -> Iterable[tuple[Any, Path]]:
        return chain(files_in(self.store.folder), files_in(self.contents.folder)) if self.store else ()


def _whole(kept: Mapping[str, T], wanted: Mapping[K, str], is_whole: Callable[[T], bool]) -> dict[K, T]:
    return {item: kept[key] for item, key in wanted.items() if key in kept and is_whole(kept[key])}


def engine_of(root: Path) -> Engine:
    """Return the engine of the portal below `root`."""
    return Engine(root / KEPT)
