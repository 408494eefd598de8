"""What a search knows beside the texts: what each page is called, for whom it is, and what people type for it.

The browser compares it with a query; assets/js/search/ reads it. Pure: the portal and its pages go in, values come out.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from vejviser.content.addresses import at
from vejviser.content.languages import Language, direction, main_language, row
from vejviser.content.model.article import Article
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.help_lines import HelpLine
from vejviser.content.model.portal import Portal
from vejviser.content.model.search_words import Signpost, Words, leading, page_of, place_on
from vejviser.content.place_words import words_in
from vejviser.pages.names import spellings
from vejviser.pages.page import Page
from vejviser.pages.speech import little_words, typing

SIGNPOSTS = "assets/vejviser/search/signposts.{language}.json"
"""Small, and kept on a device with the scripts: whom to call stands there without a network too.

A file for each language that people may type in; a page fetches its own, and those in whose letters a query is.
"""
PLACES = "assets/vejviser/search/places.json"
"""What places are called beside their names; fetched only where a query may mean one."""
PLACE = "municipality"
"""The kind of page that is found by its name only: a text about a place is about the same as that of any other."""
_FIRST, _OTHER, _PARTICIPANTS, _LIST, _LAST = 10, 9, 7, 6, 5
"""What a page counts for in tenths: one for the reader, for others, for participants only, a list, and the last."""
_FOR_THE_CURIOUS = ("sources", "languages", "glossary")
"""Kinds of pages that are about the portal or its words, and answer nobody's question."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page that is to be found, the name of the files with its text, and the places in each of its windows.

    A page that the language does not have is there in the main one, without windows: words may lead to it.
    """

    page: Page
    text: str
    places: tuple[tuple[str, ...], ...]


def search_file(portal: Portal, language: Language, pages: Sequence[SearchPage]) -> dict[str, Any]:
    """Return what the search of a language knows of its pages, beside the words in them."""
    texts = portal.texts[language]
    kinds = list(dict.fromkeys(item.page.kind for item in pages))
    first = first_readers(portal, language, [item.page for item in pages])
    return {
        "speech": {
            **speech(language),
            "typing": typing(portal),
            "little": little_words(portal),
        },
        "kinds": [texts(f"kind.{kind}") for kind in kinds],
        "place": kinds.index(PLACE) if PLACE in kinds else -1,
        "pages": [
            [
                item.page.address,
                item.page.title,
                kinds.index(item.page.kind),
                " · ".join(texts(f"audience.{audience}") for audience in item.page.audience),
                weight(item.page, first),
                item.text,
                len(item.places),
                alternative_titles(portal, item.page) if item.page.language == language else [],
                *([1] if item.page.language != language else []),
            ]
            for item in pages
        ],
        "alike": [list(entry.words[language]) for entry in _alike(portal) if language in entry.words],
        "leads": [
            [page_of(to).strip("/"), place_on(to), list(words[language])]
            for to, words in _leading(portal)
            if language in words
        ],
        "windows": _windows_led_to(portal, pages),
    }


def _windows_led_to(portal: Portal, pages: Sequence[SearchPage]) -> dict[str, int]:
    """Return in which window of its page a place stands that editors lead to, by the address with the place."""
    standing = {f"/{item.page.address}": item.places for item in pages}
    led = {to for _, _, to in leading(portal.search_words.values(), portal.signposts.values()) if place_on(to)}
    found = {to: [place_on(to) in window for window in standing.get(page_of(to), ())] for to in sorted(led)}
    return {to.removeprefix("/"): within.index(True) for to, within in found.items() if True in within}


def _leading(portal: Portal) -> Iterator[tuple[str, Words]]:
    """Yield every page that the words file leads to, with the words; those of places have a file of their own."""
    places = _places(portal)
    yield from (
        (entry.to, entry.words)
        for entry in portal.search_words.values()
        if entry.to is not None and page_of(entry.to) not in places
    )


def _places(portal: Portal) -> frozenset[str]:
    return frozenset(f"/{at('<places>/')}{place.slug}/" for place in portal.municipalities)


def place_files(portal: Portal) -> dict[str, bytes]:
    """Return the file of what places are called beside their names, by its path: the same words in every language."""
    places = _places(portal)
    names: dict[str, list[str]] = {}
    for entry in portal.search_words.values():
        if entry.to is not None and page_of(entry.to) in places:
            names.setdefault(page_of(entry.to).strip("/"), []).extend(
                word for words in entry.words.values() for word in words
            )
    sounds = {letter: sound for language in portal.languages for letter, sound in row(language).sounds.items()}
    told = {"sounds": sounds, "places": [[address, list(dict.fromkeys(of))] for address, of in names.items()]}
    return {PLACES: json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()}


def led_to(portal: Portal, language: Language) -> set[str]:
    """Return the addresses, below a language's front page, that its words lead to."""
    by_words = {page_of(to) for to, words in _leading(portal) if language in words}
    by_signposts = {page_of(to) for post in portal.signposts.values() for to in (*post.first, post.to)}
    return {to.removeprefix("/") for to in by_words | by_signposts} | asked_by_page(portal, language).keys()


