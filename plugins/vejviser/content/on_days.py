"""Which texts readers can see on a day (`publish_from`, `publish_until`), and a portal without the others.

A text that is not shown is not there at all for what makes pages, documents, search and open data. What leads to it
from other texts becomes plain words until its day comes, so that an editor can write both on the same day.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from posixpath import dirname, normpath
from typing import Any

from vejviser.content.content_type import ContentType
from vejviser.content.days_of import days_of
from vejviser.content.facts import Facts
from vejviser.content.languages import languages, main_language
from vejviser.content.model.article import Article, ArticleMeta
from vejviser.content.model.base import Content, LanguageMap, OnDays
from vejviser.content.model.fenced_code import without_code
from vejviser.content.model.handbook import Handbook
from vejviser.content.model.portal import Portal
from vejviser.content.model.sources import Term
from vejviser.content.page_uris import page_uris
from vejviser.content.translation.short_texts import map_texts
from vejviser.content.types import types

_WORDS = r"(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)"
_LINK = re.compile(rf"""(?<!!)\[{_WORDS}\]\(\s*<?(?P<target>[^)\s>]+)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)""")
_NAMED = re.compile(rf"(?<!!)\[{_WORDS}\](?:\[(?P<name>[^\[\]]*)\])?(?![(:\[])")
_DEFINITION = re.compile(r"^ {0,3}\[(?P<name>[^\[\]]+)\]:\s*<?(?P<target>[^\s>]+)>?[^\n]*(?:\n|\Z)", re.MULTILINE)
Hidden = Callable[[OnDays], bool]


def on_day(facts: Facts, day: date) -> Facts:
    """Return the portal as readers see it on `day`."""
    return facts.with_contents(shown_on(facts.portal, day))


def shown_on(portal: Portal, day: date) -> Portal:
    """Return the portal without the texts that readers cannot see on `day`."""
    return _without(portal, lambda days: not days.is_shown(day))


def without_taken_down(portal: Portal, day: date) -> Portal:
    """Return the portal without the texts whose last day lies before `day`."""
    return _without(portal, lambda days: days.is_over(day))


def taken_down_addresses(portal: Portal, day: date) -> frozenset[str]:
    """Return the addresses of the pages whose last day lies before `day`: others have links to them for ever."""
    return frozenset(
        portal.address(uri).removeprefix(portal.base)
        for uri in page_uris(portal) - page_uris(without_taken_down(portal, day))
    )


def _without(portal: Portal, is_hidden: Hidden) -> Portal:
    names = _hidden_names(portal, is_hidden)
    if not any(names.values()) and not any(_is_hidden(kind, item, is_hidden) for kind, item in _all(portal)):
        return portal
    pages = {
        page.format(item)
        for kind, item in _all(portal)
        if not kind.page_title and kind.name_of(item) in names[kind.id]
        for page in kind.pages
    }

    def shown(kind: ContentType, value: Any) -> Iterator[Any]:
        gone = kind.name_of(value) in names[kind.id] or _is_hidden(kind, value, is_hidden)
        if not (gone or (isinstance(value, Article) and value.uri in pages)):  # what introduces a guide goes with it
            yield value

    left = portal.changed(shown)
    uris = page_uris(portal) - page_uris(left)
    return left.changed(lambda kind, value: iter([_without_ways_to(kind, value, names["chapter"], uris)]))


def _all(portal: Portal) -> Iterator[tuple[ContentType, Any]]:
    return ((kind, item) for kind in types() for item in portal.all_of(kind))


def _is_hidden(kind: ContentType, value: Any, is_hidden: Hidden) -> bool:
    days = days_of(kind, value)
    return days is not None and is_hidden(days)


def _hidden_names(portal: Portal, is_hidden: Hidden) -> Mapping[str, Set[str]]:
    """Return the names of what is hidden in every language, by type: with an original its translations are hidden."""
    names: dict[str, set[str]] = {kind.id: set() for kind in types()}
    for kind, item in _all(portal):
        if getattr(item, "language", main_language()) == main_language() and _is_hidden(kind, item, is_hidden):
            names[kind.id].add(kind.name_of(item))
    for book in portal.handbooks:  # a book without a chapter would be a cover
        if names["chapter"].issuperset(f"{book.id}/{chapter}" for chapter in book.chapters):
            names["handbook"].add(book.id)
    for kind, item in _all(portal):
        whole, part = kind.part_of
        if whole and getattr(item, part) in names[whole]:
            names[kind.id].add(kind.name_of(item))
    return names


def _without_ways_to(kind: ContentType, value: Any, chapters: Set[str], uris: Set[str]) -> Any:
    """Return a content without links to what is hidden; the content itself where it has none."""
    found: dict[str, Any] = {}
    if kind.is_text:
        found = {"body": unlinked(value.body, kind.uri(value), uris), "meta": _meta(value.meta, uris)}
    elif isinstance(value, Handbook):
        found = {"chapters": tuple(item for item in value.chapters if f"{value.id}/{item}" not in chapters)}
    elif isinstance(value, Term):
        found = {"pages": tuple(item for item in value.pages if not _uris("", item) & uris)}
    changed = {key: new for key, new in found.items() if new is not getattr(value, key) and new != getattr(value, key)}
    value = value.model_copy(update=changed) if changed else value
    return value if kind.is_text else _with_plain_texts(value, uris)


def _with_plain_texts(value: Content, uris: Set[str]) -> Content:
    """Return a content of YAML with plain words in the places of links to what is hidden."""
    changed = False

    def plain(_name: str, text: LanguageMap) -> LanguageMap:
        nonlocal changed
        new = {language: unlinked(words, "", uris) for language, words in text.root.items()}
        changed = changed or new != text.root
        return LanguageMap(new)

    found = map_texts(value, plain)
    return found if changed else value


def _meta(meta: Any, uris: Set[str]) -> Any:
    if not isinstance(meta, ArticleMeta) or not (meta.ways or meta.popular):
        return meta

    def kept(links: Any) -> Any:
        return tuple(link for link in links if not _uris("index.md", link.to) & uris)

    ways = tuple(way.model_copy(update={"links": kept(way.links)}) for way in kept(meta.ways))
    return meta.model_copy(update={"ways": ways, "popular": kept(meta.popular)})


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a text: where it begins and ends, its words, what is written as its target, and the pages it can mean.

    The line that says where named links lead has no words.
    """

    start: int
    end: int
    words: str
    target: str
    uris: frozenset[str]


