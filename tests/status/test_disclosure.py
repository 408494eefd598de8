"""What readers see of a quarter: small tables in, published tables out."""

import pytest

from tests.status.examples import drawn, protected, published, shown
from tests.status.worlds import policy
from vejviser.model.status import SUPPRESSED
from vejviser.status.disclosure import protect
from vejviser.status.published import status_csv, totals_csv


def rules_of(table: str, **options: object) -> list[str]:
    result = protected(table, **options)  # type: ignore[arg-type]
    assert result.published is None
    return [problem.rule for problem in result.problems]


def test_a_small_count_takes_another_figure_with_it_when_the_sum_is_published() -> None:
    quarter = published("""
        code  refs
        0101    40
        0103     3
        0105    12
        0107     9
        0109    25
    """)
    assert (
        shown(quarter, "refs")
        == """\
code  refs
0101    40
0103     x
0105    12
0107     x
0109    25
nord    89
  dk    89"""
    )


def test_small_counts_hide_each_other_when_there_is_room_between_them() -> None:
    quarter = published("""
        code  refs
        0101    40
        0103     3
        0105     4
        0107     4
        0109     2
        0111     1
    """)
    assert (
        shown(quarter, "refs")
        == """\
code  refs
0101    40
0103     x
0105     x
0107     x
0109     x
0111     x
nord    54
  dk    54"""
    )


def test_three_times_four_are_not_left_alone_although_the_sum_has_room() -> None:
    quarter = published("code refs\n0101 4\n0103 4\n0105 4\n0107 30\n0109 31")
    hidden = [row.code for row in quarter.status.rows if row.cells["referrals"] == SUPPRESSED]
    assert len(hidden) == 4, "whoever knows that all three are small knows from the sum 12 that each is 4"


@pytest.mark.parametrize("count", [0, 5, 6, 1000])
def test_zero_and_large_counts_are_shown(count: int) -> None:
    assert published(f"code refs\n0101 {count}\n0103 50").cells()["0101"]["referrals"] == count


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_every_small_count_is_hidden(count: int) -> None:
    assert published(f"code wait\n0101 {count}\n0103 50").cells()["0101"]["waiting"] == SUPPRESSED


def test_matches_that_do_not_work_are_a_count_too() -> None:
    quarter = published("""
        code  m6  work
        0101  40    30
        0103  12    10
        0105  60    45
        0107  20     9
    """)
    cells = quarter.cells()["0103"]
    assert (cells["matches_6m"], cells["matches_6m_working"]) == ("x", "x"), "12 - 10 = 2 matches do not work"
    assert quarter.cells()["0101"]["matches_6m_working"] == 30


def test_new_and_ended_matches_are_hidden_together() -> None:
    quarter = published("""
        code  new  active  ended
        0101   10      40      5
        0103    3      12      0
        0105    8      30      7
        0107    9      31      0
        0109   12      21      6
        0111   14      55     16
    """)
    assert (
        shown(quarter, "new", "active", "ended")
        == """\
code  new  active  ended
0101   10      40      5
0103    x      12      x
0105    8      30      7
0107    9      31      0
0109   12      21      6
0111    x      55      x
nord   56     189     34
  dk   56     189     34"""
    )


FIRST = """
    code  new  active  ended
    0101   10      40      5
    0103    9       3      7
    0105    8      30      7
    0107    9      31      6
    0109   12      21      6
    0111   14      55     16
"""


def test_the_quarter_after_a_hidden_stock_does_not_tell_it() -> None:
    first = published(FIRST)
    second = published(
        """
        code  new  active  ended
        0101   10      45      5
        0103    9       5      7
        0105    8      31      7
        0107    9      34      6
        0109   12      27      6
        0111   14      53     16
        """,
        period="2026-Q4",
        earlier=[first],
    )
    assert first.cells()["0103"]["active_matches"] == SUPPRESSED
    cells = second.cells()["0103"]
    assert (cells["new_matches"], cells["active_matches"], cells["ended_matches"]) == ("x", 5, "x")


def test_when_one_stops_reporting_the_difference_of_sums_is_withheld() -> None:
    second = published(
        """
        code  new  active  ended
        0101   10      45      5
        0105    8      31      7
        0107    9      34      6
        0109   12      27      6
        0111   14      53     16
        """,
        period="2026-Q4",
        earlier=[published(FIRST)],
    )
    assert [second.totals.of("nord", it) for it in ("new_matches", "active_matches", "ended_matches")] == [53, 190, "x"]
    assert second.totals.of("dk", "ended_matches") == "x"


