"""Words as people type them: in the quotation marks of their language, which no shell knows, or in none at all."""

from collections.abc import Collection, Sequence

_OPENING = "»„“”«‹›\"'‘’"
_CLOSING = "«“”»›‹\"'’‘"
"""Quotation marks, in the order in which one may close the other; some languages use them the other way round."""


def regrouped(typed: Sequence[str], options: Collection[str]) -> list[str]:
    """Return what was typed with words in one piece that belong together.

    "»Mit", "netværk«" is one text, and so is everything between one of the `options`, such as --title, and the next
    option. What the shell has kept together already, because it holds a blank, stays a text of its own.
    """
    found: list[str] = []
    rest = list(typed)
    while rest:
        word = rest.pop(0)
        name, equals, value = word.partition("=")
        if name in options:
            if equals:
                rest.insert(0, value)
            found += [name, *_text(rest)]
        else:
            rest.insert(0, word)
            found.append(_quoted(rest))
    return found


def _text(rest: list[str]) -> list[str]:
    """Take the words of one text off the front; none where the next option follows at once."""
    words: list[str] = []
    while rest and not rest[0].startswith("--"):
        whole = " " in rest[0] or rest[0][:1] in _OPENING
        words.append(_quoted(rest))
        if whole and len(words) == 1:
            break
    return [" ".join(words)] if words else []


def _quoted(rest: list[str]) -> str:
    """Take one word, or the words between quotation marks, off the front."""
    first = rest.pop(0)
    if first[:1] not in _OPENING or not first or " " in first:
        return without_quotes(first)
    for count, word in enumerate([first, *rest]):
        if word[-1:] in _CLOSING and (count or len(word) > 1):
            taken = " ".join([first, *rest[:count]])
            del rest[:count]
            return without_quotes(taken)
        if count and word.startswith("--"):
            break
    return first


def without_quotes(text: str) -> str:
    """Return a text without the quotation marks around all of it; those within it stay."""
    inner = text[1:-1].strip()
    around = len(text) > 1 and text[0] in _OPENING and text[-1] in _CLOSING
    return inner if around and inner and not set(inner) & set(_OPENING) else text
