"""Invented figures for `make demo`: plausible, the same for the same seed, and protected as real ones are.

Every municipality has a random source of its own, seeded with its code, so one more municipality changes no other.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from vejviser.base.problems import ContentError
from vejviser.content.model.disclosure_policy import Policy
from vejviser.content.model.indicators import Indicator as Counted
from vejviser.content.model.indicators import Indicators
from vejviser.content.model.statistics import Indicator
from vejviser.content.settings import current
from vejviser.statistics.disclosure_control import protect
from vejviser.statistics.types import Published, RawRow, Record

_WARM_UP = 6
"""Quarters lived through before the first that is reported."""
_HALFWAY, _MORE_THAN_ENOUGH, _GIVING_UP, _FOLLOWED_UP = 0.6, 1.15, 0.3, 0.95
"""All invented: how full a stock is at first, how much more comes than goes on, who gives up, who is followed up."""


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality as the invention needs it."""

    code: str
    population: int


@dataclass(frozen=True, slots=True)
class _Character:
    """What a municipality is like, in all quarters."""

    takes_part: bool
    pace: float
    """How often something happens a quarter that happens to people one by one."""
    ending: float
    working: float
    reports: float


def synthetic_rows(places: Sequence[Place], periods: Sequence[str], seed: int) -> dict[str, tuple[RawRow, ...]]:
    """Invent what coordinators report, by quarter: raw rows, as a raw file would give them."""
    rows: dict[str, list[RawRow]] = {period: [] for period in periods}
    for place in places:
        chance = Random(f"{seed}/{place.code}")  # noqa: S311 - invented figures, no secrets
        character = _character(place, chance)
        if not character.takes_part:
            continue
        for period, cells in zip(periods, _quarters(character, chance, len(periods)), strict=True):
            if chance.random() < character.reports:
                rows[period].append(RawRow(place.code, cells))
    return {period: tuple(period_rows) for period, period_rows in rows.items()}


def synthetic_quarters(
    places: Sequence[Place], regions: Mapping[str, Mapping[str, str]], policy: Policy, seed: int
) -> tuple[Published, ...]:
    """Invent and protect the quarters of `regions`, which gives every municipality's region by quarter.

    Raises ContentError when the invented figures cannot be protected.
    """
    published: list[Published] = []
    chance = Random(seed)  # noqa: S311 - invented figures, no secrets
    for period, rows in synthetic_rows(places, sorted(regions), seed).items():
        result = protect(
            rows,
            period=period,
            regions=regions[period],
            record=Record(tuple(published)),
            policy=policy,
            today=date.max,
            chance=chance,
            invented=True,
        )
        if result.published is None:
            raise ContentError(result.problems)
        published.append(result.published)
    return tuple(published)


def _character(place: Place, chance: Random) -> _Character:
    temper = math.exp(0.5 * (chance.random() + chance.random() + chance.random() - 1.5))
    return _Character(
        takes_part=chance.random() < 0.85,
        pace=1.7 * place.population / 10_000 * temper,
        ending=0.09 + 0.07 * chance.random(),
        working=0.55 + 0.3 * chance.random(),
        reports=0.9 + 0.1 * chance.random(),
    )


def _quarters(character: _Character, chance: Random, count: int) -> Iterator[dict[Indicator, int]]:
    """Live through the warm-up and then `count` quarters."""
    rules = current().indicators
    stocks = {item.id: _at_first(item, character) for item in rules.counts if item.kind == "stock"}
    past: list[dict[Indicator, int]] = []
    for number in range(_WARM_UP + count):
        cells = _flows(rules, stocks, character, chance)
        stocks = {name: _stock(rules.by_id[name], stocks[name], cells, rules, character, chance) for name in stocks}
        cells |= stocks
        for name, cohort in rules.cohorts.items():
            begun = past[-cohort.quarters][cohort.begun] if len(past) >= cohort.quarters else 0
            cells[name] = _some(begun, _FOLLOWED_UP, chance)
        for whole, part in rules.parts:
            cells[part] = _some(cells[whole], character.working, chance)
        past.append(cells)
        if number >= _WARM_UP:
            yield {name: cells[name] for name in rules.ids}


def _at_first(stock: Counted, character: _Character) -> int:
    """Return how much of a stock there is to begin with: most of what comes in until as much goes out again."""
    if stock.shrinks_by and not stock.exact:
        return 0  # what waits to go on to something else
    return round(character.pace / character.ending * _HALFWAY)


def _flows(
    rules: Indicators, stocks: Mapping[Indicator, int], character: _Character, chance: Random
) -> dict[Indicator, int]:
    """Draw what happens in a quarter: what only comes, what goes from one stock to another, and what ends."""
    into = {flow for item in rules.counts for flow in item.grows_by}
    out_of = {flow: item.id for item in rules.counts for flow in item.shrinks_by}
    drawn = [
        item.id
        for item in rules.counts
        if item.kind == "flow" and item.id not in rules.cohorts and item.part_of is None
    ]
    found: dict[Indicator, int] = {}
    for flow in sorted(drawn, key=lambda name: (name in out_of) + (name in out_of and name not in into)):
        source = rules.by_id[out_of[flow]] if flow in out_of else None
        if source is None:
            found[flow] = _poisson(character.pace * _MORE_THAN_ENOUGH, chance)
        elif flow in into and not source.exact:
            there = stocks[source.id] + sum(found.get(item, 0) for item in source.grows_by)
            found[flow] = min(_poisson(character.pace, chance), there)
        else:
            found[flow] = _some(stocks[source.id], character.ending, chance)
    return found


def _stock(
    stock: Counted,
    before: int,
    flows: Mapping[Indicator, int],
    rules: Indicators,
    character: _Character,
    chance: Random,
) -> int:
    """Return what is there at the end of a quarter; of what is not counted exactly, some leave uncounted."""
    gone = sum(flows[flow] for flow in stock.shrinks_by)
    if stock.exact:
        return before + sum(flows[flow] for flow in stock.grows_by) - gone
    ends = {flow for item in rules.counts if item.exact for flow in item.shrinks_by}
    come = sum(flows[flow] for flow in stock.grows_by if flow not in ends)
    left = max(0, before + come - gone)
    leaving = _some(left if stock.shrinks_by else before, _GIVING_UP if stock.shrinks_by else character.ending, chance)
    return left - leaving


def _poisson(mean: float, chance: Random) -> int:
    """Draw how often something happens that happens `mean` times on average."""
    if mean > 20:
        return _poisson(mean / 2, chance) + _poisson(mean / 2, chance)
    count, product, limit = 0, chance.random(), math.exp(-mean)
    while product > limit:
        count, product = count + 1, product * chance.random()
    return count


def _some(number: int, share: float, chance: Random) -> int:
    """Draw how many of `number` it concerns when it concerns each with the probability `share`."""
    return sum(chance.random() < share for _ in range(number))
