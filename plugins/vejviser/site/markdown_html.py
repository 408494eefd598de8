"""Markdown -> HTML: the one place where a page's text is converted."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import TocExtension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE
from pymdownx.slugs import slugify

Resolve = Callable[[str], str | None]
"""Gives the address of a link as it was written, or None when it leads nowhere."""
LIBRARIES = ("markdown", "pymdown-extensions")
_EXTENSIONS = ("fenced_code", "admonition", "attr_list", "md_in_html", "def_list")
_RAW, _IDS, _LINKS = 21, 5, 0
"""When Python-Markdown calls us: before HTML blocks are set aside, beside headings' ids, after everything else."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page. `name` is HTML."""

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


def to_html(text: str, resolve: Resolve) -> Converted:
    """Convert a Markdown text (without front matter); each link gets the address that `resolve` gives for it."""
    reader = _reader()
    reader.begin(resolve)
    html = reader.markdown.convert(text)
    headings = tuple(_headings(getattr(reader.markdown, "toc_tokens", [])))
    return Converted(html, headings, tuple(sorted(reader.places)), tuple(sorted(reader.links)))


def _headings(tokens: list[dict[str, Any]]) -> Iterator[Heading]:
    for it in tokens:
        yield Heading(it["name"], it["id"], it["level"], tuple(_headings(it["children"])))


class _Reader(Treeprocessor):
    """Python-Markdown with an ear for places and links."""

    def __init__(self) -> None:
        tables = {"use_align_attribute": True}  # a style attribute would break the content security policy
        toc = TocExtension(slugify=slugify(case="lower"))
        self.markdown = Markdown(extensions=[toc, "tables", *_EXTENSIONS], extension_configs={"tables": tables})
        super().__init__(self.markdown)
        self.markdown.preprocessors.register(_RawPlaces(self), "places-in-html", _RAW)
        self.markdown.treeprocessors.register(_Places(self), "places", _IDS)
        self.markdown.treeprocessors.register(self, "links", _LINKS)

    def begin(self, resolve: Resolve) -> None:
        """Forget the text before."""
        self.markdown.reset()
        self.resolve = resolve
        self.places: set[str] = set()
        self.links: set[str] = set()

    def run(self, root: Element) -> None:
        """Give each link and picture its address."""
        for element in root.iter():
            name = {"a": "href", "img": "src"}.get(str(element.tag))
            written = element.get(name) if name else None
            if name is None or written is None or AMP_SUBSTITUTE in written:
                continue
            self.links.add(written)
            address = self.resolve(written)
            if address is not None:
                element.set(name, address)
            else:
                del element.attrib[name]


class _Places(Treeprocessor):
    def __init__(self, reader: _Reader) -> None:
        self.reader = reader

    def run(self, root: Element) -> None:
        for element in root.iter():
            found = (element.get("id"), element.get("name") if element.tag == "a" else None)
            self.reader.places.update(it for it in found if it)


class _RawPlaces(Preprocessor):
    def __init__(self, reader: _Reader) -> None:
        self.reader = reader

    def run(self, lines: list[str]) -> list[str]:
        parser = _IdParser()
        parser.feed("\n".join(lines))
        parser.close()
        self.reader.places.update(parser.found)
        return lines


class _IdParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.update(value for name, value in attrs if value and (name == "id" or (name == "name" and tag == "a")))


@cache
def _reader() -> _Reader:
    return _Reader()
