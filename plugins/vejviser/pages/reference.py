"""Sources, glossary, translations, who has reviewed the texts, and the numbers to call for help."""

from collections.abc import Iterator
from datetime import date

from vejviser.model.base import MAIN_LANGUAGE, Language
from vejviser.model.download import Downloads
from vejviser.model.evidence import Term
from vejviser.model.labels import GLOSSARY as GLOSSARY_FILE
from vejviser.model.portal import Portal
from vejviser.model.translated import pairs
from vejviser.pages.approvals import approvals_page
from vejviser.pages.citing import citing, number
from vejviser.pages.compose import Composer
from vejviser.pages.danish import title_order
from vejviser.pages.frame import framed
from vejviser.pages.help_lines import help_page
from vejviser.pages.languages import languages_page
from vejviser.pages.page import Page

SOURCES, LAWS, GLOSSARY = "kilder.md", "kilder/love.md", "ordliste.md"


def pages(portal: Portal, today: date, _downloads: Downloads = ()) -> Iterator[Page]:
    """Give the reference pages in every language."""
    translated = tuple(pairs(portal))
    for language in portal.languages:
        yield _sources(portal, language, today)
        if portal.laws:
            yield _laws(portal, language, today)
        yield _glossary(portal, language, today)
        yield languages_page(portal, translated, language, today)
        if portal.help_lines:
            yield help_page(portal, language, today)
        if portal.approvers:
            yield approvals_page(portal, language, today)


def _sources(portal: Portal, language: Language, today: date) -> Page:
    page = Composer(portal, language, SOURCES, today)
    ordered = sorted(portal.sources.values(), key=lambda it: (-it.year, it.id))
    body = page.render("sources.md.jinja", sources=ordered, citing=citing(portal, language), number=number)
    title, lead = page.text("sources.title"), page.text("sources.lead")
    return Page(SOURCES, language, "sources", title, framed(page, body), lead)


def _laws(portal: Portal, language: Language, today: date) -> Page:
    page = Composer(portal, language, LAWS, today)
    laws = tuple(portal.laws.values())
    confirmed = sum(it.confirmed is not None for it in laws)
    body = page.render("laws.md.jinja", laws=laws, confirmed=confirmed, citing=citing(portal, language), number=number)
    title, lead = page.text("laws.title"), page.text("laws.lead")
    return Page(LAWS, language, "sources", title, framed(page, body), lead)


def _glossary(portal: Portal, language: Language, today: date) -> Page:
    page = Composer(portal, language, GLOSSARY, today)

    def order(term: Term) -> tuple[bool, str]:
        return title_order(term.term, language)

    body = page.render("glossary.md.jinja", terms=sorted(portal.terms.values(), key=order))
    aliases = tuple(sorted({word for term in portal.terms.values() for word in term.also}))
    translation = None if language == MAIN_LANGUAGE else portal.translation_of(GLOSSARY_FILE, language)
    title, lead = page.text("glossary.title"), page.text("glossary.lead")
    markdown = framed(page, body, translation=translation)
    return Page(GLOSSARY, language, "glossary", title, markdown, lead, aliases=aliases)
