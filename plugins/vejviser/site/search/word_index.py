"""Passages, or windows of them -> which word stands in which, as short as a bad network wants it (docs/adr/0161).

assets/js/search/index.js reads it. Nothing here knows a language: what counts as one word is worked out there, from
the rows of the languages, so that a reader who types a word otherwise is understood by one set of rules only.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from vejviser.site.search.page_text import Passage

_WORD = re.compile(r"[^\W_]+(?:['’ʼ`´][^\W_]+)*")
"""Letters and digits; an apostrophe between letters is one of them."""
_SHARED = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""How many signs a word shares with the one before it, which have small letters."""
_SIGNS = "".join(chr(code) for code in range(33, 126) if chr(code) not in '"\\~@0123456789')
"""What numbers are written with: two halves, the first for a last sign, the second for one that is followed.

No digits and no @, neither here nor above: what is packed must never look like somebody's number or address.
"""
_HALF = len(_SIGNS) // 2
END = "~"
"""Stands after the places of a word."""
EVERYWHERE = 0.12
"""A word in more of the passages than this tells nothing of any: it is known, and its places are left out."""
ASKED_EVERYWHERE = 0.05
"""The same of what people ask, whose words are everyday ones."""
_FEW = 12
"""In a small portal a word may stand in so many passages all the same."""


def words_in(text: str) -> list[str]:
    """Return the words of a text as the index has them: small letters, without marks above and below them."""
    composed = unicodedata.normalize("NFC", text.lower())
    return _WORD.findall("".join(sign for sign in composed if unicodedata.category(sign) != "Mn"))


def word_index(
    passages: Sequence[Passage], little: Collection[str] = (), questions: Sequence[str] = ()
) -> dict[str, str]:
    """Return the words of the passages in order, and for each the passages it stands in, both packed.

    `questions` are what people ask that each passage answers, in the order of the passages: their words are told by
    themselves (`asked`), for nobody reads them on the page.
    Words that say nothing (`little`) are known, and their places are left out: no query is answered by them.
    A place is told twice as far from the last one as it is, and one more where the word stands in a heading.
    """
    places: dict[str, list[int]] = {}
    for number, passage in enumerate(passages):
        headed = frozenset(words_in(passage.heading))
        for word in sorted(headed.union(words_in(" ".join(passage.blocks)))):
            places.setdefault(word, []).append(2 * number + (word in headed))
    asked: dict[str, list[int]] = {}
    for number, question in enumerate(questions):
        for word in sorted(frozenset(words_in(question)).difference(little)):
            asked.setdefault(word, []).append(2 * number)
    ordered = sorted(places.keys() | asked.keys())
    return {
        "words": " ".join(_front_coded(ordered)),
        "places": _telling(ordered, places, max(_FEW, EVERYWHERE * len(passages)), little),
        "asked": _telling(ordered, asked, max(_FEW, ASKED_EVERYWHERE * sum(map(bool, questions))), little),
        "lengths": "".join(_sign(sum(len(words_in(block)) for block in passage.blocks)) for passage in passages),
    }


def _telling(words: Iterable[str], places: Mapping[str, Sequence[int]], most: float, little: Collection[str]) -> str:
    """Return where each word stands, packed; nothing of a word that stands in more than `most`, or says nothing."""

    def told(word: str) -> Sequence[int]:
        of = places.get(word, ())
        return of if len(of) <= most and word not in little else ()

    return "".join(_packed(told(word)) + END for word in words)


def _front_coded(words: Iterable[str]) -> Iterator[str]:
    """Yield each word as a sign for how much it shares with the one before, and the rest."""
    last = ""
    for word in words:
        same = 0
        while same < min(len(word), len(last), len(_SHARED) - 1) and word[same] == last[same]:
            same += 1
        yield _SHARED[same] + word[same:]
        last = word


def _packed(places: Iterable[int]) -> str:
    """Return places as distances: the passages by how many lie between them, and the heading's bit."""
    written, last = [], 0
    for place in places:
        number = place // 2
        written.append(_number(2 * (number - last) + place % 2))
        last = number
    return "".join(written)


def _number(value: int) -> str:
    signs = ""
    while value >= _HALF:
        signs += _SIGNS[_HALF + value % _HALF]
        value //= _HALF
    return signs + _SIGNS[value]


def _sign(words: int) -> str:
    """Return the length of a passage, in sixteens of words, in one sign."""
    return _SIGNS[min(_HALF - 1, words // 16)]
