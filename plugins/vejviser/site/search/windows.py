"""Passages that stand beside each other -> windows: what the index counts words in, and one file of a page's text.

A passage alone is so short that a question's words seldom stand in one, and an index of them is twice as heavy
(docs/adr/0174). Which passage of a window is shown, the browser sees from the file.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vejviser.site.search.page_text import Passage
from vejviser.site.search.word_index import words_in

PASSAGES = 5
"""So many passages of a page make a window."""


@dataclass(frozen=True, slots=True)
class Window:
    """Some passages of a page, and for each what people ask that it answers."""

    passages: tuple[Passage, ...]
    asked: tuple[str, ...]

    @property
    def joined(self) -> Passage:
        """All of it as one passage, as the index counts it."""
        headings = " ".join(passage.heading for passage in self.passages)
        return Passage("", headings, tuple(block for passage in self.passages for block in passage.blocks))

    @property
    def places(self) -> tuple[str, ...]:
        """The ids of the passages' headings."""
        return tuple(passage.place for passage in self.passages)

    def shown(self, little: Collection[str]) -> bytes:
        """Return the file of the text: of each passage its place and heading, the words asked, and its paragraphs.

        Of the questions there are only the words that say something (not `little`) and that the passage has not.
        """
        rows = [
            [passage.place, passage.heading, _asked(passage, questions, little), *passage.blocks]
            for passage, questions in zip(self.passages, self.asked, strict=True)
        ]
        return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


def _asked(passage: Passage, questions: str, little: Collection[str]) -> str:
    own = words_in(" ".join([passage.heading, *passage.blocks]))
    return " ".join(sorted(frozenset(words_in(questions)).difference(own, little)))


def windows(found: Sequence[Passage], asked: Mapping[str, Sequence[str]]) -> Iterator[Window]:
    """Yield the windows of a page's passages with what people ask, which `asked` has by the place that answers.

    What the whole page answers stands at its first passage.
    """
    places = {passage.place for passage in found}
    of_page = [question for place, questions in asked.items() if place not in places for question in questions]
    told = [" ".join([*(() if at else of_page), *asked.get(passage.place, ())]) for at, passage in enumerate(found)]
    for start in range(0, len(found), PASSAGES):
        end = start + PASSAGES
        yield Window(tuple(found[start:end]), tuple(told[start:end]))
