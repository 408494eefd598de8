"""Rules about the interface texts: every language says the same things, with the same places to fill."""

import re
from collections.abc import Iterator

from vejviser.model.base import MAIN_LANGUAGE
from vejviser.model.portal import Portal
from vejviser.problems import Origin, Problem

_PLACE = re.compile(r"\{(\w+)\}")
_ALSO = {"danish_title": "name"}
"""Who fills the first fills the second too: Danish writes "Københavns Kommune", English "København Municipality"."""
_PLURAL = re.compile(r"\.(zero|one|two|few|many)$")


def problems(portal: Portal) -> Iterator[Problem]:
    """Give every text that a language lacks, and every one whose {places} are others than in Danish."""
    danish = portal.texts[MAIN_LANGUAGE].own
    for language, texts in portal.texts.items():
        if not texts.path:
            continue
        origin = Origin(texts.path)
        for key, text in danish.items():
            if key not in texts.own:
                if not _PLURAL.search(key):
                    yield origin.warning("ui-text-missing", key=key, language=language)
            elif not set(_PLACE.findall(texts.own[key])) <= _places(text):
                yield origin.error("ui-text-places", key=key, found=texts.own[key], danish=text)


def _places(danish: str) -> set[str]:
    found = set(_PLACE.findall(danish))
    return found | {_ALSO[it] for it in found & _ALSO.keys()}
