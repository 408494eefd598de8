"""Portals that count other things: random indicators with rules between them, and what their places report."""

from collections.abc import Mapping
from random import Random

from tests.statistics.random_quarters import PERIODS, World, policy
from vejviser.content.model.indicators import Indicators
from vejviser.content.model.statistics import Indicator
from vejviser.statistics.types import RawRow

Written = dict[str, object]


def random_indicators(seed: int) -> Indicators:
    """Make up to a dozen indicators: exact stocks, other stocks, parts, follow-ups, and counts on their own."""
    chance = Random(f"indicators {seed}")
    counts: list[Written] = [_count("asked", "flow")]
    exact = chance.choice((0, 1, 1, 2))
    for number in range(exact):
        came, went = f"came_{number}", f"went_{number}"
        stock = _count(f"there_{number}", "stock", exact=True, grows_by=[came], shrinks_by=[went])
        counts += [_count(came, "flow"), stock, _count(went, "flow")]
    if chance.random() < 0.7:
        shrinks = ["came_0"] if exact and chance.random() < 0.5 else []
        counts.append(_count("queue", "stock", grows_by=["asked"], shrinks_by=shrinks))
    begun = "came_0" if exact else "asked"
    follow = {"follows_up": {"of": begun, "after_quarters": chance.choice((1, 2, 3))}} if chance.random() < 0.7 else {}
    if chance.random() < 0.8:
        counts += [_count("asked_again", "flow", **follow), _count("content", "flow", part_of="asked_again")]
    if chance.random() < 0.5:
        counts.append(_count("helpers", "stock"))
    chance.shuffle(counts)
    return Indicators.model_validate({"counts": counts})


def _count(name: str, kind: str, **rules: object) -> Written:
    return {"id": name, "name": name.capitalize(), "kind": kind, **rules}


def world_of(rules: Indicators, seed: int, first: int = 101) -> World:
    """Make what the places report, with gaps, for a few quarters, under a random threshold and rounding.

    `first` is the code of the first of them.
    """
    chance = Random(f"world {seed}")
    codes = [f"{first + number:04}" for number in range(chance.randint(2, 12))]
    periods = PERIODS[: chance.randint(2, 5)]
    size, reports = chance.choice((1, 2, 4, 8)), chance.choice((1, 0.95, 0.7))
    raw: dict[str, list[RawRow]] = {period: [] for period in periods}
    for code in codes:
        past: list[dict[Indicator, int]] = []
        for period in periods:
            past.append(_quarter(rules, past, size, chance))
            raw[period].append(RawRow(code, _with_gaps(rules, past[-1], reports, chance)))
    threshold = chance.choice((3, 5, 10))
    written = policy(threshold)
    if chance.random() < 0.5:
        (first,) = written.thresholds
        wider = first.model_copy(update={"rounding": threshold + chance.choice((0, 1, 5))})
        written = written.model_copy(update={"thresholds": (wider,)})
    regions = {period: {code: chance.choice(("nord", "syd")) for code in codes} for period in periods}
    return World({period: tuple(rows) for period, rows in raw.items()}, regions, written, seed)


def _quarter(rules: Indicators, past: list[dict[Indicator, int]], size: float, chance: Random) -> dict[Indicator, int]:
    cells = {name: int(chance.expovariate(1 / size)) for name in rules.ids}
    for stock, came, went in rules.identities:
        before = past[-1][stock] if past else cells[stock]
        cells[went] = min(cells[went], before + cells[came])
        cells[stock] = before + cells[came] - cells[went]
    for name, cohort in rules.cohorts.items():
        if len(past) >= cohort.quarters and chance.random() < 0.7:
            cells[name] = past[-cohort.quarters][cohort.begun]
    for whole, part in rules.parts:
        cells[part] = sum(chance.random() < 0.6 for _ in range(cells[whole]))
    return cells


def _with_gaps(
    rules: Indicators, cells: Mapping[Indicator, int], reports: float, chance: Random
) -> dict[Indicator, int | None]:
    gaps: dict[Indicator, int | None] = dict(cells)
    tied = (*rules.identities, *rules.parts)
    alone = tuple((name,) for name in rules.ids if not any(name in group for group in tied))
    for group in (*tied, *alone):
        if chance.random() > reports:
            gaps |= dict.fromkeys(group)
    return gaps
