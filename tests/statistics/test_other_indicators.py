"""The protection holds whatever a portal counts, and whatever its threshold and rounding are."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import pairwise
from random import Random

import pytest
from pydantic import ValidationError

from tests.statistics.attackers import (
    History,
    between_versions,
    changed,
    counts,
    possible,
    secrets,
)
from tests.statistics.random_indicators import random_indicators, world_of
from tests.statistics.random_quarters import World
from vejviser.content.model.disclosure_policy import Policy
from vejviser.content.model.indicators import Indicators
from vejviser.content.model.settings import Settings
from vejviser.content.settings import current, using
from vejviser.statistics.controlled_rounding import is_feasible
from vejviser.statistics.disclosure_control import correct
from vejviser.statistics.synthetic_data import Place, synthetic_rows
from vejviser.statistics.types import RawRow, Record
from vejviser.statistics.validation import row_problems

SEEDS = range(30)


@contextmanager
def portal(seed: int) -> Iterator[World]:
    rules = random_indicators(seed)
    with using(Settings(indicators=rules)):
        yield world_of(rules, seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_reader_works_out_a_count_below_the_threshold(seed: int) -> None:
    with portal(seed) as item:
        found = secrets(item.raw, History.of(item.published()))
        assert all(secret.value in secret.possible for secret in found)
        assert [secret.name for secret in found if secret.is_told] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_nor_from_both_versions_of_a_corrected_quarter(seed: int) -> None:
    with portal(seed) as item:
        chance, quarters = Random(seed), item.published()
        period = chance.choice(list(item.raw))
        rows = [RawRow(row.code, _corrected(dict(row.cells), chance), row.line) for row in item.raw[period]]
        record = Record(quarters)
        result = correct(
            rows, period=period, regions=item.regions[period], record=record, today=date.max, chance=Random(seed)
        )
        assert result.published is not None, result.problems
        history = History.of(quarters)
        history.made.append((result.published, record))
        before = {row.code: row for row in item.raw[period]}
        for row in rows:
            known = history.known(row.code)
            newest = [known[entry][-1] for entry in sorted(known)]
            sets = between_versions(known[period], changed(before[row.code], row), newest)
            base = known[period][-1].base
            for name, count in counts(row).items():
                if name in sets and 0 < count < base:
                    assert len(sets[name]) >= base, (row.code, name, count, sorted(sets[name]))
            assert possible(newest)


def _corrected(cells: dict[str, int | None], chance: Random) -> dict[str, int | None]:
    rules = current().indicators
    tied = {name for group in (*rules.identities, *rules.parts) for name in group}
    if rules.identities and chance.random() < 0.3:
        stock, came, _ = rules.identities[0]
        more = chance.choice((1, 2, 8))
        if cells[stock] is not None:
            cells |= {stock: (cells[stock] or 0) + more, came: (cells[came] or 0) + more}
    name = chance.choice(sorted({*rules.ids} - tied))
    return cells if cells[name] is None else cells | {name: max(0, (cells[name] or 0) + chance.choice((-2, -1, 1, 6)))}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_figure_is_a_multiple_within_reach(seed: int) -> None:
    with portal(seed) as item:
        for quarter in item.published():
            base = quarter.status.base
            assert base == item.policy.base_in(quarter.period) >= item.policy.thresholds[0].threshold
            raw = {row.code: row.cells for row in item.raw[quarter.period]}
            for code, cells in quarter.cells().items():
                for name, figure in cells.items():
                    count = raw[code].get(name)
                    assert figure is None or (count is not None and is_feasible(count, figure, base))
                    assert figure is None or figure % base == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_the_published_figures_add_up_as_the_true_ones_do(seed: int) -> None:
    with portal(seed) as item:
        rules, published = current().indicators, item.published()
        for before, now in pairwise(published):
            for code, cells in now.cells().items():
                assert all((cells[part] or 0) <= (cells[whole] or 0) for whole, part in rules.parts)
                for stock, came, went in rules.identities:
                    figures = (cells[stock], before.cells()[code][stock], cells[came], cells[went])
                    if None not in figures:
                        now_there, then, new, ended = figures
                        assert now_there == then + new - ended  # type: ignore[operator]


@pytest.mark.parametrize("seed", SEEDS)
def test_invented_figures_hang_together_by_the_same_rules(seed: int) -> None:
    with portal(seed):
        rows = synthetic_rows([Place("0101", 40_000), Place("0103", 90_000)], ["2026-Q1", "2026-Q2", "2026-Q3"], seed)
        found = [row for period in rows.values() for row in period]
        assert all(tuple(row.cells) == current().indicators.ids for row in found)
        assert [problem for row in found for problem in row_problems(row, "", {})] == []


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        ([{"id": "a_b", "kind": "flow"}, {"id": "a_b", "kind": "flow"}], "indicators-twice"),
        ([{"id": "code", "kind": "flow"}], "indicators-twice"),
        ([{"id": "there", "kind": "stock", "grows_by": ["came"]}], "indicators-unknown"),
        ([{"id": "came", "kind": "flow", "exact": True}], "indicators-stock"),
        ([{"id": "one", "kind": "stock"}, {"id": "two", "kind": "stock", "grows_by": ["one"]}], "indicators-flow"),
        ([{"id": "there", "kind": "stock", "exact": True}], "indicators-exact"),
        (
            [{"id": "one", "kind": "flow"}, *({"id": name, "kind": "flow", "part_of": "one"} for name in ("ab", "cd"))],
            "indicators-overlap",
        ),
    ],
)
def test_rules_that_contradict_each_other_are_told(wrong: list[dict[str, object]], rule: str) -> None:
    with pytest.raises(ValidationError, match=rule):
        Indicators.model_validate({"counts": [{"name": "x", **item} for item in wrong]})


def test_no_rounding_is_finer_than_the_threshold() -> None:
    with pytest.raises(ValidationError, match="status-policy-rounding"):
        Policy.model_validate({"thresholds": [{"since": "2026-Q1", "threshold": 5, "rounding": 3}]})
    wider = Policy.model_validate({"thresholds": [{"since": "2026-Q1", "threshold": 5, "rounding": 10}]})
    assert wider.base_in("2026-Q3") == 10
