"""What a tick on a reader's device is a tick at: the words of an item, as a mark too short to be read back.

A tick is kept with the mark of what the reader saw. When the item says something else, no mark of the page is that one
any more, and the tick is shown as none (ADR 166).
"""

from collections.abc import Iterable

from vejviser.base.fingerprints import cache_key, in_letters
from vejviser.content.languages import Language, main_language
from vejviser.content.model.checklist import Item

_LENGTH = 8
_NO_WORDS = " .,;:!?…"


def marks(item: Item, shown: Language, languages: Iterable[Language]) -> str:
    """Return the marks of an item's words with blanks between them: first that of the language `shown`.

    The others are those of other languages, and of earlier words that meant the same: a tick made at one of them is a
    tick here too. A mark is of the main language's words and of the translation's, so it is another as soon as either
    is. Capital letters, blanks and a last full stop tell nothing apart.
    """
    own = (item.text.text(main_language()), *item.formerly)
    pairs = ((words, item.text.text(language)) for words in own for language in (shown, *languages))
    return " ".join(dict.fromkeys(_mark(*pair) for pair in _as_seen(pairs, item.text.text(main_language()))))


def _as_seen(pairs: Iterable[tuple[str, str]], main: str) -> Iterable[tuple[str, str]]:
    """Yield what readers saw: where there was no translation, the main language's words of that time."""
    return ((words, words if seen == main else seen) for words, seen in pairs)


def _mark(*texts: str) -> str:
    plain = (" ".join(text.casefold().split()).strip(_NO_WORDS) for text in texts)
    return in_letters(cache_key(*plain)[:_LENGTH])
