"""The news as Atom feeds: all of it, that for each kind of reader, and that about each place which has some."""

from collections.abc import Iterator, Mapping
from datetime import date

from vejviser.content.addresses import at
from vejviser.content.languages import Language, main_language
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.download import Downloads
from vejviser.content.model.portal import Portal
from vejviser.content.news import AUDIENCES, News, feed_path, has_news, is_for, news, news_title, sentence, titles
from vejviser.opendata import atom
from vejviser.opendata.encode import Files, address

MOST = 20
"""So many entries a feed has: a reader's program asks often, and keeps what it has seen."""


def files(portal: Portal, today: date, _downloads: Downloads) -> Files:
    """Return the feeds by their paths."""
    return dict(_feeds(portal, today))


def _feeds(portal: Portal, today: date) -> Iterator[tuple[str, bytes]]:
    found, known = news(portal, today), titles(portal)
    places = {item.code: item for item in portal.municipalities}
    told = sorted({place for item in found for place in item.places} & places.keys())
    for language in portal.languages:
        t = portal.texts[language]
        feeds = {"": (t("news.title"), found)}
        for reader in AUDIENCES if has_news(portal) else ():
            title = f"{t('news.title')}: {t(f'audience.{reader}')}"
            feeds[reader] = title, tuple(item for item in found if is_for(item, reader))
        for code in told:
            title = f"{t('news.title')}: {places[code].title_in(language)}"
            feeds[code] = title, tuple(item for item in found if is_for(item, place=code))
        page = ("" if language == main_language() else f"{language}/") + at("<news>/")
        for of, (title, own) in feeds.items():
            path = feed_path(language, of)
            entries = [_entry(portal, item, language, address(portal, page), known) for item in own[:MOST]]
            yield path, atom.feed(portal, path, title, page, language, entries, today)


def _entry(portal: Portal, item: News, language: Language, page: str, known: Mapping[str, LanguageMap]) -> atom.Entry:
    words = item.text or item.title
    written = words.get(language).language if words else language
    uri, _, place = item.uri.partition("#")
    to = address(portal, portal.address(uri, language).removeprefix(portal.base)) if uri else f"{page}#{item.id}"
    return atom.Entry(
        f"{page}#{item.id}",
        f"{to}#{place}" if place else to,
        news_title(portal, item, language, known),
        item.day,
        sentence(portal, item, language),
        written if written != language else "",
    )
