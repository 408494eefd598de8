"""Rules about what people search with: everything leads to a page that is there, and a question to one place."""

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches

from vejviser.base.problems import Location, Origin, Problem
from vejviser.check.page_places import place_problems, places_by_address
from vejviser.check.redirects import addresses
from vejviser.content.model.portal import Portal
from vejviser.content.model.search_words import leading, page_of


def problems(portal: Portal, _: date) -> Iterator[Problem]:
    """Yield the entries of words and signposts that lead nowhere.

    Of places on pages that the content does not say, a build tells, which has the page (site.site_pages).
    """
    yield from _lost(portal, leading(portal.search_words.values(), portal.signposts.values()))


def _lost(portal: Portal, led: Iterable[tuple[Origin, Location, str]]) -> Iterator[Problem]:
    known, places = addresses(portal), places_by_address(portal)
    for origin, location, to in led:
        if page_of(to) not in known:
            close = get_close_matches(page_of(to), known, n=1, cutoff=0.4)
            yield origin.error("search-word-target", *location, found=to, suggestion=close[0] if close else "/")
        yield from place_problems(to, places, origin, location)


def question_problems(portal: Portal, _: date) -> Iterator[Problem]:
    """Yield the questions that lead nowhere, and those that stand once more, at the later one."""
    yield from _lost(portal, ((entry.origin, ("to",), entry.to) for entry in portal.search_questions.values()))
    known: dict[tuple[str, str], str] = {}
    for entry in portal.search_questions.values():
        for language, asked in entry.asked.items():
            for index, question in enumerate(asked):
                key = language, question.casefold()
                if to := known.get(key):
                    yield entry.origin.error("search-question-twice", "asked", language, index, found=question, to=to)
                known.setdefault(key, entry.to)
