"""Every text that readers see, with its place: what the rules over words go through."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from vejviser.base.problems import Location, Origin, Problem, Severity
from vejviser.content.languages import Language
from vejviser.content.model.base import Audience, Citation, Content, LanguageMap
from vejviser.content.model.portal import Portal
from vejviser.content.types import types


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
    """Yield every text of the portal."""
    for content in yaml_contents(portal):
        for found, location in walk_texts(content, ()):
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
    """Yield every citation that is a value in YAML."""
    for content in yaml_contents(portal):
        for found, location in walk_texts(content, ()):
            if isinstance(found, Citation):
                yield StructuredCitation(found, content.origin, location)


def yaml_contents(portal: Portal) -> Iterator[Content]:
    """Return everything that was read from YAML."""
    return (content for kind in types() if not kind.is_text for content in portal.all_of(kind))


def long_texts(portal: Portal) -> Iterator[Any]:
    """Return everything that was read from Markdown."""
    return (text for kind in types() if kind.is_text for text in portal.all_of(kind))


def long_texts_with_readers(portal: Portal) -> Iterator[tuple[Any, tuple[Audience, ...]]]:
    """Yield everything that was read from Markdown, with its own readers, or those of what it is part of."""
    for kind in types():
        if kind.is_text:
            wholes = (item for item in types() if item.id == kind.part_of[0])
            audiences = {whole.name_of(item): item.audience for whole in wholes for item in portal.all_of(whole)}
            for text in portal.all_of(kind):
                own = getattr(text.meta, "audience", ())
                yield text, own or audiences.get(getattr(text, kind.part_of[1], ""), ())


def walk_texts(value: object, location: Location = ()) -> Iterator[tuple[LanguageMap | Citation, Location]]:
    """Yield every language map and every citation in a content value, with its place."""
    if isinstance(value, (LanguageMap, Citation)):
        yield value, location
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from walk_texts(getattr(value, name), (*location, name))
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from walk_texts(entry, (*location, index))
