"""What ties one quarter to the quarters before it."""

from vejviser.model.status import SUPPRESSED, Indicator
from vejviser.status.levels import Level, level_of, pool
from vejviser.status.values import Published

Codes = frozenset[str]


def hidden_codes(published: Published | None, indicator: Indicator) -> Codes:
    """Give the municipalities whose figure is hidden; nobody where there is no such quarter."""
    rows = published.status.rows if published else ()
    return frozenset(row.code for row in rows if row.cells[indicator] == SUPPRESSED)


def is_broken(before: Published | None, now: dict[str, str], level: Level) -> bool:
    """Tell whether hidden counts of active matches that shared a known sum the quarter before are parted now.

    `now` gives the region of those who report matches this quarter, `level` how far down their sums are published.
    A municipality that does not report any more is a part of its own; so is every one whose sum was not published.
    """
    hidden = hidden_codes(before, "active_matches")
    if before is None or level is Level.NONE or not hidden:
        return False
    level_before = level_of(before.totals, "active_matches")
    if level_before is Level.NONE:
        return True
    parted: dict[str | None, set[str | None]] = {}
    for code in hidden:
        here = pool(level, now[code]) if code in now else None
        parted.setdefault(pool(level_before, before.regions[code]), set()).add(here)
    return any(len(parts) > 1 for parts in parted.values())
