"""Names: the order readers expect, and the ways people type them. Both are the main language's."""

from vejviser.content.languages import MAIN_LANGUAGE, Language, row
from vejviser.content.model.base import LanguageMap

danish_order = row(MAIN_LANGUAGE).order
spellings = row(MAIN_LANGUAGE).spellings


def title_order(title: LanguageMap, language: Language) -> tuple[bool, str]:
    """Return a sorting key for what a reader looks up by name: first what her language has, then what it lacks."""
    found = title.get(language)
    return found.language != language, danish_order(found.text)
