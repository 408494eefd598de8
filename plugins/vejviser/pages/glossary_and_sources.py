"""Sources, glossary, translations, who has reviewed the texts, and the numbers to call for help."""

from collections.abc import Iterable, Iterator
from datetime import date

from vejviser.content.addresses import at
from vejviser.content.collation import first_letter
from vejviser.content.languages import Language, main_language
from vejviser.content.model.download import Downloads
from vejviser.content.model.portal import Portal
from vejviser.content.model.sources import Term
from vejviser.content.translation.pairs import translation_pairs
from vejviser.content.translation.short_texts import GLOSSARY as GLOSSARY_FILE
from vejviser.pages.approvals import approvals_page
from vejviser.pages.backlinks import backlinks, count_pages
from vejviser.pages.compose import Composer
from vejviser.pages.help_lines import help_page
from vejviser.pages.languages import languages_page
from vejviser.pages.names import title_order
from vejviser.pages.page import Page
from vejviser.pages.page_layout import with_layout

SOURCES, LAWS, GLOSSARY = "<sources>.md", "<sources>/<laws>.md", "<glossary>.md"


def pages(portal: Portal, today: date, _downloads: Downloads = ()) -> Iterator[Page]:
    """Yield the reference pages in every language."""
    translated = tuple(translation_pairs(portal))
    for language in portal.languages:
        if portal.sources:
            yield _sources(portal, language, today)
        if portal.laws:
            yield _laws(portal, language, today)
        if portal.terms:
            yield _glossary(portal, language, today)
        yield languages_page(portal, translated, language, today)
        if portal.help_lines:
            yield help_page(portal, language, today)
        if portal.approvers:
            yield approvals_page(portal, language, today)


def _sources(portal: Portal, language: Language, today: date) -> Page:
    page = Composer(portal, language, at(SOURCES), today)
    ordered = sorted(portal.sources.values(), key=lambda source: (-source.year, source.id))
    body = page.render("sources.md.jinja", sources=ordered, citing=backlinks(portal, language), number=count_pages)
    title, lead = page.text("sources.title"), page.text("sources.lead")
    return Page(at(SOURCES), language, "sources", title, with_layout(page, body), lead)


def _laws(portal: Portal, language: Language, today: date) -> Page:
    page = Composer(portal, language, at(LAWS), today)
    laws = tuple(portal.laws.values())
    confirmed = sum(law.confirmed is not None for law in laws)
    body = page.render(
        "laws.md.jinja", laws=laws, confirmed=confirmed, citing=backlinks(portal, language), number=count_pages
    )
    title, lead = page.text("laws.title"), page.text("laws.lead")
    return Page(at(LAWS), language, "sources", title, with_layout(page, body), lead)


def _glossary(portal: Portal, language: Language, today: date) -> Page:
    page = Composer(portal, language, at(GLOSSARY), today)

    def order(term: Term) -> tuple[bool, bytes]:
        return title_order(term.term, language)

    terms = sorted(portal.terms.values(), key=order)
    body = page.render("glossary.md.jinja", terms=terms, letters=_first_of_each_letter(terms, language))
    aliases = tuple(sorted({word for term in portal.terms.values() for word in term.also}))
    translation = None if language == main_language() else portal.translation_of(GLOSSARY_FILE, language)
    title, lead = page.text("glossary.title"), page.text("glossary.lead")
    markdown = with_layout(page, body, translation=translation)
    return Page(at(GLOSSARY), language, "glossary", title, markdown, lead, aliases=aliases)


def _first_of_each_letter(terms: Iterable[Term], language: Language) -> tuple[tuple[str, Term], ...]:
    """Return the alphabet of what is explained in a language, each letter with the first word under it."""
    found: dict[str, Term] = {}
    for term in terms:
        word = term.term.get(language)
        if word.language == language and (letter := first_letter(word.text, language)):
            found.setdefault(letter, term)
    return tuple(found.items())
