"""The page with what is new: for everybody, with a choice of reader that works without scripts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from vejviser.content.addresses import at
from vejviser.content.languages import Language
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.download import Downloads
from vejviser.content.model.portal import Portal
from vejviser.content.news import AUDIENCES, PAGE, News, feed_path, has_news, is_for, news, titles
from vejviser.pages.compose import Composer
from vejviser.pages.page import Page
from vejviser.pages.page_layout import with_layout


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of news with the link it has, its words, and the classes by which the choice of reader finds it."""

    news: News
    link: Markup
    to: str
    text: Markup
    classes: str
    readers: tuple[str, ...]
    """Whom it is for, where that is not everybody."""


def pages(portal: Portal, today: date, _downloads: Downloads = ()) -> Iterator[Page]:
    """Yield the page in every language."""
    if has_news(portal):
        found = news(portal, today)
        for language in portal.languages:
            yield _page(portal, found, language, today)


def _page(portal: Portal, found: tuple[News, ...], language: Language, today: date) -> Page:
    page = Composer(portal, language, at(PAGE), today)
    known = titles(portal)
    told = {place for item in found for place in item.places}
    places = [item for item in portal.municipalities if item.code in told]
    body = page.render(
        "news.md.jinja",
        lines=[_line(page, item, known) for item in found],
        audiences=[item for item in AUDIENCES if any(item in each.audience for each in found)],
        places=places,
        names={item.code: item.title_in(language) for item in places},
        feeds={of: f"{portal.base}{feed_path(language, of)}" for of in ("", *AUDIENCES, *sorted(told))},
    )
    return Page(
        page.uri,
        language,
        "index",
        page.text("news.title"),
        with_layout(page, body),
        page.text("news.lead"),
        hide=("toc",),
        styles=("news",),
    )


def _line(page: Composer, item: News, known: Mapping[str, LanguageMap]) -> Line:
    title = item.title or known.get(item.uri.partition("#")[0])
    words = page.local(title) if title else page.t("news.read")
    link = Markup("{} {}").format(words, item.version) if item.version and item.sort == "version" else words
    to = page.to(item.uri) if item.uri else ""
    text = page.rich(item.text) if item.text else Markup()
    for source in item.line.sources if item.line else ():
        text += page.cite(source)
    readers = tuple(reader for reader in AUDIENCES if is_for(item, reader))
    classes = " ".join(f"for-{reader}" for reader in readers)
    return Line(item, link, to, text, classes, readers if len(readers) < len(AUDIENCES) else ())
