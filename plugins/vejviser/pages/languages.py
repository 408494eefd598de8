"""How far the translations are, language by language, and what waits for a translator."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from vejviser.content.addresses import at
from vejviser.content.content_type import ContentType
from vejviser.content.languages import Language, main_language
from vejviser.content.model.base import Translation
from vejviser.content.model.portal import Portal
from vejviser.content.translation.pairs import Pair
from vejviser.content.types import parts_of, type_of, types
from vejviser.pages.compose import Composer
from vejviser.pages.escape import plain
from vejviser.pages.page import Page
from vejviser.pages.page_layout import with_layout
from vejviser.pages.untranslated import translations, untranslated

LANGUAGES = "<languages>.md"
_LONGEST_NAME = 60
_EDITORS = "<editors>/"
"""The editors' own pages are in the main language; nobody waits for them in another language."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many texts of one kind there are in the main language and in another, and what is to be done about them."""

    title: Markup
    all: int
    own: int
    machine: int
    outdated: int


@dataclass(frozen=True, slots=True)
class Task:
    """A text with passages that wait for a translator, and why each does."""

    title: Markup
    address: str
    passages: tuple[tuple[str, str], ...]


def languages_page(portal: Portal, found: tuple[Pair, ...], language: Language, today: date) -> Page:
    """Return the page about the other languages; `found` are all translations of the portal."""
    page = Composer(portal, language, at(LANGUAGES), today)
    others = [item for item in portal.languages if item != main_language()]
    body = page.render(
        "languages.md.jinja",
        languages=[
            (other, tuple(progress(page, other, found)), untranslated(page, other), tuple(tasks(page, other, found)))
            for other in others
        ],
    )
    title, lead = page.text("languages.title"), page.text("languages.lead")
    return Page(at(LANGUAGES), language, "languages", title, with_layout(page, body), lead)


def progress(page: Composer, language: Language, found: tuple[Pair, ...]) -> Iterator[Progress]:
    """Yield the progress of one language: book by book, then type by type, then the other pages."""
    portal = page.portal
    for book in portal.handbooks:
        states = [
            _state(portal.chapters[key].meta.translation) for key in portal.chapters if key[::2] == (book.id, language)
        ]
        old = _outdated(found, language, f"{type_of(book).owner(book)}/")
        yield Progress(page.local(book.title), len(book.chapters), len(states), states.count("machine"), old)
    for kind in types():
        if kind.progress:
            own = [_state(translation) for translation in translations(portal, kind, language)]
            old = _outdated(found, language, _place(kind))
            yield _kind(page, kind.progress, len(portal.all_of(kind)), own, old)
    pages = [article for article in portal.articles if not article.uri.startswith(at(_EDITORS))]
    own = [_state(item.meta.translation) for item in pages if item.language == language]
    original = sum(item.language == main_language() for item in pages)
    yield _kind(page, "languages.pages", original, own, _outdated_elsewhere(found, language))


def _place(kind: ContentType) -> str:
    """Return how the paths of a type's pages begin."""
    return f"{kind.folder}/" if kind.folder else kind.index.removesuffix(".md")


def _kind(page: Composer, key: str, original: int, own: list[str], outdated: int) -> Progress:
    return Progress(page.t(key), original, len(own), own.count("machine"), outdated)


def _state(translation: Translation | None) -> str:
    return translation.status if translation else "original"


def _outdated(found: tuple[Pair, ...], language: Language, *below: str) -> int:
    return sum(len(item.outdated) for item in found if item.language == language and item.uri.startswith(below))


def _outdated_elsewhere(found: tuple[Pair, ...], language: Language) -> int:
    counted = [_place(item) for item in types() if item.progress or any(parts_of(item))]
    return _outdated(found, language, "") - _outdated(found, language, *counted)


def tasks(page: Composer, language: Language, found: tuple[Pair, ...]) -> Iterator[Task]:
    """Yield the work list of a language's translators."""
    for pair in found:
        if pair.language == language and pair.work:
            waiting = tuple((_named(page, pair, name), _why(pair, name)) for name in pair.work)
            title = page.marked_title(pair.title, main_language())
            yield Task(title, page.portal.address(pair.uri, language), waiting)


def _named(page: Composer, pair: Pair, name: str) -> Markup:
    if name in pair.names:
        words = pair.names[name]
        short = words if len(words) <= _LONGEST_NAME else words[:_LONGEST_NAME].rsplit(" ", 1)[0] + " …"
        return page.marked_title(short, main_language())
    key = f"passage.{name}"
    return page.t(key) if key in page.portal.texts[main_language()].own else plain(name)


def _why(pair: Pair, name: str) -> str:
    if name in pair.outdated:
        return "outdated"
    if name in pair.untranslated:
        return "untranslated"
    return "missing" if name in pair.missing else "unrecorded"
