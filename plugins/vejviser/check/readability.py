"""Rules about plain language: how hard a text is to read, by the language's formula, and the sentence to mend first.

LIX is the words in a sentence, on average, and the share of words longer than six letters, in per cent, added together.
RIX is the long words in a sentence (Anderson 1983). ARI (Senter and Smith 1967) and Coleman-Liau (1975) give years of
school from the letters in a word and the words in a sentence.
Headings, lists, tables, code and citations are left out: they are not sentences.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from vejviser.base.problems import Problem
from vejviser.content.model.portal import Portal
from vejviser.content.model.settings import Formula
from vejviser.content.settings import current
from vejviser.content.text_walker import Passage, long_texts_with_readers

FEWEST_WORDS = 100
"""With fewer words a single sentence decides."""
LONG_WORD = 6
SHOWN_WORDS = 8

_LEFT_OUT = re.compile(
    r"""
      ^(?P<fence>```|~~~).*?^(?P=fence)[^\n]*$            # code
    | ^[ ]*(?:\#{1,6}[ ]|!!!|\?\?\?|\||<)[^\n]*$          # headings, titles of boxes, tables, HTML
    | ^[ ]*(?:[-*+]|\d+[.)])[ ][^\n]*(?:\n[ ]*(?![-*+][ ]|\d+[.)][ ])\S[^\n]*)*$   # a list item to its end
    | `[^`\n]*` | \[@[^\[\]]*\] | \{\{[^{}\n]*\}\} | \{:?[ ]*[\#.][^{}\n]*\}
    | \]\([^)\s]*\)                                       # the address of a link; its text stays
    | [*_\[\]>]
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_ABBREVIATION = re.compile(r"\b(?:bl\.a|ca|dvs|evt|f\.eks|hhv|inkl|jf|kl|mfl|mio|mv|nr|osv|pct|stk)\.", re.IGNORECASE)
_SENTENCE = re.compile(r"\S.*?(?:[.!?:](?=[\s»«\"”)]|$)|(?=\n\s*\n)|\Z)", re.DOTALL)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Readability:
    """How hard a text is to read; `longest` is where its longest sentence begins, and `sentence` its first words."""

    score: int
    """What the formula gives: higher is harder."""
    words: int
    longest: int
    sentence: str
    length: int


class _Counted(NamedTuple):
    """What the formulas are made of."""

    sentences: int
    words: int
    long_words: int
    letters: int


_FORMULAS: Mapping[Formula, Callable[[_Counted], float]] = {
    "lix": lambda it: it.words / it.sentences + 100 * it.long_words / it.words,
    "rix": lambda it: it.long_words / it.sentences,
    "ari": lambda it: 4.71 * it.letters / it.words + 0.5 * it.words / it.sentences - 21.43,
    "coleman-liau": lambda it: 5.88 * it.letters / it.words - 29.6 * it.sentences / it.words - 15.8,
}


def problems(portal: Portal) -> Iterator[Problem]:
    """Yield every text that is harder to read than its readers should have to bear."""
    for text, audience in long_texts_with_readers(portal):
        measured = current().readability.get(text.language)
        limits = measured.limits if measured else {}
        limit = min((limits[item] for item in audience if item in limits), default=None)
        if measured is None or limit is None:
            continue
        found = readability(text.body, measured.formula)
        if found and found.score > limit:
            passage = Passage(text.body, text.language, text.origin, line=text.body_line)
            told = {"formula": measured.formula.upper(), "lix": found.score, "limit": limit}
            values = {**told, "sentence": found.sentence, "words": found.length}
            yield passage.problem("warning", "lix-high", found.longest, **values)


def readability(markdown: str, formula: Formula = "lix") -> Readability | None:
    """Measure a text by a formula; None when it has too few words in sentences to be measured."""
    found = [(match, _WORD.findall(match[0])) for match in _SENTENCE.finditer(prose(markdown))]
    sentences = [(match, words) for match, words in found if words]
    words = [word for _, its_words in sentences for word in its_words]
    if len(words) < FEWEST_WORDS:
        return None
    longest, its_words = max(sentences, key=lambda sentence: len(sentence[1]))
    counted = _Counted(len(sentences), len(words), sum(len(word) > LONG_WORD for word in words), sum(map(len, words)))
    beginning = " ".join(longest[0].split()[:SHOWN_WORDS])
    return Readability(round(_FORMULAS[formula](counted)), len(words), longest.start(), beginning, len(its_words))


def prose(markdown: str) -> str:
    """Return the text with spaces for everything that is no sentence, so that every letter keeps its place."""
    text = _LEFT_OUT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), markdown)
    return _ABBREVIATION.sub(lambda match: match[0].replace(".", " "), text)
