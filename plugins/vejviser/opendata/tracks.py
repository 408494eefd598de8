"""The tracks as data: each with its steps, when they are due, and the pages they use."""

from datetime import date
from typing import Any

from vejviser.content.languages import main_language
from vejviser.content.markdown.words import plain_words
from vejviser.content.model.download import Downloads
from vejviser.content.model.portal import Portal
from vejviser.content.model.track import Track, TrackStep
from vejviser.content.track_places import StepPage, step_pages
from vejviser.content.types import type_named, type_of
from vejviser.opendata.encode import Files, address, json_rows
from vejviser.opendata.municipalities import texts


def files(portal: Portal, _today: date, _downloads: Downloads) -> Files:
    """Return the list of tracks."""
    path = type_named("track").distributions[0].path
    return {path: json_rows(row(portal, track) for track in portal.tracks)}


def row(portal: Portal, track: Track) -> dict[str, Any]:
    """Return a track; the offsets of its steps count from the day that `start` names."""
    page = _page(portal, type_of(track).uri(track))
    return {
        "id": track.id,
        "audience": list(track.audience),
        "title": texts(track.title),
        "intro": texts(track.intro),
        "start": texts(track.start) if track.start else None,
        "url": page,
        "reviewed": track.reviewed.isoformat(),
        "steps": [_step(portal, step, page) for step in track.steps],
    }


def _step(portal: Portal, step: TrackStep, page: str) -> dict[str, Any]:
    return {
        "id": step.id,
        "title": texts(step.title),
        "when": texts(step.when) if step.when else None,
        "offset": step.offset,
        "url": f"{page}#{step.id}",
        "do": [{language: plain_words(line.text(language)) for language in line} for line in step.do],
        "pages": [_link(portal, found) for found in step_pages(portal, step)],
    }


def _link(portal: Portal, found: StepPage) -> dict[str, Any]:
    place = f"#{found.place}" if found.place else ""
    return {"kind": found.kind.id, "title": texts(found.title), "url": _page(portal, found.uri) + place}


def _page(portal: Portal, uri: str) -> str:
    """Return the whole address of a page in the main language."""
    return address(portal, portal.address(uri, main_language()).removeprefix(portal.base))
