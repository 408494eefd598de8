"""Short addresses: what stands on paper, as QR code and in words, and leads to the living page of its text for ever."""

import re
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vejviser.content.model.portal import Portal

FOLDER = "s"
"""Below this folder of a language's part of the site lie the pages that lead on."""
EDITION = "v"
"""The name of the part of an address that says which edition somebody holds in their hand."""
PLACE = "paa-papir"
"""The place on a page that says its edition to whoever comes without scripts."""
_SIGNS = "23456789bcdfghjkmnpqrstvwxyz"
"""No vowels, so that no code is a word; none of 0, 1, i, l and o, which look alike on paper."""
_LENGTH = 7
_PAGE = re.compile(rf"(?:[^/]+/)?{FOLDER}/[{_SIGNS}]{{{_LENGTH}}}/index\.html")


def short_code(address: str) -> str:
    """Return the code of a page: seven signs that follow from its path without the language, "materialer/brev/".

    So it needs no list, and stays as long as the path is known, if only as a redirect. Of a thousand pages, two share
    a code once in 25,000 portals.
    """
    number, found = int.from_bytes(sha256(address.strip("/").encode()).digest()), ""
    for _ in range(_LENGTH):
        number, place = divmod(number, len(_SIGNS))
        found += _SIGNS[place]
    return found


def short_address(portal: "Portal", address: str, language: str, edition: str = "") -> str:
    """Return the whole short address of a page; empty for a portal that has no address on the web.

    `address` is its path without the language, `edition` the version or day of what is written on the paper.
    """
    if not portal.site_url:
        return ""
    path = f"{portal.root(language).removeprefix(portal.base)}{FOLDER}/{short_code(address)}/"
    return f"{portal.site_url.rstrip('/')}/{path}" + (f"?{EDITION}={edition}" if edition else "")


def as_typed(address: str) -> str:
    """Return an address as somebody types it off the paper: "vejviser.example/s/bcdfghj/"."""
    return address.partition("://")[2].partition("?")[0]


def leads_on(path: str) -> bool:
    """Return whether the file at a path of the site only leads on from a short address, and is no page."""
    return bool(_PAGE.fullmatch(path))
