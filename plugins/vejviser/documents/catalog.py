"""Which files there are to download: every document of the portal, and every copy of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import chain
from pkgutil import resolve_name

from vejviser.base.fingerprints import cache_key
from vejviser.base.identity_key import IdentityKey
from vejviser.base.problems import Problem
from vejviser.content.addresses import at
from vejviser.content.languages import Language
from vejviser.content.model.material import Material
from vejviser.content.model.municipality import Municipality
from vejviser.content.model.portal import Portal
from vejviser.content.model.short_address import short_address
from vejviser.content.telephone import directory
from vejviser.content.types import plugins, types
from vejviser.documents.compositions import Composition
from vejviser.documents.document import Document, Format
from vejviser.documents.prefill import prefill
from vejviser.documents.telephone_links import with_telephone_links
from vejviser.documents.unknown_signs import told_once
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
    language: Language
    second: Language | None = None
    """The other language of a file in two at once."""

    def with_keys(self) -> Iterator[tuple[str, Variant]]:
        """Yield each copy with its name in the cache: another name when anything it is made of is another."""
        for variant in self.variants:
            yield cache_key(self.common_key, repr(variant.values)), variant

    @property
    def common_key(self) -> str:
        """The fingerprint of what all copies are made of."""
        return _common(IdentityKey(self.document), self.format)


@lru_cache(maxsize=2048)
def _common(same: IdentityKey, form: Format) -> str:
    return cache_key(engine_version(), form, repr(same.objects[0]))


def problems(portal: Portal, contents: Iterable[str] = CONTENTS) -> tuple[Problem, ...]:
    """Return what is wrong with the texts as documents: unknown fields, fields without a place, unknown Markdown."""
    found = dict.fromkeys(chain.from_iterable(made.composed.problems for made in _composed(portal, _known(contents))))
    return tuple(told_once(portal, found))


def document_jobs(portal: Portal, today: date, contents: Iterable[str] = CONTENTS) -> tuple[DocumentJob, ...]:
    """Return every document of the portal with its copies, blank and filled in for each municipality."""
    return tuple(
        DocumentJob(
            made.owner,
            made.composed.document,
            format_,
            _variants(portal, today, made, format_),
            made.language,
            made.second,
        )
        for made in _composed(portal, _known(contents))
        for format_ in made.formats
    )


def _known(contents: Iterable[str]) -> tuple[str, ...]:
    wanted = frozenset(contents)
    return tuple(content for content in CONTENTS if content in wanted)


def _composed(portal: Portal, contents: tuple[str, ...]) -> Iterator[Composition]:
    """Return every document of a portal; it is asked for twice, for what is wrong with it and for its files."""
    wanted = (item for item in types() if item.documents and item.plugin in contents)
    return (_with_address(portal, made) for item in wanted for made in resolve_name(item.documents)(portal))


def _with_address(portal: Portal, made: Composition) -> Composition:
    """Return a document that says where its page is, and whose numbers can be called.

    A book's page is the one with the whole book's contents.
    """
    document = made.composed.document
    address = short_address(portal, made.owner, made.language, document.edition)
    finished = _at(IdentityKey(document, directory(portal, made.language)), address)
    return replace(made, composed=replace(made.composed, document=finished))


@lru_cache(maxsize=2048)
def _at(same: IdentityKey, address: str) -> Document:
    document, numbers = same.objects
    return with_telephone_links(replace(document, address=address), numbers)


def file_name(made: Composition, format_: Format) -> str:
    """Return a file's name: samarbejdsaftale.da.docx, matchmoede.da-ar.pdf, kursus-traumer-slides.da.pdf."""
    name, languages = made.composed.document.id, "-".join(filter(None, (made.language, made.second)))
    if format_ in ("slides", "odp"):
        return f"{name}-slides.{languages}.{'pdf' if format_ == 'slides' else format_}"
    return f"{name}.{languages}.{format_}"


def _variants(portal: Portal, today: date, made: Composition, format_: Format) -> tuple[Variant, ...]:
    name = file_name(made, format_)
    blank = Variant(f"{made.owner}/{name}", None, ())
    material = made.material
    if material is None or material.prefill is None:
        return (blank,)
    language = made.composed.document.language
    known = (
        (municipality, known_values(portal, municipality, material, today, language))
        for municipality in portal.municipalities
    )
    return (blank, *(Variant(of_place(name, item.slug), item.code, values) for item, values in known))


def of_place(name: str, slug: str) -> str:
    """Return the path of a file filled in for a place; its name says which: <places>/aaby/aftale-aaby.da.docx.

    deploy/ and assets/js/moved_files.js know that the place was not in the names before (ADR 167).
    """
    stem, rest = name.split(".", 1)
    return at(f"<places>/{slug}/{stem}-{slug}.{rest}")


def known_values(
    portal: Portal, municipality: Municipality, material: Material, today: date, language: str
) -> tuple[tuple[str, str], ...]:
    """Return what is written into a material's fields for a municipality: ids with values, by id; none is empty."""
    region = portal.region_of(municipality, today).name
    confirmed = portal.texts[language]("document.contact_confirmed")
    values = prefill(material.fields, municipality, region=region, today=today, confirmed=confirmed, language=language)
    return tuple(sorted((key, value) for key, value in values.items() if value))
