"""Events as data: a list, a feed, and a calendar file each."""

from datetime import date
from xml.etree import ElementTree as Tree

import icalendar
from tests.content.event.model import Event

from vejviser.content.languages import main_language
from vejviser.content.model.download import Downloads
from vejviser.content.model.portal import Portal
from vejviser.content.types import type_named
from vejviser.opendata.encode import Files, address, json_rows


def files(portal: Portal, _today: date, _downloads: Downloads) -> Files:
    """Return every file by its path."""
    kind = type_named("event")
    events: tuple[Event, ...] = portal.all_of(kind)
    rows = [
        {"id": event.id, "title": event.title.root, "begins": event.begins.isoformat(), "url": _url(portal, event)}
        for event in events
    ]
    return {
        kind.distributions[0].path: json_rows(rows),
        kind.feed: _feed(portal, events),
        **{f"{kind.owner(event)}.ics": _calendar(portal, event) for event in events},
    }


def _url(portal: Portal, event: Event) -> str:
    return address(portal, f"{type_named('event').owner(event)}/")


def _feed(portal: Portal, events: tuple[Event, ...]) -> bytes:
    feed = Tree.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom"})
    Tree.SubElement(feed, "title").text = portal.texts[main_language()]("events.title")
    for event in events:
        entry = Tree.SubElement(feed, "entry")
        Tree.SubElement(entry, "id").text = _url(portal, event)
        Tree.SubElement(entry, "title").text = event.title.text(main_language())
        Tree.SubElement(entry, "updated").text = f"{event.reviewed.isoformat()}T00:00:00Z"
    return bytes(Tree.tostring(feed, encoding="utf-8", xml_declaration=True))


def _calendar(portal: Portal, event: Event) -> bytes:
    entry = icalendar.Event()
    entry.add("uid", _url(portal, event))
    entry.add("dtstamp", event.reviewed)
    entry.add("dtstart", event.begins)
    entry.add("dtend", event.ends)
    entry.add("summary", event.title.text(main_language()))
    entry.add("location", event.place.text(main_language()))
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Vejviser//DA")
    calendar.add("version", "2.0")
    calendar.add_component(entry)
    return bytes(calendar.to_ical())
