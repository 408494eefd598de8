"""Rules about what people search with: everything leads to a page that is there."""

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from vejviser.base.problems import Problem
from vejviser.check.page_places import place_problems, places_by_address
from vejviser.check.redirects import addresses
from vejviser.content.model.portal import Portal
from vejviser.content.model.search_words import leading, page_of


def problems(portal: Portal, _: date) -> Iterator[Problem]:
    """Yield the entries of words and signposts that lead nowhere.

    Of places on pages that the content does not say, a build tells, which has the page (site.site_pages).
    """
    known, places = addresses(portal), places_by_address(portal)
    for origin, location, to in leading(portal.search_words.values(), portal.signposts.values()):
        if page_of(to) not in known:
            close = get_close_matches(page_of(to), known, n=1, cutoff=0.4)
            yield origin.error("search-word-target", *location, found=to, suggestion=close[0] if close else "/")
        yield from place_problems(to, places, origin, location)
