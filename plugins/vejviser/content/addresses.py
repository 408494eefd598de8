"""Paths and addresses with the portal's own words in them: "<places>/sampleton.md" is "towns/sampleton.md" in one."""

import re
from collections.abc import Mapping

from vejviser.content.languages import main_language
from vejviser.content.settings import by_settings, current

PUBLISHED_ON = "published-on.json"
"""The file beside the pages in which each publishing, also one that changes nothing, writes down its day."""
_WORD = re.compile(r"<(\w+)>")


def at(path: str) -> str:
    """Return a path with the portal's words in the places of `<names>`, and its main language's code for `<main>`.

    The names are those of `model.addresses.Addresses`; raises KeyError for another one.
    """
    words = _words()
    return _WORD.sub(lambda match: words[match[1]], path)


@by_settings
def _words() -> Mapping[str, str]:
    return {"main": main_language(), **current().addresses.model_dump()}