def asked_by_page(portal: Portal, language: Language) -> dict[str, dict[str, list[str]]]:
    """Return what people ask in a language, by the address of the page that answers and the place on it."""
    found: dict[str, dict[str, list[str]]] = {}
    for entry in portal.search_questions.values():
        if questions := entry.asked.get(language):
            places = found.setdefault(page_of(entry.to).removeprefix("/"), {})
            places.setdefault(place_on(entry.to), []).extend(questions)
    return found


def speech(language: Language) -> dict[str, Any]:
    """Return how words of a language are bent and joined, for the scripts."""
    of = row(language)
    return {
        "endings": list(of.endings),
        "particles": list(of.particles),
        "doubled": of.doubled,
        "joins": list(of.joins),
    }


def _alike(portal: Portal) -> Iterator[Any]:
    return (entry for entry in portal.search_words.values() if entry.to is None)


def first_readers(portal: Portal, language: Language, pages: Sequence[Page]) -> tuple[str, ...]:
    """Return whom a language's front page speaks to first: the readers of the page that its first way leads to."""
    front = next((item for item in portal.articles if item.language == language and item.uri == "index.md"), None)
    ways = front.meta.ways if isinstance(front, Article) else ()
    return next((page.audience for page in pages if ways and page.uri == ways[0].to.partition("#")[0]), ())


def weight(page: Page, first: tuple[str, ...]) -> int:
    """Return what a page counts for in tenths, where a language's first readers are those."""
    if page.kind in _FOR_THE_CURIOUS or page.uri.startswith(at("<editors>/")):
        return _LAST
    if page.kind == "index":
        return _LIST
    if not page.audience or not first or set(first) & set(page.audience):
        return _FIRST
    if page.audience == ("participant",) or first == ("participant",):
        # What one of them reads says little to the other; in a translation either may be reading.
        return _PARTICIPANTS if page.language == main_language() else _OTHER
    return _OTHER


def signpost_files(portal: Portal) -> dict[str, bytes]:
    """Return the signposts by their paths, a file a language: somebody in need types in any of them."""
    return {
        SIGNPOSTS.format(language=language): json.dumps(
            {
                "language": language,
                "typing": typing(portal),
                "speech": speech(language),
                "posts": [_post(portal, post, language) for post in portal.signposts.values()],
            },
            ensure_ascii=False,
            separators=(",", ":"),
        ).encode()
        for language in portal.languages
    }


def _post(portal: Portal, post: Signpost, language: Language) -> dict[str, Any]:
    lines = [portal.help_lines[key] for key in post.call if key in portal.help_lines]
    return {
        "id": post.id,
        "words": list(post.words.get(language, ())),
        "unless": list(post.unless.get(language, ())),
        "to": post.to.removeprefix("/"),
        "first": [to.strip("/") for to in post.first],
        "title": _written(post.title, language),
        "text": _written(post.text, language),
        "more": portal.texts[language]("search.more_help"),
        "call": portal.texts[language]("search.call"),
        "numbers": portal.texts[language]("search.numbers"),
        "direction": direction(language),
        "lines": [_called(line, language) for line in lines],
    }


def _written(text: LanguageMap, language: Language) -> str | list[str]:
    """Return a text; one that the language does not have with the language that it is in, and how that is written."""
    found = text.get(language)
    return found.text if found.language == language else [found.text, found.language, direction(found.language)]


def _called(line: HelpLine, language: Language) -> list[str | list[str]]:
    """Return who answers, when, the number as it is read and as it is dialled; of several numbers their place."""
    said = [_written(line.name, language), _written(line.hours, language)]
    if len(line.numbers) == 1:
        return [*said, line.numbers[0].number, line.numbers[0].dialled]
    return [*said, "", f"{at('<help>')}/#{line.id}"]


def alternative_titles(portal: Portal, page: Page) -> list[str]:
    """Return what else a page is called. The glossary's words belong to the pages about them.

    What differs from the title only in how letters are typed is left out: the scripts take them for the same.
    """
    own = () if page.kind == "glossary" else page.aliases
    known = {page.title.lower(), *(spelling for word in page.title.split() for spelling in spellings(word))}
    known |= {*spellings(_without_kind(page.title, page.language))}
    words = (*own, *glossary_words_about(portal, f"/{page.address}"))
    return list(dict.fromkeys(word for word in words if word.lower() not in known))


def _without_kind(title: str, language: str) -> str:
    """Return the name alone of what is called after the kind of place it is: "Sampleton Council" -> "Sampleton"."""
    kind = words_in(language).get("place.one", "")
    return " ".join(word for word in title.split() if word.lower() != kind)


def glossary_words_about(portal: Portal, address: str) -> tuple[str, ...]:
    """Return every word of the glossary that the page at `address` (without the language) is about."""
    wanted = f"/{address.strip('/')}/"
    return tuple(
        word
        for term in portal.terms.values()
        if wanted in term.pages
        for word in (*term.term.root.values(), *term.also)
    )
