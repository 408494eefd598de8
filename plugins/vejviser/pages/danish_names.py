"""Names: the order readers expect, and the ways people type them. Both are the main language's."""

from vejviser.content.languages import Language, main_language, row
from vejviser.content.model.base import LanguageMap


def danish_order(name: str) -> str:
    """Return a sorting key by the main language's alphabet."""
    return row(main_language()).order(name)


def spellings(name: str) -> tuple[str, ...]:
    """Return the other ways in which people type a name."""
    return row(main_language()).spellings(name)


def title_order(title: LanguageMap, language: Language) -> tuple[bool, str]:
    """Return a sorting key for what a reader looks up by name: first what her language has, then what it lacks."""
    found = title.get(language)
    return found.language != language, danish_order(found.text)
