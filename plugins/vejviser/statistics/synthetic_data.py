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
from vejviser.content.model.statistics import Indicator
from vejviser.statistics.disclosure_control import protect
from vejviser.statistics.types import Published, RawRow, Record

_WARM_UP = 6
"""Quarters lived through before the first that is reported."""


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality as the invention needs it."""

    code: str
    population: int


@dataclass(frozen=True, slots=True)
class _Character:
    """What a municipality is like, in all quarters."""

    takes_part: bool
    new_a_quarter: float
    ending: float
    working: float
    volunteers_a_match: float
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
        new_a_quarter=1.7 * place.population / 10_000 * temper,
        ending=0.09 + 0.07 * chance.random(),
        working=0.55 + 0.3 * chance.random(),
        volunteers_a_match=0.9 + 0.5 * chance.random(),
        reports=0.9 + 0.1 * chance.random(),
    )


def _quarters(character: _Character, chance: Random, count: int) -> Iterator[dict[Indicator, int]]:
    """Live through the warm-up and then `count` quarters."""
    active = round(character.new_a_quarter / character.ending * 0.6)
    waiting, volunteers = 0, round(active * character.volunteers_a_match)
    started = [0, 0]
    for number in range(_WARM_UP + count):
        referrals = _poisson(character.new_a_quarter * 1.15, chance)
        new = min(_poisson(character.new_a_quarter, chance), waiting + referrals)
        left = waiting + referrals - new
        waiting = left - _some(left, 0.3, chance)
        ended = _some(active, character.ending, chance)
        active += new - ended
        joined = _poisson(character.new_a_quarter * character.volunteers_a_match * 0.8, chance)
        volunteers = max(volunteers + joined - _some(volunteers, character.ending, chance), math.ceil(active * 0.6))
        followed_up = _some(started[-2], 0.95, chance)
        started.append(new)
        if number >= _WARM_UP:
            yield {
                "referrals": referrals,
                "new_matches": new,
                "active_matches": active,
                "ended_matches": ended,
                "waiting": waiting,
                "volunteers": volunteers,
                "new_volunteers": min(joined, volunteers),
                "matches_6m": followed_up,
                "matches_6m_working": _some(followed_up, character.working, chance),
            }


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
