"""Which further municipalities' figures must be hidden, so that a pool keeps its secrets.

The choice must not be a hint itself. Whoever took the smallest figure that is just enough would tell how large it is,
and how small those are that needed it. So the order is fixed, the same in all quarters, and has nothing to do with
the figures; any figure is taken that would be enough in the worst case.
"""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vejviser.status.margins import Hidden, Margin

Margins = tuple[Margin, ...]
"""The margins of one area: one a part of the table."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A municipality whose figures in `column` could be hidden too. `cost` is what is lost besides."""

    code: str
    parts: tuple[Hidden, ...]
    column: str = ""
    cost: int = 0

    @property
    def size(self) -> int:
        """How much room it can make."""
        return sum(part.value for part in self.parts)

    @property
    def turn(self) -> tuple[int, int, str]:
        """Its place in the order: cheap ones first, then as a die fell once and for all."""
        return self.cost, zlib.crc32(f"{self.column}/{self.code}".encode()), self.code

    def is_enough(self, now: Margins, threshold: int) -> bool:
        """Tell whether it makes room enough wherever room is missing, whatever the small counts are."""
        missing = (part.value for margin, part in zip(now, self.parts, strict=True) if not margin.holds(threshold))
        return all(value >= 2 * threshold - 1 for value in missing)


def margins(hidden: Iterable[tuple[Hidden, ...]], parts: int) -> Margins:
    """Add up the hidden parts of an area's municipalities."""
    total = (Margin(),) * parts
    for items in hidden:
        total = _plus(total, items)
    return total


def companions(start: Margins, candidates: Sequence[Candidate], threshold: int) -> frozenset[str] | None:
    """Give the codes to hide besides; None if hiding all of them would not be enough.

    The first in the order that is enough goes. Where no single one is, the largest goes, and the rest are tried again.
    """
    chosen: set[str] = set()
    left = [candidate for candidate in candidates if candidate.size]
    now = start
    while not _hold(now, threshold):
        if not left:
            return None
        best = _choice(now, left, threshold)
        left.remove(best)
        chosen.add(best.code)
        now = _plus(now, best.parts)
    return frozenset(chosen)


def _choice(now: Margins, left: Sequence[Candidate], threshold: int) -> Candidate:
    enough = [candidate for candidate in left if candidate.is_enough(now, threshold)]
    if enough:
        return min(enough, key=lambda it: it.turn)
    return max(left, key=lambda it: (it.size, it.code))


def _plus(now: Margins, parts: tuple[Hidden, ...]) -> Margins:
    return tuple(margin.plus(part) for margin, part in zip(now, parts, strict=True))


def _hold(now: Margins, threshold: int) -> bool:
    return all(margin.holds(threshold) for margin in now)
