"""Which files there are to download: every document of the portal, and every copy of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain
from pkgutil import resolve_name
from posixpath import dirname, normpath
from typing import cast

from vejviser.base.fingerprints import cache_key
from vejviser.base.identity_key import IdentityKey
from vejviser.base.problems import Problem
from vejviser.content.languages import MAIN_LANGUAGE
from vejviser.content.model.allow_list import scheme_of
from vejviser.content.model.approvals import standing, standing_of_all
from vejviser.content.model.material import Material
from vejviser.content.model.municipality import Municipality
from vejviser.content.model.portal import Portal
from vejviser.content.types import plugins, type_of, types
from vejviser.documents.compose import Composed
from vejviser.documents.compose_checklist import compose_checklist
from vejviser.documents.compose_handbook import compose_handbook
from vejviser.documents.compose_material import compose_material
from vejviser.documents.document import Document, Format
from vejviser.documents.footer_text import standing_words
from vejviser.documents.interface_words import interface_words
from vejviser.documents.prefill import prefill
from vejviser.documents.version import engine_version

CONTENTS = plugins()
"""The plugins of mkdocs.yml whose content types can have documents."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One file to come of a document: where it goes, whose it is, and what stands in its fields."""

    path: str
    municipality: str | None
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DocumentJob:
    """A document in one format, and every copy of it."""

    owner: str
    document: Document
    format: Format
    variants: tuple[Variant, ...]

    def with_keys(self) -> Iterator[tuple[str, Variant]]:
        """Yield each copy with its name in the cache: another name when anything it is made of is another."""
        common = _common(IdentityKey(self.document), self.format)
        for variant in self.variants:
            yield cache_key(common, repr(variant.values)), variant


@lru_cache(maxsize=2048)
def _common(same: IdentityKey, form: Format) -> str:
    return cache_key(engine_version(), form, repr(same.objects[0]))


def problems(portal: Portal, contents: Iterable[str] = CONTENTS) -> tuple[Problem, ...]:
    """Return what is wrong with the texts as documents: unknown fields, fields without a place, unknown Markdown."""
    return tuple(chain.from_iterable(item.problems for _, item, *_ in _composed(portal, _known(contents))))


def document_jobs(portal: Portal, today: date, contents: Iterable[str] = CONTENTS) -> tuple[DocumentJob, ...]:
    """Return every document of the portal with its copies, blank and filled in for each municipality."""
    return tuple(
        DocumentJob(
            owner,
            composed.document,
            format_,
            _variants(portal, today, composed.document, format_, owner=owner, material=material),
        )
        for owner, composed, formats, material in _composed(portal, _known(contents))
        for format_ in formats
    )


Made = tuple[str, Composed, tuple[Format, ...], Material | None]


def _known(contents: Iterable[str]) -> tuple[str, ...]:
    wanted = frozenset(contents)
    return tuple(content for content in CONTENTS if content in wanted)


def _composed(portal: Portal, contents: tuple[str, ...]) -> Iterator[Made]:
    """Return every document of a portal; it is asked for twice, for what is wrong with it and for its files."""
    wanted = (item for item in types() if item.documents and item.plugin in contents)
    return chain.from_iterable(resolve_name(item.documents)(portal) for item in wanted)


def materials(portal: Portal) -> Iterator[Made]:
    """Yield every material in its languages."""
    for material in portal.materials:
        for language in material.languages:
            text = portal.material_texts.get((material.id, language))
            if text and language in portal.languages:
                said = standing_words(standing(portal, material), portal.texts[language])
                original = portal.material_texts.get((material.id, MAIN_LANGUAGE))
                composed = _material(IdentityKey(material, text, original, portal.works, portal.texts[language]), said)
                yield type_of(material).owner(material), composed, material.formats, material


def checklists(portal: Portal) -> Iterator[Made]:
    """Yield every checklist in its languages."""
    for checklist in portal.checklists:
        for language in checklist.languages:
            if language in portal.languages:
                said = standing_words(standing(portal, checklist), portal.texts[language])
                composed = _checklist(IdentityKey(checklist, portal.works, portal.texts[language]), said)
                yield type_of(checklist).owner(checklist), composed, _formats(checklist), None


