"""»Mit match«: the courses a friendship can follow, and the place where the reader's own matches are shown.

What is the reader's own is on their device only; assets/js/my_match.js puts it on the page. The page is written for
the tracks whose steps are counted from a day, for those who have matches: volunteers and coordinators.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from vejviser.content.addresses import at
from vejviser.content.languages import Language, direction, main_language
from vejviser.content.model.checklist import Checklist, FollowUp
from vejviser.content.model.download import Downloads
from vejviser.content.model.portal import Portal
from vejviser.content.model.track import MY_MATCH, Track, TrackStep
from vejviser.content.national_numbers import browser_pattern
from vejviser.content.track_places import StepPage, step_pages
from vejviser.content.types import type_of
from vejviser.pages import offline
from vejviser.pages.checklists import checklist_uri, visible
from vejviser.pages.compose import Composer, available
from vejviser.pages.page import Page
from vejviser.pages.page_layout import with_layout
from vejviser.pages.ticks import marks
from vejviser.pages.tracks import when

_SCRIPT_TEXTS = "my_match.app."


@dataclass(frozen=True, slots=True)
class Line:
    """A step of a course: its title leads to `uri`, a place on the track's own page."""

    step: TrackStep
    uri: str
    when: Markup
    pages: tuple[StepPage, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """A track as one follows it with a match; `follow_ups` are those of its lists."""

    track: Track
    uri: str
    lines: tuple[Line, ...]
    follow_ups: tuple[tuple[Checklist, FollowUp], ...]


def pages(portal: Portal, today: date, _downloads: Downloads = ()) -> Iterator[Page]:
    """Yield the page in every language, where there is a course to follow."""
    tracks = tuple(track for track in portal.tracks if track.is_course)
    for language in portal.languages if tracks else ():
        yield _page(portal, tracks, language, today)


def follow_ups(portal: Portal, track: Track) -> tuple[tuple[Checklist, FollowUp], ...]:
    """Return the follow-ups of a track's checklists that are counted from the same day as its steps."""
    used = {link.key for step in track.steps for link in step.links if link.kind == "checklist"}
    start = track.start.text(main_language()) if track.start else None
    return tuple(
        (checklist, follow_up)
        for checklist in portal.checklists
        if checklist.id in used and checklist.start and checklist.start.text(main_language()) == start
        for follow_up in checklist.follow_ups
    )


def _page(portal: Portal, tracks: tuple[Track, ...], language: Language, today: date) -> Page:
    page = Composer(portal, language, at(MY_MATCH), today)
    body = page.render(
        "my_match.md.jinja",
        courses=[_course(page, track) for track in tracks],
        data=_data(portal, language),
        numbers=browser_pattern(),
        list_uri=checklist_uri,
        lists={checklist_uri(checklist): checklist.id for checklist in portal.checklists},
    )
    title, lead = page.text("my_match.title"), page.text("my_match.lead")
    words = tuple(part for part in page.text("my_match.search").split(", ") if part)
    return Page(
        at(MY_MATCH),
        language,
        "article",
        title,
        with_layout(page, body),
        lead,
        ("volunteer", "coordinator"),
        hide=("toc",),
        aliases=words,
        styles=("checklist", "my_match"),
        scripts=("my_match", *offline.SCRIPT),
    )


def _course(page: Composer, track: Track) -> Course:
    uri = type_of(track).uri(track)
    lines = tuple(
        Line(step, f"{uri}#{step.id}", when(page, step), step_pages(page.portal, step)) for step in track.steps
    )
    return Course(track, uri, lines, follow_ups(page.portal, track))


def _data(portal: Portal, language: Language) -> Markup:
    """Return what the script says, and the checklists whose copies it may find on the device, as JSON."""
    texts = portal.texts[language]
    keys = (key for key in (texts.fallback or texts.own) if key.startswith(_SCRIPT_TEXTS))
    found = {
        "texts": {key.removeprefix(_SCRIPT_TEXTS): texts(key) for key in keys},
        "lists": {checklist.id: _list(portal, checklist, language) for checklist in portal.checklists},
    }
    return Composer.script_data(found)


def _list(portal: Portal, checklist: Checklist, language: Language) -> dict[str, Any]:
    title = checklist.title.get(language)
    shown = language if language in available(portal.languages, checklist.languages) else main_language()
    return {
        "title": title.text,
        "language": title.language,
        "direction": direction(title.language),
        "url": portal.address(checklist_uri(checklist), shown),
        "items": {
            item.id: marks(item, shown, portal.languages)
            for section in checklist.sections
            for item in visible(section).items
        },
    }
