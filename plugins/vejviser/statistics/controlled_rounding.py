"""Random, controlled rounding: the one thing that stands between what was reported and what is published.

Every count is replaced by one of the two multiples of the base around it, drawn at random. The draw is controlled:
the published table keeps every identity that the true one keeps (stock = stock before + came - went), and the errors
of an area cancel out, so that sums of published counts are close to the true ones. What may be drawn depends on what
is published and on whether a count lies in the feasibility interval of its published figure, and on nothing else. So
each count can be anything in that interval, for every attacker (docs/adr/0076-random-controlled-rounding.md). What no
draw can make additive is suppressed (primary suppression), and with it all figures that the identity ties to it
(complementary suppression). What is counted, and what holds between the counts, says portal.yml.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from math import prod
from random import Random

from vejviser.content.model.indicators import Indicators
from vejviser.content.model.statistics import Indicator
from vejviser.content.settings import current
from vejviser.statistics.types import Cells, Count

_BALANCE_WEIGHT = 4.0
"""How many times likelier a draw is that brings an area's sum one base closer to the true one."""
_IMPLAUSIBLE = 0.1
"""How much less likely a draw is for each thing in it that cannot be so in the true figures."""

Draw = dict[Indicator, int]
Identity = tuple[Indicator, Indicator, Indicator]
"""A stock, what comes to it and what goes from it during the quarter: reported, rounded and shown together."""


@dataclass(frozen=True, slots=True)
class AdjacentQuarters:
    """What is published already of the municipality whose counts are drawn. None: nothing.

    A link to a quarter that was rounded to another base may miss by less than the larger of the two: its `slack`.
    """

    before: Cells | None = None
    before_slack: int = 1
    after: Cells | None = None
    after_slack: int = 1
    begun: Mapping[Indicator, Count] = field(default_factory=dict)
    """By what follows something up: what began then, to the same base."""
    old: Cells | None = None
    """The same quarter in its former version, when it is corrected."""


def adjacent_multiples(count: int, base: int) -> tuple[int, ...]:
    """Return the multiples of `base` that a count may be rounded to: itself, or the one below and the one above."""
    below = count - count % base
    return (below,) if below == count else (below, below + base)


def is_feasible(count: int, published: int, base: int) -> bool:
    """Return whether a count lies in the feasibility interval of a published figure: closer to it than the base."""
    return abs(count - published) < base


def opening_stock(figures: Mapping[Indicator, int], identity: Identity) -> int:
    """Return the stock that three figures say there was before: stock - came + went."""
    stock, came, went = (figures[item] for item in identity)
    return stock - came + went


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
    rules = current().indicators
    errors: dict[tuple[str, Indicator], int] = defaultdict(int)
    drawn: dict[str, dict[Indicator, Count]] = {}
    for code in chance.sample(sorted(counts), len(counts)):
        found: dict[Indicator, Count] = dict.fromkeys(counts[code])
        for group in rules.groups:
            true = {item: count for item in group if (count := counts[code].get(item)) is not None}
            options = list(feasible_values(true, beside[code], base)) if true else []
            if not options:
                continue
            settings = (found, beside[code], areas[code], errors, base, rules)
            weights = [_weight(option, true, *settings) for option in options]
            chosen = chance.choices(options, weights)[0]
            found |= chosen
            for area, indicator in product(areas[code], chosen):
                errors[area, indicator] += chosen[indicator] - true[indicator]
        drawn[code] = found
    return drawn


def feasible_values(true: Mapping[Indicator, int], beside: AdjacentQuarters, base: int) -> Iterator[Draw]:
    """Yield everything that the true counts of one group may be published as."""
    rules = current().indicators
    for identity in rules.identities:
        if identity[0] in true:
            yield from _flows(true, beside, base, identity)
            return
    for values in product(*(_single(item, count, beside, base) for item, count in true.items())):
        draw = dict(zip(true, values, strict=True))
        if all(draw.get(part, 0) <= draw.get(whole, draw.get(part, 0)) for whole, part in rules.parts):
            yield draw


