"""A whole handbook, composed into one document with a chapter for each of its texts."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from vejviser.content.model.handbook import Chapter, Handbook
from vejviser.content.model.help_lines import HelpLine, HelpNumber
from vejviser.content.model.municipality import Region
from vejviser.documents import blocks as doc
from vejviser.documents.compose import (
    Composed,
    Labels,
    Resolve,
    Sources,
    own_words,
    problems_of,
    standing_note,
    translation_note,
    web_links,
)
from vejviser.documents.document import Document
from vejviser.documents.footnotes import Notes
from vejviser.documents.markdown import Reader
from vejviser.documents.pictures import NO_PICTURES, Pictures

_NO_BREAK = "\u00a0"
"""Between the digits of a number: an ordinary space would turn 70 20 12 01 around in a text from right to left."""


def compose_handbook(
    handbook: Handbook,
    chapters: Mapping[str, Chapter],
    language: str,
    *,
    updated: date,
    sources: Sources,
    labels: Labels,
    help_lines: Mapping[str, HelpLine] = MappingProxyType({}),
    regions: Mapping[str, Region] = MappingProxyType({}),
    resolve: Resolve = web_links,
    standing: str = "",
    pictures: Pictures = NO_PICTURES,
) -> Composed:
    """Compose a whole book: the chapters by id, in the handbook's order; those that are missing are left out.

    A book counts no versions: it is known by the day on which it was last `updated`.
    Links between the book's chapters lead to the chapter inside the document; `resolve` sees only the others.
    `standing` says who has approved the whole book.
    """
    notes = Notes(sources, labels, language, updated)
    present = [chapters[chapter] for chapter in handbook.chapters if chapter in chapters]
    blocks: list[doc.Block] = []
    readers: list[Reader] = []
    for chapter in present:
        reader = Reader(
            notes,
            path=chapter.origin.path,
            line=chapter.body_line,
            anchors=f"{chapter.id}--",
            resolve=_inside_book(chapter.id, frozenset(chapters), resolve),
            pictures=pictures,
        )
        numbers = tuple(help_lines[line] for line in chapter.meta.help_lines if line in help_lines)
        blocks += _chapter(chapter, language, reader, labels, _help(numbers, regions, language, reader, labels))
        readers.append(reader)
    title = handbook.title.get(language)
    document = Document(
        id=handbook.id,
        language=language,
        title=title.text,
        subtitle=own_words(handbook.summary, language),
        version="",
        updated=updated,
        blocks=(*blocks[:1], *standing_note(standing), *blocks[1:]),
        notes=notes.written(),
        author=labels["publisher"],
        labels=labels,
    )
    return Composed(document, problems_of(document, readers))


def compose_chapter(
    book: Handbook,
    chapter: Chapter,
    *,
    sources: Sources,
    labels: Labels,
    help_lines: Mapping[str, HelpLine] = MappingProxyType({}),
    regions: Mapping[str, Region] = MappingProxyType({}),
    resolve: Resolve = web_links,
    standing: str = "",
    pictures: Pictures = NO_PICTURES,
) -> Document:
    """Compose a single chapter. What is wrong with its text is told when its whole book is composed."""
    language = chapter.language
    notes = Notes(sources, labels, language, book.reviewed)
    reader = Reader(notes, path=chapter.origin.path, line=chapter.body_line, resolve=resolve, pictures=pictures)
    numbers = tuple(help_lines[line] for line in chapter.meta.help_lines if line in help_lines)
    blocks = _chapter(chapter, language, reader, labels, _help(numbers, regions, language, reader, labels))[1:]
    return Document(
        id=chapter.id,
        language=language,
        title=chapter.meta.title,
        subtitle=chapter.meta.summary,
        version="",
        updated=book.reviewed,
        blocks=(*standing_note(standing), *blocks),
        notes=notes.written(),
        author=labels["publisher"],
        labels=labels,
    )


def _chapter(
    chapter: Chapter, language: str, reader: Reader, labels: Labels, help_now: list[doc.Block]
) -> list[doc.Block]:
    other = None if chapter.language == language else chapter.language
    meta = chapter.meta
    blocks: list[doc.Block] = [doc.ChapterBreak(chapter.id, meta.title, meta.summary, other)]
    blocks += translation_note(meta.translation, labels)
    if meta.in_short:
        blocks.append(doc.Callout("tip", labels["in_short"], (_sentences(meta.in_short, reader, other),)))
    blocks += help_now
    blocks += reader.blocks(chapter.body, other)
    if meta.discuss:
        blocks.append(doc.Callout("note", labels["discuss"], (_sentences(meta.discuss, reader, other),)))
    return blocks


def _help(
    lines: tuple[HelpLine, ...], regions: Mapping[str, Region], language: str, reader: Reader, labels: Labels
) -> list[doc.Block]:
    """Return the box with the numbers a chapter asks for, as a list a line: who answers, and the numbers."""

    def bold_number(help_number: HelpNumber) -> str:
        shown = f"**{help_number.number.replace(' ', _NO_BREAK)}**"
        return (
            f"{shown} ({regions[help_number.region].name})"
            if help_number.region and help_number.region in regions
            else shown
        )

    shown = tuple(f"{line.name.text(language)}: {', '.join(map(bold_number, line.numbers))}" for line in lines)
    return [doc.Callout("warning", labels["help_lines"], (_sentences(shown, reader, None),))] if shown else []


def _sentences(texts: tuple[str, ...], reader: Reader, language: str | None) -> doc.BulletList:
    return doc.BulletList(tuple((doc.Paragraph(reader.inlines(text), language),) for text in texts), language)


def _inside_book(chapter: str, chapters: frozenset[str], outside: Resolve) -> Resolve:
    def resolve(address: str) -> str | None:
        page, _, anchor = address.partition("#")
        target = page.removesuffix(".md") if page else chapter
        if target not in chapters or (page and not page.endswith(".md")):
            return outside(address)
        return f"#{target}--{anchor}" if anchor else f"#{target}"

    return resolve
