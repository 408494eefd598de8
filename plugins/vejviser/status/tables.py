"""The seven tables of a quarter: which columns are hidden together, and what their sums give away.

A table's `counts` are all counts of persons that its columns tell, also those nobody wrote: `matches_6m` and
`matches_6m_working` shown together tell how many matches do *not* work. If one count is small, the columns are hidden.

Its `parts` are the counts that can be exchanged between municipalities without touching anything else:

* the number of matches that ended and the number that began differ by the change in active matches, which is mostly
  published. Two municipalities can only exchange what the two have in common: the lesser of them;
* matches that work and matches that do not are exchanged independently of each other.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from vejviser.model.status import Indicator
from vejviser.status.margins import Hidden, large, linked, small, zero
from vejviser.status.values import Count

Kind = Literal["small", "linked", "companion"]
"""Why a municipality's columns are hidden: a small count, a hidden stock beside them, or to make room for others."""

Parts = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns that are hidden together. `floor` is the least value that a hidden count can have."""

    columns: tuple[Indicator, ...]
    counts: Callable[[Parts], Parts]
    parts: Callable[[Parts], Parts]
    floor: int
    size: int = 1
    """How many parts it has."""

    def reported(self, cells: Mapping[Indicator, Count]) -> Parts | None:
        """Give the table's columns as numbers, or None if they are not reported."""
        values = tuple(value for column in self.columns if (value := cells.get(column)) is not None)
        return values if len(values) == len(self.columns) else None

    def has_small(self, values: Parts, threshold: int) -> bool:
        """Tell whether the columns give away a count from 1 to threshold-1."""
        return any(0 < count < threshold for count in self.counts(values))

    def hidden(self, values: Parts, kind: Kind, threshold: int) -> tuple[Hidden, ...]:
        """Give the hidden parts as their pools see them."""
        return tuple(self._part(part, kind, threshold) for part in self.parts(values))

    def _part(self, part: int, kind: Kind, threshold: int) -> Hidden:
        if kind == "linked":
            return linked(part, threshold)
        if self is TURNOVER and kind == "small":
            low = min(part, 1)
            return Hidden(part, 0, low, threshold - 1, threshold - 1 - low)
        if part == 0:
            return zero()
        return (small if part < threshold else large)(part, self.floor, threshold)


def _same(values: Parts) -> Parts:
    return values


def _single(column: Indicator) -> Table:
    return Table((column,), _same, _same, floor=1)


ACTIVE = _single("active_matches")
TURNOVER = Table(("new_matches", "ended_matches"), _same, lambda values: (min(values),), floor=0)
OUTCOME = Table(
    ("matches_6m", "matches_6m_working"),
    counts=lambda values: (values[0], values[1], values[0] - values[1]),
    parts=lambda values: (values[1], values[0] - values[1]),
    floor=0,
    size=2,
)
SINGLE: tuple[Table, ...] = tuple(_single(it) for it in ("referrals", "waiting", "volunteers", "new_volunteers"))
ALONE: tuple[Table, ...] = (*SINGLE, OUTCOME)
"""The tables that have nothing to do with any other table or quarter."""
MATCHES: tuple[Table, ...] = (ACTIVE, TURNOVER)
"""Tables tied together over quarters: active = active the quarter before + new - ended."""
TABLES: tuple[Table, ...] = (*ALONE, *MATCHES)
