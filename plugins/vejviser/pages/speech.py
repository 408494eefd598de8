"""How the portal's languages are typed and asked in, for the scripts of search and the directory."""

from typing import Any

from vejviser.content.languages import main_language, row
from vejviser.content.model.base import slugify
from vejviser.content.model.portal import Portal
from vejviser.content.place_words import words_in


def typing(portal: Portal) -> dict[str, Any]:
    """Return the letters of every language with what is typed in their place, and what counts as the same.

    Names stand in their own language on every page, so that each needs the letters of all.
    """
    rows = [row(language) for language in portal.languages]
    letters = {letter: list(typed) for item in rows for letter, typed in item.letters.items()}
    return {"letters": letters, "same": [list(pair) for item in rows for pair in item.same]}


def place_names(portal: Portal) -> list[str]:
    """Return the single words for the portal's kind of place, in every language: they say nothing of which one."""
    found = (
        words_in(language).get(f"place.{form}", "") for language in portal.languages for form in ("one", "the_one")
    )
    return list(dict.fromkeys(word for word in found if word and " " not in word))


def place_key() -> str:
    """Return what the query of an address calls a chosen place: the word for it, ?council=sampleton."""
    return slugify(words_in(main_language()).get("place.one", "")) or "place"


def little_words(portal: Portal) -> list[str]:
    """Return the words that say nothing in a question, in every language."""
    texts = (portal.texts[language].own.get("search.little", "") for language in portal.languages)
    return list(dict.fromkeys([word for text in texts for word in text.split()] + place_names(portal)))
