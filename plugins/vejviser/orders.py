"""Which files there are to download: every document of the portal, and every copy of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain
from pkgutil import resolve_name
from posixpath import dirname, normpath
from typing import cast

from vejviser.content.types import plugins, type_of, types
from vejviser.documents.compose import Composed
from vejviser.documents.compose_checklist import compose_checklist
from vejviser.documents.compose_handbook import compose_handbook
from vejviser.documents.compose_material import compose_material
from vejviser.documents.document import Document, Format
from vejviser.documents.labels import labels
from vejviser.documents.prefill import prefill
from vejviser.documents.version import engine_version
from vejviser.documents.words import standing_words
from vejviser.made_with import key_of
from vejviser.model.base import MAIN_LANGUAGE
from vejviser.model.material import Material
from vejviser.model.municipality import Municipality
from vejviser.model.portal import Portal
from vejviser.model.standing import standing, standing_of_all
from vejviser.problems import Problem
from vejviser.same import Same

CONTENTS = plugins()
"""The plugins of mkdocs.yml whose content types can have documents."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One file to come of a document: where it goes, whose it is, and what stands in its fields."""

    path: str
    municipality: str | None
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Order:
    """A document in one format, and every copy of it."""

    owner: str
    document: Document
    format: Format
    copies: tuple[Copy, ...]

    def named(self) -> Iterator[tuple[str, Copy]]:
        """Give each copy with its name in the cache: another name when anything it is made of is another."""
        common = _common(Same(self.document), self.format)
        for copy in self.copies:
            yield key_of(common, repr(copy.values)), copy


@lru_cache(maxsize=2048)
def _common(same: Same, form: Format) -> str:
    return key_of(engine_version(), form, repr(same.objects[0]))


def problems(portal: Portal, contents: Iterable[str] = CONTENTS) -> tuple[Problem, ...]:
    """Give what is wrong with the texts as documents: unknown fields, fields without a place, unknown Markdown."""
    return tuple(chain.from_iterable(it.problems for _, it, *_ in _composed(portal, _known(contents))))


def orders(portal: Portal, today: date, contents: Iterable[str] = CONTENTS) -> tuple[Order, ...]:
    """Give every document of the portal with its copies, blank and filled in for each municipality."""
    return tuple(
        Order(
            owner,
            composed.document,
            format_,
            _copies(portal, today, composed.document, format_, owner=owner, material=material),
        )
        for owner, composed, formats, material in _composed(portal, _known(contents))
        for format_ in formats
    )


Made = tuple[str, Composed, tuple[Format, ...], Material | None]


def _known(contents: Iterable[str]) -> tuple[str, ...]:
    wanted = frozenset(contents)
    return tuple(it for it in CONTENTS if it in wanted)


def _composed(portal: Portal, contents: tuple[str, ...]) -> Iterator[Made]:
    """Give every document of a portal; it is asked for twice, for what is wrong with it and for its files."""
    wanted = (it for it in types() if it.documents and it.plugin in contents)
    return chain.from_iterable(resolve_name(it.documents)(portal) for it in wanted)


def materials(portal: Portal) -> Iterator[Made]:
    """Yield every material in its languages."""
    for material in portal.materials:
        for language in material.languages:
            text = portal.material_texts.get((material.id, language))
            if text and language in portal.languages:
                said = standing_words(standing(portal, material), portal.texts[language])
                original = portal.material_texts.get((material.id, MAIN_LANGUAGE))
                composed = _material(Same(material, text, original, portal.works, portal.texts[language]), said)
                yield type_of(material).owner(material), composed, material.formats, material


def checklists(portal: Portal) -> Iterator[Made]:
    """Yield every checklist in its languages."""
    for checklist in portal.checklists:
        for language in checklist.languages:
            if language in portal.languages:
                said = standing_words(standing(portal, checklist), portal.texts[language])
                composed = _checklist(Same(checklist, portal.works, portal.texts[language]), said)
                yield type_of(checklist).owner(checklist), composed, _formats(checklist), None


