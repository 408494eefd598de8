"""The materials library, and a page for each material."""

from collections.abc import Iterator
from datetime import date

from vejviser.model.base import MAIN_LANGUAGE, Language
from vejviser.model.material import Material
from vejviser.model.portal import Portal
from vejviser.pages.compose import Composer, available
from vejviser.pages.downloads import Downloads, of_material
from vejviser.pages.frame import framed
from vejviser.pages.page import Page

INDEX = "materialer/index.md"


def pages(portal: Portal, today: date, downloads: Downloads = ()) -> Iterator[Page]:
    """Give the library and the materials' pages; `downloads` are the files that exist."""
    for language in portal.languages:
        yield _index(portal, language, today, downloads)
        for material in portal.materials:
            if language in available(portal.languages, material.languages):
                yield _material(portal, material, language, today, downloads)


def material_uri(material: Material) -> str:
    """Give the address of a material's page."""
    return f"materialer/{material.id}.md"


def _index(portal: Portal, language: Language, today: date, downloads: Downloads) -> Page:
    page = Composer(portal, language, INDEX, today)
    cards = [(it, page.to(material_uri(it)), of_material(downloads, it.id)) for it in portal.materials]
    body = page.render("material_index.md.jinja", cards=cards)
    title, lead = page.text("materials.title"), page.text("materials.lead")
    return Page(INDEX, language, "index", title, framed(page, body), lead)


def _material(portal: Portal, material: Material, language: Language, today: date, downloads: Downloads) -> Page:
    page = Composer(portal, language, material_uri(material), today)
    texts = portal.material_texts
    text = texts.get((material.id, language)) or texts.get((material.id, MAIN_LANGUAGE))
    prefilled = [
        (it, of_material(downloads, material.id, it.code))
        for it in portal.municipalities
        if material.prefill == "municipality"
    ]
    body = page.render(
        "material.md.jinja",
        material=material,
        preview=page.preview(text.body, material.fields) if text else "",
        files=of_material(downloads, material.id),
        prefilled=prefilled,
    )
    translation = text.meta.translation if text else None
    markdown = framed(page, body, review=material, translation=translation, related=material.related)
    title, purpose = material.title.text(language), material.purpose.text(language)
    return Page(page.uri, language, "material", title, markdown, purpose, material.audience)
