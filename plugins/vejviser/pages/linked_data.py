"""What pages are about, for machines: schema.org values, and the element that carries them.

    checklist     HowTo: sections, and in each its items
    guide         HowTo: phases and steps; and FAQPage, when its steps have questions
    track         HowTo: its steps
    material      DigitalDocument with its blank files
    every page    BreadcrumbList (site/sharing.py, which knows the way to it)

The element is a data block. Nothing in it is run, so the content security policy lets it stand in the page.
"""

import json
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from vejviser.content.languages import Language
from vejviser.content.markdown.words import plain_words
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.checklist import Checklist
from vejviser.content.model.download import Download
from vejviser.content.model.guide import Guide, Step
from vejviser.content.model.material import Material
from vejviser.content.model.portal import Portal
from vejviser.content.model.track import Track, TrackStep
from vejviser.content.types import type_of

Thing = dict[str, Any]
CONTEXT = "https://schema.org"
MIME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "slides": "application/pdf",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "pdf": "application/pdf",
}


def element(*things: Thing) -> Markup:
    """Return the data block of a page; several things about it stand side by side in one."""
    data = {"@context": CONTEXT, **(things[0] if len(things) == 1 else {"@graph": things})}
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c").replace("&", "\\u0026")
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 - nothing left could end it


def of_checklist(portal: Portal, checklist: Checklist, language: Language) -> Thing:
    """Return a checklist as directions: its sections, and in each the items that are still used."""
    used = ((section, [item for item in section.items if not item.retired]) for section in checklist.sections)
    sections = [
        _section(section.title, [_step(item.text, language) for item in items], language)
        for section, items in used
        if items
    ]
    address = absolute_url(portal, type_of(checklist).uri(checklist), language)
    return _how_to(checklist, checklist.purpose, address, sections, language)


def of_guide(portal: Portal, guide: Guide, language: Language) -> tuple[Thing, ...]:
    """Return a guide as directions, and its questions with their answers."""
    address = absolute_url(portal, type_of(guide).uri(guide), language)
    phases = [
        _section(phase.title, [_guided(step, address, language) for step in phase.steps], language)
        for phase in guide.phases
    ]
    how = _how_to(guide, guide.summary, address, phases, language)
    asked = [
        {
            "@type": "Question",
            "name": plain_words(answer.question.text(language)),
            "url": f"{address}#{step.id}-{answer.id}",
            "acceptedAnswer": {"@type": "Answer", "text": plain_words(answer.answer.text(language))},
        }
        for phase in guide.phases
        for step in phase.steps
        for answer in step.questions
    ]
    questions = {"@type": "FAQPage", "url": address, "inLanguage": language, "mainEntity": asked}
    return (how, questions) if asked else (how,)


def of_track(portal: Portal, track: Track, language: Language) -> Thing:
    """Return a track as directions: its steps."""
    address = absolute_url(portal, type_of(track).uri(track), language)
    return _how_to(track, track.intro, address, [_guided(step, address, language) for step in track.steps], language)


def of_material(portal: Portal, material: Material, language: Language, files: Iterable[Download]) -> Thing:
    """Return a material as a document with the blank files of one language."""
    return {
        "@type": type_of(material).schema_org,
        "name": plain_words(material.title.text(language)),
        "description": plain_words(material.purpose.text(language)),
        "url": absolute_url(portal, type_of(material).uri(material), language),
        "inLanguage": language,
        "version": material.version,
        "dateModified": material.updated.isoformat(),
        "encoding": [
            {
                "@type": "MediaObject",
                "contentUrl": f"{site_host(portal)}{portal.base}{file.path}",
                "encodingFormat": MIME.get(file.format, file.format),
                "contentSize": str(file.bytes),
            }
            for file in files
        ],
    }


def breadcrumb_list(steps: Iterable[tuple[str, str]]) -> Thing:
    """Return the way to a page: titles and whole addresses, the page itself last."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": address}
            for position, (name, address) in enumerate(steps, 1)
        ],
    }


def site_host(portal: Portal) -> str:
    """Return the host the portal is published on, without a slash at the end: "https://vejviser.example"."""
    return portal.site_url.removesuffix(portal.base) if portal.base != "/" else portal.site_url.rstrip("/")


def absolute_url(portal: Portal, uri: str, language: Language) -> str:
    """Return the whole address of a page."""
    return site_host(portal) + portal.address(uri, language)


def _how_to(
    content: Checklist | Guide | Track, about: LanguageMap, address: str, sections: list[Thing], language: Language
) -> Thing:
    return {
        "@type": type_of(content).schema_org,
        "name": plain_words(content.title.text(language)),
        "description": plain_words(about.text(language)),
        "url": address,
        "inLanguage": language,
        "step": sections,
    }


def _section(title: LanguageMap, steps: list[Thing], language: Language) -> Thing:
    return {"@type": "HowToSection", "name": plain_words(title.text(language)), "itemListElement": steps}


def _step(text: LanguageMap, language: Language) -> Thing:
    return {"@type": "HowToStep", "text": plain_words(text.text(language))}


def _guided(step: Step | TrackStep, address: str, language: Language) -> Thing:
    """Return a step by its name and address: with its text too, the page would weigh a tenth more."""
    return {"@type": "HowToStep", "name": plain_words(step.title.text(language)), "url": f"{address}#{step.id}"}
