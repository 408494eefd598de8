"""Rules that only the glossary can break: its pages are there, and a word is explained once."""

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from vejviser.base.problems import Location, Problem
from vejviser.check.redirects import addresses
from vejviser.content.languages import main_language
from vejviser.content.model.portal import Portal
from vejviser.content.model.search_words import page_of
from vejviser.content.model.sources import Term


def problems(portal: Portal, _: date) -> Iterator[Problem]:
    """Yield the pages that are not there, and the words that two entries explain."""
    known = addresses(portal)
    first: dict[str, tuple[Term, str]] = {}
    for term in portal.terms.values():
        for index, page in enumerate(term.pages):
            if page_of(page) not in known:
                close = get_close_matches(page_of(page), known, n=1, cutoff=0.4)
                values = {"found": page, "suggestion": close[0] if close else "/"}
                yield term.origin.error("glossary-page", "pages", index, **values)
        for word, place in _words(term):
            other, written = first.setdefault(word.casefold(), (term, ""))
            if other is not term or word == written:
                yield term.origin.warning("glossary-word-twice", *place, found=word, other=other.id)
            elif not written:
                first[word.casefold()] = term, word


def _words(term: Term) -> Iterator[tuple[str, Location]]:
    """Yield a term's words in the main language, each with its place."""
    yield term.term.text(main_language()), ("term", main_language())
    for index, word in enumerate(term.also):
        yield word, ("also", index)