def _flows(true: Mapping[Indicator, int], beside: AdjacentQuarters, base: int, identity: Identity) -> Iterator[Draw]:
    old = three(beside.old, identity)
    if old and all(is_feasible(true[flow], old[flow], base) for flow in identity):
        yield old
        return
    for values in product(*(adjacent_multiples(true[flow], base) for flow in identity)):
        draw = dict(zip(identity, values, strict=True))
        if _follows(draw, old, true, beside, base, identity) if old else _is_additive(draw, beside, identity):
            yield draw


def three(cells: Cells | None, identity: Identity) -> Draw | None:
    """Return the three figures of an identity; None where one of them is not shown."""
    found = {flow: cell for flow in identity if cells and (cell := cells.get(flow)) is not None}
    return found if len(found) == len(identity) else None


def _is_additive(draw: Draw, beside: AdjacentQuarters, identity: Identity) -> bool:
    """Return whether the stock fits the quarters on either side, as far as they are published."""
    before, after = (beside.before or {}).get(identity[0]), three(beside.after, identity)
    follows = before is None or abs(opening_stock(draw, identity) - before) < beside.before_slack
    return follows and (after is None or abs(opening_stock(after, identity) - draw[identity[0]]) < beside.after_slack)


def _follows(
    draw: Draw,
    old: Draw,
    true: Mapping[Indicator, int],
    beside: AdjacentQuarters,
    base: int,
    identity: Identity,
) -> bool:
    """Return whether three figures may take the place of others in a correction.

    They say the same of the quarters on either side. And who believes that a count was not the one corrected lays both
    reaches on top of each other, which must leave all small counts together: only a count out of the old figure's
    reach moves between the two lowest multiples.
    """
    same_opening = opening_stock(draw, identity) == opening_stock(old, identity)
    same_before = three(beside.before, identity) is None or same_opening
    same_after = three(beside.after, identity) is None or draw[identity[0]] == old[identity[0]]
    apart = (
        draw[flow] == old[flow] or not is_feasible(true[flow], old[flow], base) or min(draw[flow], old[flow])
        for flow in identity
    )
    return same_before and same_after and all(apart)


def _single(indicator: Indicator, count: int, beside: AdjacentQuarters, base: int) -> tuple[int, ...]:
    """Return what a count that is tied to no other by an equation may be published as.

    In a correction a published figure stays wherever it can. So does a low figure of what began when it is
    followed up: who believes that all of it was lays both reaches on top of each other.
    """
    old = beside.old.get(indicator) if beside.old else None
    begun = beside.begun.get(indicator)
    for cell in (old, begun if (begun or 0) <= base else None):
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
    rules: Indicators,
) -> float:
    """Return how likely a draw is beside the others; more than 0 for every one of them."""
    fair = prod([1 - abs(draw[item] - count) / base for item, count in true.items()])
    further = 0
    for area, indicator in product(areas, draw):
        error = errors[area, indicator]
        further += abs(error + draw[indicator] - true[indicator]) - abs(error)
    broken = sum(less > more for less, more in _inequalities({**found, **draw}, beside, rules))
    return float(fair * _BALANCE_WEIGHT ** (-further / base) * _IMPLAUSIBLE**broken)


def _inequalities(cells: Cells, beside: AdjacentQuarters, rules: Indicators) -> Iterator[tuple[int, int]]:
    """Yield pairs of published figures of which the first is not larger in true figures, or hardly ever."""
    before = beside.before or {}
    for item in rules.counts:
        if item.follows_up:
            yield from _pair([cells.get(item.id)], [beside.begun.get(item.id)])
        if item.exact or not (item.grows_by or item.shrinks_by):
            continue
        gone = [cells.get(flow) for flow in item.shrinks_by]
        come = [cells.get(flow) for flow in item.grows_by]
        yield from _pair([cells.get(item.id), *gone], [before.get(item.id), *come])
        if not gone:
            for flow in come:
                yield from _pair([flow], [cells.get(item.id)])


def _pair(less: list[Count], more: list[Count]) -> Iterator[tuple[int, int]]:
    known = [item for item in (*less, *more) if item is not None]
    if len(known) == len(less) + len(more):
        yield sum(known[: len(less)]), sum(known[len(less) :])
