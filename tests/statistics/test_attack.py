"""Five readers with everything that was ever published try to work out small counts (attackers.py)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from random import Random

import pytest

import vejviser.statistics.controlled_rounding
from tests.statistics.attackers import (
    SINGLE,
    History,
    Secret,
    between_versions,
    changed,
    counts,
    difference,
    hanging_together,
    possible,
    reach,
    secrets,
    values,
)
from tests.statistics.counted import FLOWS
from tests.statistics.demo_portal import PLACES, POLICY, REGIONS
from tests.statistics.random_quarters import World, world
from vejviser.statistics.controlled_rounding import AdjacentQuarters
from vejviser.statistics.disclosure_control import correct
from vejviser.statistics.synthetic_data import synthetic_quarters, synthetic_rows
from vejviser.statistics.types import Published, RawRow, Record

pytestmark = pytest.mark.slow

WORLDS = range(24)
"""Up to 22 municipalities, five quarters, nine columns each. More of them, and what they gave: docs/adr/0076."""


def told(found: Sequence[Secret]) -> list[str]:
    return [f"{item.name}: {item.value} of {sorted(item.possible)}" for item in found if item.is_told]


@pytest.mark.parametrize("seed", WORLDS)
def test_who_knows_the_program_works_out_no_small_count(seed: int) -> None:
    item = world(seed)
    found = secrets(item.raw, History.of(item.published()))
    assert all(secret.value in secret.possible for secret in found), "a reader who excludes the truth is no reader"
    assert told(found) == []


@pytest.mark.parametrize("seed", range(100, 104))
def test_nor_does_the_outsider(seed: int) -> None:
    item = world(seed)
    assert told(secrets(item.raw, History.of(item.published()), aware=False)) == []


DEMO = synthetic_rows(PLACES, sorted(REGIONS), seed=1)
"""The invented figures for all 98 municipalities, eight quarters, across the region reform."""


def test_nor_in_the_demo() -> None:
    found = secrets(DEMO, History.of(synthetic_quarters(PLACES, REGIONS, POLICY, seed=1)))
    assert len(found) > 1500
    assert told(found) == []


@pytest.mark.parametrize("seed", range(200, 212))
def test_nor_does_it_help_to_know_that_all_new_matches_are_followed_up(seed: int) -> None:
    item = world(seed, faithful=True)
    history = History.of(item.published())
    periods = list(item.raw)
    for code in sorted({row.code for rows in item.raw.values() for row in rows}):
        known = [versions[0] for _, versions in sorted(history.known(code).items())]
        sets = possible(known)
        raw = {period: row.cells for period, rows in item.raw.items() for row in rows if row.code == code}
        for early, late in zip(periods, periods[2:], strict=False):
            new, followed = sets.get((early, "new_matches")), sets.get((late, "matches_6m"))
            count = raw.get(early, {}).get("new_matches")
            base = item.policy.base_in(early)
            same_base = base == item.policy.base_in(late)
            if new and followed and count and 0 < count < base and same_base:
                assert len(new & followed) >= base, (code, early, count)


def correction(item: World, chance: Random) -> tuple[str, list[RawRow]]:
    """Change some numbers of one quarter by a few persons; now and then a municipality was not there before."""
    period = chance.choice(list(item.raw))
    rows = [RawRow(row.code, _corrected(dict(row.cells), chance), row.line) for row in item.raw[period]]
    return period, rows


def _corrected(cells: dict, chance: Random) -> dict:  # type: ignore[type-arg]
    if chance.random() > 0.3:
        return cells
    if chance.random() < 0.5 and cells["active_matches"] is not None:
        more = chance.choice((1, 1, 2, 3, 8))
        return cells | {"new_matches": cells["new_matches"] + more, "active_matches": cells["active_matches"] + more}
    name = chance.choice(SINGLE)
    if cells[name] is None:
        return cells
    return cells | {name: max(0, cells[name] + chance.choice((-6, -2, -1, 1, 2, 7)))}


@pytest.mark.parametrize("seed", range(24))
def test_both_versions_of_a_corrected_quarter_tell_no_small_count_and_no_small_difference(seed: int) -> None:
    item = world(seed)
    quarters = item.published()
    period, rows = correction(item, Random(seed))
    late = {row.code for row in rows[:: 7 if seed % 3 == 0 else 10**6]} if seed % 3 == 0 else set()
    record = Record(_without(quarters, period, late))
    result = correct(
        rows, period=period, regions=item.regions[period], record=record, today=date.max, chance=Random(seed)
    )
    assert result.published is not None, result.problems
    history = History.of(record.quarters)
    history.made.append((result.published, record))
    before = {row.code: row for row in item.raw[period] if row.code not in late}
    for row in rows:
        known = history.known(row.code)
        versions, chain = known[period], [known[entry][-1] for entry in sorted(known)]
        corrected = changed(before.get(row.code), row)
        if len(versions) == 2:
            sets = between_versions(versions, corrected, chain)
        else:
            sets = {name: left for (when, name), left in possible(chain).items() if when == period}
        base = versions[-1].base
        for name, count in counts(row).items():
            if name in sets and 0 < count < base:
                assert len(sets[name]) >= base, (row.code, name, count, sorted(sets[name]))
        for name in corrected if len(versions) == 2 else ():
            differences = difference(versions[0], versions[1], name)  # type: ignore[arg-type]
            assert differences is None or len(differences) >= base


def _without(quarters: Sequence[Published], period: str, late: set[str]) -> tuple[Published, ...]:
    """Take away the rows of those who reported too late for the quarter's first version."""
    return tuple(
        replace(
            quarter,
            status=quarter.status.model_copy(
                update={"rows": tuple(r for r in quarter.status.rows if r.code not in late)}
            ),
        )
        if quarter.period == period
        else quarter
        for quarter in quarters
    )


