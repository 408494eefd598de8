"""Handbooks: the shelf, a start page a book, the chapters, and the whole book on one page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from vejviser.content.addresses import at
from vejviser.content.content_type import ContentType
from vejviser.content.languages import Language, main_language
from vejviser.content.markdown.reader import lowered
from vejviser.content.model.approvals import Standing, standing, standing_of_all
from vejviser.content.model.download import Downloads, in_two_languages, of_owner
from vejviser.content.model.handbook import Chapter, Handbook
from vejviser.content.model.portal import Portal
from vejviser.content.types import type_named
from vejviser.pages import offline, parallel, whole_book
from vejviser.pages.compose import Composer, available
from vejviser.pages.help_lines import chosen
from vejviser.pages.page import Page
from vejviser.pages.page_layout import with_layout

SCRIPTS = (*offline.SCRIPT, "handbook")


def _kind() -> ContentType:
    return type_named("handbook")


@dataclass(frozen=True, slots=True)
class ChapterLine:
    """A chapter as the book's start page lists it."""

    chapter: Chapter
    uri: str


def pages(portal: Portal, today: date, downloads: Downloads = ()) -> Iterator[Page]:
    """Yield every handbook page in every language it has a chapter in; `downloads` are the files that exist."""
    for language in portal.languages:
        yield _shelf(portal, language, today)
        for book in portal.handbooks:
            begun = language == main_language() or written(portal, book, language)
            if begun and language in available(portal.languages, book.languages):
                yield from _book(portal, book, language, today, downloads)


def book_uri(book: Handbook) -> str:
    """Return the address of a book's start page."""
    return _kind().uri(book)


def chapter_uri(book: str, chapter: str) -> str:
    """Return the address of a chapter."""
    return at(f"<handbooks>/{book}/{chapter}.md")


def written(portal: Portal, book: Handbook, language: Language) -> tuple[Chapter, ...]:
    """Return the chapters of a book in a language, in reading order."""
    found = (portal.chapters.get((book.id, chapter, language)) for chapter in book.chapters)
    return tuple(chapter for chapter in found if chapter)


def _shelf(portal: Portal, language: Language, today: date) -> Page:
    page = Composer(portal, language, _kind().index, today)
    books = [
        (book, page.to(book_uri(book)), [item for item in portal.languages if written(portal, book, item)])
        for book in portal.handbooks
    ]
    body = page.render("shelf.md.jinja", books=books)
    return Page(
        page.uri,
        language,
        "index",
        page.text("shelf.title"),
        with_layout(page, body),
        page.text("shelf.lead"),
        scripts=offline.SCRIPT,
    )


def _book(portal: Portal, book: Handbook, language: Language, today: date, downloads: Downloads) -> Iterator[Page]:
    chapters = written(portal, book, language)
    yield _start(portal, book, chapters, language, today, files=of_owner(downloads, _kind().owner(book), language))
    yield _whole_book(portal, book, chapters, language, today)
    neighbours = [None, *chapters, None]
    for (before, chapter), (_, after) in pairwise(pairwise(neighbours)):
        if chapter:
            two = in_two_languages(downloads, f"{type_named('handbook').owner(book)}/{chapter.id}", language)
            yield _chapter(portal, book, chapter, (before, after), today, two_languages=two)


def _start(
    portal: Portal, book: Handbook, chapters: tuple[Chapter, ...], language: Language, today: date, *, files: Downloads
) -> Page:
    page = Composer(portal, language, book_uri(book), today)
    lines = [ChapterLine(chapter, page.to(chapter_uri(book.id, chapter.id))) for chapter in chapters]
    whole = page.to(at(f"<handbooks>/{book.id}/<whole_book>.md"))
    body = page.render("book.md.jinja", book=book, lines=lines, whole=whole, files=files, list=whole_book.NAME)
    return Page(
        page.uri,
        language,
        "handbook",
        book.title.text(language),
        with_layout(page, body, review=book, standing=_standing(portal, book)),
        book.summary.text(language),
        book.audience,
        styles=(whole_book.SCRIPT,),
        scripts=(*SCRIPTS, whole_book.SCRIPT),
        updated=book.reviewed,
    )


def _whole_book(portal: Portal, book: Handbook, chapters: tuple[Chapter, ...], language: Language, today: date) -> Page:
    page = Composer(portal, language, at(f"<handbooks>/{book.id}/<whole_book>.md"), today)
    body = page.render(
        "whole_book.md.jinja", book=book, chapters=[(chapter, _below(page, chapter)) for chapter in chapters]
    )
    title = page.text("book.whole_title", title=book.title.text(language))
    return Page(
        page.uri,
        language,
        "book",
        title,
        with_layout(page, body, review=book, standing=_standing(portal, book)),
        audience=book.audience,
        scripts=offline.SCRIPT,
        updated=book.reviewed,
    )


def _standing(portal: Portal, book: Handbook) -> Standing:
    return standing_of_all(portal, written(portal, book, main_language()))


def _below(page: Composer, chapter: Chapter) -> str:
    """Return a chapter's text one heading level down, its heading ids, and links to them, made the chapter's own."""
    lines = []
    for before, line in zip(chapter.body.split("\n"), lowered(chapter.body).split("\n"), strict=True):
        if line != before:
            lines.append(line.replace("{#", f"{{#{chapter.id}-"))
        else:
            lines.append(line.replace("](#", f"](#{chapter.id}-"))
    return page.cited("\n".join(lines))


def _chapter(
    portal: Portal,
    book: Handbook,
    chapter: Chapter,
    neighbours: tuple[Chapter | None, Chapter | None],
    today: date,
    *,
    two_languages: Downloads,
) -> Page:
    page = Composer(portal, chapter.language, chapter_uri(book.id, chapter.id), today, book.audience)
    before, after = neighbours
    body = page.render(
        "chapter.md.jinja",
        book=book,
        chapter=chapter,
        before=before,
        after=after,
        help_lines=chosen(portal, chapter.meta.help_lines),
        two_languages=two_languages,
        place=f"{book.chapters.index(chapter.id) + 1}/{len(book.chapters)}",
    )
    markdown = with_layout(
        page,
        body,
        review=book,
        translation=chapter.meta.translation,
        related=chapter.meta.related,
        standing=standing(portal, chapter),
    )
    return Page(
        page.uri,
        chapter.language,
        "chapter",
        chapter.meta.title,
        markdown,
        chapter.meta.summary,
        book.audience,
        aliases=chapter.meta.also,
        styles=("glossary",) if page.explanations else (),
        scripts=(*SCRIPTS, *parallel.scripts_for_readers(book.audience, _languages(portal, chapter))),
        updated=book.reviewed,
    )


def _languages(portal: Portal, chapter: Chapter) -> list[Language]:
    """Return the languages a chapter is written in."""
    return [item for item in portal.languages if (chapter.book, chapter.id, item) in portal.chapters]
