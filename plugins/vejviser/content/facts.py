"""A portal whose parts have fingerprints: what is made of it is made again only when a part it reads is another."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from vejviser.base.engine import Engine
from vejviser.base.fingerprints import cache_key
from vejviser.content.content_type import ContentType
from vejviser.content.model.download import ALL_FILES, Downloads, TrackedDownloads, part_of
from vejviser.content.model.portal import Portal
from vejviser.content.types import types

T = TypeVar("T")
_FIELDS = frozenset(field.name for field in fields(Portal))
_WAYS = 8
"""How many sets of parts are tried: which parts a function reads depends on what stands in them."""


class TrackedPortal(Portal):
    """The same portal; `parts_read` are the names of the fields that somebody has looked at."""

    parts_read: set[str]

    def __getattribute__(self, name: str) -> Any:
        if name in _FIELDS:
            object.__getattribute__(self, "parts_read").add(name)
        return object.__getattribute__(self, name)

    def changed(self, change: Callable[[ContentType, Any], Iterator[Any]]) -> Portal:
        """Return what `Portal.changed` returns, for which all of it is read; nobody looks at that any more."""
        return Portal(**{name: getattr(self, name) for name in _FIELDS}).changed(change)


def track_reads(portal: Portal) -> TrackedPortal:
    """Return the portal with nothing read yet. What a portal works out of its parts is worked out, and read, anew."""
    found = object.__new__(TrackedPortal)
    found.__dict__.update({name: getattr(portal, name) for name in _FIELDS}, parts_read=set())
    return found


@dataclass(frozen=True, slots=True)
class Facts:
    """A portal, the files it offers, and a fingerprint of each part: two parts of one name are equal where these are.

    The parts are the portal's fields, all files, and the files of each content and each municipality.
    """

    portal: Portal
    fingerprints: Mapping[str, str]
    downloads: Downloads = ()

    def fingerprint(self, *parts: str) -> str:
        """Return the fingerprint of some parts; of the whole portal when none is named."""
        return cache_key(*(self.fingerprints.get(name, "") for name in parts or sorted(_FIELDS)))

    def with_portal(self, portal: Portal, **fingerprints: str) -> "Facts":
        """Return another portal, in which the parts named are others."""
        return replace(self, portal=portal, fingerprints={**self.fingerprints, **fingerprints})

    def with_contents(self, portal: Portal) -> "Facts":
        """Return what has been made of this portal by changing or leaving out contents; what is the same is as new."""
        told: dict[str, list[str]] = {}
        for kind in types():
            before, after = self.portal.all_of(kind), portal.all_of(kind)
            old, new = {id(value): value for value in before}, {id(value): value for value in after}
            name = kind.plural if hasattr(portal, kind.plural) else "items"
            changed = [repr(value) for key, value in new.items() if key not in old]
            gone = [value.origin.path for key, value in old.items() if key not in new]
            if changed or gone:
                told.setdefault(name, []).extend([*changed, "", *gone])
        others = {name: cache_key(self.fingerprints.get(name, ""), *words) for name, words in told.items()}
        return self.with_portal(portal, **others)

    def with_downloads(self, downloads: Downloads) -> "Facts":
        """Return the same portal with these files."""
        parts: dict[str, list[str]] = {ALL_FILES: []}
        for download in downloads:
            told = repr(download)
            parts.setdefault(part_of(download), []).append(told)
            parts[ALL_FILES].append(told)
        of_files = {name: cache_key(*told) for name, told in parts.items()}
        return Facts(self.portal, {**self.fingerprints, **of_files}, downloads)


def made_of_parts(
    engine: Engine,
    stage: str,
    key: str,
    facts: Facts,
    make: Callable[[Portal, Downloads], T],
    is_whole: Callable[[T], bool] = lambda _: True,
) -> T:
    """Return what `make` makes of the portal, its files, and all that `key` is the fingerprint of.

    The first time, the engine learns which parts `make` reads; later, `make` is asked again only when one of these is
    another. A pure function that reads the same reads the same parts, so this is enough.
    """
    if engine.store is None:
        return make(facts.portal, facts.downloads)
    ways = _ways(engine, stage, key)
    if (kept := kept_of_parts(engine, stage, key, facts, is_whole)) is not None:
        return kept[0]
    tracked = track_reads(facts.portal)
    value = make(tracked, TrackedDownloads(facts.downloads, tracked.parts_read))
    parts = tuple(sorted(tracked.parts_read))
    engine.keep(stage, _with_parts(key, facts, parts), value)
    engine.keep(f"{stage}, read", key, [parts, *(item for item in ways if item != parts)][:_WAYS])
    return value


def kept_of_parts(
    engine: Engine, stage: str, key: str, facts: Facts, is_whole: Callable[[T], bool] = lambda _: True
) -> tuple[T] | None:
    """Return what `made_of_parts` has kept, as the only item of a tuple, or None when it would ask again."""
    for parts in _ways(engine, stage, key):
        found: tuple[T] | None = engine.kept(stage, _with_parts(key, facts, parts), is_whole)
        if found is not None:
            return found
    return None


def _ways(engine: Engine, stage: str, key: str) -> list[tuple[str, ...]]:
    """Return the sets of parts that were read before, the newest first."""
    known: tuple[list[tuple[str, ...]]] | None = engine.kept(f"{stage}, read", key)
    return known[0] if known else []


def _with_parts(key: str, facts: Facts, parts: tuple[str, ...]) -> str:
    return cache_key(key, *parts, facts.fingerprint(*parts) if parts else "")
