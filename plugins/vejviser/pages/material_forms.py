"""»Udfyld her«: a page for each material with fields, where it is filled in and made into a file in the browser.

The fields stand in the order of the text, under its headings, in each language the material is written in. What is
written by hand on paper, a signature, is named and not asked for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from vejviser.content.addresses import at
from vejviser.content.content_type import ContentType
from vejviser.content.days import months
from vejviser.content.languages import Language, main_language
from vejviser.content.markdown.additions import CITATION, PLACE
from vejviser.content.markdown.html import inline_html
from vejviser.content.model.base import LocalText
from vejviser.content.model.download import Download, Downloads, in_two_languages, of_owner
from vejviser.content.model.fields import FormField
from vejviser.content.model.material import FILLED, Material, MaterialText
from vejviser.content.model.portal import Portal
from vejviser.content.national_numbers import browser_pattern
from vejviser.content.types import type_named
from vejviser.pages import offline, parallel
from vejviser.pages.compose import Composer, available
from vejviser.pages.names import name_order
from vejviser.pages.page import Page
from vejviser.pages.page_layout import with_layout

SCRIPT = "form"
"""assets/js/form.js, which fills in the files."""
_SOURCE = re.compile(rf"\s*{CITATION.pattern}")
_NEXT_BLOCK = re.compile(r"\n(?=\s*(?:\n|[-*+] |\d+[.)] |#|\||!!!))")


def _kind() -> ContentType:
    return type_named("material")


@dataclass(frozen=True, slots=True)
class Question:
    """A field, and the words that stand beside its box in the document."""

    field: FormField
    sentence: Markup


@dataclass(frozen=True, slots=True)
class Group:
    """The fields under one heading of the text; the first ones may stand under none."""

    heading: Markup
    questions: tuple[Question, ...]


def pages(portal: Portal, today: date, downloads: Downloads = ()) -> Iterator[Page]:
    """Yield the forms of all materials that can be filled in; `downloads` are the files that exist."""
    for material in portal.materials:
        for language in _languages(portal, material) if material.can_be_filled else ():
            yield _form(portal, material, portal.material_texts[material.id, language], today, downloads)


def form_uri(material: Material) -> str:
    """Return the address of the page where a material is filled in."""
    return at(f"{type_named('material').owner(material)}/<fill_in>.md")


def groups(page: Composer, material: Material, text: MaterialText) -> Iterator[Group]:
    """Yield the fields in the order in which they first stand in the text, by its headings."""
    waiting = {field.id: field for field in material.fields if field.type != "signature"}
    for section in text.sections:
        questions = []
        for place in PLACE.finditer(section.markdown):
            if field := waiting.pop(place["id"], None):
                ticked = field.type == "checkbox"
                words = _words_after(section.markdown, place) if ticked else ""
                questions.append(Question(field, _shown(page, words, text.language)))
        if questions:
            heading = page.marked_title(section.heading, text.language) if section.heading else Markup()
            yield Group(heading, tuple(questions))


def _words_after(markdown: str, place: re.Match[str]) -> str:
    """Return what one says yes to with a tick: the words after the box, to the end of the paragraph or list item."""
    before = markdown[markdown.rfind("\n", 0, place.start()) + 1 : place.start()]
    words = _SOURCE.sub("", _NEXT_BLOCK.split(markdown[place.end() :], maxsplit=1)[0]).strip()
    return "" if before.lstrip().startswith("|") or PLACE.search(words) else words


def _shown(page: Composer, words: str, language: Language) -> Markup:
    html = Markup(inline_html(words))  # noqa: S704 - an editor's Markdown, of which only what is allowed is left
    return page.with_language(html, LocalText(text=words, language=language)) if words else Markup()


def _form(portal: Portal, material: Material, text: MaterialText, today: date, downloads: Downloads) -> Page:
    page = Composer(portal, text.language, form_uri(material), today)
    owner = _kind().owner(material)
    prefilled = material.prefill == "municipality"
    written = {main_language(), text.language}
    body = page.render(
        "material_form.md.jinja",
        material=material,
        numbers=browser_pattern(),
        groups=tuple(groups(page, material, text)),
        signatures=[field for field in material.fields if field.type == "signature"],
        files=_filled(of_owner(downloads, owner, text.language)),
        pairs=_filled(in_two_languages(downloads, owner, text.language)),
        written_in=lambda file: main_language() if file.second or material.signed else text.language,
        days=page.script_data({language: months(language) for language in sorted(written)}),
        municipalities=sorted(portal.municipalities, key=lambda item: name_order(item.name)) if prefilled else [],
    )
    title = page.text("form.title", title=material.title.text(text.language))
    return Page(
        page.uri,
        text.language,
        "form",
        title,
        with_layout(page, body, translation=text.meta.translation),
        page.text("form.description", title=material.title.text(text.language)),
        material.audience,
        styles=("form",),
        scripts=(SCRIPT, *offline.SCRIPT, *parallel.scripts(_languages(portal, material))),
        version=material.version,
        updated=material.updated,
    )


def _languages(portal: Portal, material: Material) -> list[Language]:
    """Return the languages a material is written in."""
    offered = available(portal.languages, material.languages)
    return [item for item in offered if (material.id, item) in portal.material_texts]


def _filled(downloads: Downloads) -> list[Download]:
    return [item for item in downloads if item.format in FILLED]
