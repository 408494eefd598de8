"""Names: the order readers expect, and the ways people type them. Both are the main language's."""

from vejviser.content.collation import sort_key
from vejviser.content.languages import Language, main_language, row
from vejviser.content.model.base import LanguageMap


def name_order(name: str) -> bytes:
    """Return a sorting key by the main language's alphabet."""
    return sort_key(name, main_language())


def spellings(name: str) -> tuple[str, ...]:
    """Return the other ways in which people type a name."""
    return row(main_language()).spellings(name)


def title_order(title: LanguageMap, language: Language) -> tuple[bool, bytes]:
    """Return a sorting key for what a reader looks up by name: first what her language has, then what it lacks."""
    found = title.get(language)
    return found.language != language, sort_key(found.text, found.language)
