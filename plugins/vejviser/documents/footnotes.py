"""Citations become numbered notes: the same source and place keep the same number throughout a document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from babel.dates import format_date

from vejviser.content.languages import locale, main_language
from vejviser.content.model.base import Citation
from vejviser.content.model.law import Law
from vejviser.content.model.portal import Work
from vejviser.documents.blocks import Inlines, Link, Text
from vejviser.documents.document import Note


@dataclass
class Notes:
    """The notes of one document, numbered in the order in which they are first cited.

    How old a source is, is counted to the day the document was `updated`: a version says the same whenever it is made.
    """

    sources: Mapping[str, Work]
    labels: Mapping[str, str]
    language: str
    updated: date
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    _written: list[tuple[Work, str, str]] = field(default_factory=list)

    def cite(self, citation: Citation, language: str | None = None) -> int | None:
        """Return the number of the note for `citation`, or None for an unknown source.

        `language` is that of the locator, when it is not the document's.
        """
        source = self.sources.get(citation.key)
        if source is None:
            return None
        if citation.place not in self._numbers:
            self._numbers[citation.place] = len(self._numbers) + 1
            self._written.append((source, citation.locator, language or self.language))
        return self._numbers[citation.place]

    def written(self) -> tuple[Note, ...]:
        """Return every note cited so far. Sources are in the main language: their notes are, in every document."""
        other = None if self.language == main_language() else main_language()
        return tuple(
            Note(number, self._source(source, locator, language), other)
            for number, (source, locator, language) in enumerate(self._written, 1)
        )

    def _source(self, source: Work, locator: str, language: str) -> Inlines:
        if isinstance(source, Law):
            return self._law(source, locator)
        title = Text(source.title, italic=True)
        words: Inlines = (
            Text(f"{source.author} ({source.year}): "),
            Link(source.url, (title,)) if source.url else title,
            Text(f". {source.publisher}{', ' if locator else '.'}"),
        )
        if locator:
            words = (*words, Text(locator, language=None if language == main_language() else language), Text("."))
        if source.is_old(self.updated):
            own = None if self.language == main_language() else self.language
            words = (*words, Text(" "), Text(self.labels["old_source"], language=own))
        return words

    def by_law(self, key: str) -> str:
        """Return the words that say that a provision asks for it, with the day it was read and who has confirmed it."""
        law = self.sources.get(key)
        return self._standing(law, "law_by_law") if isinstance(law, Law) else ""

    def _law(self, law: Law, locator: str) -> Inlines:
        """Return a provision with its official address, the day it was read, and who has confirmed it."""
        title = Text(law.title, italic=True)
        own = None if self.language == main_language() else self.language
        place = f", {locator}. " if locator else ". "
        said = Text(self._standing(law, "law_read"), language=own)
        return (Link(law.eli, (title,)) if law.eli else title, Text(place), said)

    def _standing(self, law: Law, read: str) -> str:
        confirmed = self.labels["law_confirmed" if law.confirmed else "law_unconfirmed"]
        if law.confirmed:
            confirmed = confirmed.format(role=law.confirmed_by, day=self._format_date(law.confirmed))
        return f"{self.labels[read].format(day=self._format_date(law.read))} {confirmed}"

    def _format_date(self, day: date) -> str:
        return str(format_date(day, "long", locale=locale(self.language)))
