"""Rules that only news can break: a line leads to a page that is there, and is about places that are."""

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from vejviser.base.problems import Problem
from vejviser.check.links import called
from vejviser.content.model.portal import Portal
from vejviser.content.page_uris import page_uris
from vejviser.content.types import type_named


def problems(portal: Portal, _today: date) -> Iterator[Problem]:
    """Yield the pages and places of news that nothing answers to."""
    known, places = page_uris(portal), {item.code: item for item in portal.municipalities}
    for line in portal.all_of(type_named("news-line")):
        uri = (line.to or "").partition("#")[0]
        if uri and uri not in known:
            close = get_close_matches(uri, known, n=1, cutoff=0.4)
            rule = "broken-link-suggestion" if close else "broken-link"
            yield line.origin.error(rule, "to", found=line.to, suggestion=close[0] if close else "")
        for index, code in enumerate(line.places):
            if code not in places:
                meant = next((item.code for item in portal.municipalities if code.casefold() in called(item)), "")
                rule = "unknown-municipalities-suggestion" if meant else "unknown-municipalities"
                yield line.origin.error(rule, "places", index, key=code, suggestion=meant)
