"""The portal's own words, which texts ask for by name: what it is called, and what its places are called.

`{place.the_one}` in a text is the form `the_one` of the word for the portal's kind of place, in the text's language;
`{Place.the_one}` begins a sentence. `{region.one}` is the word for what a place lies in, `{portal.name}` the portal's
name, `{portal.language}` its main language's code, `{place.code}` what a place's code looks like, `{address.places}` a
word of its addresses. What nobody has a word for stays as it is, so that `check` can tell.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import yaml

from vejviser.content.content_type import resource
from vejviser.content.languages import fallbacks, main_language
from vejviser.content.settings import by_settings, current

NAMED = re.compile(r"\{(?P<noun>\w+)\.(?P<form>\w+)\}")
"""A word that a text asks for."""
Words = Mapping[str, str]
GENDER = "gender"
_FORM = re.compile(r"\{(\w+)\}")


def filled(text: str, words: Words) -> str:
    """Return a text with the words it asks for; one that is not known stays as it is written."""

    def word(asked: re.Match[str]) -> str:
        noun, form = asked["noun"], asked["form"]
        found = words.get(f"{noun[0].lower()}{noun[1:]}.{form}")
        return asked[0] if found is None else _capital(found) if noun[0].isupper() else found

    return NAMED.sub(word, text)


@by_settings
def words_in(language: str) -> Words:
    """Return every word that texts in a language can ask for, by its name: "place.the_one"."""
    settings = current()
    level = settings.places.levels[0].words if settings.places.levels else {}
    return {
        "portal.name": settings.name_in(language),
        "portal.language": main_language(),
        **{f"address.{name}": word for name, word in settings.addresses.model_dump().items()},
        **_named("region", _forms("region", level, language)),
        **_named("place", _forms("place", settings.places.words, language)),
        "place.code": settings.places.code.example,
    }


def title_of(code: str, name: str, language: str) -> str:
    """Return what a place calls itself in a language: "Sampleton Council", "Council of Sampleton".

    That is what portal.yml says of its code, or else of all places, or else what is usual in the language.
    """
    places = current().places
    exception = places.titles.get(code)
    own = exception and exception.own(language)
    if own:
        return own
    usual = words_in(language).get("place.title", "{name}")
    return filled((places.title.own(language) or usual).replace("{name}", name), words_in(language))


def unknown_words(text: str) -> Iterator[str]:
    """Yield the words that a filled text still asks for, because nobody has them: "place.two"."""
    return (f"{asked['noun'].lower()}.{asked['form']}" for asked in NAMED.finditer(text))


def _named(noun: str, forms: Words) -> Words:
    return {f"{noun}.{form}": word for form, word in forms.items()}


def _forms(noun: str, own: Mapping[str, Words], language: str) -> Words:
    """Return every form of a word: those that are written, and those that follow from them."""
    for item in (language, *fallbacks(language)):
        if written := own.get(item) or _known().get(item, {}).get(noun):
            return _followed(written, _known().get(item, {}).get("patterns", {}))
    return {}


def _followed(written: Words, patterns: Mapping[str, Words]) -> Words:
    gender = written.get(GENDER) or next(iter(patterns), "")
    forms = {form: word for form, word in written.items() if form != GENDER}
    for form, pattern in patterns.get(gender, {}).items():
        needed = {asked for asked in _FORM.findall(pattern) if asked != "name"}
        if form not in forms and {asked.lower() for asked in needed} <= forms.keys():
            values = {asked: _capital(forms[asked.lower()]) if asked[0].isupper() else forms[asked] for asked in needed}
            forms[form] = pattern.format(name="{name}", **values)
    return forms


@cache
def _known() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(resource("vejviser.content:place_words.yml"))
    return found


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
