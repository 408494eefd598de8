"""Rules about plain language: how hard a Danish text is to read, as LIX, and the sentence to mend first.

LIX is the words in a sentence, on average, and the share of words longer than six letters, in per cent, added together.
Headings, lists, tables, code and citations are left out: they are not sentences.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vejviser.base.problems import Problem
from vejviser.content.model.portal import Portal
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

    lix: int
    words: int
    longest: int
    sentence: str
    length: int


def problems(portal: Portal) -> Iterator[Problem]:
    """Yield every Danish text that is harder to read than its readers should have to bear."""
    for text, audience in long_texts_with_readers(portal):
        measured = current().readability.get(text.language)
        limits = measured.limits if measured else {}
        limit = min((limits[item] for item in audience if item in limits), default=None)
        if limit is None:
            continue
        found = readability(text.body)
        if found and found.lix > limit:
            passage = Passage(text.body, text.language, text.origin, line=text.body_line)
            values = {"lix": found.lix, "limit": limit, "sentence": found.sentence, "words": found.length}
            yield passage.problem("warning", "lix-high", found.longest, **values)


def readability(markdown: str) -> Readability | None:
    """Measure a text; None when it has too few words in sentences to be measured."""
    found = [(match, _WORD.findall(match[0])) for match in _SENTENCE.finditer(prose(markdown))]
    sentences = [(match, words) for match, words in found if words]
    words = [word for _, its_words in sentences for word in its_words]
    if len(words) < FEWEST_WORDS:
        return None
    long_words = sum(len(word) > LONG_WORD for word in words)
    longest, its_words = max(sentences, key=lambda sentence: len(sentence[1]))
    lix = round(len(words) / len(sentences) + 100 * long_words / len(words))
    beginning = " ".join(longest[0].split()[:SHOWN_WORDS])
    return Readability(lix, len(words), longest.start(), beginning, len(its_words))


def prose(markdown: str) -> str:
    """Return the text with spaces for everything that is no sentence, so that every letter keeps its place."""
    text = _LEFT_OUT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), markdown)
    return _ABBREVIATION.sub(lambda match: match[0].replace(".", " "), text)
