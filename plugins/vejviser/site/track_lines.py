"""The lines of tracks around a page: where the reader is, and where the step before and the next one begin."""

from collections.abc import Iterator
from dataclasses import dataclass

from vejviser.content.languages import Language, direction
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.track import Track
from vejviser.content.track_places import TrackPlace, step_pages
from vejviser.content.types import type_of
from vejviser.pages.page import address_of
from vejviser.site.composed import Composed
from vejviser.site.locations import PageLocation


@dataclass(frozen=True, slots=True)
class TrackTarget:
    """A link to a step or a track: words in their own language, and an address from the site's root."""

    title: str
    language: Language
    direction: str
    url: str


@dataclass(frozen=True, slots=True)
class TrackLine:
    """A page's place in a track. `number` is 0 where the page only leads to the track; `also` are further steps."""

    track: TrackTarget
    number: int
    all: int
    also: tuple[int, ...] = ()
    before: TrackTarget | None = None
    after: TrackTarget | None = None


def track_lines(location: PageLocation, site: Composed) -> tuple[TrackLine, ...]:
    """Return a line for each track that a page belongs to; none on a site without the tracks' own pages."""
    return tuple(_lines(location, site))


def _lines(location: PageLocation, site: Composed) -> Iterator[TrackLine]:
    shown = location.site_language
    for place in site.track_places.get(location.uri, ()):
        track, number = place.track, place.number
        if not site.page(type_of(track).uri(track), shown):
            continue
        here = _target(track.title, _url(track, number, site, shown), shown)
        yield TrackLine(
            here, number, len(track.steps), place.also, *(_step(place, way, site, shown) for way in (-1, 1))
        )


def _step(place: TrackPlace, distance: int, site: Composed, shown: Language) -> TrackTarget | None:
    """Return the page on which a neighbouring step begins, or its place in the track where the site lacks the page."""
    number = place.number + distance
    if not place.number or not 1 <= number <= len(place.track.steps):
        return None
    step = place.track.steps[number - 1]
    begins = next(iter(step_pages(site.portal, step)), None)
    if begins is None or not site.page(begins.uri, shown):
        return _target(step.title, _url(place.track, number, site, shown), shown)
    anchor = f"#{begins.place}" if begins.place else ""
    return _target(step.title, site.portal.root(shown) + address_of(begins.uri) + anchor, shown)


def _url(track: Track, number: int, site: Composed, shown: Language) -> str:
    page = site.portal.root(shown) + address_of(type_of(track).uri(track))
    return f"{page}#{track.steps[number - 1].id}" if number else page


def _target(title: LanguageMap, url: str, shown: Language) -> TrackTarget:
    words = title.get(shown)
    return TrackTarget(words.text, words.language, direction(words.language), url)
