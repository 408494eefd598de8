"""All pages of a site, on all cores of the machine."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from vejviser.base.contents import Content
from vejviser.base.fingerprints import program_fingerprint
from vejviser.base.parallel import OnProgress, run_parallel
from vejviser.base.problems import ContentError, Location, Origin, Problem
from vejviser.base.progress import Progress, no_progress
from vejviser.content.languages import Language
from vejviser.content.model.portal import Portal
from vejviser.content.model.search_words import leading, page_of, place_on
from vejviser.site.composed import Composed
from vejviser.site.locations import PageLocation
from vejviser.site.page_cache import FinishedPage, PageCache
from vejviser.site.render import not_found_place

FEW = 8
"""So few pages are made by the process that asks for them: starting others would take longer."""


@dataclass(frozen=True, slots=True)
class FinishedPages:
    """The pages by their places in the site, the places that search is to find, and those of pages made anew."""

    files: Mapping[str, Content]
    found: frozenset[str] = frozenset()
    made: tuple[str, ...] = ()


def finished_pages(cache: PageCache, progress: Progress = no_progress) -> FinishedPages:
    """Return every page of a site; raises ContentError when a link of one leads nowhere."""
    site = cache.renderer.site
    anew: list[str] = []

    def make(missing: Sequence[PageLocation]) -> list[FinishedPage]:
        made = _made(cache, missing, progress)
        anew.extend(location.place for location in missing if made[location][1])
        return [made[location][0] for location in missing]

    keys = {location: cache.quick_key(location) for location in site.locations}
    found = cache.engine.many("pages", program_fingerprint(), keys, make, cache.is_whole)
    if problems := [*_dead_links(site, found)]:
        raise ContentError(problems)
    files = {location.place: page.html for location, page in found.items()}
    gone = {place: cache.gone(language) for language in site.portal.languages for place in gone_places(site, language)}
    findable = frozenset(location.place for location, page in found.items() if page.is_found)
    missing = {not_found_place(language): cache.not_found(language) for language in site.portal.languages}
    return FinishedPages({**gone, **files, **missing}, findable, tuple(anew))


def gone_places(site: Composed, language: Language) -> Iterator[str]:
    """Yield the files of pages that have been taken down, in a language's part of the site."""
    root = site.portal.root(language).removeprefix(site.portal.base)
    yield from (f"{root}{address}index.html" for address in sorted(site.gone))


def _made(
    cache: PageCache, missing: Sequence[PageLocation], progress: Progress
) -> dict[PageLocation, tuple[FinishedPage, bool]]:
    done = 0

    def on_progress(steps: int) -> None:
        nonlocal done
        done += steps
        progress("pages", done, len(missing))

    cores = 1 if len(missing) <= FEW else os.cpu_count() or 1
    _ = cache.base  # once, before there are several processes
    cache.renderer.compile()
    shares = _shares(missing, cores)
    tasks = [partial(_make, cache, share) for share in shares]
    parts = run_parallel(tasks, on_progress) if cores > 1 else [task(on_progress) for task in tasks]
    found = dict(zip(chain.from_iterable(shares), chain.from_iterable(parts), strict=True))
    for page, _ in found.values():
        cache.engine.contents.trust(page.html)
    return found


def _shares(locations: Sequence[PageLocation], cores: int) -> list[list[PageLocation]]:
    """Share out the pages; the languages of a page, which often have one text, stay together."""
    by_uri: dict[str, list[PageLocation]] = {}
    for location in locations:
        by_uri.setdefault(location.uri, []).append(location)
    groups = list(by_uri.values())
    return [list(chain.from_iterable(groups[core::cores])) for core in range(cores)]


def _make(
    cache: PageCache, locations: Sequence[PageLocation], on_progress: OnProgress
) -> list[tuple[FinishedPage, bool]]:
    found = []
    for location in locations:
        found.append(cache.page(location))
        on_progress(1)
    return found


def _dead_links(site: Composed, found: Mapping[PageLocation, FinishedPage]) -> Iterator[Problem]:
    """Yield every link to a file that is not there, or to a place that the other page does not have."""
    places = {
        (location.source, location.site_language): frozenset(page.links.places) for location, page in found.items()
    }
    dead = set()
    for location, page in found.items():
        dead |= {(location.source, written) for written in page.links.dead}
        for target, place, written in page.links.anchors:
            there = places.get((target, location.site_language))
            if there is not None and place not in there:
                dead.add((location.source, written))
    for source, written in sorted(dead):
        yield _problem(site, source, written)
    yield from _lost_places(site, places)


def _lost_places(site: Composed, places: Mapping[tuple[str, str], frozenset[str]]) -> Iterator[Problem]:
    """Yield the redirects, and what people search with, that lead to a place their page does not have in a language."""
    portal = site.portal
    uris = {location.address: location.uri for location in site.locations}
    led = leading(portal.search_words.values(), portal.signposts.values())
    moved = ((redirect.origin, (), redirect.new) for redirect in portal.redirects)
    for origin, location, to in (*led, *_asked(portal), *moved):
        uri, place = uris.get(page_of(to).removeprefix("/")), place_on(to)
        if uri is None or not place:
            continue  # a page that is not there, the rules about content have told
        if any(place not in of for (source, _), of in places.items() if source.partition("/")[2] == uri):
            yield origin.error("link-without-target", *location, link=to)


def _asked(portal: Portal) -> Iterator[tuple[Origin, Location, str]]:
    return ((entry.origin, ("to",), entry.to) for entry in portal.search_questions.values())


def _problem(site: Composed, source: str, written: str) -> Problem:
    """Return the problem at the line of the editor's text where the link stands, as far as it stands there."""
    path = f"docs/{source}"
    file = site.settings.root / path
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    line, column = next(((n, item.index(written) + 1) for n, item in enumerate(lines, 1) if written in item), (1, 1))
    return Problem(path, line, column, "error", "link-without-target", (("link", written),))
