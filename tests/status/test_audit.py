"""Published files with one cell changed by hand: `check` names the cell."""

from collections.abc import Mapping

import pytest

from tests.status.demo_portal import PLACES, POLICY, REGIONS
from tests.status.examples import SHORT, in_files, published
from tests.status.worlds import policy
from vejviser.model.status import Cell
from vejviser.status.audit import audit
from vejviser.status.demo import demo_published
from vejviser.status.values import Published, Totals

QUARTER = """
    code  refs  new  active  ended  m6  work
    0101    40   10      40      5  60    40
    0103     3    3      12      0  12    10
    0105    12    8      30      7  60    45
    0107     9    9      31      0  40    35
    0109    25   12      21      6  20     9
    0111     0   14      55     16   0     0
"""


def changed(quarter: Published, code: str, **cells: Cell) -> Published:
    """Write other figures into a line of the municipalities' file."""
    rows = tuple(
        row.model_copy(update={"cells": {**row.cells, **{SHORT[name]: cell for name, cell in cells.items()}}})
        if row.code == code
        else row
        for row in quarter.status.rows
    )
    return Published(quarter.status.model_copy(update={"rows": rows}), quarter.totals, quarter.regions)


def with_sum(quarter: Published, area: str, **cells: Cell) -> Published:
    """Write other sums into the file of totals."""
    old = quarter.totals
    new = {**old.sums[area], **{SHORT[name]: cell for name, cell in cells.items()}}
    return Published(quarter.status, Totals(old.period, {**old.sums, area: new}, old.shares, old.path, old.lines),
                     quarter.regions)  # fmt: skip


def found(*quarters: Published, share_base: int = 100) -> list[str]:
    rules = policy(contributors=2).model_copy(update={"share_base": share_base})
    return [
        f"{it.path.removeprefix('data/status/')}:{it.line}:{it.column} {it.rule} {_said(dict(it.values))}"
        for it in audit(quarters, rules)
    ]


def _said(values: Mapping[str, str]) -> str:
    return " ".join(values[name] for name in ("code", "area", "column_name", "found") if name in values)


@pytest.fixture
def quarter() -> Published:
    return in_files(published(QUARTER))


def test_what_protect_writes_is_found_in_order(quarter: Published) -> None:
    assert found(quarter) == []


def test_the_demo_is_found_in_order() -> None:
    assert audit(demo_published(PLACES, REGIONS, POLICY, seed=2), POLICY) == ()


@pytest.mark.parametrize(("count", "is_small"), [(0, False), (1, True), (4, True), (5, False)])
def test_a_small_count_is_one_to_four(quarter: Published, count: int, is_small: bool) -> None:
    told = f"2026-Q3.csv:3:2 status-small-count 0103 referrals {count}"
    assert (told in found(changed(quarter, "0103", refs=count))) == is_small


@pytest.mark.parametrize(("difference", "is_small"), [(0, False), (1, True), (4, True), (5, False)])
def test_a_small_difference_is_one_to_four(quarter: Published, difference: int, is_small: bool) -> None:
    told = f"2026-Q3.csv:3:10 status-small-difference 0103 matches_6m_working {difference}"
    assert (told in found(changed(quarter, "0103", m6=12, work=12 - difference))) == is_small


def test_one_of_two_that_belong_together(quarter: Published) -> None:
    assert "2026-Q3.csv:3:5 status-half-hidden 0103 ended_matches" in found(changed(quarter, "0103", ended=0))


def test_turnover_beside_a_hidden_stock(quarter: Published) -> None:
    assert "2026-Q3.csv:2:3 status-tied 0101 new_matches" in found(changed(quarter, "0101", active="x"))


def test_a_sum_of_the_only_hidden_count(quarter: Published) -> None:
    assert found(changed(quarter, "0107", refs=9)) == ["totals/2026-Q3.csv:2:2 status-sum-tells nord referrals"]


def test_a_sum_that_leaves_no_room(quarter: Published) -> None:
    assert "totals/2026-Q3.csv:2:2 status-sum-tells nord referrals" in found(
        with_sum(quarter, "nord", refs=40 + 12 + 25 + 6)
    )


def test_a_sum_smaller_than_what_is_shown(quarter: Published) -> None:
    assert found(with_sum(quarter, "nord", refs=70)) == [
        "totals/2026-Q3.csv:2:2 status-sum-wrong nord referrals 70",
        "totals/2026-Q3.csv:3:2 status-sum-wrong dk referrals 89",
    ]


def test_a_country_that_is_not_the_sum_of_its_regions(quarter: Published) -> None:
    assert found(with_sum(quarter, "dk", refs=90)) == ["totals/2026-Q3.csv:3:2 status-sum-wrong dk referrals 90"]


def test_a_small_sum() -> None:
    quarter = in_files(published("code refs wait\n0101 40 0\n0103 50 0"))
    assert "totals/2026-Q3.csv:3:6 status-small-sum dk waiting 3" in found(with_sum(quarter, "dk", wait=3))


def test_the_sum_of_ended_matches_after_somebody_stopped_reporting() -> None:
    first = in_files(
        published("""
        code  new  active  ended
        0101   10      40      5
        0103    9       3      7
        0105    8      30      7
        0107    9      31      6
        0109   12      21      6
    """)
    )
    second = in_files(published(
        "code new active ended\n0101 10 45 5\n0105 8 31 7\n0107 9 34 6\n0109 12 27 6",
        period="2026-Q4", earlier=[first],
    ))  # fmt: skip
    assert found(first, second) == []
    assert "totals/2026-Q4.csv:2:5 status-sum-parted nord" in found(first, with_sum(second, "nord", ended=24))


def test_follow_ups_that_tell_the_new_matches_of_two_quarters_before() -> None:
    first = in_files(published("code new active ended\n0101 3 40 0\n0103 14 50 16\n0105 20 60 21", period="2026-Q1"))
    third = in_files(published("code m6 work\n0101 30 20\n0103 40 20\n0105 50 30", earlier=[first]))
    assert third.cells()["0101"]["matches_6m"] == "x"
    assert "2026-Q3.csv:2:9 status-tied 0101 matches_6m" in found(first, changed(third, "0101", m6=30, work=20))
