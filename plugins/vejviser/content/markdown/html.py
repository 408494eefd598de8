"""Markdown to HTML, with its headings, places and links."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from vejviser.content.markdown.reader import page_reader, text_reader

Resolve = Callable[[str], str | None]
"""Gives the address of a link as it was written, or None when it leads nowhere."""
Measure = Callable[[str], tuple[int, int] | None]
"""Gives the width and height in pixels of a picture by its address as it was written; None when they are not known."""
LIBRARIES = ("markdown-it-py", "mdit-py-plugins")
"""What the HTML depends on beside our own code."""
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_PLACE = re.compile(r"""<(?:a\s(?:[^<>]*?\s)?name|[^<>]*?\sid)="(?P<name>[^"]+)\"""")
_NOT_IN_NAMES = re.compile(r"[^\w\- ]")
_COUNTED = re.compile(r"(?P<stem>.*)_(?P<count>\d+)")
_ADDRESSES = {"link_open": "href", "image": "src"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page. `name` is its words as HTML without tags; `children` are the lower headings after it."""

    name: str
    id: str
    level: int
    children: tuple["Heading", ...] = ()

    @property
    def url(self) -> str:
        """The address of the heading, on its own page."""
        return f"#{self.id}"


@dataclass(frozen=True, slots=True)
class Converted:
    """A text as HTML, with its headings, every place in it one can link to, and its links as they were written."""

    html: str
    headings: tuple[Heading, ...]
    places: tuple[str, ...]
    links: tuple[str, ...]


def to_html(text: str, resolve: Resolve = str, measure: Measure = lambda _: None) -> Converted:
    """Convert a composed page (without front matter), which may hold HTML of our own.

    Each link and picture gets the address that `resolve` gives for it, and none when that is None. A picture that
    `measure` knows says how large it is, so that its place is kept while it is on its way.
    """
    reader = page_reader()
    tokens = reader.parse(text)
    links = set(_addressed(tokens, resolve, measure))
    headings = tuple(_named(tokens, reader))
    return Converted(
        _rendered(reader, tokens), nested(headings), tuple(sorted(set(_places(tokens)))), tuple(sorted(links))
    )


def text_html(markdown: str) -> str:
    """Convert an editor's text; HTML in it is shown letter by letter."""
    reader = text_reader()
    return _rendered(reader, reader.parse(markdown))


def inline_html(markdown: str) -> str:
    """Convert a short text without blocks, for the inside of an element."""
    reader = text_reader()
    return _rendered(reader, reader.parseInline(markdown))


def nested(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """Return headings in order as a tree: each holds those after it that are lower, until one is as high."""
    found: list[Heading] = []
    start = 0
    while start < len(headings):
        first = headings[start]
        stop = start + 1
        while stop < len(headings) and headings[stop].level > first.level:
            stop += 1
        found.append(Heading(first.name, first.id, first.level, nested(headings[start + 1 : stop])))
        start = stop
    return tuple(found)


def _addressed(tokens: Sequence[Token], resolve: Resolve, measure: Measure) -> Iterator[str]:
    for token in tokens:
        if name := _ADDRESSES.get(token.type):
            written = str(token.attrs.pop(name, ""))
            if (address := resolve(written)) is not None:
                token.attrs = {name: address, **token.attrs}
            if token.type == "image" and (size := measure(written)):
                token.attrs |= zip(("width", "height"), size, strict=True)
            yield written
        yield from _addressed(token.children or (), resolve, measure)


def _named(tokens: Sequence[Token], reader: MarkdownIt) -> Iterator[Heading]:
    """Yield the headings; those without a name get one made of their words."""
    used = {str(token.attrs["id"]) for token in tokens if "id" in token.attrs}
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            name = " ".join(_TAG.sub("", _rendered(reader, [inline])).split())
            if "id" not in opening.attrs:
                opening.attrs["id"] = _unused(_as_id(unescape(name)), used)
            yield Heading(name, str(opening.attrs["id"]), int(opening.tag[1]))


def _places(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if "id" in token.attrs:
            yield str(token.attrs["id"])
        if token.type in ("html_block", "html_inline"):
            yield from (match["name"] for match in _PLACE.finditer(token.content))
        yield from _places(token.children or ())


def _as_id(words: str) -> str:
    """Return the words of a heading as a name: lower case, only letters, digits and dashes."""
    plain = unicodedata.normalize("NFC", words).strip().lower()
    return _NOT_IN_NAMES.sub("", plain).replace(" ", "-")


def _unused(name: str, used: set[str]) -> str:
    """Return a name that no other heading has: the second "mål" is "mål_1"."""
    while name in used or not name:
        counted = _COUNTED.fullmatch(name)
        name = f"{counted['stem']}_{int(counted['count']) + 1}" if counted else f"{name}_1"
    used.add(name)
    return name


def _rendered(reader: MarkdownIt, tokens: Sequence[Token]) -> str:
    return str(reader.renderer.render(tokens, reader.options, {}))
