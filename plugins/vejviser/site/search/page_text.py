"""A finished page -> the passages search looks through: what stands on it for a reader to see, heading by heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html

BODY, IGNORED = "data-search-body", "data-search-ignore"
"""What of a page is searched, and what of that is not."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_BLOCKS = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt", "fieldset"),
    *("figcaption", "figure", "form", "hr", "label", "legend", "li", "ol", "p", "pre", "section", "summary", "table"),
    *("tbody", "thead", "tr", "ul"),
}
_CELLS = frozenset(("td", "th"))
_UNREAD = frozenset(
    ("audio", "input", "nav", "noscript", "option", "script", "select", "style", "svg", "template", "textarea")
)
"""What holds no sentence of the page."""
_BESIDE = frozenset(("cite", "eyebrow", "tag", "term-beside", "visually-hidden"))
"""Classes of what stands beside a sentence, or is heard only: a passage that has it reads as nobody reads the page."""
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands under one heading."""

    place: str
    """The heading's id; empty for what stands before the first."""
    heading: str
    blocks: tuple[str, ...]
    """Its paragraphs and items, one by one: a passage shown to a reader never runs from one into the next."""


def passages(page: bytes) -> tuple[Passage, ...]:
    """Return the passages of a finished page, in its order; none where nothing of it is to be found."""
    bodies = html.document_fromstring(page.decode()).xpath(f"//*[@{BODY}]")
    return tuple(passage for body in bodies for passage in _Reader().read(body))


class _Reader:
    """Goes through one page."""

    def __init__(self) -> None:
        self.place, self.heading = "", ""
        self.blocks: list[str] = []
        self.line: list[str] = []
        self.done: list[Passage] = []

    def read(self, body: etree._Element) -> list[Passage]:
        self._element(body)
        self._end()
        return self.done

    def _element(self, element: etree._Element) -> None:
        if _is_read(element):
            if element.tag in _HEADINGS:
                self._heading(element)
            else:
                self._children(element)
        if element.tail:
            self.line.append(element.tail)

    def _children(self, element: etree._Element) -> None:
        is_block = element.tag in _BLOCKS
        if is_block:
            self._break()
        elif element.tag in _CELLS:
            self.line.append(" ")
        if element.text:
            self.line.append(element.text)
        for child in element:
            self._element(child)
        if is_block:
            self._break()

    def _heading(self, element: etree._Element) -> None:
        self._break()
        text = _spaced("".join(_texts(element)))
        if element.tag == "h1":
            return  # the page's title, which search knows
        if place := element.get("id", ""):
            self._end()
            self.place, self.heading = place, text
        elif text:
            self.blocks.append(text)

    def _break(self) -> None:
        if text := _spaced("".join(self.line)):
            self.blocks.append(text)
        self.line = []

    def _end(self) -> None:
        self._break()
        if self.blocks or self.heading:
            self.done.append(Passage(self.place, self.heading, tuple(self.blocks)))
        self.blocks = []


def _is_read(element: etree._Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _UNREAD:
        return False
    attributes = element.attrib
    return not (
        IGNORED in attributes or "hidden" in attributes or _BESIDE.intersection(attributes.get("class", "").split())
    )


def _texts(element: etree._Element) -> Iterator[str]:
    if not _is_read(element):
        return
    yield element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""


def _spaced(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
