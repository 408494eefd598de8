"""The arithmetic of the protection: when hidden counts with a known sum keep their secret.

A *pool* is a set of hidden counts whose sum everybody can work out: a published sum minus the counts that are shown.
Two readers try to take it apart, and both must fail (docs/adr/0010-statistikbeskyttelse.md).

* The **outsider** knows every published figure and what holds between figures, and that no count lies below its
  `floor`. In a pool of k >= 2 counts each of them can be anything from its floor up to what is left when all others
  stand on theirs: an interval that is exactly `slack` = sum of (value - floor) wide. It must be at least the threshold.
* The **insider** is told, besides, which counts are hidden because they are small (`low`..`high` is then
  1..threshold-1) and which only hide others (at least the threshold). He must learn nothing more: every small count
  must be able to take every small value. One moves up when the others give way downwards, so all of them together need
  room for `span` = high - low in both directions.
"""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hidden:
    """One hidden count as a pool sees it. `span` is how far it must be able to move; 0: it has no secret of its own."""

    value: int
    floor: int
    low: int
    high: float
    span: int


@dataclass(frozen=True, slots=True)
class Margin:
    """What a pool's hidden counts add up to: how many, and how much room there is between them."""

    count: int = 0
    slack: int = 0
    down: int = 0
    up: float = 0
    span: int = 0

    def plus(self, hidden: Hidden) -> "Margin":
        """Give the margin of the same pool with one more hidden count."""
        return Margin(
            self.count + 1,
            self.slack + hidden.value - hidden.floor,
            self.down + hidden.value - hidden.low,
            self.up + hidden.high - hidden.value,
            max(self.span, hidden.span),
        )

    def holds(self, threshold: int) -> bool:
        """Tell whether neither outsider nor insider gets closer to a secret than the threshold allows.

        A count that is hidden alone is not hidden, whether it is a secret of its own or only beside one.
        """
        if self.span == 0:
            return self.count != 1
        return self.count >= 2 and self.slack >= threshold and min(self.down, self.up) >= self.span


def small(value: int, floor: int, threshold: int) -> Hidden:
    """Make a count of 1 to threshold-1: the secret itself."""
    return Hidden(value, floor, 1, threshold - 1, threshold - 2)


def large(value: int, floor: int, threshold: int) -> Hidden:
    """Make a count that could be shown, hidden to make room for others."""
    return Hidden(value, floor, threshold, math.inf, 0)


def zero() -> Hidden:
    """Make a zero, hidden because its neighbour in the row is. The insider knows it: it gives no room."""
    return Hidden(0, 0, 0, 0, 0)


def linked(value: int, threshold: int) -> Hidden:
    """Make a count that is hidden because a stock beside it is; it must give way as far as that stock may move."""
    return Hidden(value, 0, 0, math.inf, threshold - 2)
