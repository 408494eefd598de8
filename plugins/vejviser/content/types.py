"""The content types: whatever lists types (reading, checking, composing, data, forms) reads their rows here.

The rows stand in `text_types` and `data_types`.

A row names code of higher rooms as "module:function", as entry points do, so that imports still go down only; and
texts and templates that lie in a package as "package:file".

`<main>` in a row stands for the main language's code, and `<handbooks>` for a word in the portal's addresses: what
`types()` returns has the words in their place.

A new type needs a row, a model, a composer with its templates, its texts, and content. What else a row may say is
optional.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from functools import lru_cache
from pkgutil import resolve_name
from typing import Any

from vejviser.base.identity_key import IdentityKey
from vejviser.content.addresses import at
from vejviser.content.content_type import ContentType, Distribution, Start
from vejviser.content.data_types import DATA_TYPES
from vejviser.content.settings import by_settings
from vejviser.content.text_types import TEXT_TYPES

TYPES: tuple[ContentType, ...] = (*TEXT_TYPES, *DATA_TYPES)
"""Narrower patterns stand before wider ones: a file belongs to the first type that its path fits."""


def types() -> tuple[ContentType, ...]:
    """Return every content type, with the words that the portal in force has in its addresses."""
    return _addressed(IdentityKey(TYPES))


@by_settings
def _addressed(rows: IdentityKey) -> tuple[ContentType, ...]:
    def worded(value: Any) -> Any:
        if isinstance(value, str):
            return at(value)
        if isinstance(value, tuple):
            return tuple(worded(item) for item in value)
        if isinstance(value, Start):
            return replace(value, path=worded(value.path))
        return replace(value, path=worded(value.path)) if isinstance(value, Distribution) else value

    return tuple(
        replace(row, **{item.name: worded(getattr(row, item.name)) for item in fields(row)}) for row in rows.objects[0]
    )


def type_named(name: str) -> ContentType:
    """Return the type with an id; raises KeyError for another name."""
    return next((item for item in types() if item.id == name), None) or _unknown(name)


def _unknown(name: str) -> ContentType:
    raise KeyError(name)


def type_of(content: object) -> ContentType:
    """Return the type of a value; raises KeyError for one of no type."""
    return _by_model(types()).get(type(content)) or _unknown(type(content).__name__)


@lru_cache(maxsize=8)
def _by_model(known: tuple[ContentType, ...]) -> Mapping[type, ContentType]:
    return {item.model_class: item for item in known}


def text_type(path: str) -> ContentType:
    """Return the type of the text in a Markdown file; raises KeyError where nobody reads one."""
    return next((item for item in types() if item.is_text and item.values_in(path)), None) or _unknown(path)


def parts_of(kind: ContentType) -> Iterator[ContentType]:
    """Yield the types whose texts are parts of this one's."""
    return (item for item in types() if item.part_of[0] == kind.id)


def composers(plugin: str, wanted: Callable[[ContentType], bool] = lambda _: True) -> Iterator[Callable[..., Any]]:
    """Yield the functions that make the pages of one plugin of mkdocs.yml, of the types that are `wanted`."""
    kinds = (item for item in types() if item.plugin == plugin and wanted(item))
    return (resolve_name(name) for item in kinds for name in item.composers)


def plugins() -> tuple[str, ...]:
    """Return the plugins of mkdocs.yml that show content types, the plain pages' last."""
    found = dict.fromkeys(item.plugin for item in types())
    return (*(item for item in found if item != "portal"), "portal")


def sections() -> dict[str, str]:
    """Return the folders with a picture of their own for shared links, and the text that names each."""
    return {item.folder: item.menu for item in types() if item.picture}
