"""Random, controlled rounding: the one thing that stands between what was reported and what is published.

Every count is replaced by one of the two multiples of the base around it, drawn at random. The draw is controlled:
the published table keeps the identity that the true one keeps (active = active before + new - ended), and the errors
of an area cancel out, so that sums of published counts are close to the true ones. What may be drawn depends on what
is published and on whether a count lies in the feasibility interval of its published figure, and on nothing else. So
each count can be anything in that interval, for every attacker (docs/adr/0076-random-controlled-rounding.md). What no
draw can make additive is suppressed (primary suppression), and with it all figures that the identity ties to it
(complementary suppression).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from random import Random

from vejviser.content.model.statistics import Indicator
from vejviser.statistics.types import OUTCOME, Cells, Count

FLOWS: tuple[Indicator, Indicator, Indicator] = ("active_matches", "new_matches", "ended_matches")
"""A stock and what flows into and out of it during the quarter: reported, rounded and shown together."""
_GROUPS: tuple[tuple[Indicator, ...], ...] = (
    FLOWS,
    ("referrals", "waiting"),
    ("new_volunteers", "volunteers"),
    OUTCOME,
)
_BALANCE_WEIGHT = 4.0
"""How many times likelier a draw is that brings an area's sum one base closer to the true one."""
_IMPLAUSIBLE = 0.1
"""How much less likely a draw is for each thing in it that cannot be so in the true figures."""

Draw = dict[Indicator, int]


@dataclass(frozen=True, slots=True)
class AdjacentQuarters:
    """What is published already of the municipality whose counts are drawn. None: nothing.

    A link to a quarter that was rounded to another base may miss by less than the larger of the two: its `slack`.
    """

    before: Cells | None = None
    before_slack: int = 1
    after: Cells | None = None
    after_slack: int = 1
    started: Count = None
    """New matches two quarters earlier, to the same base: the ones that are followed up now."""
    old: Cells | None = None
    """The same quarter in its former version, when it is corrected."""


def adjacent_multiples(count: int, base: int) -> tuple[int, ...]:
    """Return the multiples of `base` that a count may be rounded to: itself, or the one below and the one above."""
    below = count - count % base
    return (below,) if below == count else (below, below + base)


def is_feasible(count: int, published: int, base: int) -> bool:
    """Return whether a count lies in the feasibility interval of a published figure: closer to it than the base."""
    return abs(count - published) < base


def opening_stock(figures: Mapping[Indicator, int]) -> int:
    """Return the stock that three figures about matches say there was before: active - new + ended."""
    active, new, ended = (figures[flow] for flow in FLOWS)
    return active - new + ended


def round_controlled(
    counts: Mapping[str, Mapping[Indicator, Count]],
    beside: Mapping[str, AdjacentQuarters],
    areas: Mapping[str, tuple[str, ...]],
    base: int,
    chance: Random,
) -> dict[str, dict[Indicator, Count]]:
    """Draw the published figures of a quarter.

    `counts` are the true ones by municipality, `areas` the areas whose sums each counts in. What cannot be drawn so
    that it fits what is published already is None: suppressed. The order of the municipalities is drawn as well.
    """
    errors: dict[tuple[str, Indicator], int] = defaultdict(int)
    drawn: dict[str, dict[Indicator, Count]] = {}
    for code in chance.sample(sorted(counts), len(counts)):
        found: dict[Indicator, Count] = dict.fromkeys(counts[code])
        for group in _GROUPS:
            true = {item: count for item in group if (count := counts[code].get(item)) is not None}
            options = list(feasible_values(true, beside[code], base)) if true else []
            if not options:
                continue
            weights = [_weight(option, true, found, beside[code], areas[code], errors, base) for option in options]
            chosen = chance.choices(options, weights)[0]
            found |= chosen
            for area, indicator in product(areas[code], chosen):
                errors[area, indicator] += chosen[indicator] - true[indicator]
        drawn[code] = found
    return drawn


def feasible_values(true: Mapping[Indicator, int], beside: AdjacentQuarters, base: int) -> Iterator[Draw]:
    """Yield everything that the true counts of one group may be published as."""
    if FLOWS[0] in true:
        yield from _flows(true, beside, base)
        return
    for values in product(*(_single(item, count, beside, base) for item, count in true.items())):
        draw = dict(zip(true, values, strict=True))
        if draw.get(OUTCOME[1], 0) <= draw.get(OUTCOME[0], draw.get(OUTCOME[1], 0)):
            yield draw


