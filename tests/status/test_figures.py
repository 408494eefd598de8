"""Published quarters -> what a page shows of one municipality, and the national table."""

from tests.status.examples import published
from tests.status.worlds import policy
from vejviser.status.barometer import barometer
from vejviser.status.figures import area_sum, history, municipality_figures, rate
from vejviser.status.values import percent

GOAL = policy().goal
POPULATIONS = {"0101": 100_000, "0103": 20_000, "0105": 50_000, "0107": 30_000}
FIRST = published("""
    code  refs  m6  work
    0101    40  60    40
    0103     3  12    10
    0105    12  60    45
    0107     9  40    35
""", period="2026-Q1")  # fmt: skip
SECOND = published("""
    code  refs  m6  work
    0101    50  60    40
    0103    10   0     0
    0105    12  60    30
""", period="2026-Q3", earlier=[FIRST])  # fmt: skip
PAST = history([SECOND, FIRST], POPULATIONS, GOAL)


def test_figures_stand_quarter_by_quarter_oldest_first() -> None:
    figures = municipality_figures("0103", PAST)
    assert figures.periods == ("2026-Q1", "2026-Q3")
    assert figures.trends["referrals"] == ("x", 10)
    assert figures.trends["waiting"] == (None, None)
    assert figures.has_hidden


def test_a_share_is_hidden_with_its_counts_and_absent_without_any() -> None:
    assert municipality_figures("0103", PAST).shares == ("x", None)
    assert municipality_figures("0105", PAST).shares == (75, 50)


def test_the_latest_quarter_somebody_reported_is_compared_with_region_country_and_goal() -> None:
    figures = municipality_figures("0101", PAST)
    assert figures.latest == "2026-Q3"
    referrals = next(it for it in figures.comparisons if it.indicator == "referrals")
    assert (referrals.own, referrals.region, referrals.country) == (5.0, 4.2, 4.2)
    assert figures.share is not None
    assert (figures.share.own, figures.share.country, figures.share.goal) == (67, 58, 67)
    assert municipality_figures("0107", PAST).latest == "2026-Q1"


def test_a_municipality_nobody_reported_for_has_no_figures() -> None:
    figures = municipality_figures("0999", PAST)
    assert (figures.latest, figures.comparisons, figures.share, figures.has_hidden) == (None, (), None, False)


def test_the_rate_of_a_hidden_count_is_hidden() -> None:
    assert [rate("x", 100), rate(None, 100), rate(7, None), rate(7, 10_000)] == ["x", None, None, 7.0]


def test_a_region_without_all_populations_has_no_rate() -> None:
    figures = municipality_figures("0101", history([SECOND], {"0101": 100_000}, GOAL))
    assert {it.region for it in figures.comparisons} == {None}


def test_a_sum_says_what_it_is_made_of() -> None:
    total = area_sum(FIRST, "nord", "referrals")
    assert (total.total, total.at_least, total.reporting, total.hidden) == (64, 52, 4, 2)


def test_the_barometer_has_a_line_a_municipality_and_the_country_last() -> None:
    table = barometer(FIRST, POPULATIONS, GOAL)
    assert [row.code for row in table.rows] == ["0101", "0103", "0105", "0107"]
    assert [area.area for area in table.areas] == ["nord", "dk"]
    assert table.country.sums["referrals"].total == 64
    assert table.country.share == 76
    assert (table.shown, table.hidden) == (6, 6)
    assert table.rows[1].rates["referrals"] == "x"


def test_percentages_are_whole_and_halves_go_up() -> None:
    assert [percent(2, 3), percent(1, 8), percent(0, 7), percent(7, 7)] == [67, 13, 0, 100]
