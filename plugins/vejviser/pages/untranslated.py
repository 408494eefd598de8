"""The texts that participants and volunteers read and that a language does not have: where a translator begins."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from vejviser.content.addresses import at
from vejviser.content.content_type import ContentType
from vejviser.content.languages import Language, main_language
from vejviser.content.model.base import Audience, Translation
from vejviser.content.model.handbook import Handbook
from vejviser.content.model.portal import Portal
from vejviser.content.translation.short_texts import language_maps
from vejviser.content.types import parts_of, type_of, types
from vejviser.pages.compose import Composer

_READERS: tuple[Audience, ...] = ("participant", "volunteer")
"""Those who may not read the main language well, the ones whom a translation helps most first."""


@dataclass(frozen=True, slots=True)
class Untranslated:
    """A text without a translation, or a book with the chapters that have none."""

    title: Markup
    address: str
    audience: tuple[Audience, ...]
    chapters: tuple[tuple[Markup, str], ...] = ()
    whole: bool = False
    """None of the book's chapters is translated."""


def untranslated(page: Composer, language: Language) -> tuple[Untranslated, ...]:
    """Return what participants and volunteers have in the main language only: first what participants read."""
    found = [*_books(page, language), *_texts(page, language)]
    return tuple(item for reader in _READERS for item in found if item.audience and item.audience[0] == reader)


def _books(page: Composer, language: Language) -> Iterator[Untranslated]:
    portal = page.portal
    for book in portal.handbooks:
        chapters = tuple(_chapters(page, book, language))
        if chapters:
            yield Untranslated(
                page.local(book.title),
                portal.address(type_of(book).uri(book), language),
                _readers(book.audience),
                chapters,
                whole=len(chapters) == len(book.chapters),
            )


def _chapters(page: Composer, book: Handbook, language: Language) -> Iterator[tuple[Markup, str]]:
    for name in book.chapters:
        original = page.portal.chapters.get((book.id, name, main_language()))
        if original and (book.id, name, language) not in page.portal.chapters:
            address = page.portal.address(at(f"<handbooks>/{book.id}/{name}.md"), language)
            yield page.marked_title(original.meta.title, main_language()), address


def _texts(page: Composer, language: Language) -> Iterator[Untranslated]:
    portal = page.portal
    for kind in types():
        if kind.translation == "own" or (kind.progress and any(parts_of(kind))):
            for item in portal.all_of(kind):
                if not tuple(translations(portal, kind, language, item)):
                    address = portal.address(kind.uri(item), language)
                    yield Untranslated(page.local(item.title), address, _readers(item.audience))
    own = {entry.uri for entry in portal.articles if entry.language == language}
    for article in portal.articles:
        if article.language == main_language() and article.uri not in own:
            title = page.marked_title(article.meta.title, main_language())
            yield Untranslated(title, portal.address(article.uri, language), _readers(article.meta.audience))


def translations(
    portal: Portal, kind: ContentType, language: Language, only: Any = None
) -> Iterator[Translation | None]:
    """Yield how what there is of a type in a language was translated, None for what was not; `only` of one content."""
    parts = tuple(parts_of(kind))
    for part in parts:
        for text in portal.all_of(part):
            if text.language == language and (only is None or getattr(text, part.part_of[1]) == kind.name_of(only)):
                yield text.meta.translation
    for item in () if parts else portal.all_of(kind) if only is None else (only,):
        if kind.translation == "own" and language in item.languages:
            yield item.translation.get(language)
        elif kind.labelled and any(language in text for _, _, text in language_maps(item)):
            yield portal.translation_of(item.origin.path, language)


def _readers(audience: tuple[Audience, ...]) -> tuple[Audience, ...]:
    """Return those of a text's readers whom the list is for, participants first."""
    return tuple(reader for reader in _READERS if reader in audience)
