"""The materials library, and a page for each material."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from vejviser.content.content_type import ContentType
from vejviser.content.languages import Language, main_language
from vejviser.content.markdown.reader import lowered
from vejviser.content.model.approvals import standing
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.download import Download, Downloads, in_two_languages, of_owner
from vejviser.content.model.guide import Step
from vejviser.content.model.material import Change, ClauseChange, Material
from vejviser.content.model.municipality import Municipality
from vejviser.content.model.portal import Portal
from vejviser.content.older_versions import older_versions
from vejviser.content.types import type_named, type_of
from vejviser.pages import linked_data, offline, parallel
from vejviser.pages.compose import Composer, available
from vejviser.pages.material_forms import form_uri
from vejviser.pages.names import name_order
from vejviser.pages.order import most_used
from vejviser.pages.page import Page, address_of
from vejviser.pages.page_layout import with_layout
from vejviser.pages.parts import parts
from vejviser.pages.versions import place, versions_uri

_HEADING_ID = re.compile(r"\{#([\w-]+)\}")
PREVIEW = "tekst-"
"""Before the ids of the headings in a preview, which must not meet the page's own."""


def _kind() -> ContentType:
    return type_named("material")


@dataclass(frozen=True, slots=True)
class Card:
    """A material as the library shows it."""

    material: Material
    uri: str
    files: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What is new to somebody who signed an older version: every change since, newest first."""

    since: str
    changes: tuple[Change, ...]

    @property
    def clauses(self) -> tuple[ClauseChange, ...]:
        """The changed clauses, newest first."""
        return tuple(clause for change in self.changes for clause in change.clauses)


@dataclass(frozen=True, slots=True)
class Use:
    """A step of a guide that uses a material."""

    guide: LanguageMap
    step: Step
    uri: str


def pages(portal: Portal, today: date, downloads: Downloads = ()) -> Iterator[Page]:
    """Yield the library and the materials' pages; `downloads` are the files that exist."""
    for language in portal.languages:
        yield _index(portal, language, today, downloads)
        for material in portal.materials:
            if language in available(portal.languages, material.languages):
                yield _material(portal, material, language, today, downloads)


def material_uri(material: Material) -> str:
    """Return the address of a material's page."""
    return _kind().uri(material)


def news(material: Material) -> tuple[News, ...]:
    """Return, for each version but the newest, what has changed since."""
    changes = material.changes
    return tuple(News(change.version, changes[:index]) for index, change in enumerate(changes) if index)


def _index(portal: Portal, language: Language, today: date, downloads: Downloads) -> Page:
    page = Composer(portal, language, _kind().index, today)
    cards = [_card(page, material, downloads) for material in most_used(portal, portal.materials, language)]
    body = page.render(
        "material_index.md.jinja",
        cards=cards,
        choices={
            "audience": _values(audience for material in portal.materials for audience in material.audience),
            "material_kind": _values(material.kind for material in portal.materials),
            "language": [
                item for item in portal.languages if any(item in material.languages for material in portal.materials)
            ],
            "format": _values(format_ for material in portal.materials for format_ in material.formats),
        },
        municipalities=sorted(portal.municipalities, key=lambda municipality: name_order(municipality.name)),
    )
    title, lead = page.text("materials.title"), page.text("materials.lead")
    return Page(
        page.uri,
        language,
        "index",
        title,
        with_layout(page, body),
        lead,
        styles=("materials",),
        scripts=("materials",),
    )


def _values(found: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(found))


def _card(page: Composer, material: Material, downloads: Downloads) -> Card:
    own = page.language if page.language in material.languages else main_language()
    files = tuple(item for item in of_owner(downloads, _kind().owner(material)) if item.language == own)
    return Card(material, page.to(material_uri(material)), files)


def _material(portal: Portal, material: Material, language: Language, today: date, downloads: Downloads) -> Page:
    page = Composer(portal, language, material_uri(material), today)
    texts = portal.material_texts
    text = texts.get((material.id, language)) or texts.get((material.id, main_language()))
    own = [item for item in of_owner(downloads, _kind().owner(material)) if item.language == language]
    before, in_parts = parts(page.preview(lower_headings(text.body), material.fields)) if text else (Markup(), ())
    body = page.render(
        "material.md.jinja",
        material=material,
        preview=before,
        parts=in_parts,
        files=_in_one_language(material, of_owner(downloads, _kind().owner(material))),
        two_languages=in_two_languages(downloads, _kind().owner(material), language),
        municipalities=_prefilled(portal, material),
        own=own,
        form=page.address(address_of(form_uri(material))) if material.can_be_filled else "",
        news=news(material),
        versions=versions_uri(material),
        older=_compared(portal, material),
        clauses={section.id: section for section in text.sections} if text else {},
        uses=_uses(page, material),
        anchor=PREVIEW,
        linked_data=linked_data.element(linked_data.of_material(portal, material, language, own)),
    )
    translation, known = text.meta.translation if text else None, standing(portal, material)
    markdown = with_layout(
        page, body, review=material, translation=translation, related=material.related, standing=known
    )
    return Page(
        page.uri,
        language,
        "material",
        material.title.text(language),
        markdown,
        material.purpose.text(language),
        material.audience,
        styles=("materials", *(("parts",) if in_parts else ())),
        scripts=(
            "materials",
            *(("parts",) if in_parts else ()),
            *(offline.SCRIPT if material.can_be_filled else ()),
            *(parallel.scripts(available(portal.languages, material.languages)) if material.fields else ()),
        ),
        version=material.version,
        updated=material.updated,
    )


def _compared(portal: Portal, material: Material) -> dict[str, str]:
    """Return where each older version that was kept is compared with the newest, by its number."""
    page = address_of(versions_uri(material))
    return {
        version.number: f"{page}#{place(version.number, material.version)}"
        for version in older_versions(portal, material)
    }


def _in_one_language(material: Material, files: list[Download]) -> list[Download]:
    """Return the files that are in one language: those of what people sign are only in the main language."""
    return [file for file in files if file.language == main_language() or not material.signed]


def _prefilled(portal: Portal, material: Material) -> list[Municipality]:
    if material.prefill != "municipality":
        return []
    return sorted(portal.municipalities, key=lambda municipality: name_order(municipality.name))


def _uses(page: Composer, material: Material) -> list[Use]:
    return [
        Use(guide.title, step, page.to(f"{type_of(guide).uri(guide)}#{step.id}"))
        for guide in page.portal.guides
        for phase in guide.phases
        for step in phase.steps
        if material.id in step.materials
    ]


def lower_headings(body: str) -> str:
    """Return a text one heading level down, with ids that cannot meet those of the page around it."""
    return _HEADING_ID.sub(rf"{{#{PREVIEW}\1}}", lowered(body))
