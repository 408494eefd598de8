"""Sources, glossary and the state of the translations."""

from collections.abc import Iterator
from datetime import date

from vejviser.model.base import Language, Translation
from vejviser.model.evidence import Term
from vejviser.model.portal import Portal
from vejviser.pages.compose import Composer
from vejviser.pages.danish import danish_order
from vejviser.pages.frame import framed
from vejviser.pages.page import Page

SOURCES, GLOSSARY, LANGUAGES = "kilder.md", "ordliste.md", "sprog.md"


def pages(portal: Portal, today: date) -> Iterator[Page]:
    """Give the reference pages in every language."""
    for language in portal.languages:
        yield _sources(portal, language, today)
        yield _glossary(portal, language, today)
        yield _languages(portal, language, today)


def _sources(portal: Portal, language: Language, today: date) -> Page:
    page = Composer(portal, language, SOURCES, today)
    ordered = sorted(portal.sources.values(), key=lambda it: (-it.year, it.id))
    body = page.render("sources.md.jinja", sources=ordered)
    title, lead = page.text("sources.title"), page.text("sources.lead")
    return Page(SOURCES, language, "sources", title, framed(page, body), lead)


def _glossary(portal: Portal, language: Language, today: date) -> Page:
    page = Composer(portal, language, GLOSSARY, today)

    def order(term: Term) -> str:
        return danish_order(term.term.text(language))

    body = page.render("glossary.md.jinja", terms=sorted(portal.terms.values(), key=order))
    aliases = tuple(sorted({word for term in portal.terms.values() for word in term.also}))
    title, lead = page.text("glossary.title"), page.text("glossary.lead")
    return Page(GLOSSARY, language, "glossary", title, framed(page, body), lead, aliases=aliases)


def _languages(portal: Portal, language: Language, today: date) -> Page:
    page = Composer(portal, language, LANGUAGES, today)
    rows = [(it, *progress(portal, it)) for it in portal.languages]
    body = page.render("languages.md.jinja", rows=rows)
    title, lead = page.text("languages.title"), page.text("languages.lead")
    return Page(LANGUAGES, language, "languages", title, framed(page, body), lead)


def progress(portal: Portal, language: Language) -> tuple[int, int, int]:
    """Give how many long texts there are in Danish, how many of them in `language`, how many nobody has read there."""
    danish = [*_translations(portal, "da")]
    own = [*_translations(portal, language)]
    return len(danish), len(own), sum(it == "machine" for it in own)


def _translations(portal: Portal, language: Language) -> Iterator[str]:
    for texts in (portal.chapters.values(), portal.articles, portal.material_texts.values()):
        yield from (_state(text.meta.translation) for text in texts if text.language == language)
    for checklist in portal.checklists:
        if language in checklist.languages:
            yield _state(checklist.translation.get(language))


def _state(translation: Translation | None) -> str:
    return translation.status if translation else "original"
