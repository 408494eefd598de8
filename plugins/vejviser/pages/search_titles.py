"""What each page is called, for search: titles, and the other words people use. The browser compares them with a query.

Pagefind knows every word of every page, but not that one of them is the page's name, nor that "tavshedsplikt" is a
slip. The catalogue of a language is small and fetched when somebody searches; assets/js/ranking.js reads it.
"""

import json
from collections.abc import Iterable, Mapping

from vejviser.content.addresses import at
from vejviser.content.languages import Language, main_language
from vejviser.content.model.portal import Portal
from vejviser.content.place_words import words_in
from vejviser.pages.names import spellings
from vejviser.pages.page import Page
from vejviser.pages.speech import little_words, typing


def search_title_files(portal: Portal, pages: Iterable[Page], indexed: Mapping[str, str]) -> dict[str, bytes]:
    """Return the catalogues by their path; `indexed` tells under which name Pagefind has a page."""
    found: dict[Language, list[tuple[str, str, str, list[str]]]] = {language: [] for language in portal.languages}
    for page in pages:
        own = "" if page.language == main_language() else f"/{page.language}"
        name = indexed.get(f"{own}/{page.address}")
        if name and not page.address.endswith(at("/<status>/")):  # a place's figures are found by the place
            kind = portal.texts[page.language](f"kind.{page.kind}")
            found[page.language].append((name, page.title, kind, alternative_titles(portal, page)))
    return {
        f"pagefind/titles.{language}.json": json.dumps(
            {"typing": typing(portal), "little": little_words(portal), "pages": sorted(rows)},
            ensure_ascii=False,
            separators=(",", ":"),
        ).encode()
        for language, rows in found.items()
    }


def alternative_titles(portal: Portal, page: Page) -> list[str]:
    """Return what else a page is called. The glossary's words belong to the pages about them.

    Spellings are the reader's.

    What differs from the title only in how letters are typed is left out: ranking.js takes them for the same.
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
