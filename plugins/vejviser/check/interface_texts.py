"""Rules about the interface texts: every language says the same things, with the same places to fill."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from vejviser.base.problems import Origin, Problem
from vejviser.content.languages import Language, fallbacks, main_language
from vejviser.content.model.base import slugify
from vejviser.content.model.portal import Portal
from vejviser.content.model.results import ANCHORS
from vejviser.content.model.texts import Texts
from vejviser.content.place_words import unknown_words
from vejviser.content.settings import NAME

_THEME = "theme."
FEW = 20
"""How many missing texts are told one by one."""
SHOWN = 3
_PLACE = re.compile(r"\{(\w+)\}")
_ALSO = {"full_name": "name", "name": "full_name"}
"""Who fills the one fills the other too: "Sampleton Council", and a language with cases only "Sampleton"."""


def problems(portal: Portal) -> Iterator[Problem]:
    """Yield every text that a language lacks, and every one whose {places} are others than in the main language."""
    yield from _unnamed(portal)
    first = portal.texts[main_language()]
    original = first.own
    for language, texts in portal.texts.items():
        yield from _missing(language, texts, first)
        yield from _without_word(language, texts)
        if texts.path:
            for key, text in original.items():
                if not set(_PLACE.findall(texts.own.get(key, ""))) <= _places(text):
                    yield Origin(texts.path).error("ui-text-places", key=key, found=texts.own[key], original=text)


def _unnamed(portal: Portal) -> Iterator[Problem]:
    """Yield each theme and each group of figures that nobody has a word for."""
    texts = portal.texts[main_language()]
    for case in portal.cases.values():
        for index, theme in enumerate(case.themes):
            if not texts.knows(f"{_THEME}{theme}"):
                yield _theme(texts, case.origin, index, theme)
    groups = {
        f"results.{part}.{ANCHORS.get(result.group, result.group)}": result.origin
        for result in portal.results.values()
        for part in ("group", "lead")
    }
    for key, origin in groups.items():
        if not texts.knows(key):
            yield origin.error("ui-text-missing", key=key, language=texts.language)


def _theme(texts: Texts, origin: Origin, index: int, theme: str) -> Problem:
    """Return the problem of a theme without a word; the word itself may stand where its English name belongs."""
    known = {key.removeprefix(_THEME): text for key, text in texts.own.items() if key.startswith(_THEME)}
    by_word = {slugify(text): name for name, text in known.items()}
    close = get_close_matches(theme, [*known, *by_word], 1)
    if not close:
        return origin.error("ui-text-missing", "themes", index, key=f"{_THEME}{theme}", language=texts.language)
    meant = by_word.get(close[0], close[0])
    return origin.error("theme-unknown-suggestion", "themes", index, found=theme, suggestion=meant)


def _without_word(language: Language, texts: Texts) -> Iterator[Problem]:
    """Yield each word that a text of a language asks for and nobody has, with the first text that does."""
    asked = {word: key for key, text in reversed([*texts.own.items()]) for word in unknown_words(text)}
    for word, key in sorted(asked.items()):
        yield Origin(NAME).error("ui-text-word", word=word, key=key, language=language, form=word.partition(".")[2])


def _missing(language: Language, texts: Texts, original: Texts) -> Iterator[Problem]:
    """Yield what a language lacks: each text, or, where hardly anything is there yet, how many there are.

    Of a language whose texts come with Vejviser an editor is told only that; she can write a file of her own.
    """
    keys = texts.lacks(original)
    origin = Origin(texts.path or f"data/ui/{language}.yml")
    if len(keys) > FEW:
        instead = ", ".join(fallbacks(language))
        yield origin.warning(
            "ui-texts-missing",
            language=language,
            missing=len(keys),
            all=len(original.own),
            first=", ".join(keys[:SHOWN]),
            instead=instead,
        )
    elif texts.path:
        yield from (origin.warning("ui-text-missing", key=key, language=language) for key in keys)


def _places(original: str) -> set[str]:
    found = set(_PLACE.findall(original))
    return found | {_ALSO[item] for item in found & _ALSO.keys()}
