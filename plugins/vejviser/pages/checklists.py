"""Checklists: the list of lists, and each list in the languages it is written in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from vejviser.content.content_type import ContentType
from vejviser.content.languages import Language
from vejviser.content.model.approvals import standing
from vejviser.content.model.checklist import Checklist, ChecklistSection
from vejviser.content.model.download import Downloads, in_two_languages, of_owner
from vejviser.content.model.portal import Portal
from vejviser.content.track_places import step_pages
from vejviser.content.types import type_named
from vejviser.pages import linked_data, offline, parallel
from vejviser.pages.compose import Composer, available
from vejviser.pages.courses import my_match
from vejviser.pages.order import most_used
from vejviser.pages.page import Page
from vejviser.pages.page_layout import with_layout
from vejviser.pages.ticks import marks

Line = tuple[Checklist, str, int]
"""A list, the link to it, and how many points it has."""


@dataclass(frozen=True, slots=True)
class Group:
    """Lists under one heading."""

    id: str
    title: Markup
    lists: tuple[Line, ...]
    in_order: bool = False
    """Whether they are used one after the other."""


SCRIPT_TEXTS = "checklist.app."
"""The interface texts that assets/js/checklist.js says; they travel with the page."""


def _kind() -> ContentType:
    return type_named("checklist")


def pages(portal: Portal, today: date, downloads: Downloads = ()) -> Iterator[Page]:
    """Yield every checklist page; `downloads` are the files that exist beside them."""
    for language in portal.languages:
        yield _index(portal, language, today)
        for checklist in portal.checklists:
            if language in available(portal.languages, checklist.languages):
                yield _checklist(portal, checklist, language, today, downloads)


def checklist_uri(checklist: Checklist) -> str:
    """Return the address of a checklist."""
    return _kind().uri(checklist)


def visible(section: ChecklistSection) -> ChecklistSection:
    """Return a section without the items that are no longer used."""
    return section.model_copy(update={"items": tuple(item for item in section.items if not item.retired)})


def _index(portal: Portal, language: Language, today: date) -> Page:
    page = Composer(portal, language, _kind().index, today)
    body = page.render("checklist_index.md.jinja", groups=list(_groups(page)), my_match=my_match(page))
    title, lead = page.text("checklists.title"), page.text("checklists.lead")
    return Page(page.uri, language, "index", title, with_layout(page, body), lead, scripts=offline.SCRIPT)


def _groups(page: Composer) -> Iterator[Group]:
    """Yield the lists of each track that has a heading for them, then the others, then what her language lacks."""
    portal, language = page.portal, page.language
    lists = most_used(portal, portal.checklists, language)
    left = [checklist for checklist in lists if language in checklist.languages]
    lacking = [checklist for checklist in lists if language not in checklist.languages]
    for track in portal.tracks:
        uris = list(dict.fromkeys(used.uri for step in track.steps for used in step_pages(portal, step)))
        found = sorted((it for it in left if checklist_uri(it) in uris), key=lambda it: uris.index(checklist_uri(it)))
        if track.lists and found:
            yield Group(track.id, page.local(track.lists), _lines(page, found), in_order=True)
            left = [checklist for checklist in left if checklist not in found]
    if left:
        yield Group("andre", page.t("checklists.others"), _lines(page, left))
    if lacking:
        yield Group("ikke-oversat", page.t("search.in_original"), _lines(page, lacking))


def _lines(page: Composer, checklists: Iterable[Checklist]) -> tuple[Line, ...]:
    return tuple(
        (checklist, page.to(checklist_uri(checklist)), sum(len(visible(it).items) for it in checklist.sections))
        for checklist in checklists
    )


def _checklist(portal: Portal, checklist: Checklist, language: Language, today: date, downloads: Downloads) -> Page:
    page = Composer(portal, language, checklist_uri(checklist), today, checklist.audience)
    body = page.render(
        "checklist.md.jinja",
        checklist=checklist,
        my_match=my_match(page),
        sections=[visible(section) for section in checklist.sections],
        files=of_owner(downloads, _kind().owner(checklist), language),
        two_languages=in_two_languages(downloads, _kind().owner(checklist), language),
        texts=page.script_texts(SCRIPT_TEXTS),
        marks=lambda item: marks(item, language, portal.languages),
        linked_data=linked_data.element(linked_data.of_checklist(portal, checklist, language)),
    )
    title, purpose = checklist.title.text(language), checklist.purpose.text(language)
    markdown = with_layout(
        page,
        body,
        review=checklist,
        translation=checklist.translation.get(language),
        related=checklist.related,
        standing=standing(portal, checklist),
    )
    return Page(
        page.uri,
        language,
        "checklist",
        title,
        markdown,
        purpose,
        checklist.audience,
        styles=("checklist", "glossary"),
        scripts=("checklist", *offline.SCRIPT, *parallel.scripts(available(portal.languages, checklist.languages))),
        updated=checklist.reviewed,
    )
