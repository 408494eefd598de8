"""Random small worlds: municipalities, regions and what they report for a few quarters."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from vejviser.content.model.disclosure_policy import Policy
from vejviser.content.model.statistics import Indicator
from vejviser.statistics.disclosure_control import protect
from vejviser.statistics.types import Published, RawRow, Record

PERIODS = ("2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3")


@dataclass(frozen=True)
class World:
    """What was reported, and who was where."""

    raw: Mapping[str, tuple[RawRow, ...]]
    regions: Mapping[str, Mapping[str, str]]
    policy: Policy
    seed: int

    def published(self) -> tuple[Published, ...]:
        """Protect quarter after quarter."""
        done: list[Published] = []
        for period, rows in self.raw.items():
            result = protect(
                rows,
                period=period,
                regions=self.regions[period],
                record=Record(tuple(done)),
                policy=self.policy,
                today=date.max,
                chance=Random(f"{self.seed}/{period}"),
            )
            assert result.published is not None, result.problems
            done.append(result.published)
        return tuple(done)


def policy(threshold: int = 5, *, share_base: int = 30, raised: Mapping[str, int] | None = None) -> Policy:
    """Make a policy for tests; `raised` gives further thresholds by the quarter they hold from."""
    thresholds = [{"since": "2020-Q1", "threshold": threshold}]
    thresholds += [{"since": since, "threshold": other} for since, other in (raised or {}).items()]
    goal = {"share": 67, "source": "als-2023"}
    return Policy.model_validate({"thresholds": thresholds, "share_base": share_base, "goal": goal})


def world(seed: int, *, faithful: bool = False) -> World:
    """Make a random world: few or many municipalities, small or large counts, gaps, and regions that change.

    In a `faithful` one, every match is followed up after exactly two quarters.
    """
    chance = Random(seed)
    codes = [f"0{101 + number}" for number in range(chance.randint(2, 22))]
    periods = PERIODS[: chance.randint(1, 5)]
    areas = [f"region-{number}" for number in range(chance.randint(1, 4))]
    regions = {}
    now = {code: chance.choice(areas) for code in codes}
    for period in periods:
        if chance.random() < 0.25:
            now = _reform(now, areas, chance)
        regions[period] = now
    scale = chance.choice((1, 2, 4, 8, 20))
    reports = chance.choice((1, 1, 0.95, 0.7))
    raw: dict[str, list[RawRow]] = {period: [] for period in periods}
    for code in codes:
        size = scale * chance.random() * 2
        for period, cells in zip(periods, _quarters(size, len(periods), chance, faithful), strict=True):
            if chance.random() < reports:
                raw[period].append(RawRow(code, _gaps(cells, reports, chance)))
    threshold = chance.choice((3, 5, 5, 5, 10))
    raised = {periods[-1]: threshold + chance.choice((1, 2, 5))} if chance.random() < 0.25 else {}
    rules = policy(threshold, raised=raised)
    return World({period: tuple(rows) for period, rows in raw.items()}, regions, rules, seed)


def _reform(now: Mapping[str, str], areas: list[str], chance: Random) -> dict[str, str]:
    """Merge two regions, or move a municipality."""
    if chance.random() < 0.5:
        gone, into = chance.choice(areas), chance.choice(areas)
        return {code: into if area == gone else area for code, area in now.items()}
    moving = chance.choice(list(now))
    return {**now, moving: chance.choice(areas)}


def _quarters(size: float, count: int, chance: Random, faithful: bool) -> list[dict[Indicator, int]]:
    active = _number(size * 3, chance)
    quarters: list[dict[Indicator, int]] = []
    for number in range(count):
        new, ended = _number(size, chance), min(_number(size, chance), active)
        active += new - ended
        started = (
            quarters[number - 2]["new_matches"]
            if number >= 2 and (faithful or chance.random() < 0.7)
            else _number(size, chance)
        )
        quarters.append(
            {
                "referrals": _number(size, chance),
                "new_matches": new,
                "active_matches": active,
                "ended_matches": ended,
                "waiting": _number(size, chance),
                "volunteers": _number(size * 2, chance),
                "new_volunteers": _number(size / 2, chance),
                "matches_6m": started,
                "matches_6m_working": sum(chance.random() < 0.7 for _ in range(started)),
            }
        )
    return quarters


def _gaps(cells: dict[Indicator, int], reports: float, chance: Random) -> dict[Indicator, int | None]:
    """Leave something out, as coordinators do."""
    gaps: dict[Indicator, int | None] = dict(cells)
    for together in (
        ("referrals",),
        ("waiting",),
        ("new_matches", "active_matches", "ended_matches"),
        ("matches_6m", "matches_6m_working"),
    ):
        if chance.random() > reports:
            gaps |= dict.fromkeys(together)  # type: ignore[arg-type]
    return gaps


def _number(mean: float, chance: Random) -> int:
    """Draw a count; small ones are common, as they are in the world."""
    return int(chance.expovariate(1 / mean)) if mean else 0
