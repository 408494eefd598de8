"""Published quarters -> what a page shows of one municipality, and the national table."""

from tests.statistics.examples import published
from tests.statistics.random_quarters import policy
from vejviser.statistics.barometer import barometer
from vejviser.statistics.figures import area_share, area_sum, history, municipality_figures, rate, share
from vejviser.statistics.types import COUNTRY, percent

RULES = policy()
POPULATIONS = {"0101": 100_000, "0103": 20_000, "0105": 50_000, "0107": 30_000}
FIRST = published("""
    code  refs  m6  work
    0101    40  60    40
    0103     5  10    10
    0105    10  60    45
    0107    10  40    35
""", period="2026-Q1")  # fmt: skip
SECOND = published("""
    code  refs  m6  work
    0101    50  60    40
    0103    10   0     0
    0105    10  60    30
""", period="2026-Q3", earlier=[FIRST])  # fmt: skip
"""Multiples of five stay as they are, so that the examples can be read."""
PAST = history([SECOND, FIRST], POPULATIONS, RULES)


def test_figures_stand_quarter_by_quarter_oldest_first() -> None:
    figures = municipality_figures("0103", PAST)
    assert figures.periods == ("2026-Q1", "2026-Q3")
    assert figures.trends["referrals"] == (5, 10)
    assert figures.trends["waiting"] == (None, None)
    assert figures.bases == (5, 5)


def test_a_share_needs_enough_matches() -> None:
    assert municipality_figures("0103", PAST).shares == (None, None)
    assert municipality_figures("0105", PAST).shares == (75, 50)


def test_the_latest_quarter_somebody_reported_is_compared_with_region_country_and_goal() -> None:
    figures = municipality_figures("0101", PAST)
    assert figures.latest == "2026-Q3"
    referrals = next(comparison for comparison in figures.comparisons if comparison.indicator == "referrals")
    assert (referrals.own, referrals.region, referrals.country) == (5.0, 4.1, 4.1)
    assert figures.share is not None
    assert (figures.share.own, figures.share.country, figures.share.goal) == (67, 58, 67)
    assert municipality_figures("0107", PAST).latest == "2026-Q1"


def test_a_municipality_nobody_reported_for_has_no_figures() -> None:
    figures = municipality_figures("0999", PAST)
    assert (figures.latest, figures.comparisons, figures.share) == (None, (), None)


def test_a_rate_needs_a_count_and_a_population() -> None:
    assert [rate(None, 100), rate(7, None), rate(7, 10_000)] == [None, None, 7.0]


def test_a_region_without_all_populations_has_no_rate() -> None:
    figures = municipality_figures("0101", history([SECOND], {"0101": 100_000}, RULES))
    assert {comparison.region for comparison in figures.comparisons} == {None}


def test_a_sum_is_that_of_the_published_figures() -> None:
    assert area_sum(FIRST, "nord", "referrals") == 65
    assert area_sum(FIRST, "nord", "waiting") is None


def test_a_share_of_an_area_is_that_of_its_published_figures() -> None:
    assert area_share(FIRST, COUNTRY, 30) == percent(130, 170)
    assert share([], 30) is None


def test_the_barometer_has_a_line_a_municipality_and_the_country_last() -> None:
    table = barometer(FIRST, POPULATIONS, RULES)
    assert [row.code for row in table.rows] == ["0101", "0103", "0105", "0107"]
    assert [area.area for area in table.areas] == ["nord", COUNTRY]
    assert table.country.sums["referrals"] == 65
    assert table.country.share == 76
    assert (table.shown, table.base, table.version) == (12, 5, 1)


def test_percentages_are_whole_and_halves_go_up() -> None:
    assert [percent(2, 3), percent(1, 8), percent(0, 7), percent(7, 7)] == [67, 13, 0, 100]
