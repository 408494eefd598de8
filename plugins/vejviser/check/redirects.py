"""Rules about redirects: they lead to a page that is there, and hide none."""

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from vejviser.base.problems import Problem
from vejviser.check.page_places import place_problems, places_by_address
from vejviser.content.addresses import at
from vejviser.content.languages import languages
from vejviser.content.load.right_values import right_address
from vejviser.content.model.portal import Portal
from vejviser.content.model.redirects import Redirect
from vejviser.content.on_days import without_taken_down
from vejviser.content.page_uris import address_of_page, page_uris

_OLD = re.compile(r"^/(?:[a-z0-9-]+/)*(?:[a-z0-9-]+/|\w[\w.-]*\.[a-z0-9]{2,5})$", re.ASCII)
"""A page or, without a slash at its end, a file: /files/letter-1.0.docx."""
_OWN = frozenset({"404", "admin", "api", "assets", "feeds", "s", "search"})
"""Folders of a site in which what is made for it lies."""
_NEW = re.compile(r"^/(?:[a-z0-9-]+/)*(?:#[\w-]+)?$")


def problems(portal: Portal, today: date) -> Iterator[Problem]:
    """Yield redirects that are no addresses, lead nowhere, or stand in the place of a page that is there."""
    places = places_by_address(portal)
    known, shown = addresses(portal), addresses(without_taken_down(portal, today))
    for redirect in portal.redirects:
        for text, form in ((redirect.old, _OLD), (redirect.new, _NEW)):
            if not _is_address(text, form):
                yield redirect.origin.error("redirect-form", found=text, right=right_address(text) or at("/<guides>/"))
        if redirect.old in shown or redirect.old.split("/")[1] in _OWN:
            yield redirect.origin.error("redirect-hides-page", found=redirect.old)
        if _is_address(redirect.new, _NEW) and redirect.page not in known:
            close = _led_on(redirect, portal) or get_close_matches(redirect.page, known, n=1, cutoff=0.4)
            rule = "redirect-target" if close else "redirect-target-unknown"
            yield redirect.origin.error(rule, found=redirect.new, suggestion=close[0] if close else min(known))
        yield from place_problems(redirect.new, places, redirect.origin)


def _led_on(redirect: Redirect, portal: Portal) -> list[str]:
    """Return where the other redirect leads that this one leads to."""
    return [other.page for other in portal.redirects if other.old == redirect.page and other is not redirect][:1]


def _is_address(text: str, form: re.Pattern[str]) -> bool:
    """Return whether a text is an address without a language's part."""
    return bool(form.match(text)) and text.split("/")[1].partition("#")[0] not in languages()


def addresses(portal: Portal) -> frozenset[str]:
    """Return the address, without the language, of every page."""
    return frozenset(address_of_page(uri) for uri in page_uris(portal))