def handbooks(portal: Portal) -> Iterator[Made]:
    """Yield every book in the languages it has chapters in."""
    for book in portal.handbooks:
        for language in book.languages:
            chapters = [it for it in portal.chapters.values() if (it.book, it.language) == (book.id, language)]
            if chapters and language in portal.languages:
                danish = [it for it in portal.chapters.values() if (it.book, it.language) == (book.id, MAIN_LANGUAGE)]
                said = standing_words(standing_of_all(portal, danish), portal.texts[language])
                place = portal.site_url.rstrip("/"), portal.root(language).removeprefix(portal.base)
                composed = _handbook(
                    Same(book, portal.works, portal.help_lines, portal.regions, portal.texts[language], *chapters),
                    place,
                    said,
                )
                yield type_of(book).owner(book), composed, _formats(book), None


def _formats(content: object) -> tuple[Format, ...]:
    return cast("tuple[Format, ...]", type_of(content).formats)


@lru_cache(maxsize=512)
def _material(same: Same, said: str) -> Composed:
    material, text, original, sources, texts = same.objects
    return compose_material(material, text, original, sources=sources, labels=labels(texts), standing=said)


@lru_cache(maxsize=512)
def _checklist(same: Same, said: str) -> Composed:
    checklist, sources, texts = same.objects
    return compose_checklist(checklist, texts.language, sources=sources, labels=labels(texts), standing=said)


@lru_cache(maxsize=512)
def _handbook(same: Same, place: tuple[str, str], said: str) -> Composed:
    book, sources, help_lines, regions, texts, *chapters = same.objects
    return compose_handbook(
        book,
        {it.id: it for it in chapters},
        texts.language,
        updated=book.reviewed,
        sources=sources,
        labels=labels(texts),
        help_lines=help_lines,
        regions=regions,
        standing=said,
        resolve=_web_address(place, type_of(book).uri(book)),
    )


def _web_address(place: tuple[str, str], uri: str) -> Callable[[str], str | None]:
    """Give the function that makes a link between pages into a web address, for paper and e-books."""
    site_url, root = place
    front = f"{site_url}/{root}"

    def address(target: str) -> str | None:
        if "://" in target or target.startswith(("#", "mailto:")):
            return target
        path, _, anchor = target.partition("#")
        if not site_url or not path.endswith(".md"):
            return None
        page = normpath(f"{dirname(uri)}/{path}").removesuffix(".md").removesuffix("index").rstrip("/")
        return f"{front}{page}/" + (f"#{anchor}" if anchor else "")

    return address


def name_of(document: Document, format_: Format) -> str:
    """Give a file's name: samarbejdsaftale.da.docx, kursus-traumer-slides.da.pdf."""
    if format_ in ("slides", "odp"):
        return f"{document.id}-slides.{document.language}.{'pdf' if format_ == 'slides' else format_}"
    return f"{document.id}.{document.language}.{format_}"


def _copies(
    portal: Portal, today: date, document: Document, format_: Format, *, owner: str, material: Material | None
) -> tuple[Copy, ...]:
    name = name_of(document, format_)
    blank = Copy(f"{owner}/{name}", None, ())
    if material is None or material.prefill is None:
        return (blank,)
    known = ((it, _values(portal, it, material, today, document.language)) for it in portal.municipalities)
    return (blank, *(Copy(f"kommuner/{it.slug}/{name}", it.code, values) for it, values in known))


def _values(
    portal: Portal, municipality: Municipality, material: Material, today: date, language: str
) -> tuple[tuple[str, str], ...]:
    region = portal.region_of(municipality, today).name
    confirmed = portal.texts[language]("document.contact_confirmed")
    values = prefill(material.fields, municipality, region=region, today=today, confirmed=confirmed, language=language)
    return tuple(sorted((key, value) for key, value in values.items() if value))
