"""Every text that readers see, with its place: what the rules over words go through."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from vejviser.content.types import types
from vejviser.model.base import Citation, Content, Language, LanguageMap
from vejviser.model.portal import Portal
from vejviser.problems import Location, Origin, Problem, Severity


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of one language and the place it stands in: a location in YAML, or a line of Markdown."""

    text: str
    language: Language
    origin: Origin
    location: Location = ()
    line: int | None = None
    kind: type[Content] | None = None
    """What it was read from in YAML."""

    def problem(self, severity: Severity, rule: str, offset: int, **values: object) -> Problem:
        """Make a problem `offset` characters into the passage."""
        texts = tuple((name, str(value)) for name, value in values.items())
        if self.line is None:
            place = self.origin.at(*self.location)
            return Problem(self.origin.path, place.line, place.column, severity, rule, texts)
        before = self.text[:offset]
        line = self.line + before.count("\n")
        return Problem(self.origin.path, line, offset - (before.rfind("\n") + 1) + 1, severity, rule, texts)


@dataclass(frozen=True, slots=True)
class StructuredCitation:
    """A citation that stands as a value of its own in YAML."""

    citation: Citation
    origin: Origin
    location: Location


def passages(portal: Portal) -> Iterator[Passage]:
    """Give every text of the portal."""
    for content in contents(portal):
        for found, location in walk(content, ()):
            if isinstance(found, LanguageMap):
                for language, text in found.root.items():
                    yield Passage(text, language, content.origin, (*location, language), kind=type(content))
    for text in long_texts(portal):
        yield Passage(text.body, text.language, text.origin, line=text.body_line)
        yield from _front_matter(text)


def _front_matter(text: Any) -> Iterator[Passage]:
    for key in ("in_short", "discuss"):
        for index, line in enumerate(getattr(text.meta, key, ())):
            yield Passage(line, text.language, text.origin, (key, index))
    for index, figure in enumerate(getattr(text.meta, "figures", ())):
        yield Passage(figure.text, text.language, text.origin, ("figures", index, "text"))


def citations(portal: Portal) -> Iterator[StructuredCitation]:
    """Give every citation that is a value in YAML."""
    for content in contents(portal):
        for found, location in walk(content, ()):
            if isinstance(found, Citation):
                yield StructuredCitation(found, content.origin, location)


def contents(portal: Portal) -> Iterator[Content]:
    """Give everything that was read from YAML."""
    return (content for kind in types() if not kind.is_text for content in portal.all_of(kind))


def long_texts(portal: Portal) -> Iterator[Any]:
    """Give everything that was read from Markdown."""
    return (text for kind in types() if kind.is_text for text in portal.all_of(kind))


def walk(value: object, location: Location = ()) -> Iterator[tuple[LanguageMap | Citation, Location]]:
    """Give every language map and every citation in a content value, with its place."""
    if isinstance(value, (LanguageMap, Citation)):
        yield value, location
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from walk(getattr(value, name), (*location, name))
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from walk(entry, (*location, index))