def links(markdown: str, own: str) -> Iterator[Link]:
    """Yield the links in a text of the page `own`, from its folder or from the front, in each way they are written."""
    if "](" not in markdown and "]:" not in markdown:
        return
    seen = without_code(markdown)
    named = {match["name"].casefold(): match for match in _DEFINITION.finditer(seen)}

    def link(match: re.Match[str], target: str) -> Link:
        words = markdown[slice(*match.span("words"))] if "words" in match.groupdict() else ""
        return Link(match.start(), match.end(), words, target, _uris(own, target))

    for match in (*named.values(), *_LINK.finditer(seen)):
        yield link(match, match["target"])
    for match in _NAMED.finditer(seen) if named else ():
        if found := named.get((match["name"] or match["words"]).casefold()):
            yield link(match, found["target"])


def unlinked(markdown: str, own: str, uris: Set[str]) -> str:
    """Return a text of the page `own` with plain words in the places of its links to the pages `uris`."""
    for found in sorted(links(markdown, own), key=lambda link: -link.start):
        if found.uris & uris:
            markdown = markdown[: found.start] + found.words + markdown[found.end :]
    return markdown


def _uris(own: str, target: str) -> frozenset[str]:
    """Return the Markdown paths, without the language, that a link in the page `own` can lead to."""
    path = target.partition("#")[0].partition("?")[0]
    if not path or "://" in path:
        return frozenset()
    if not path.startswith("/"):
        return frozenset([normpath(f"{dirname(own)}/{path}").lstrip("/")])
    parts = path.strip("/").split("/")
    stem = "/".join(parts[1:] if parts[0] in languages() else parts)
    return frozenset([stem, f"{stem}.md", f"{stem}/index.md".lstrip("/")])
