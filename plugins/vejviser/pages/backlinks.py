"""Which pages cite a source: what the page of sources shows below each of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pkgutil import resolve_name

from vejviser.content.addresses import at
from vejviser.content.content_type import ContentType
from vejviser.content.languages import Language, main_language
from vejviser.content.markdown.additions import CITATION
from vejviser.content.model.base import Citation, Content, LanguageMap
from vejviser.content.model.checklist import Checklist
from vejviser.content.model.fenced_code import without_code
from vejviser.content.model.guide import Guide
from vejviser.content.model.handbook import Chapter
from vejviser.content.model.portal import Portal
from vejviser.content.text_walker import walk_texts
from vejviser.content.translation.short_texts import title_of
from vejviser.content.types import types
from vejviser.pages.cases import CASES
from vejviser.pages.results import ONE_PAGE, RESULTS

GUIDES = "<guides>/"
MUNICIPALITIES = "<places>/index.md"
FEW = 12
"""So many municipalities are named one by one."""


@dataclass(frozen=True, slots=True)
class Backlink:
    """A page that cites a source, under a heading: its book, or what kind of page it is.

    `pages` is above one where it stands for several alike.
    """

    heading: str
    title: str
    uri: str
    pages: int = 1


Cited = tuple[Backlink, frozenset[str]]
"""A page and the keys of the sources it cites."""


def backlinks(portal: Portal, language: Language) -> dict[str, dict[str, list[Backlink]]]:
    """Return the pages in a language that cite each source, by heading, in reading order."""
    found: dict[str, dict[str, list[Backlink]]] = {}
    for page, keys in _pages(portal, language):
        for key in keys:
            found.setdefault(key, {}).setdefault(page.heading, []).append(page)
    return found


def count_pages(by_heading: dict[str, list[Backlink]]) -> int:
    """Return how many pages there are."""
    return sum(page.pages for pages in by_heading.values() for page in pages)


def _pages(portal: Portal, language: Language) -> Iterator[Cited]:
    for kind in types():
        if kind.citing:
            yield from resolve_name(kind.citing)(portal, kind, language)


def pages_of(portal: Portal, kind: ContentType, language: Language) -> Iterator[Cited]:
    """Yield the pages of a type of which each shows one content, in the languages that it has."""
    heading = portal.texts[language](f"kind.{kind.id}")
    for item in portal.all_of(kind):
        if language in getattr(item, "languages", (main_language(),)):
            yield Backlink(heading, title_of(item, language), kind.uri(item)), _keys([item], language)


def materials(portal: Portal, kind: ContentType, language: Language) -> Iterator[Cited]:
    """Yield the materials that have a text in the language."""
    for material in portal.materials:
        if text := portal.material_texts.get((material.id, language)):
            title = material.title.text(language)
            keys = _keys([material], language, text.body)
            yield Backlink(portal.texts[language]("kind.material"), title, kind.uri(material)), keys


def glossary(portal: Portal, kind: ContentType, language: Language) -> Iterator[Cited]:
    """Yield the glossary as one page."""
    t = portal.texts[language]
    yield Backlink(t("kind.glossary"), t("glossary.title"), kind.index), _keys(portal.terms.values(), language)


def chapters(portal: Portal, kind: ContentType, language: Language) -> Iterator[Cited]:
    """Yield the chapters under the titles of their books."""
    for book in portal.handbooks:
        for chapter_id in book.chapters:
            chapter: Chapter | None = portal.chapters.get((book.id, chapter_id, language))
            if chapter:
                texts = (chapter.body, *chapter.meta.in_short, *chapter.meta.discuss)
                heading = book.title.text(language)
                yield Backlink(heading, chapter.meta.title, kind.uri(chapter)), _keys((), language, *texts)


def guides(portal: Portal, kind: ContentType, language: Language) -> Iterator[Cited]:
    """Yield the guides, each with the page that introduces it and the examples it shows."""
    t = portal.texts[language]
    bodies = {article.uri: article.body for article in portal.articles if article.language == language}
    for guide in portal.guides:
        uri = kind.uri(guide)
        if uri in bodies or language == main_language():
            keys = _keys([guide, *_cases(portal, guide)], language, bodies.get(uri, ""))
            yield Backlink(t("kind.guide"), guide.title.text(language), uri), keys


def cases(portal: Portal, _kind: ContentType, language: Language) -> Iterator[Cited]:
    """Yield the page of the municipalities' examples."""
    t = portal.texts[language]
    if portal.cases and language == main_language():
        yield Backlink(t("kind.guide"), t("cases.title"), at(CASES)), _keys(portal.cases.values(), language)


def _cases(portal: Portal, guide: Guide) -> Iterator[Content]:
    for phase in guide.phases:
        for step in phase.steps:
            yield from (portal.cases[key] for key in step.cases if key in portal.cases)


def articles(portal: Portal, _kind: ContentType, language: Language) -> Iterator[Cited]:
    """Yield the plain pages that introduce no guide."""
    for article in portal.articles:
        if article.language == language and not article.uri.startswith(at(GUIDES)):
            figures = [figure.text for figure in article.meta.figures]
            results = portal.results.values() if article.uri in (at(RESULTS), at(ONE_PAGE)) else ()
            kind = "results" if results else "home" if article.meta.ways else "article"
            yield (
                Backlink(portal.texts[language](f"kind.{kind}"), article.meta.title, article.uri),
                _keys(results, language, article.body, *figures),
            )


def municipalities(portal: Portal, kind: ContentType, language: Language) -> Iterator[Cited]:
    """Yield one entry for all municipalities that cite the same source, or the municipality's own page for a single."""
    t = portal.texts[language]
    users: dict[str, list[Backlink]] = {}
    for municipality in portal.municipalities:
        own: list[Content] = [case for case in portal.cases.values() if case.municipality == municipality.code]
        own += [portal.regions[region.region] for region in municipality.regions if region.region in portal.regions]
        page = Backlink(t("kind.municipality"), municipality.name, kind.uri(municipality))
        for key in _keys([municipality, *own], language):
            users.setdefault(key, []).append(page)
    for key, pages in users.items():
        if len(pages) <= FEW:
            yield from ((page, frozenset([key])) for page in pages)
        else:
            yield (
                Backlink(t("kind.municipality"), t("directory.title"), at(MUNICIPALITIES), len(pages)),
                frozenset([key]),
            )


def _keys(contents: Iterable[Content], language: Language, *texts: str) -> frozenset[str]:
    found = {match["key"] for text in texts for match in CITATION.finditer(without_code(text))}
    for content in contents:
        for value, _ in walk_texts(content):
            if isinstance(value, Citation):
                found.add(value.key)
            elif isinstance(value, LanguageMap):
                found |= {match["key"] for match in CITATION.finditer(value.text(language))}
        found |= set(_rested_on(content))
    return frozenset(found)


def _rested_on(content: Content) -> Iterator[str]:
    """Yield the provisions that deadlines, items and follow-ups rest on."""
    if isinstance(content, Guide):
        deadlines = (step.deadline for phase in content.phases for step in phase.steps)
        yield from (deadline.law for deadline in deadlines if deadline and deadline.law)
    elif isinstance(content, Checklist):
        laws = [item.law for section in content.sections for item in section.items]
        yield from (law for law in (*laws, *(follow_up.law for follow_up in content.follow_ups)) if law)
