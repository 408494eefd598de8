"""The order of names and titles by a language's own alphabet, as ICU has it: æ last in one, ä with a in another.

Browsers sort by the same rules (`Intl.Collator`), so a list keeps its order when a reader sorts it anew.
"""

from collections.abc import Callable

from vejviser.content.settings import by_settings


def sort_key(text: str, language: str) -> bytes:
    """Return the key of a text among others of a language."""
    return _collator(language)(text)


@by_settings
def _collator(language: str) -> Callable[[str], bytes]:
    import icu  # noqa: PLC0415 - large, and most commands sort nothing

    found: Callable[[str], bytes] = icu.Collator.createInstance(icu.Locale.forLanguageTag(language)).getSortKey
    return found


def first_letter(text: str, language: str) -> str:
    """Return the letter of the language's alphabet that a text is looked up under; empty for what begins otherwise."""
    place = _letters(language)(text)
    return place if place.isalpha() else ""


@by_settings
def _letters(language: str) -> Callable[[str], str]:
    import icu  # noqa: PLC0415 - as above

    index = icu.AlphabeticIndex(icu.Locale.forLanguageTag(language)).buildImmutableIndex()
    return lambda text: str(index[index.getBucketIndex(text)][0])
