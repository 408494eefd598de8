"""What pages are about, for machines: schema.org values, and the element that carries them.

    checklist     HowTo: sections, and in each its items
    guide         HowTo: phases and steps; and FAQPage, when its steps have questions
    material      DigitalDocument with its blank files
    every page    BreadcrumbList (site/sharing.py, which knows the way to it)

The element is a data block. Nothing in it is run, so the content security policy lets it stand in the page.
"""

import json
import re
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from vejviser.content.markdown.additions import CITATION
from vejviser.content.types import type_of
from vejviser.model.base import Language, LanguageMap
from vejviser.model.checklist import Checklist
from vejviser.model.download import Download
from vejviser.model.guide import Guide, Step
from vejviser.model.material import Material
from vejviser.model.portal import Portal

Thing = dict[str, Any]
CONTEXT = "https://schema.org"
MIME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "slides": "application/pdf",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "pdf": "application/pdf",
}
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_SIGNS = re.compile(r"[*`]+|(?<!\w)_+|_+(?!\w)")


def element(*things: Thing) -> Markup:
    """Give the data block of a page; several things about it stand side by side in one."""
    data = {"@context": CONTEXT, **(things[0] if len(things) == 1 else {"@graph": things})}
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c").replace("&", "\\u0026")
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 - nothing left could end it


def of_checklist(portal: Portal, checklist: Checklist, language: Language) -> Thing:
    """Give a checklist as directions: its sections, and in each the items that are still used."""
    used = ((section, [it for it in section.items if not it.retired]) for section in checklist.sections)
    sections = [
        _section(section.title, [_step(item.text, language) for item in items], language)
        for section, items in used
        if items
    ]
    address = whole(portal, type_of(checklist).uri(checklist), language)
    return _how_to(checklist, checklist.purpose, address, sections, language)


def of_guide(portal: Portal, guide: Guide, language: Language) -> tuple[Thing, ...]:
    """Give a guide as directions, and its questions with their answers."""
    address = whole(portal, type_of(guide).uri(guide), language)
    phases = [
        _section(phase.title, [_guided(step, address, language) for step in phase.steps], language)
        for phase in guide.phases
    ]
    how = _how_to(guide, guide.summary, address, phases, language)
    asked = [
        {
            "@type": "Question",
            "name": words(answer.question.text(language)),
            "url": f"{address}#{step.id}-{answer.id}",
            "acceptedAnswer": {"@type": "Answer", "text": words(answer.answer.text(language))},
        }
        for phase in guide.phases
        for step in phase.steps
        for answer in step.questions
    ]
    questions = {"@type": "FAQPage", "url": address, "inLanguage": language, "mainEntity": asked}
    return (how, questions) if asked else (how,)


def of_material(portal: Portal, material: Material, language: Language, files: Iterable[Download]) -> Thing:
    """Give a material as a document with the blank files of one language."""
    return {
        "@type": type_of(material).schema_org,
        "name": words(material.title.text(language)),
        "description": words(material.purpose.text(language)),
        "url": whole(portal, type_of(material).uri(material), language),
        "inLanguage": language,
        "version": material.version,
        "dateModified": material.updated.isoformat(),
        "encoding": [
            {
                "@type": "MediaObject",
                "contentUrl": f"{site(portal)}{portal.base}{it.path}",
                "encodingFormat": MIME.get(it.format, it.format),
                "contentSize": str(it.bytes),
            }
            for it in files
        ],
    }


def breadcrumbs(steps: Iterable[tuple[str, str]]) -> Thing:
    """Give the way to a page: titles and whole addresses, the page itself last."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": address}
            for position, (name, address) in enumerate(steps, 1)
        ],
    }


def site(portal: Portal) -> str:
    """Give the host the portal is published on, without a slash at the end: "https://vejviser.example"."""
    return portal.site_url.removesuffix(portal.base) if portal.base != "/" else portal.site_url.rstrip("/")


def whole(portal: Portal, uri: str, language: Language) -> str:
    """Give the whole address of a page."""
    return site(portal) + portal.address(uri, language)


def words(markdown: str) -> str:
    """Give a text without citations, links and emphasis."""
    plain = _SIGNS.sub("", _LINK.sub(r"\1", CITATION.sub("", markdown)))
    return re.sub(r"\s+([.,;:])", r"\1", " ".join(plain.split()))


def _how_to(
    content: Checklist | Guide, about: LanguageMap, address: str, sections: list[Thing], language: Language
) -> Thing:
    return {
        "@type": type_of(content).schema_org,
        "name": words(content.title.text(language)),
        "description": words(about.text(language)),
        "url": address,
        "inLanguage": language,
        "step": sections,
    }


def _section(title: LanguageMap, steps: list[Thing], language: Language) -> Thing:
    return {"@type": "HowToSection", "name": words(title.text(language)), "itemListElement": steps}


def _step(text: LanguageMap, language: Language) -> Thing:
    return {"@type": "HowToStep", "text": words(text.text(language))}


def _guided(step: Step, address: str, language: Language) -> Thing:
    """Give a guide's step by its name and address: with its text too, the page would weigh a tenth more."""
    return {"@type": "HowToStep", "name": words(step.title.text(language)), "url": f"{address}#{step.id}"}
