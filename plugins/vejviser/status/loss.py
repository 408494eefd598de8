"""What the protection costs: how many figures are hidden, and why.

For the one who protects, not for readers: how many figures are hidden only for the sake of others is a hint.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vejviser.model.status import INDICATORS, SUPPRESSED, Indicator
from vejviser.status.values import Published, RawRow


@dataclass(frozen=True, slots=True)
class Lost:
    """The figures of one indicator: reported, hidden as small, hidden for the sake of others."""

    reported: int
    small: int
    along: int

    @property
    def shown(self) -> int:
        """How many figures readers see."""
        return self.reported - self.small - self.along


@dataclass(frozen=True, slots=True)
class Loss:
    """What a quarter lost: a line an indicator, and the sums and shares of areas that are withheld."""

    indicators: Mapping[Indicator, Lost]
    sums: tuple[tuple[str, Indicator], ...]
    shares: tuple[str, ...]

    @property
    def all(self) -> Lost:
        """All indicators together."""
        lines = self.indicators.values()
        return Lost(sum(it.reported for it in lines), sum(it.small for it in lines), sum(it.along for it in lines))


def count_loss(rows: Sequence[RawRow], published: Published, threshold: int) -> Loss:
    """Compare what was reported with what is published."""
    cells = published.cells()
    lines: dict[Indicator, Lost] = {}
    for indicator in INDICATORS:
        values = [(row.code, value) for row in rows if (value := row.cells.get(indicator)) is not None]
        small = sum(0 < value < threshold for _, value in values)
        hidden = sum(cells[code][indicator] == SUPPRESSED for code, _ in values)
        lines[indicator] = Lost(len(values), small, hidden - small)
    totals = published.totals
    sums = tuple((area, it) for area, cells in totals.sums.items() for it in cells if cells[it] == SUPPRESSED)
    return Loss(lines, sums, tuple(area for area, share in totals.shares.items() if share == SUPPRESSED))
