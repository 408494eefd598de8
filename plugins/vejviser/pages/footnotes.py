"""Citations become the numbered notes at a page's end: the same source and place keep the same number."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from vejviser.content.languages import Language
from vejviser.content.model.base import Citation, LocalText
from vejviser.content.model.law import Law
from vejviser.content.model.portal import Work

_ARABIC = re.compile(r"[\u0600-\u06ff]")


@dataclass(frozen=True, slots=True)
class Note:
    """A citation as it stands in the list at the page's end."""

    number: int
    citation: Citation
    source: Work
    uses: int
    old: bool
    again: bool
    """Whether a note above has said the source's title and how old it is, and author and year are enough to know it."""
    language: Language

    @property
    def locator(self) -> LocalText:
        """The place in the source, with the language it is written in."""
        return LocalText(text=self.citation.locator, language=self.language)

    @property
    def law(self) -> Law | None:
        """The provision, where a law is cited."""
        return self.source if isinstance(self.source, Law) else None

    @property
    def left_to_right(self) -> bool:
        """Whether the place in the source is written from left to right, as the source's own name always is.

        Then all of the note is laid out as one passage: in an Arabic page its parts would else change places.
        """
        return _ARABIC.search(self.citation.locator) is None


@dataclass
class Notes:
    """The notes of one page, numbered in the order in which they are first cited.

    A place is named as the page's own `language` names it, if a text in that language cites it.
    """

    sources: Mapping[str, Work]
    language: Language
    _uses: dict[tuple[str, str], int] = field(default_factory=dict)
    _named: dict[tuple[str, str], tuple[Citation, Language]] = field(default_factory=dict)

    def use(self, citation: Citation, language: Language) -> tuple[int, int] | None:
        """Return the note's number, and how many times it has been used now; None for an unknown source.

        `language` is that of the text that cites, and so of the words for the place in the source.
        """
        if citation.key not in self.sources:
            return None
        place = citation.place
        self._uses[place] = self._uses.get(place, 0) + 1
        if place not in self._named or self._named[place][1] != self.language == language:
            self._named[place] = citation, language
        return [*self._uses].index(place) + 1, self._uses[place]

    def written(self, today: date) -> tuple[Note, ...]:
        """Return every note so far, in order; `today` decides which sources are old."""
        first = {citation.key: place for place, (citation, _) in reversed(self._named.items())}
        named = Counter(_name(self.sources[key]) for key in first)
        return tuple(
            Note(number, citation, source, uses, source.is_old(today), again, language)
            for number, (place, uses) in enumerate(self._uses.items(), 1)
            for citation, language in [self._named[place]]
            for source in [self.sources[citation.key]]
            for again in [first[citation.key] != place and named[_name(source)] == 1]
        )


def _name(source: Work) -> object:
    """Return what a source is called by after the first time."""
    return source.id if isinstance(source, Law) else (source.author, source.year)
