"""All pages of a site into its folder, on all cores of the machine."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from vejviser.base.files import write_if_changed
from vejviser.base.parallel import OnProgress, run_parallel
from vejviser.base.problems import ContentError, Problem
from vejviser.base.progress import Progress, no_progress
from vejviser.site.composed import Composed
from vejviser.site.locations import PageLocation
from vejviser.site.page_cache import Links, PageCache
from vejviser.site.render import NOT_FOUND


@dataclass(frozen=True, slots=True)
class Written:
    """What was done about the pages: the paths in the site of those made anew, and the keys of all."""

    made: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Done:
    location: PageLocation
    key: str
    made: bool
    links: Links


def write_pages(cache: PageCache, folder: Path, progress: Progress = no_progress) -> Written:
    """Write every page of a site below `folder`; raises ContentError when a link of one leads nowhere."""
    site = cache.renderer.site
    cores, total, done = os.cpu_count() or 1, len(site.locations), 0

    def on_progress(steps: int) -> None:
        nonlocal done
        done += steps
        progress("pages", done, total)

    _ = cache.base, cache.renderer.templates.get_template("main.html")  # once, before there are several processes
    shares = _shares(site.locations, cores)
    found = tuple(
        chain.from_iterable(run_parallel([partial(_write, cache, folder, share) for share in shares], on_progress))
    )
    if problems := [*_dead_links(site, found)]:
        raise ContentError(problems)
    write_if_changed(folder / NOT_FOUND, cache.renderer.not_found().encode())
    return Written(tuple(item.location.place for item in found if item.made), tuple(item.key for item in found))


def _shares(locations: Iterable[PageLocation], cores: int) -> list[list[PageLocation]]:
    """Share out the pages; the languages of a page, which often have one text, stay together."""
    by_uri: dict[str, list[PageLocation]] = {}
    for location in locations:
        by_uri.setdefault(location.uri, []).append(location)
    groups = list(by_uri.values())
    return [list(chain.from_iterable(groups[core::cores])) for core in range(cores)]


def _write(cache: PageCache, folder: Path, locations: Sequence[PageLocation], on_progress: OnProgress) -> list[_Done]:
    found = []
    for location in locations:
        context = cache.renderer.context(location)
        key = cache.key(location, context)
        kept = cache.get(key)
        links, html = kept or cache.make(key, location, context)
        write_if_changed(folder / location.place, html)
        found.append(_Done(location, key, kept is None, links))
        on_progress(1)
    return found


def _dead_links(site: Composed, found: Sequence[_Done]) -> Iterator[Problem]:
    """Yield every link to a file that is not there, or to a place that the other page does not have."""
    places: Mapping[tuple[str, str], frozenset[str]] = {
        (entry.location.source, entry.location.site_language): frozenset(entry.links.places) for entry in found
    }
    dead = set()
    for item in found:
        dead |= {(item.location.source, written) for written in item.links.dead}
        for target, place, written in item.links.anchors:
            there = places.get((target, item.location.site_language))
            if there is not None and place not in there:
                dead.add((item.location.source, written))
    for source, written in sorted(dead):
        yield _problem(site, source, written)


def _problem(site: Composed, source: str, written: str) -> Problem:
    """Return the problem at the line of the editor's text where the link stands, as far as it stands there."""
    path = f"docs/{source}"
    file = site.settings.root / path
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    line, column = next(((n, item.index(written) + 1) for n, item in enumerate(lines, 1) if written in item), (1, 1))
    return Problem(path, line, column, "error", "link-without-target", (("link", written),))
