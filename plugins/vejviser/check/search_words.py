"""Rules about what people search with: everything leads to a page that is there, and a question to one place."""

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from vejviser.base.problems import Problem
from vejviser.check.redirects import addresses
from vejviser.content.model.portal import Portal
from vejviser.content.model.search_words import leading, page_of


def problems(portal: Portal, _: date) -> Iterator[Problem]:
    """Yield the entries of words, questions and signposts that lead nowhere.

    Whether the place on the page is there, a build says, which has the page (site.site_pages).
    """
    known = addresses(portal)
    for origin, to in leading(
        portal.search_words.values(), portal.search_questions.values(), portal.signposts.values()
    ):
        if page_of(to) not in known:
            close = get_close_matches(page_of(to), known, n=1, cutoff=0.4)
            yield origin.error("search-word-target", "to", found=to, suggestion=close[0] if close else "/")


def twice_asked(portal: Portal, _: date) -> Iterator[Problem]:
    """Yield every question that stands once more, at the later one: it would lead to two places, or count twice."""
    known: dict[tuple[str, str], str] = {}
    for entry in portal.search_questions.values():
        for language, asked in entry.asked.items():
            for index, question in enumerate(asked):
                key = language, question.casefold()
                if to := known.get(key):
                    yield entry.origin.error("search-question-twice", "asked", language, index, found=question, to=to)
                known.setdefault(key, entry.to)
