"""Rules about the interface texts: every language says the same things, with the same places to fill."""

import re
from collections.abc import Iterator, Mapping

from vejviser.base.problems import Origin, Problem
from vejviser.content.languages import Language, fallbacks, main_language
from vejviser.content.model.portal import Portal
from vejviser.content.model.texts import Texts

FEW = 20
"""How many missing texts are told one by one."""
SHOWN = 3
_PLACE = re.compile(r"\{(\w+)\}")
_ALSO = {"danish_title": "name"}
"""Who fills the first fills the second too: Danish writes "Københavns Kommune", English "København Municipality"."""
_PLURAL = re.compile(r"\.(zero|one|two|few|many)$")


def problems(portal: Portal) -> Iterator[Problem]:
    """Yield every text that a language lacks, and every one whose {places} are others than in Danish."""
    danish = portal.texts[main_language()].own
    for language, texts in portal.texts.items():
        yield from _missing(language, texts, danish)
        if texts.path:
            for key, text in danish.items():
                if not set(_PLACE.findall(texts.own.get(key, ""))) <= _places(text):
                    yield Origin(texts.path).error("ui-text-places", key=key, found=texts.own[key], danish=text)


def _missing(language: Language, texts: Texts, danish: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what a language lacks: each text, or, where hardly anything is there yet, how many there are.

    Of a language whose texts come with Vejviser an editor is told only that; she can write a file of her own.
    """
    keys = [item for item in danish if item not in texts.own and not _PLURAL.search(item)]
    origin = Origin(texts.path or f"data/ui/{language}.yml")
    if len(keys) > FEW:
        instead = ", ".join(fallbacks(language))
        yield origin.warning(
            "ui-texts-missing",
            language=language,
            missing=len(keys),
            all=len(danish),
            first=", ".join(keys[:SHOWN]),
            instead=instead,
        )
    elif texts.path:
        yield from (origin.warning("ui-text-missing", key=key, language=language) for key in keys)


def _places(danish: str) -> set[str]:
    found = set(_PLACE.findall(danish))
    return found | {_ALSO[item] for item in found & _ALSO.keys()}
