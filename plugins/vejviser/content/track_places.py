"""Where pages stand in the tracks: the pages a step uses, and the steps a page belongs to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join

from vejviser.content.content_type import ContentType
from vejviser.content.languages import main_language
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.portal import Portal
from vejviser.content.model.track import Track, TrackLink, TrackStep
from vejviser.content.types import type_named


@dataclass(frozen=True, slots=True)
class StepPage:
    """A page that a step uses: its type, its Markdown path without the language, the place on it, and its title."""

    kind: ContentType
    uri: str
    place: str
    title: LanguageMap

    @property
    def target(self) -> str:
        """The path with the place: "guides/arrival.md#offer-a-friend"."""
        return f"{self.uri}#{self.place}" if self.place else self.uri


@dataclass(frozen=True, slots=True)
class TrackPlace:
    """Where a page stands in a track.

    `number` is that of its step, from 1, or 0 for a page that only leads to the track. `also` are further steps
    that use the page.
    """

    track: Track
    number: int = 0
    also: tuple[int, ...] = ()


def step_pages(portal: Portal, step: TrackStep) -> tuple[StepPage, ...]:
    """Return the pages of a step, in its order; what is not there is left to the rules."""
    return tuple(page for link in step.links for page in _page(portal, link))


def _page(portal: Portal, link: TrackLink) -> Iterator[StepPage]:
    kind = type_named(link.kind)
    found = [item for item in portal.all_of(kind) if kind.name_of(item) == link.key]
    if kind.is_text:
        titles = {item.language: item.meta.title for item in found}
    else:
        titles = dict(found[0].title.root) if found else {}
        for phase in getattr(found[0], "phases", ()) if found and link.place else ():
            titles = next((dict(step.title.root) for step in phase.steps if step.id == link.place), titles)
    if main_language() in titles:
        yield StepPage(kind, kind.uri(found[0]), link.place, LanguageMap(titles))


def track_places(portal: Portal) -> Mapping[str, tuple[TrackPlace, ...]]:
    """Return where each page stands, by its Markdown path without the language, in the order of the tracks.

    A page that several steps use stands at the one that begins on it, or else at the first of them. The pages that
    list pages of a track (the book of its chapters, the list of its checklists) lead to it.
    """
    found: dict[str, tuple[TrackPlace, ...]] = {}
    for track in portal.tracks:
        for uri, place in _places(portal, track).items():
            found[uri] = (*found.get(uri, ()), place)
    return found


def _places(portal: Portal, track: Track) -> dict[str, TrackPlace]:
    steps: dict[str, list[int]] = {}
    begun: dict[str, int] = {}
    for number, step in enumerate(track.steps, 1):
        for at, page in enumerate(step_pages(portal, step)):
            if number not in steps.setdefault(page.uri, []):
                steps[page.uri].append(number)
            if at == 0:
                begun.setdefault(page.uri, number)
    places = {uri: _place(track, begun.get(uri, numbers[0]), numbers) for uri, numbers in steps.items()}
    lists = {above for uri in steps for above in _above(uri)}
    return {**{uri: TrackPlace(track) for uri in sorted(lists - steps.keys())}, **places}


def _place(track: Track, number: int, numbers: list[int]) -> TrackPlace:
    return TrackPlace(track, number, tuple(item for item in numbers if item != number))


def _above(uri: str) -> Iterator[str]:
    """Yield the lists above a page: haandboeger/ven/index.md and haandboeger/index.md; the front page is none."""
    folder = dirname(uri)
    while folder:
        yield join(folder, "index.md")
        folder = dirname(folder)
