"""Tracks: the list of them, and each with its steps, all of which open without a script."""

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from vejviser.content.content_type import ContentType
from vejviser.content.languages import Language, main_language
from vejviser.content.model.approvals import standing
from vejviser.content.model.download import Downloads
from vejviser.content.model.portal import Portal
from vejviser.content.model.track import Track, TrackStep
from vejviser.content.track_places import step_pages
from vejviser.content.types import type_named
from vejviser.pages import linked_data
from vejviser.pages.compose import Composer
from vejviser.pages.courses import my_match
from vejviser.pages.page import Page
from vejviser.pages.page_layout import with_layout

SAME_DAY = "P0D"
STYLES = ("track", "glossary")


def _kind() -> ContentType:
    return type_named("track")


def pages(portal: Portal, today: date, _downloads: Downloads = ()) -> Iterator[Page]:
    """Yield the list in every language, and each track in the languages its introduction is written in."""
    for language in portal.languages:
        yield _index(portal, language, today)
        for track in portal.tracks:
            if language == main_language() or language in track.intro:
                yield _track(portal, track, language, today)


def _index(portal: Portal, language: Language, today: date) -> Page:
    page = Composer(portal, language, _kind().index, today)
    body = page.render(
        "track_index.md.jinja",
        tracks=[(track, page.to(_kind().uri(track))) for track in portal.tracks],
        my_match=my_match(page),
    )
    title, lead = page.text("tracks.title"), page.text("tracks.lead")
    return Page(page.uri, language, "index", title, with_layout(page, body), lead)


def _track(portal: Portal, track: Track, language: Language, today: date) -> Page:
    page = Composer(portal, language, _kind().uri(track), today, track.audience)
    body = page.render(
        "track.md.jinja",
        track=track,
        my_match=my_match(page) if track.is_course else "",
        steps=[(step, when(page, step), step_pages(portal, step)) for step in track.steps],
        linked_data=linked_data.element(linked_data.of_track(portal, track, language)),
    )
    translated = portal.translation_of(track.origin.path, language) if language != main_language() else None
    markdown = with_layout(
        page,
        body,
        review=track,
        translation=translated,
        related=track.related,
        standing=standing(portal, track),
    )
    title, summary = track.title.text(language), track.intro.text(language)
    return Page(
        page.uri,
        language,
        "track",
        title,
        markdown,
        summary,
        track.audience,
        hide=("toc",),
        styles=STYLES,
        updated=track.reviewed,
    )


def when(page: Composer, step: TrackStep) -> Markup:
    """Return when a step is due: the editors' words, or else the time counted from the start of the track."""
    if step.when:
        return page.local(step.when)
    if step.offset == SAME_DAY:
        return page.t("track.same_day")
    if step.offset:
        key = "checklist.before" if step.offset.startswith("-") else "checklist.after"
        return page.t(key, duration=page.duration(step.offset))
    return Markup()
