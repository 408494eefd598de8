"""Markdown to HTML, with its headings and links."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from vejviser.content.markdown.reader import page_reader, text_reader

_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_NOT_IN_NAMES = re.compile(r"[^\w\- ]")
_COUNTED = re.compile(r"(?P<stem>.*)_(?P<count>\d+)")
_ADDRESSES = {"link_open": "href", "image": "src"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page. `title` is its words as HTML without tags; `children` are the headings below it."""

    level: int
    id: str
    title: str
    children: tuple["Heading", ...] = ()


@dataclass(frozen=True, slots=True)
class Html:
    """A converted text: the HTML, its headings as a tree, and the addresses of its links and pictures as written."""

    html: str
    headings: tuple[Heading, ...]
    links: tuple[str, ...]


def page_html(markdown: str, address: Callable[[str], str] = str) -> Html:
    """Convert a composed page, which may hold HTML of our own.

    `address` gives what stands in the page for the address of a link or a picture as it was written.
    """
    reader = page_reader()
    tokens = reader.parse(markdown)
    links = tuple(_addressed(tokens, address))
    headings = tuple(_named(tokens, reader))
    return Html(_rendered(reader, tokens), nested(headings), links)


def text_html(markdown: str) -> str:
    """Convert an editor's text; HTML in it is shown letter by letter."""
    reader = text_reader()
    return _rendered(reader, reader.parse(markdown))


def inline_html(markdown: str) -> str:
    """Convert a short text without blocks, for the inside of an element."""
    reader = text_reader()
    return _rendered(reader, reader.parseInline(markdown))


def nested(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """Give headings in order as a tree: each holds those after it that are lower, until one is as high."""
    found: list[Heading] = []
    start = 0
    while start < len(headings):
        first = headings[start]
        stop = start + 1
        while stop < len(headings) and headings[stop].level > first.level:
            stop += 1
        below = nested(headings[start + 1 : stop])
        found.append(Heading(first.level, first.id, first.title, below))
        start = stop
    return tuple(found)


def _addressed(tokens: Sequence[Token], address: Callable[[str], str]) -> Iterator[str]:
    for token in tokens:
        if name := _ADDRESSES.get(token.type):
            written = str(token.attrs.get(name, ""))
            token.attrs[name] = address(written)
            yield written
        yield from _addressed(token.children or (), address)


def _named(tokens: Sequence[Token], reader: MarkdownIt) -> Iterator[Heading]:
    """Give the headings; those without a name get one made of their words."""
    used = {str(token.attrs["id"]) for token in tokens if "id" in token.attrs}
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            made = reader.renderer.render([inline], reader.options, {})
            title = " ".join(_TAG.sub("", made).split())
            if "id" not in opening.attrs:
                opening.attrs["id"] = _unused(_name(unescape(title)), used)
            yield Heading(int(opening.tag[1]), str(opening.attrs["id"]), title)


def _name(words: str) -> str:
    """Give the words of a heading as a name: lower case, only letters, digits and dashes."""
    plain = unicodedata.normalize("NFC", words).strip().lower()
    return _NOT_IN_NAMES.sub("", plain).replace(" ", "-")


def _unused(name: str, used: set[str]) -> str:
    """Give a name that no other heading has: the second "mål" is "mål_1"."""
    while name in used or not name:
        counted = _COUNTED.fullmatch(name)
        name = f"{counted['stem']}_{int(counted['count']) + 1}" if counted else f"{name}_1"
    used.add(name)
    return name


def _rendered(reader: MarkdownIt, tokens: Sequence[Token]) -> str:
    return str(reader.renderer.render(tokens, reader.options, {}))
