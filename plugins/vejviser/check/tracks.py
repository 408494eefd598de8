"""Rules that only tracks can break: every step leads to a page, no two begin on the same one, and time goes forward."""

from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches

from vejviser.base.problems import Location, Problem
from vejviser.check.structure import unique
from vejviser.content.model.follow_ups import span
from vejviser.content.model.portal import Portal
from vejviser.content.model.track import Track, TrackLink


def problems(portal: Portal, _today: date) -> Iterator[Problem]:
    """Yield what keeps a reader from walking a track from its first step to its last."""
    places = {guide.id: [step.id for phase in guide.phases for step in phase.steps] for guide in portal.guides}
    for track in portal.tracks:
        yield from unique([(("steps", index, "id"), step.id) for index, step in enumerate(track.steps)], track.origin)
        for index, step in enumerate(track.steps):
            if not step.links:
                yield track.origin.error("track-step-without-link", "steps", index, "id", step=step.id)
        yield from _links(track, places)
        yield from _beginnings(track)
        yield from _times(track)


def _links(track: Track, places: Mapping[str, list[str]]) -> Iterator[Problem]:
    """Yield the links of one step that are there twice, and those to a step that a guide does not have."""
    for index, step in enumerate(track.steps):
        seen: set[tuple[str, str, str]] = set()
        for at, link in enumerate(step.links):
            place: Location = ("steps", index, "links", at, link.kind)
            found = (link.kind, link.key, link.place)
            if found in seen:
                yield track.origin.error("track-link-twice", *place, link=_written(link), step=step.id)
            seen.add(found)
            if link.place and link.key in places and link.place not in places[link.key]:
                close = get_close_matches(link.place, places[link.key], 1, 0.5)
                rule = "unknown-guide-step-suggestion" if close else "unknown-guide-step"
                suggestion = f"{link.key}/{close[0]}" if close else ""
                yield track.origin.error(rule, *place, key=link.place, guide=link.key, suggestion=suggestion)


def _written(link: TrackLink) -> str:
    return str(getattr(link, link.kind))


def _beginnings(track: Track) -> Iterator[Problem]:
    """Yield the steps that begin on the page of another: from there "next" would lead back to where the reader is."""
    first: dict[tuple[str, str], str] = {}
    for index, step in enumerate(track.steps):
        if step.links and not step.links[0].waits:
            link = step.links[0]
            before = first.setdefault((link.kind, link.key), step.id)
            if before != step.id:
                yield track.origin.error(
                    "track-same-beginning", "steps", index, "links", 0, link.kind, link=_written(link), step=before
                )


def _times(track: Track) -> Iterator[Problem]:
    """Yield offsets that are counted from nothing, and steps that come before the step above them."""
    timed = [(index, step) for index, step in enumerate(track.steps) if step.offset]
    if timed and track.start is None:
        yield track.origin.error("track-start-missing", "steps", timed[0][0], "offset", offset=timed[0][1].offset)
    latest = ""
    for index, step in timed:
        offset = step.offset or ""
        if latest and span(offset).length < span(latest).length:
            yield track.origin.warning("track-not-in-order", "steps", index, "offset", offset=offset, before=latest)
        else:
            latest = offset