def test_the_neighbour_can_use_her_own_figures_for_nothing() -> None:
    """All that is published of others is made without hers: sums are sums of published figures."""
    item = world(5)
    mine, *others = [row.code for row in next(iter(item.raw.values()))]
    history = History.of(item.published())
    alone = History([(_only(quarter, others), _earlier(record, others)) for quarter, record in history.made])
    for code in others:
        with_mine = [versions[0] for _, versions in sorted(history.known(code).items())]
        without_mine = [versions[0] for _, versions in sorted(alone.known(code).items())]
        assert possible(with_mine) == possible(without_mine)
    assert mine not in others


def _only(quarter: Published, codes: Sequence[str]) -> Published:
    rows = tuple(row for row in quarter.status.rows if row.code in codes)
    return replace(quarter, status=quarter.status.model_copy(update={"rows": rows}))


def _earlier(record: Record, codes: Sequence[str]) -> Record:
    return Record(tuple(_only(quarter, codes) for quarter in record.quarters))


class TestTheReadersAreNoFools:
    """Each piece of the protection, taken away, and they find something."""

    def test_without_adding_up(self) -> None:
        """40 before, 50 now, and hardly anybody has come or gone: two to four people have come."""
        before = frozenset((item, 0, 0) for item in reach(40, 5))
        now = frozenset(product(reach(50, 5), reach(0, 5), reach(0, 5)))
        kept = hanging_together([before, now])[1]
        assert kept is not None
        assert {new for _, new, _ in kept} == {2, 3, 4}

    def test_with_a_base_below_the_threshold(self) -> None:
        assert len(reach(0, 4)) < 5

    def test_without_keeping_figures_in_a_correction(self) -> None:
        """The same count rounded twice, to 0 and to 5: it is 1 to 4."""
        both = set(reach(0, 5)) & set(reach(5, 5))
        assert both == {1, 2, 3, 4}

    def test_without_keeping_the_figure_of_few_new_matches(self, monkeypatch: pytest.MonkeyPatch) -> None:
        started = AdjacentQuarters(begun={"matches_6m": 5})
        assert list(vejviser.statistics.controlled_rounding.feasible_values({"matches_6m": 3}, started, 5)) == [
            {"matches_6m": 5}
        ]
        monkeypatch.setattr(vejviser.statistics.controlled_rounding, "is_feasible", lambda *_: False)
        assert {"matches_6m": 0} in vejviser.statistics.controlled_rounding.feasible_values(
            {"matches_6m": 3}, started, 5
        )


def test_readers_work_with_the_same_names_as_the_program() -> None:
    item = world(1)
    known = next(iter(History.of(item.published()).known(next(iter(item.raw.values()))[0].code).values()))[0]
    assert set(FLOWS) <= set(known.cells)
    assert values(known, "referrals", aware=True) in (None, values(known, "referrals", aware=False))
