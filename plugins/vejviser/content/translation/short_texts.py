"""The short texts in several languages that stand together in YAML files: the glossary, labels of forms, results.

Checklists are not among them: they say themselves how they were translated. Of these files `data/translations.yml` says
it, so that none of them has to carry a column of fingerprints.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from vejviser.base.problems import Location
from vejviser.content.addresses import at
from vejviser.content.languages import main_language
from vejviser.content.model.base import Content, LanguageMap
from vejviser.content.model.portal import Portal
from vejviser.content.types import types

C = TypeVar("C")

GLOSSARY = "data/glossary.yml"
_NAMES = ("id", "version", "number")
"""What names an entry of a list, so that its name stays when it moves."""


@dataclass(frozen=True, slots=True)
class ShortText:
    """A short text with its name in the file, the line it stands in, and the page that shows it."""

    path: str
    name: str
    line: int
    text: LanguageMap
    uri: str
    title: str
    """What the file, or the page, is called in the main language."""
    safety: bool = False
    """It is part of something about confidentiality, money or the right to say no."""


def short_texts(portal: Portal) -> Iterator[ShortText]:
    """Yield every label of the portal, file by file."""
    for content, uri, title in _contents(portal):
        safe = tuple(_safety_places(content))
        for name, location, text in language_maps(content):
            line = content.origin.at(*location).line
            safety = any(location[: len(place)] == place for place in safe)
            yield ShortText(content.origin.path, short_text_name(content, name), line, text, uri, title, safety)


def _safety_places(value: object, location: Location = ()) -> Iterator[Location]:
    """Yield the places of everything inside `value` that says of itself `safety: true`."""
    if getattr(value, "safety", None) is True:
        yield location
    elif not isinstance(value, LanguageMap):
        for key, _, inside in _parts(value):
            yield from _safety_places(inside, (*location, key))


def is_behind(value: object, language: str) -> bool:
    """Return whether readers of `language` get the original of a text inside `value` because theirs is behind."""
    return any(text.is_behind(language) for _, _, text in language_maps(value))


def short_text_name(content: Content, name: str) -> str:
    """Return what a text of `content` is called in its file.

    With the entry's id before it, where a file has several.
    """
    return f"{content.id}.{name}" if _is_entry(content) else name  # type: ignore[attr-defined]


def _is_entry(content: Content) -> bool:
    return any(item.entries and isinstance(content, item.model_class) for item in types())


def _contents(portal: Portal) -> Iterator[tuple[Content, str, str]]:
    """Yield every content with labels, the Markdown path of the page that shows it, and its original title."""
    t = portal.texts[main_language()]
    for kind in types():
        if kind.labelled:
            for item in portal.all_of(kind):
                yield item, kind.uri(item), t(kind.page_title) if kind.page_title else title_of(item, main_language())
    if form := portal.report_form:
        yield form, at("<places>/<status>.md"), form.sheet.text(main_language())


def title_of(content: Any, language: str) -> str:
    """Return the title of a content in a language, or its name."""
    title = getattr(getattr(content, "meta", content), "title", None) or content.name
    return title.text(language) if isinstance(title, LanguageMap) else str(title)


def language_maps(
    value: object, location: Location = (), name: str = ""
) -> Iterator[tuple[str, Location, LanguageMap]]:
    """Yield every text in several languages inside `value`, with a name that stays when it moves, and its place."""
    if isinstance(value, LanguageMap):
        yield name, location, value
    else:
        for key, part, inside in _parts(value):
            yield from language_maps(inside, (*location, key), f"{name}.{part}" if name else part)


def map_texts(value: C, change: Callable[[str, LanguageMap], LanguageMap], name: str = "") -> C:
    """Return a content in which every text in several languages is what `change` makes of its name and itself."""
    if isinstance(value, LanguageMap):
        return cast("C", change(name, value))
    new = {key: map_texts(inside, change, f"{name}.{part}" if name else part) for key, part, inside in _parts(value)}
    if isinstance(value, BaseModel):
        return cast("C", value.model_copy(update={str(key): inside for key, inside in new.items()}))
    if isinstance(value, Mapping):
        return cast("C", new)
    return cast("C", tuple(new.values())) if isinstance(value, tuple) else value


def _parts(value: object) -> Iterator[tuple[str | int, str, Any]]:
    if isinstance(value, BaseModel):
        yield from ((key, key, getattr(value, key)) for key in type(value).model_fields if key != "origin")
    elif isinstance(value, Mapping):
        yield from ((key, str(key), inside) for key, inside in value.items())
    elif isinstance(value, tuple):
        for index, inside in enumerate(value):
            yield (
                index,
                next((str(getattr(inside, name)) for name in _NAMES if hasattr(inside, name)), str(index)),
                inside,
            )
