"""The menu of each language, as MkDocs' `nav`."""

from collections.abc import Iterator
from pkgutil import resolve_name
from typing import Any

from vejviser.content.addresses import at
from vejviser.content.content_type import ContentType
from vejviser.content.languages import Language, main_language
from vejviser.content.model.handbook import Handbook
from vejviser.content.model.portal import Portal
from vejviser.content.model.track import MY_MATCH
from vejviser.content.news import PAGE as NEWS
from vejviser.content.news import has_news
from vejviser.content.translation.short_texts import title_of
from vejviser.content.types import types
from vejviser.pages.approvals import APPROVALS
from vejviser.pages.articles import FOR_EDITORS
from vejviser.pages.cases import CASES
from vejviser.pages.directory import DATA
from vejviser.pages.glossary_and_sources import GLOSSARY, LAWS, SOURCES
from vejviser.pages.help_lines import HELP
from vejviser.pages.languages import LANGUAGES
from vejviser.pages.municipality import CONTACT
from vejviser.pages.results import ONE_PAGE, RESULTS

ABOUT = (("nav.who", "<about>.md"), ("nav.contact", CONTACT), ("nav.privacy", "<privacy>.md"))
"""The pages about who stands behind, how one reaches them, and what the portal keeps: first, for law asks for them."""
ACCESSIBILITY = "<accessibility>.md"
PARTICIPANTS = ("participant",)
"""The readers of the handbooks for those who would like a friend: they do not look for themselves under "handbooks"."""


def navigation(portal: Portal, language: Language) -> list[Any]:
    """Return the menu in a language: titles and paths of pages; municipalities stay out of it, there are too many."""
    t = portal.texts[language]
    articles = {article.uri for article in portal.articles}

    def article(key: str, uri: str) -> list[Any]:
        return [{t(key): at(uri)}] if at(uri) in articles else []

    own = [handbook for handbook in portal.handbooks if handbook.audience == PARTICIPANTS]
    friend = [
        {t("nav.friend") if len(own) == 1 else handbook.title.text(language): _pages(portal, handbook, language)}
        for handbook in own
    ]
    data = article("nav.data", DATA)
    first = [entry for key, uri in ABOUT for entry in article(key, uri)]
    access = article("nav.accessibility", ACCESSIBILITY)
    match = [{t("my_match.title"): at(MY_MATCH)}] if any(track.is_course for track in portal.tracks) else []
    approvals = [{t("nav.approvals"): at(APPROVALS)}] if portal.approvers else []
    laws = [{t("laws.title"): at(LAWS)}] if portal.laws else []
    editors = article("kind.help", f"{FOR_EDITORS}index.md")
    help_now = [{t("nav.help"): at(HELP)}] if portal.help_lines else []
    new = [{t("news.title"): at(NEWS)}] if has_news(portal) else []
    return [
        {t("nav.home"): "index.md"},
        *help_now,
        *friend,
        *_types(portal, language),
        {
            t("nav.about"): [
                *first,
                *access,
                *new,
                *match,
                *([{t("sources.title"): at(SOURCES)}] if portal.sources else []),
                *laws,
                *([{t("glossary.title"): at(GLOSSARY)}] if portal.terms else []),
                {t("languages.title"): at(LANGUAGES)},
                *approvals,
                *data,
                *editors,
            ]
        },
    ]


def _types(portal: Portal, language: Language) -> Iterator[dict[str, Any]]:
    """Yield the entry of every content type: its index, and what lies below."""
    for kind in sorted((item for item in types() if item.menu), key=lambda item: item.menu_weight):
        below = resolve_name(kind.menu_pages)(portal, kind, language) if kind.menu_pages else []
        pages = [*([kind.index] if kind.index and portal.shows(kind) else []), *below]
        if pages:
            yield {portal.texts[language](kind.menu): pages if kind.menu_pages else kind.index}


def titled(portal: Portal, kind: ContentType, language: Language) -> list[Any]:
    """Return the pages of a type by their titles."""
    return [{title_of(item, language): kind.uri(item)} for item in portal.all_of(kind)]


def guides(portal: Portal, kind: ContentType, language: Language) -> list[Any]:
    """Return the guides, and below them the municipalities' examples."""
    examples = [{portal.texts[language]("cases.title"): at(CASES)}] if portal.cases else []
    return [*titled(portal, kind, language), *examples]


def results(portal: Portal, _kind: ContentType, language: Language) -> list[Any]:
    """Return the pages of results, where there are any."""
    short = portal.texts[language]("results.short_title")
    return [at(RESULTS), {short: at(ONE_PAGE)}] if portal.results else []


def books(portal: Portal, _kind: ContentType, language: Language) -> list[Any]:
    """Return the handbooks with their chapters, but for the one that has an entry of its own."""
    return [
        {handbook.title.text(language): _pages(portal, handbook, language)}
        for handbook in portal.handbooks
        if handbook.audience != PARTICIPANTS
    ]


def _pages(portal: Portal, book: Handbook, language: Language) -> list[Any]:
    chapters = (_chapter(portal, book.id, chapter, language) for chapter in book.chapters)
    return [at(f"<handbooks>/{book.id}/index.md"), *chapters]


def _chapter(portal: Portal, book: str, chapter: str, language: Language) -> Any:
    uri = at(f"<handbooks>/{book}/{chapter}.md")
    found = portal.chapters.get((book, chapter, language)) or portal.chapters.get((book, chapter, main_language()))
    return {found.meta.title: uri} if found else uri