def handbooks(portal: Portal) -> Iterator[Made]:
    """Yield every book in the languages it has chapters in."""
    for book in portal.handbooks:
        for language in book.languages:
            chapters = [
                chapter
                for chapter in portal.chapters.values()
                if (chapter.book, chapter.language) == (book.id, language)
            ]
            if chapters and language in portal.languages:
                danish = [
                    chapter
                    for chapter in portal.chapters.values()
                    if (chapter.book, chapter.language) == (book.id, MAIN_LANGUAGE)
                ]
                said = standing_words(standing_of_all(portal, danish), portal.texts[language])
                place = portal.site_url.rstrip("/"), portal.root(language).removeprefix(portal.base)
                composed = _handbook(
                    IdentityKey(
                        book, portal.works, portal.help_lines, portal.regions, portal.texts[language], *chapters
                    ),
                    place,
                    said,
                )
                yield type_of(book).owner(book), composed, _formats(book), None


def _formats(content: object) -> tuple[Format, ...]:
    return cast("tuple[Format, ...]", type_of(content).formats)


@lru_cache(maxsize=512)
def _material(same: IdentityKey, said: str) -> Composed:
    material, text, original, sources, texts = same.objects
    return compose_material(material, text, original, sources=sources, labels=interface_words(texts), standing=said)


@lru_cache(maxsize=512)
def _checklist(same: IdentityKey, said: str) -> Composed:
    checklist, sources, texts = same.objects
    return compose_checklist(checklist, texts.language, sources=sources, labels=interface_words(texts), standing=said)


@lru_cache(maxsize=512)
def _handbook(same: IdentityKey, place: tuple[str, str], said: str) -> Composed:
    book, sources, help_lines, regions, texts, *chapters = same.objects
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
        resolve=_web_address(place, type_of(book).uri(book)),
    )


def _web_address(place: tuple[str, str], uri: str) -> Callable[[str], str | None]:
    """Return the function that makes a link between pages into a web address, for paper and e-books."""
    site_url, root = place
    front = f"{site_url}/{root}"

    def address(target: str) -> str | None:
        if target.startswith("#") or scheme_of(target):
            return target
        path, _, anchor = target.partition("#")
        if not site_url or not path.endswith(".md"):
            return None
        page = normpath(f"{dirname(uri)}/{path}").removesuffix(".md").removesuffix("index").rstrip("/")
        return f"{front}{page}/" + (f"#{anchor}" if anchor else "")

    return address


def file_name(document: Document, format_: Format) -> str:
    """Return a file's name: samarbejdsaftale.da.docx, kursus-traumer-slides.da.pdf."""
    if format_ in ("slides", "odp"):
        return f"{document.id}-slides.{document.language}.{'pdf' if format_ == 'slides' else format_}"
    return f"{document.id}.{document.language}.{format_}"


def _variants(
    portal: Portal, today: date, document: Document, format_: Format, *, owner: str, material: Material | None
) -> tuple[Variant, ...]:
    name = file_name(document, format_)
    blank = Variant(f"{owner}/{name}", None, ())
    if material is None or material.prefill is None:
        return (blank,)
    known = (
        (municipality, _values(portal, municipality, material, today, document.language))
        for municipality in portal.municipalities
    )
    return (blank, *(Variant(f"kommuner/{item.slug}/{name}", item.code, values) for item, values in known))


def _values(
    portal: Portal, municipality: Municipality, material: Material, today: date, language: str
) -> tuple[tuple[str, str], ...]:
    region = portal.region_of(municipality, today).name
    confirmed = portal.texts[language]("document.contact_confirmed")
    values = prefill(material.fields, municipality, region=region, today=today, confirmed=confirmed, language=language)
    return tuple(sorted((key, value) for key, value in values.items() if value))