def test_too_few_contributors_have_no_sum_and_need_no_companion() -> None:
    quarter = published("code refs\n0101 2\n0103 30", rules=policy(contributors=5))
    assert (
        shown(quarter, "refs")
        == """\
code  refs
0101     x
0103    30
nord     x
  dk     x"""
    )


def test_regions_lose_their_sums_before_the_country_does() -> None:
    regions = {"0101": "nord", "0103": "nord", "0105": "syd", "0107": "syd", "0109": "syd"}
    quarter = published(
        "code refs\n0101 2\n0103 0\n0105 30\n0107 9\n0109 0", regions=regions, rules=policy(contributors=2)
    )
    assert [quarter.totals.of(area, "referrals") for area in ("nord", "syd", "dk")] == ["x", "x", 41]


def test_the_share_of_an_area_needs_a_hundred_matches() -> None:
    few = published("code m6 work\n0101 49 30\n0103 50 36")
    enough = published("code m6 work\n0101 50 30\n0103 50 37")
    assert [few.totals.shares["dk"], enough.totals.shares["dk"]] == ["x", 67]


def test_what_is_not_reported_is_neither_hidden_nor_zero() -> None:
    quarter = published("code refs wait\n0101 - 0\n0103 50 -")
    assert [quarter.cells()[code]["referrals"] for code in ("0101", "0103")] == [None, 50]
    assert quarter.totals.of("dk", "volunteers") is None


def test_the_loss_is_counted() -> None:
    loss = protected("code refs\n0101 40\n0103 3\n0105 12\n0107 9\n0109 25").loss
    assert loss is not None
    lost = loss.indicators["referrals"]
    assert (lost.reported, lost.shown, lost.small, lost.along) == (5, 3, 1, 1)
    assert (loss.all.reported, loss.sums, loss.shares) == (5, (), ())


def test_the_order_of_the_rows_changes_nothing() -> None:
    rows = drawn("code refs wait\n0101 40 2\n0103 3 20\n0105 12 9\n0107 9 1\n0109 25 11")
    options = {
        "period": "2026-Q3", "regions": dict.fromkeys([row.code for row in rows], "nord"), "earlier": (),
        "policy": policy(contributors=2),
    }  # fmt: skip
    forwards, backwards = protect(rows, **options).published, protect(rows[::-1], **options).published  # type: ignore[arg-type]
    assert forwards
    assert backwards
    assert status_csv(forwards) == status_csv(backwards)
    assert totals_csv(forwards) == totals_csv(backwards)


class TestRefusals:
    def test_a_quarter_is_protected_once(self) -> None:
        assert rules_of("code refs\n0101 40", earlier=[published("code refs\n0101 9")]) == ["status-period-published"]

    def test_quarters_come_in_order(self) -> None:
        earlier = [published("code refs\n0101 9", period="2027-Q1")]
        assert rules_of("code refs\n0101 40", earlier=earlier) == ["status-period-order"]

    def test_a_period_is_a_quarter(self) -> None:
        assert rules_of("code refs\n0101 40", period="2026-13") == ["status-period"]

    def test_new_active_and_ended_come_together(self) -> None:
        assert rules_of("code new active ended\n0101 7 - 8\n0103 - - -") == ["status-raw-incomplete"]

    def test_no_more_can_work_than_were_followed_up(self) -> None:
        assert rules_of("code m6 work\n0101 7 8") == ["status-raw-working"]

    def test_no_count_is_negative(self) -> None:
        assert rules_of("code refs\n0101 -7") == ["status-raw-negative"]

    def test_a_municipality_stands_once(self) -> None:
        assert rules_of("code refs\n0101 7\n0101 8") == ["status-raw-duplicate"]

    def test_a_municipality_is_known(self) -> None:
        assert rules_of("code refs\n0999 7", regions={"0101": "nord"}) == ["status-raw-code"]

    def test_all_reasons_come_at_once(self) -> None:
        assert rules_of("code m6 work refs\n0101 7 8 6\n0101 7 - 8", period="Q3") == [
            "status-period", "status-raw-working", "status-raw-duplicate", "status-raw-incomplete",
        ]  # fmt: skip

    def test_earlier_quarters_must_be_protected_themselves(self) -> None:
        first = published("code refs\n0101 40\n0103 41\n0105 42")
        leaking = first.status.model_copy(
            update={
                "rows": (first.status.rows[0].model_copy(update={"cells": {**first.cells()["0101"], "waiting": 2}}),)
            }
        )
        earlier = [type(first)(leaking, first.totals, first.regions)]
        assert "status-small-count" in rules_of("code refs\n0101 40", period="2026-Q4", earlier=earlier)
