"""Decide, table by table, which municipalities' columns are hidden and which sums are published."""

from collections.abc import Mapping
from dataclasses import dataclass

from vejviser.model.policy import Policy
from vejviser.status.companions import Candidate, companions, margins
from vejviser.status.levels import Level, pools
from vejviser.status.links import Codes
from vejviser.status.tables import ACTIVE, OUTCOME, TURNOVER, Kind, Parts, Table
from vejviser.status.values import RawRow

_NOBODY: Codes = frozenset()
_BEST_FIRST = (Level.REGION, Level.COUNTRY, Level.NONE)


@dataclass(frozen=True, slots=True)
class Settled:
    """The municipalities whose columns of a table are hidden, and the level of its sums."""

    hidden: Codes
    level: Level


@dataclass(frozen=True, slots=True)
class Quarter:
    """One quarter's raw figures, and what was said in public before."""

    rows: Mapping[str, RawRow]
    regions: Mapping[str, str]
    policy: Policy
    hidden_before: Codes = _NOBODY
    """Municipalities whose active matches were hidden the quarter before."""
    hidden_start: Codes = _NOBODY
    """Municipalities whose new matches were hidden two quarters before: `matches_6m` would tell them."""

    def reported(self, table: Table) -> dict[str, Parts]:
        """Give the table's columns of every municipality that has reported them."""
        values = {code: table.reported(row.cells) for code, row in self.rows.items()}
        return {code: it for code, it in values.items() if it is not None}


def settle_alone(quarter: Quarter, table: Table) -> Settled:
    """Settle a table that has nothing to do with others: region sums if they can be kept safe, or fewer sums."""
    for level in _BEST_FIRST:
        hidden = _settle(quarter, table, level, along=quarter.hidden_start if table is OUTCOME else _NOBODY)
        if hidden is not None:
            return Settled(hidden, level)
    raise AssertionError("with no sums published there is nothing to keep in balance")


def settle_matches(quarter: Quarter) -> tuple[Settled, Settled]:
    """Settle active matches and turnover (new, ended) together: they are tied over quarters and share their level."""
    for level in _BEST_FIRST:
        active = _settle(quarter, ACTIVE, level)
        if active is None:
            continue
        turnover = _settle(quarter, TURNOVER, level, linked=active | quarter.hidden_before)
        if turnover is not None:
            return Settled(active, level), Settled(turnover, level)
    raise AssertionError("with no sums published there is nothing to keep in balance")


def _settle(
    quarter: Quarter, table: Table, level: Level, linked: Codes = _NOBODY, along: Codes = _NOBODY
) -> Codes | None:
    """Give the codes to hide when sums are published on `level`, or None if that cannot be made safe."""
    threshold = quarter.policy.threshold
    reported = quarter.reported(table)
    kinds: dict[str, Kind] = {code: "small" for code in reported if table.has_small(reported[code], threshold)}
    kinds |= dict.fromkeys((along & reported.keys()) - kinds.keys(), "companion")
    kinds |= dict.fromkeys(linked & reported.keys(), "linked")
    hidden = set(kinds)
    if level is Level.NONE:
        return frozenset(hidden)
    for members in pools(level, sorted(reported), quarter.regions).values():
        if len(members) < quarter.policy.contributors:
            return None
        start = margins(
            (table.hidden(reported[code], kinds[code], threshold) for code in members if code in kinds), table.size
        )
        candidates = _candidates(quarter, table, {code: reported[code] for code in members if code not in kinds})
        chosen = companions(start, candidates, threshold)
        if chosen is None:
            return None
        hidden |= chosen
    return frozenset(hidden)


def _candidates(quarter: Quarter, table: Table, shown: Mapping[str, Parts]) -> list[Candidate]:
    """Give the municipalities that could be hidden too. Hiding active matches costs the turnover beside it."""
    threshold = quarter.policy.threshold
    return [
        Candidate(
            code,
            table.hidden(values, "companion", threshold),
            table.columns[0],
            cost=int(table is ACTIVE and not _turnover_hidden(quarter, code)),
        )
        for code, values in shown.items()
    ]


def _turnover_hidden(quarter: Quarter, code: str) -> bool:
    values = TURNOVER.reported(quarter.rows[code].cells)
    return values is not None and (
        code in quarter.hidden_before or TURNOVER.has_small(values, quarter.policy.threshold)
    )