def _flows(true: Mapping[Indicator, int], beside: AdjacentQuarters, base: int) -> Iterator[Draw]:
    old = _three(beside.old)
    if old and all(is_feasible(true[flow], old[flow], base) for flow in FLOWS):
        yield old
        return
    for values in product(*(adjacent_multiples(true[flow], base) for flow in FLOWS)):
        draw = dict(zip(FLOWS, values, strict=True))
        if _follows(draw, old, true, beside, base) if old else _is_additive(draw, beside):
            yield draw


def _three(cells: Cells | None) -> Draw | None:
    found = {flow: cell for flow in FLOWS if cells and (cell := cells.get(flow)) is not None}
    return found if len(found) == len(FLOWS) else None


def _is_additive(draw: Draw, beside: AdjacentQuarters) -> bool:
    """Return whether the stock fits the quarters on either side, as far as they are published."""
    before, after = (beside.before or {}).get(FLOWS[0]), _three(beside.after)
    follows = before is None or abs(opening_stock(draw) - before) < beside.before_slack
    return follows and (after is None or abs(opening_stock(after) - draw[FLOWS[0]]) < beside.after_slack)


def _follows(draw: Draw, old: Draw, true: Mapping[Indicator, int], beside: AdjacentQuarters, base: int) -> bool:
    """Return whether three figures may take the place of others in a correction.

    They say the same of the quarters on either side. And who believes that a count was not the one corrected lays both
    reaches on top of each other, which must leave all small counts together: only a count out of the old figure's
    reach moves between the two lowest multiples.
    """
    same_before = _three(beside.before) is None or opening_stock(draw) == opening_stock(old)
    same_after = _three(beside.after) is None or draw[FLOWS[0]] == old[FLOWS[0]]
    apart = (
        draw[flow] == old[flow] or not is_feasible(true[flow], old[flow], base) or min(draw[flow], old[flow])
        for flow in FLOWS
    )
    return same_before and same_after and all(apart)


def _single(indicator: Indicator, count: int, beside: AdjacentQuarters, base: int) -> tuple[int, ...]:
    """Return what a count that is tied to no other by an equation may be published as.

    In a correction a published figure stays wherever it can. So does a low figure of new matches when they are
    followed up: who believes that all of them were lays both reaches on top of each other.
    """
    old = beside.old.get(indicator) if beside.old else None
    started = beside.started if indicator == "matches_6m" and (beside.started or 0) <= base else None
    for cell in (old, started):
        if cell is not None and is_feasible(count, cell, base):
            return (cell,)
    return adjacent_multiples(count, base)


def _weight(
    draw: Draw,
    true: Mapping[Indicator, int],
    found: Mapping[Indicator, Count],
    beside: AdjacentQuarters,
    areas: tuple[str, ...],
    errors: Mapping[tuple[str, Indicator], int],
    base: int,
) -> float:
    """Return how likely a draw is beside the others; more than 0 for every one of them."""
    fair = prod([1 - abs(draw[item] - count) / base for item, count in true.items()])
    further = 0
    for area, indicator in product(areas, draw):
        error = errors[area, indicator]
        further += abs(error + draw[indicator] - true[indicator]) - abs(error)
    broken = sum(less > more for less, more in _inequalities({**found, **draw}, beside))
    return float(fair * _BALANCE_WEIGHT ** (-further / base) * _IMPLAUSIBLE**broken)


def _inequalities(cells: Cells, beside: AdjacentQuarters) -> Iterator[tuple[int, int]]:
    """Yield pairs of published figures of which the first is not larger in true figures, or hardly ever."""
    before = beside.before or {}
    yield from _pair([cells.get("matches_6m")], [beside.started])
    yield from _pair([cells.get("new_volunteers")], [cells.get("volunteers")])
    yield from _pair([cells.get("volunteers")], [before.get("volunteers"), cells.get("new_volunteers")])
    yield from _pair(
        [cells.get("waiting"), cells.get("new_matches")],
        [before.get("waiting"), cells.get("referrals"), cells.get("ended_matches")],
    )


def _pair(less: list[Count], more: list[Count]) -> Iterator[tuple[int, int]]:
    known = [item for item in (*less, *more) if item is not None]
    if len(known) == len(less) + len(more):
        yield sum(known[: len(less)]), sum(known[len(less) :])
