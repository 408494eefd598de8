"""Every composed document of a portal: which there are, and in which language or in which two at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from posixpath import dirname, normpath
from typing import cast

from vejviser.base.identity_key import IdentityKey
from vejviser.content.addresses import at
from vejviser.content.languages import Language, main_language
from vejviser.content.model.allow_list import scheme_of
from vejviser.content.model.approvals import standing, standing_of_all
from vejviser.content.model.checklist import Checklist
from vejviser.content.model.docs_files import DocsFiles, file_address, file_seen
from vejviser.content.model.handbook import Chapter, Handbook
from vejviser.content.model.material import Material
from vejviser.content.model.portal import Portal
from vejviser.content.older_versions import Version, older_versions
from vejviser.content.types import type_of
from vejviser.documents.compose import Composed
from vejviser.documents.compose_checklist import compose_checklist
from vejviser.documents.compose_handbook import compose_chapter, compose_handbook
from vejviser.documents.compose_material import compose_material
from vejviser.documents.compose_older_version import compose_older_version
from vejviser.documents.compose_two_languages import compose_two_languages
from vejviser.documents.document import Document, Format
from vejviser.documents.footer_text import standing_words
from vejviser.documents.interface_words import interface_words
from vejviser.documents.pictures import Pictures

IN_TWO: tuple[Format, ...] = ("docx", "odt", "pdf")
"""What a document in two languages at once is handed out as."""


@dataclass(frozen=True, slots=True)
class Composition:
    """A composed document: whose it is, the formats it is handed out in, and in which language, or in which two."""

    owner: str
    composed: Composed
    formats: tuple[Format, ...]
    language: Language
    second: Language | None = None
    material: Material | None = None
    """The material whose fields are filled in for each municipality."""


def materials(portal: Portal) -> Iterator[Composition]:
    """Yield every material in its languages, and every form in the main language and each of the others at once.

    What people sign never stands without its original: its file in another language is in two.
    """
    for material in portal.materials:
        owner, original = type_of(material).owner(material), _material(portal, material, main_language())
        for language in material.languages:
            composed = _material(portal, material, language)
            if composed is None:
                continue
            two = None
            if original and material.fields and language != main_language():
                translation = portal.material_texts[material.id, language].meta.translation
                key = IdentityKey(original.document, composed.document, translation)
                two = _in_two(key, signed=material.signed)
            if two and material.signed:
                composed = replace(composed, document=two)
            yield Composition(owner, composed, material.formats, language, material=material)
            if two:
                forms = tuple(form for form in material.formats if form in IN_TWO)
                yield Composition(owner, Composed(two), forms, main_language(), language)
        yield from _older_versions(portal, material, owner)


def _older_versions(portal: Portal, material: Material, owner: str) -> Iterator[Composition]:
    """Yield the kept older versions of a material, to be read and not to be filled in: as PDF.

    Of what people sign there is the text that they signed, which is the one in the main language.
    """
    for older in older_versions(portal, material):
        for language in older.texts if not material.signed else (main_language(),):
            if language in portal.languages:
                key = IdentityKey(
                    older.material,
                    older.texts[language],
                    older.change,
                    portal.works,
                    portal.texts[language],
                    portal.files,
                )
                document = _older_version(key, material.version)
                yield Composition(at(f"{owner}/<versions>"), Composed(document), ("pdf",), language)


@lru_cache(maxsize=512)
def _older_version(same: IdentityKey, newest: str) -> Document:
    material, text, change, sources, texts, files = same.objects
    return compose_older_version(
        Version(change, material, {text.language: text}),
        text.language,
        newest,
        sources=sources,
        labels=interface_words(texts),
        pictures=Pictures(files, type_of(material).uri(material), text.language),
    )


def checklists(portal: Portal) -> Iterator[Composition]:
    """Yield every checklist in its languages, and in the main language and each of the others at once."""
    for checklist in portal.checklists:
        owner, original = type_of(checklist).owner(checklist), _checklist(portal, checklist, main_language())
        for language in checklist.languages:
            if language in portal.languages:
                composed = _checklist(portal, checklist, language)
                yield Composition(owner, composed, _formats(checklist), language)
                if language != main_language():
                    key = IdentityKey(original.document, composed.document, checklist.translation.get(language))
                    yield Composition(owner, Composed(_in_two(key)), IN_TWO, main_language(), language)


def handbooks(portal: Portal) -> Iterator[Composition]:
    """Yield every book in the languages it has chapters in, and the chapters for participants in two at once."""
    for book in portal.handbooks:
        owner = type_of(book).owner(book)
        for language in book.languages:
            chapters = _chapters(portal, book, language)
            if chapters and language in portal.languages:
                said = standing_words(
                    standing_of_all(portal, _chapters(portal, book, main_language())), portal.texts[language]
                )
                key = IdentityKey(book, *_read_with(portal, language), portal.files, *chapters)
                yield Composition(owner, _handbook(key, _place(portal, language), said), _formats(book), language)
                if "participant" in book.audience and language != main_language():
                    yield from _chapters_in_two(portal, book, chapters, owner)


def _chapters_in_two(portal: Portal, book: Handbook, chapters: list[Chapter], owner: str) -> Iterator[Composition]:
    for chapter in chapters:
        if original := portal.chapters.get((book.id, chapter.id, main_language())):
            first, second = (_chapter(portal, book, text) for text in (original, chapter))
            two = _in_two(IdentityKey(first, second, chapter.meta.translation))
            yield Composition(f"{owner}/{chapter.id}", Composed(two), IN_TWO, main_language(), chapter.language)


def _chapters(portal: Portal, book: Handbook, language: Language) -> list[Chapter]:
    return [each for each in portal.chapters.values() if (each.book, each.language) == (book.id, language)]


def _place(portal: Portal, language: Language) -> tuple[str, str]:
    return portal.site_url.rstrip("/"), portal.root(language).removeprefix(portal.base)


def _read_with(portal: Portal, language: Language) -> tuple[object, ...]:
    """Return what a text for reading is composed with, beside itself."""
    return portal.works, portal.help_lines, portal.regions, portal.texts[language]


def _formats(content: object) -> tuple[Format, ...]:
    return cast("tuple[Format, ...]", type_of(content).formats)


def _material(portal: Portal, material: Material, language: Language) -> Composed | None:
    """Return a material in a language; None where it has no text in it."""
    text = portal.material_texts.get((material.id, language))
    if text is None or language not in portal.languages:
        return None
    said = standing_words(standing(portal, material), portal.texts[language])
    key = IdentityKey(material, text, portal.works, portal.texts[language], portal.files)
    return _composed_material(key, _place(portal, language), said)


@lru_cache(maxsize=512)
def _composed_material(same: IdentityKey, place: tuple[str, str], said: str) -> Composed:
    material, text, sources, texts, files = same.objects
    uri = type_of(material).uri(material)
    to_files = _web_address(place, uri, text.language, files)
    return compose_material(
        material,
        text,
        sources=sources,
        labels=interface_words(texts),
        standing=said,
        pictures=Pictures(files, uri, text.language),
        resolve=lambda written: None if written.partition("#")[0].endswith(".md") else to_files(written),
    )


def _checklist(portal: Portal, checklist: Checklist, language: Language) -> Composed:
    said = standing_words(standing(portal, checklist), portal.texts[language])
    return _composed_checklist(IdentityKey(checklist, portal.works, portal.texts[language]), said)


@lru_cache(maxsize=512)
def _composed_checklist(same: IdentityKey, said: str) -> Composed:
    checklist, sources, texts = same.objects
    return compose_checklist(checklist, texts.language, sources=sources, labels=interface_words(texts), standing=said)


def _chapter(portal: Portal, book: Handbook, chapter: Chapter) -> Document:
    language = chapter.language
    said = standing_words(standing(portal, chapter), portal.texts[language])
    key = IdentityKey(book, chapter, *_read_with(portal, language), portal.files)
    return _composed_chapter(key, _place(portal, language), said)


@lru_cache(maxsize=512)
def _composed_chapter(same: IdentityKey, place: tuple[str, str], said: str) -> Document:
    book, chapter, sources, help_lines, regions, texts, files = same.objects
    return compose_chapter(
        book,
        chapter,
        sources=sources,
        labels=interface_words(texts),
        help_lines=help_lines,
        regions=regions,
        resolve=_web_address(place, type_of(book).uri(book), chapter.language, files),
        standing=said,
        pictures=Pictures(files, type_of(book).uri(book), chapter.language),
    )


@lru_cache(maxsize=512)
def _in_two(same: IdentityKey, *, signed: bool = False) -> Document:
    original, other, translation = same.objects
    return compose_two_languages(original, other, translation, signed=signed)


@lru_cache(maxsize=512)
def _handbook(same: IdentityKey, place: tuple[str, str], said: str) -> Composed:
    book, sources, help_lines, regions, texts, files, *chapters = same.objects
    return compose_handbook(
        book,
        {chapter.id: chapter for chapter in chapters},
        texts.language,
        updated=book.reviewed,
        sources=sources,
        labels=interface_words(texts),
        help_lines=help_lines,
        regions=regions,
        standing=said,
        resolve=_web_address(place, type_of(book).uri(book), texts.language, files),
        pictures=Pictures(files, type_of(book).uri(book), texts.language),
    )


def _web_address(place: tuple[str, str], uri: str, language: str, files: DocsFiles) -> Callable[[str], str | None]:
    """Return the function that makes a link to a page or a file into a web address, for paper and e-books."""
    site_url, root = place
    front = f"{site_url}/{root}"

    def address(target: str) -> str | None:
        if target.startswith("#") or scheme_of(target):
            return target
        path, _, anchor = target.partition("#")
        if site_url and (file := file_seen(path, uri, language, files)):
            return f"{site_url}/{file_address(file)}"
        if not site_url or not path.endswith(".md"):
            return None
        page = normpath(f"{dirname(uri)}/{path}").removesuffix(".md").removesuffix("index").rstrip("/")
        return f"{front}{page}/" + (f"#{anchor}" if anchor else "")

    return address
