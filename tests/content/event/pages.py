"""The pages of events: the list, and one page each."""

from collections.abc import Iterator
from datetime import date

from tests.content.event.model import Event

from vejviser.content.languages import Language
from vejviser.content.model.download import Downloads
from vejviser.content.model.portal import Portal
from vejviser.content.types import type_named
from vejviser.pages import linked_data
from vejviser.pages.compose import Composer
from vejviser.pages.page import Page
from vejviser.pages.page_layout import with_layout

TEMPLATES = "tests.content.event"


def pages(portal: Portal, today: date, _downloads: Downloads = ()) -> Iterator[Page]:
    """Yield the list and the events in every language."""
    kind = type_named("event")
    for language in portal.languages:
        events = sorted(portal.all_of(kind), key=lambda item: item.begins)
        page = Composer(portal, language, kind.index, today)
        body = page.render(
            f"{TEMPLATES}:event_index.md.jinja", events=[(event, page.to(kind.uri(event))) for event in events]
        )
        yield Page(kind.index, language, "index", page.text("events.title"), with_layout(page, body))
        yield from (_event(portal, event, language, today) for event in events)


def _event(portal: Portal, event: Event, language: Language, today: date) -> Page:
    kind = type_named("event")
    page = Composer(portal, language, kind.uri(event), today)
    about = {
        "@type": kind.schema_org,
        "name": event.title.text(language),
        "startDate": event.begins.isoformat(),
        "endDate": event.ends.isoformat(),
        "location": {"@type": "Place", "name": event.place.text(language)},
    }
    body = page.render(
        f"{TEMPLATES}:event.md.jinja",
        event=event,
        calendar=page.file(f"{kind.owner(event)}.ics"),
        linked_data=linked_data.element(about),
    )
    summary = event.summary.text(language)
    return Page(page.uri, language, kind.id, event.title.text(language), with_layout(page, body, review=event), summary)
