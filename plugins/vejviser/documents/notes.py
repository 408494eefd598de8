"""Citations become numbered notes: the same source and place keep the same number throughout a document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from vejviser.documents.document import Inlines, Link, Note, Text
from vejviser.model.base import MAIN_LANGUAGE, Citation
from vejviser.model.evidence import Source

_YEARS_UNTIL_OLD = 5


@dataclass
class Notes:
    """The notes of one document, numbered in the order in which they are first cited."""

    sources: Mapping[str, Source]
    labels: Mapping[str, str]
    updated: date
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def cite(self, citation: Citation) -> int | None:
        """Give the number of the note for `citation`, or None when nobody knows the source."""
        if citation.key not in self.sources:
            return None
        place = (citation.key, citation.locator)
        return self._numbers.setdefault(place, len(self._numbers) + 1)

    def written(self) -> tuple[Note, ...]:
        """Give every note cited so far."""
        return tuple(
            Note(number, self._words(self.sources[key], locator)) for (key, locator), number in self._numbers.items()
        )

    def _words(self, source: Source, locator: str) -> Inlines:
        title = Text(source.title, italic=True, language=MAIN_LANGUAGE)
        where = f", {locator}" if locator else ""
        words: Inlines = (
            Text(f"{source.author} ({source.year}): "),
            Link(source.url, (title,)) if source.url else title,
            Text(f". {source.publisher}{where}."),
        )
        return (*words, Text(f" {self.labels['old_source']}")) if self._is_old(source) else words

    def _is_old(self, source: Source) -> bool:
        return source.kind != "web" and self.updated.year - source.facts_to > _YEARS_UNTIL_OLD
