"""Words that readers may not know -> buttons that open their explanation, in the Markdown of a page.

Only the first use of a term on a page is marked, and only in running text: headings, links, code, HTML and citations
stay as they are. The Markdown that comes out is the one that came in, but for the buttons.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from vejviser.base.identity_key import IdentityKey
from vejviser.content.languages import Language, main_language, row, same_script
from vejviser.content.model.base import Audience
from vejviser.content.model.sources import Term

_PROTECTED = re.compile(
    r"""
      ^(?P<fence>```|~~~).*?^(?P=fence)[^\n]*$   # fenced code
    | ^!!![ ]original\n(?:[ ]{4}[^\n]*\n|\n)*     # passages in the main language
    | ^\s*(?:\#{1,6}\s|!!!|\?\?\?)[^\n]*$        # headings, titles of boxes
    | `[^`\n]*`                                  # code
    | \{\{.*?\}\}                                # places to fill
    | <(a|button|summary|h[1-6])\b[^>]*>.*?</\2> # HTML whose text must stay as it is
    | <[^>\n]*>                                  # tags and addresses
    | !?\[(?:[^\[\]]|\[[^\]]*\])*\](?:\([^)]*\)|\[[^\]]*\])  # links and pictures
    | \[[@^][^\]]*\]                             # citations and notes
    | \{:?\s*[\#.][^}\n]*\}                      # attributes
    | https?://\S+
    | [\w.+-]+@[\w.-]+                           # mail addresses
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_WORD = re.compile(r"(?<![\w-])\w")
_PARENTHESIS = re.compile(r"\s*\(([^)]*)\)")
_SENTENCE_START = frozenset(".!?:;»\"“”'*_-–(|>•\n")
_PREFIX = 2


@dataclass(frozen=True, slots=True)
class WrittenForm:
    """One way to write a term."""

    term: Term
    pattern: re.Pattern[str]
    named: bool
    """It has capital letters of its own: a name or an abbreviation."""


@dataclass(slots=True)
class Marker:
    """Marks the terms of one page; it remembers which have been explained."""

    language: Language
    forms: Mapping[str, tuple[WrittenForm, ...]]
    found: dict[str, Term] = field(default_factory=dict)

    def mark(self, markdown: str, button: Callable[[Term, str], str]) -> str:
        """Put `button(term, words)` in the place of each term's first use."""
        pieces, end = [], 0
        for protected in _PROTECTED.finditer(markdown):
            pieces += [self._mark_between(markdown, end, protected.start(), button), protected[0]]
            end = protected.end()
        return "".join([*pieces, self._mark_between(markdown, end, len(markdown), button)])

    def note(self, text: str) -> tuple[tuple[Term, str], ...]:
        """Return the terms a text uses for the first time, with the words it uses for them.

        And leave the text alone.
        """
        uses = ((form.term, match[0]) for match, form in self._uses(text, 0, len(text)))
        return tuple((term, words) for term, words in uses if self._is_new(term))

    def _mark_between(self, text: str, start: int, end: int, button: Callable[[Term, str], str]) -> str:
        pieces, done = [], start
        for match, form in self._uses(text, start, end):
            if self._is_new(form.term):
                pieces += [text[done : match.start()], button(form.term, match[0])]
                done = match.end()
        return "".join([*pieces, text[done:end]])

    def _is_new(self, term: Term) -> bool:
        """Return whether a term has not been explained on the page yet; from now on it is."""
        if term.id in self.found:
            return False
        self.found[term.id] = term
        return True

    def _uses(self, text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], WrittenForm]]:
        done = start
        for word in _WORD.finditer(text, start, end):
            if word.start() < done:
                continue
            candidates = self.forms.get(text[word.start() : word.start() + _PREFIX].casefold(), ())
            matches = [(match, form) for form in candidates if (match := form.pattern.match(text, word.start(), end))]
            if matches:
                match, form = max(matches, key=lambda item: item[0].end())
                done = match.end()
                if form.named or not _inside_a_name(text, match):
                    yield match, form


def marker(terms: Iterable[Term], language: Language, audience: tuple[Audience, ...] = ()) -> Marker:
    """Make a page's marker. A term that all of the page's readers know already is left out."""
    return Marker(language, _forms(IdentityKey(*terms), language, audience))


@lru_cache(maxsize=64)
def _forms(
    same: IdentityKey, language: Language, audience: tuple[Audience, ...]
) -> Mapping[str, tuple[WrittenForm, ...]]:
    forms: dict[str, list[WrittenForm]] = {}
    for term in same.objects:
        if audience and set(audience) <= set(term.known_to):
            continue
        for text, written in _spellings(term, language):
            form = WrittenForm(term, _pattern(text, written), named=text != text.lower())
            for prefix in _prefixes(text, written):
                forms.setdefault(prefix, []).append(form)
    return {prefix: tuple(found) for prefix, found in forms.items()}


def _spellings(term: Term, language: Language) -> Iterator[tuple[str, Language]]:
    """Yield the ways to write a term with the language that inflects each: its own, and the original words for it."""
    for written in dict.fromkeys((language, main_language())):
        if written in term.term:
            name = term.term.text(written)
            yield _PARENTHESIS.sub("", name), written
            yield from ((text, main_language()) for text in _PARENTHESIS.findall(name))
    inflecting = language if same_script(language, main_language()) else main_language()
    yield from ((text, inflecting) for text in term.also)


def _prefixes(text: str, language: Language) -> Iterator[str]:
    yield from {beginning[:_PREFIX].casefold() for beginning in row(language).beginnings(text)}


@cache
def _pattern(text: str, language: Language) -> re.Pattern[str]:
    """Return a pattern for a term as it may stand in a sentence of its language."""
    words = [row(language).inflected(word) for word in text.split()]
    case = re.NOFLAG if text != text.lower() else re.IGNORECASE
    return re.compile(r"\s+".join(words) + r"(?![\w-])", case)


def _inside_a_name(text: str, match: re.Match[str]) -> bool:
    """Return whether a word is written large in the middle of a sentence, as in "Sampleton Council"."""
    before = text[: match.start()].rstrip(" ")
    return match[0][0].isupper() and bool(before) and before[-1] not in _SENTENCE_START
