"""The invented figures: plausible, repeatable, protected, and useful enough to look at."""

import pytest

from tests.statistics.counted import INDICATORS, OUTCOME, SUMMED
from tests.statistics.demo_portal import NAMES, PERIODS, PLACES, POLICY, REGIONS
from vejviser.statistics.figures import area_share, area_sum
from vejviser.statistics.published_csv import status_csv
from vejviser.statistics.quarters import last_day, previous
from vejviser.statistics.synthetic_data import synthetic_quarters, synthetic_rows
from vejviser.statistics.types import COUNTRY, Published


@pytest.fixture(scope="module")
def demo() -> tuple[Published, ...]:
    return synthetic_quarters(PLACES, REGIONS, POLICY, seed=1)


def test_the_same_seed_gives_the_same_files(demo: tuple[Published, ...]) -> None:
    again = synthetic_quarters(PLACES[::-1], REGIONS, POLICY, seed=1)
    assert [status_csv(item) for item in again] == [status_csv(item) for item in demo]


def test_another_seed_gives_others() -> None:
    assert synthetic_rows(PLACES, PERIODS, seed=1) != synthetic_rows(PLACES, PERIODS, seed=2)


def test_one_more_municipality_changes_no_other() -> None:
    fewer, all_of_them = synthetic_rows(PLACES[:-1], PERIODS, seed=1), synthetic_rows(PLACES, PERIODS, seed=1)
    last = PLACES[-1].code
    assert all(fewer[period] == tuple(row for row in all_of_them[period] if row.code != last) for period in PERIODS)


def test_every_file_says_that_it_is_invented(demo: tuple[Published, ...]) -> None:
    assert all(" invented seal=" in status_csv(item).partition("\n")[0] for item in demo)


def test_what_is_invented_hangs_together() -> None:
    rows = synthetic_rows(PLACES, PERIODS, seed=1)
    active = {(period, row.code): row.cells["active_matches"] for period in PERIODS for row in rows[period]}
    for period in PERIODS:
        for row in rows[period]:
            cells = {cell: count for cell, count in row.cells.items() if count is not None}
            assert cells["matches_6m_working"] <= cells["matches_6m"]
            assert cells["new_volunteers"] <= cells["volunteers"]
            before = active.get((previous(period), row.code))
            if before is not None:
                assert cells["active_matches"] == before + cells["new_matches"] - cells["ended_matches"]


def test_most_municipalities_take_part_and_some_do_not(demo: tuple[Published, ...]) -> None:
    assert len(NAMES) == 98
    assert all(70 <= len(item.status.rows) < 98 for item in demo)


def test_every_figure_that_was_reported_can_be_read_and_is_close(demo: tuple[Published, ...]) -> None:
    """Measured: 1.5 on average, 7 % in the middle for counts of five and more."""
    raw = synthetic_rows(PLACES, sorted(REGIONS), seed=1)
    errors = [
        abs(cell - count)
        for quarter in demo
        for row in raw[quarter.period]
        for indicator in INDICATORS
        if (count := row.cells[indicator]) is not None and (cell := quarter.cells()[row.code][indicator]) is not None
    ]
    assert len(errors) == sum(
        count is not None for rows in raw.values() for row in rows for count in row.cells.values()
    )
    assert max(errors) == 4
    assert sum(errors) / len(errors) < 1.75


def test_sums_of_the_country_and_the_regions_are_close_to_the_true_ones(demo: tuple[Published, ...]) -> None:
    """Measured: at most 6 for the country, 14 for a region, and a share of the country within one per cent."""
    raw = synthetic_rows(PLACES, sorted(REGIONS), seed=1)
    for quarter in demo:
        for area in {COUNTRY, *quarter.regions.values()}:
            rows = [item.cells for item in raw[quarter.period] if area in (COUNTRY, quarter.regions[item.code])]
            for indicator in SUMMED:
                true, told = sum(row[indicator] or 0 for row in rows), area_sum(quarter, area, indicator)
                assert told is not None
                assert abs(told - true) <= (10 if area == COUNTRY else 20)
        started, working = (sum(item.cells[name] or 0 for item in raw[quarter.period]) for name in OUTCOME)
        told = area_share(quarter, COUNTRY, POLICY.share_base)
        assert told is not None
        assert abs(told - 100 * working / started) < 2


def test_the_region_reform_falls_between_two_quarters(demo: tuple[Published, ...]) -> None:
    areas = [set(item.regions.values()) for item in demo]
    assert "oestdanmark" in areas[-1]
    assert "hovedstaden" in areas[0]
    assert last_day("2026-Q4").isoformat() == "2026-12-31"
    assert previous("2027-Q1") == "2026-Q4"
