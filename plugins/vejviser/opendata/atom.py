"""Atom feeds (RFC 4287). Their days are those of what they tell, so a feed changes only when that does."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as Tree

from vejviser.content.languages import Language
from vejviser.content.model.portal import Portal
from vejviser.opendata.encode import address

MEDIA_TYPE = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its lasting id and its page, both whole addresses, and what it says, with its language if another."""

    id: str
    page: str
    title: str
    day: date
    summary: str
    language: str = ""


def feed(
    portal: Portal, path: str, title: str, page: str, language: Language, entries: Iterable[Entry], today: date
) -> bytes:
    """Return the feed at a path, about the page at another, with its entries, the newest first."""
    told, name = list(entries), portal.texts[language]("site.name")
    root = Tree.Element("feed", {"xmlns": _ATOM, "xml:lang": language})
    _add(root, "id", address(portal, path))
    _add(root, "title", f"{name}: {title}")
    _add(root, "updated", _moment(told[0].day if told else today))
    _add(_add(root, "author"), "name", name)
    _add(root, "link", rel="self", type=MEDIA_TYPE, href=address(portal, path))
    _add(root, "link", rel="alternate", type="text/html", href=address(portal, page))
    for entry in told:
        _entry(root, entry)
    Tree.indent(root)
    return bytes(Tree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(root: Tree.Element, entry: Entry) -> None:
    found = _add(root, "entry")
    if entry.language:
        found.set("xml:lang", entry.language)
    _add(found, "id", entry.id)
    _add(found, "title", entry.title)
    _add(found, "updated", _moment(entry.day))
    _add(found, "link", rel="alternate", type="text/html", href=entry.page)
    _add(found, "summary", entry.summary)


def _add(parent: Tree.Element, name: str, text: str | None = None, **attributes: str) -> Tree.Element:
    element = Tree.SubElement(parent, name, attributes)
    element.text = text
    return element


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
