"""What is new for readers: lines that editors wrote, versions of materials, laws that began, and texts that changed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal, get_args

from vejviser.content.addresses import at
from vejviser.content.days_of import days_of
from vejviser.content.languages import Language, main_language
from vejviser.content.markdown.words import plain_words
from vejviser.content.model.article import Article
from vejviser.content.model.base import Audience, LanguageMap
from vejviser.content.model.history import TextHistory
from vejviser.content.model.material import Material
from vejviser.content.model.news import NewsLine
from vejviser.content.model.portal import Portal
from vejviser.content.types import type_named, type_of, types

LASTS = timedelta(days=366)
"""How long it is news."""
MOST = 60
"""So many are shown at once."""
PAGE = "<news>/index.md"
AUDIENCES: tuple[str, ...] = get_args(get_args(Audience)[0])
Sort = Literal["line", "new", "changed", "version", "law"]


@dataclass(frozen=True, slots=True)
class News:
    """One piece of news. `kind` is the id of the type it is about, "" for a line of an editor's."""

    day: date
    sort: Sort
    kind: str
    name: str
    title: LanguageMap | None
    uri: str
    """The page it leads to, without the language; with the place on it."""
    text: LanguageMap | None = None
    audience: tuple[Audience, ...] = ()
    places: tuple[str, ...] = ()
    line: NewsLine | None = None
    version: str = ""

    @property
    def id(self) -> str:
        """What tells it from all other news, for ever."""
        return "-".join(
            filter(None, (self.day.isoformat(), self.sort, self.kind, self.name.removesuffix(".md").replace("/", "-")))
        )


def has_news(portal: Portal) -> bool:
    """Return whether the portal has a page with news: lines of editors', versions of materials, or a history."""
    return bool(portal.all_of(type_named("news-line")) or portal.materials or portal.history)


def news(portal: Portal, today: date) -> tuple[News, ...]:
    """Return the news of the year before `today`, the newest first."""
    found = (*_lines(portal), *_versions(portal), *_laws(portal), *_texts(portal))
    return _newest(found, today)[:MOST]


def news_of_place(portal: Portal, today: date, code: str) -> tuple[News, ...]:
    """Return what editors have told about one place in the year before `today`, the newest first."""
    return _newest((item for item in _lines(portal) if code in item.places), today)


def _newest(found: Iterable[News], today: date) -> tuple[News, ...]:
    new = [item for item in found if today - LASTS < item.day <= today]
    return tuple(sorted(new, key=lambda item: (-item.day.toordinal(), item.sort != "line", item.id)))


def is_for(item: News, audience: str = "", place: str = "") -> bool:
    """Return whether a piece of news is for a reader, and of a place where one is asked for."""
    return (not audience or not item.audience or audience in item.audience) and (not place or place in item.places)


def changed_days(portal: Portal) -> dict[str, date]:
    """Return the day of the newest change that git knows of each page's own text, by its Markdown path."""
    found: dict[str, date] = {}
    for kind in types():
        for item in portal.all_of(kind) if portal.history and not kind.page_title else ():
            known = portal.history.get(item.origin.path, TextHistory())
            if day := known.changed or known.added:
                found[kind.uri(item)] = max(day, found.get(kind.uri(item), day))
    return found


def titles(portal: Portal) -> dict[str, LanguageMap]:
    """Return what the pages of the contents are called, by their Markdown paths."""
    found: dict[str, dict[Language, str]] = {}
    for kind in types():
        for item in portal.all_of(kind) if not kind.page_title else ():
            title = getattr(getattr(item, "meta", item), "title", None)
            if title is not None and kind.part_of[0] != type_named("material").id:
                words = (
                    title.root
                    if isinstance(title, LanguageMap)
                    else {getattr(item, "language", main_language()): title}
                )
                found.setdefault(kind.uri(item), {}).update(words)
    return {uri: LanguageMap(words) for uri, words in found.items() if main_language() in words}


def _lines(portal: Portal) -> Iterator[News]:
    for line in portal.all_of(type_named("news-line")):
        places = tuple(line.places)
        yield News(line.date, "line", "", line.id, None, line.to or "", line.text, line.audience, places, line)


def _versions(portal: Portal) -> Iterator[News]:
    kind = type_named("material")
    for item in portal.materials:
        for change in item.changes:
            sort: Sort = "new" if change is item.changes[-1] else "version"
            day = max(change.date, item.publish_from or change.date)
            yield News(
                day, sort, kind.id, f"{item.id}-{change.version}", item.title, kind.uri(item), change.note,
                item.audience, version=change.version,
            )  # fmt: skip


def _laws(portal: Portal) -> Iterator[News]:
    for law in portal.laws.values():
        if law.valid_from:
            title = LanguageMap({main_language(): law.title})
            uri = at(f"<sources>/<laws>.md#{law.id}")
            yield News(law.valid_from, "law", type_of(law).id, law.id, title, uri, law.says)


def _texts(portal: Portal) -> Iterator[News]:
    """Yield what the history and the first days of texts tell."""
    books = {book.id: book for book in portal.handbooks}
    guides = {type_of(guide).uri(guide) for guide in portal.guides}
    for kind in types():
        for item in portal.all_of(kind) if kind.approvable else ():
            if isinstance(item, Material) or getattr(item, "language", main_language()) != main_language():
                continue
            if isinstance(item, Article) and (not item.meta.audience or item.uri in guides):
                continue  # about the portal itself, or for editors
            own = getattr(item, "meta", item)
            whole = books.get(getattr(item, kind.part_of[1])) if kind.part_of[0] else None
            yield from _text(portal, kind.id, kind.name_of(item), item, own, getattr(own, "audience", ()) or whole)


def _text(portal: Portal, kind: str, name: str, item: Any, own: Any, readers: Any) -> Iterator[News]:
    known, days = portal.history.get(item.origin.path, TextHistory()), days_of(type_named(kind), item)
    dated = [day for day in (known.added, days.publish_from if days else None) if day]
    added = max(dated, default=None)
    title = own.title if isinstance(own.title, LanguageMap) else LanguageMap({main_language(): own.title})
    audience = readers if isinstance(readers, tuple) else getattr(readers, "audience", ())
    uri = type_named(kind).uri(item)
    if added:
        yield News(added, "new", kind, name, title, uri, None, audience)
    if known.changed and (added is None or known.changed > added):
        yield News(known.changed, "changed", kind, name, title, uri, None, audience)


def feed_path(language: Language, of: str = "") -> str:
    """Return the path of a feed: of all news, or of those for a kind of reader or about a place."""
    folder = "" if language == main_language() else f"{language}/"
    return f"{folder}feeds/{at('<news>')}{f'-{of}' if of else ''}.xml"


def news_title(portal: Portal, item: News, language: Language, known: Mapping[str, LanguageMap]) -> str:
    """Return what a piece of news is called: the content it is about, or the page that a line leads to."""
    t = portal.texts[language]
    words = item.title or known.get(item.uri.partition("#")[0])
    title = words.text(language) if words else t("news.title")
    return f"{t(f'news.{item.sort}')}: {title} {item.version}".strip() if item.title else title


def sentence(portal: Portal, item: News, language: Language) -> str:
    """Return what a piece of news says, without markup."""
    if item.text:
        return plain_words(item.text.text(language))
    return portal.texts[language](f"kind.{item.kind}")
