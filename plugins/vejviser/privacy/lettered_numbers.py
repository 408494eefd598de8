"""National numbers that have letters, in a text as it is read: the Finnish 311280-999J, the Spanish 54362315-K."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from vejviser.content.number_kinds import NumberKind, Shape, is_rare
from vejviser.privacy.number import Number
from vejviser.privacy.surroundings import Surroundings

_BETWEEN = r"[\s.\-/|·]{0,3}"
_SIGNS = frozenset("-+")
_MANY_DIGITS = re.compile(r"[0-9][\W_]{0,3}[0-9]")


def lettered_numbers(text: str, around: Surroundings, kinds: Iterable[tuple[NumberKind, Shape]]) -> Iterator[Number]:
    """Yield the numbers with letters in `text` that are of one of the kinds, in one of their shapes."""
    kinds = tuple(kinds)
    if not kinds or not _MANY_DIGITS.search(text):
        return
    done: set[tuple[int, int]] = set()
    for kind, shape in kinds:
        for match in _pattern(shape).finditer(text):
            found = _judged(match, kind, shape, around)
            if found and (found.start, found.end) not in done:
                done.add((found.start, found.end))
                yield found


@cache
def _pattern(shape: Shape) -> re.Pattern[str]:
    """Return what finds a shape: one group a place, empty where a sign such as a dash has been left out."""
    places = (rf"({_one_of(place)}{'?' if place & _SIGNS else ''})" for place in shape.places)
    return re.compile(rf"(?<![^\W_]){_BETWEEN.join(places)}(?![^\W_])")


def _one_of(place: frozenset[str]) -> str:
    signs = sorted(place | {sign.lower() for sign in place})
    return f"[{''.join(map(re.escape, signs))}]"


def _judged(match: re.Match[str], kind: NumberKind, shape: Shape, around: Surroundings) -> Number | None:
    signs = "".join(sign.upper() or "-" for sign in match.groups())
    start, end = match.span()
    if not kind.holds(signs, shape) or around.in_uuid(start, end) or _is_digits_of(kind, signs):
        return None
    rare = is_rare(kind.name, shape)
    if not around.says_national(start, end, kind.name, kind.title):
        if around.says_other_number(start) or (not rare and not around.prose):
            return None
        if not rare and not _is_written_so(match[0], shape):
            return None
    plain = "".join(sign for sign in signs if sign.isalnum())
    return Number(start, end, plain, certain=True, bare=False, name=kind.name)


def _is_digits_of(kind: NumberKind, signs: str) -> bool:
    """Return whether signs are digits alone, in a kind that has such numbers too: they are found as digits."""
    return signs.isdecimal() and any(shape.only_digits for shape in kind.shapes)


def _is_written_so(written: str, shape: Shape) -> bool:
    """Return whether digits and letters stand as a number's do: its own groups, or none; not a word after a number."""
    groups = tuple(map(len, re.findall(r"\w+", written)))
    return groups in shape.forms or len(groups) == 1 or not any(sign.islower() for sign in written)
