"""Two versions of a text, word by word: what stayed, what went and what came."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "removed", "added"]
_ALIKE = 0.4
"""How much of two passages must be the same for one to be the other, changed; 1 is all of it."""
_SHORTEST = 2
"""How many words must stay between two changes for them to be two; fewer are read as part of one."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a text: what it is ("heading", "paragraph", "item" …), and its words in one line."""

    form: str
    words: str


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together and stayed, went or came."""

    kind: Kind
    words: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A passage with what became of it. All of it is one run where it stayed, went or came as a whole."""

    form: str
    runs: tuple[Run, ...]

    @property
    def changed(self) -> bool:
        """Whether anything went or came."""
        return any(run.kind != "same" for run in self.runs)


def compare(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[Compared, ...]:
    """Return both texts as one. Without what was added it is the old text, without what was removed the new one."""
    return tuple(_compared(old, new))


def _compared(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[Compared]:
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield from (_whole(passage, "same") for passage in old[i:j])
        else:
            yield from _replaced(old[i:j], new[k:m])


def _replaced(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[Compared]:
    """Yield passages that were changed beside what they became; between them, those that went, and those that came."""
    i = k = 0
    for went, came in _pairs(old, new):
        yield from (_whole(passage, "removed") for passage in old[i:went])
        yield from (_whole(passage, "added") for passage in new[k:came])
        yield Compared(new[came].form, tuple(compare_words(old[went].words, new[came].words)))
        i, k = went + 1, came + 1
    yield from (_whole(passage, "removed") for passage in old[i:])
    yield from (_whole(passage, "added") for passage in new[k:])


def _pairs(old: Sequence[Passage], new: Sequence[Passage]) -> list[tuple[int, int]]:
    """Return which passages became which, in order: the pairs that have most in common altogether."""
    best: list[list[tuple[float, list[tuple[int, int]]]]] = [[(0.0, [])] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, one in enumerate(old):
        for k, other in enumerate(new):
            likeness = _likeness(one, other)
            before = best[i][k]
            paired = (before[0] + likeness, [*before[1], (i, k)]) if likeness >= _ALIKE else before
            best[i + 1][k + 1] = max(best[i][k + 1], best[i + 1][k], paired, key=lambda found: found[0])
    return best[-1][-1][1]


def _likeness(one: Passage, other: Passage) -> float:
    if one.form != other.form:
        return 0.0
    matcher = SequenceMatcher(None, one.words.split(), other.words.split(), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _whole(passage: Passage, kind: Kind) -> Compared:
    return Compared(passage.form, (Run(kind, passage.words),))


def compare_words(old: str, new: str) -> Iterator[Run]:
    """Yield the runs of a passage that was changed: what was removed stands before what was added in its place."""
    before, after = old.split(), new.split()
    for i, j, k, m, same in _stretches(before, after):
        if same:
            yield Run("same", " ".join(before[i:j]))
            continue
        if i < j:
            yield Run("removed", " ".join(before[i:j]))
        if k < m:
            yield Run("added", " ".join(after[k:m]))


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int, bool]]:
    """Yield stretches of both texts that are the same or not, by turns; too short ones between changes are not kept."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    i = k = 0
    for at, its, size in blocks:
        inside = 0 < at < len(old) - size or 0 < its < len(new) - size
        last = at == len(old) and its == len(new)
        if not last and inside and size < _SHORTEST and (at, its) != (i, k):
            continue
        if at > i or its > k:
            yield i, at, k, its, False
        if size:
            yield at, at + size, its, its + size, True
        i, k = at + size, its + size
