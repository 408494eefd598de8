"""What readers see of a quarter: small tables in, published tables out."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from tests.statistics.examples import corrected, drawn, protected, published, shown
from tests.statistics.random_quarters import policy
from vejviser.statistics.disclosure_control import ProtectionResult, protect
from vejviser.statistics.published_csv import status_csv
from vejviser.statistics.types import Record

FIRST = """
    code  refs  new  active  ended
    0101    41    9      40      5
    0103     3    2       3      1
    0105    12    8      30      7
"""


def rules_of(result: ProtectionResult) -> list[str]:
    assert result.published is None
    return [problem.rule for problem in result.problems]


def test_every_count_is_rounded_at_random_to_a_multiple_beside_it() -> None:
    assert (
        shown(published(FIRST), "refs", "new", "active", "ended")
        == """\
code  refs  new  active  ended
0101    40   10      40      5
0103     5    5       0      0
0105    10    5      30     10"""
    )


def test_another_draw_gives_other_figures_within_the_same_reach() -> None:
    assert len({shown(published(FIRST, seed=seed), "refs", "new") for seed in range(20)}) > 5


def test_what_is_published_adds_up_over_quarters() -> None:
    second = published(
        """
        code  new  active  ended
        0101   10      45      5
        0103    1       2      2
        0105    8      31      7
        """,
        period="2026-Q4",
        earlier=[published(FIRST)],
    )
    before = {code: cell["active_matches"] for code, cell in published(FIRST).cells().items()}
    for code, cells in second.cells().items():
        assert cells["active_matches"] == before[code] + cells["new_matches"] - cells["ended_matches"]


def test_a_stock_that_does_not_follow_from_the_one_before_is_withheld_and_told() -> None:
    result = protected(
        "code refs new active ended\n0101 41 3 60 2\n0105 12 8 31 7", period="2026-Q4", earlier=[published(FIRST)]
    )
    assert result.published is not None
    cells = result.published.cells()
    assert [cells["0101"][item] for item in ("new_matches", "active_matches", "ended_matches")] == [None, None, None]
    assert cells["0101"]["referrals"] in (40, 45)
    assert cells["0105"]["active_matches"] is not None
    assert [(problem.rule, problem.severity, problem.line) for problem in result.problems] == [
        ("status-withheld", "warning", 2)
    ]


def test_what_is_not_reported_is_not_zero() -> None:
    quarter = published("code refs wait\n0101 - 0\n0103 50 -")
    assert shown(quarter, "refs", "wait") == "code  refs  wait\n0101     -     0\n0103    50     -"


def test_a_raised_threshold_holds_from_its_quarter_on() -> None:
    rules = policy(5, raised={"2026-Q4": 10})
    first = published("code refs\n0101 41", rules=rules)
    second = published("code refs\n0101 41", period="2026-Q4", earlier=[first], rules=rules)
    assert (first.status.base, second.status.base) == (5, 10)
    assert second.cells()["0101"]["referrals"] in (40, 50)


class TestCorrections:
    def test_only_what_is_out_of_reach_gets_another_figure(self) -> None:
        first = published(FIRST)
        table = FIRST.replace("0101    41", "0101    44").replace("0105    12", "0105    30")
        second = corrected(table, period="2026-Q3", earlier=[first]).published
        assert second is not None
        old, new = first.cells(), second.cells()
        assert [(code, item) for code in old for item in old[code] if old[code][item] != new[code][item]] == [
            ("0105", "referrals")
        ]
        assert new["0105"]["referrals"] == 30
        assert (first.status.version, second.status.version) == (1, 2)

    def test_who_reports_late_gets_figures_of_her_own_and_changes_nobody_elses(self) -> None:
        first = published("code refs\n0101 41\n0103 3")
        second = corrected("code refs\n0101 41\n0103 3\n0105 2", period="2026-Q3", earlier=[first]).published
        assert second is not None
        assert second.cells()["0105"]["referrals"] in (0, 5)
        assert {code: cell for code, cell in second.cells().items() if code != "0105"} == first.cells()

    def test_a_correction_that_contradicts_the_quarter_after_is_withheld(self) -> None:
        first = published(FIRST)
        later = published("code new active ended\n0101 10 45 5", period="2026-Q4", earlier=[first])
        table = FIRST.replace("0101    41    9      40", "0101    41   39      70")
        result = corrected(table, period="2026-Q3", earlier=[first, later])
        assert result.published is not None
        assert result.published.cells()["0101"]["active_matches"] is None
        assert [problem.rule for problem in result.problems] == ["status-withheld"]

    def test_what_a_correction_has_withheld_is_not_drawn_again(self) -> None:
        right, wrong = "code new active ended\n0101 3 40 5", "code new active ended\n0101 3 70 5"
        first = published(right)
        later = published("code new active ended\n0101 10 45 5", period="2026-Q4", earlier=[first])
        second = corrected(wrong, period="2026-Q3", earlier=[first, later]).published
        assert second is not None
        third = corrected(right, period="2026-Q3", earlier=[second, later])
        assert third.published is not None
        assert {
            third.published.cells()["0101"][item] for item in ("new_matches", "active_matches", "ended_matches")
        } == {None}
        assert [problem.rule for problem in third.problems] == ["status-withheld"]

    def test_the_threshold_of_its_time_holds_for_a_corrected_quarter(self) -> None:
        first = published("code refs\n0101 41", rules=policy(5, raised={"2026-Q4": 10}))
        second = corrected("code refs\n0101 77", period="2026-Q3", earlier=[first]).published
        assert second is not None
        assert second.status.base == 5

    @pytest.mark.parametrize("table", ["code refs wait\n0101 41 9", "code refs wait\n0101 41 9\n0103 3 -"])
    def test_what_is_published_is_not_left_out_of_a_correction(self, table: str) -> None:
        """It would come back another time by another draw, and 0 and 5 together say 1 to 4."""
        first = published("code refs wait\n0101 41 9\n0103 3 2")
        result = corrected(table, period="2026-Q3", earlier=[first])
        assert (result.published, rules_of(result)) == (None, ["status-correct-missing"])

    def test_a_quarter_that_was_never_published_is_not_corrected(self) -> None:
        result = corrected("code refs\n0101 41", period="2026-Q4", earlier=[published("code refs\n0101 9")])
        assert rules_of(result) == ["status-period-new"]


def test_the_order_of_the_rows_changes_nothing() -> None:
    rows = drawn("code refs wait\n0101 40 2\n0103 3 20\n0105 12 9\n0107 9 1\n0109 25 11")
    known = dict.fromkeys([row.code for row in rows], "nord")

    def made(order: int) -> str:
        result = protect(
            rows[::order],
            period="2026-Q3",
            regions=known,
            record=Record(),
            policy=policy(),
            today=date.max,
            chance=Random(1),
        )
        assert result.published
        return status_csv(result.published)

    assert made(1) == made(-1)


class TestRefusals:
    def test_a_quarter_is_published_once(self) -> None:
        result = protected("code refs\n0101 40", earlier=[published("code refs\n0101 9")])
        assert rules_of(result) == ["status-period-published"]

    def test_quarters_come_in_order(self) -> None:
        earlier = [published("code refs\n0101 9", period="2027-Q1")]
        assert rules_of(protected("code refs\n0101 40", earlier=earlier)) == ["status-period-order"]

    @pytest.mark.parametrize(
        ("period", "rule"), [("2026-Q3", "status-period-deleted"), ("2026-Q2", "status-period-order")]
    )
    def test_a_deleted_quarter_has_been_published_all_the_same(self, period: str, rule: str) -> None:
        result = protect(
            drawn("code refs\n0101 40"),
            period=period,
            regions={"0101": "nord"},
            record=Record(periods=frozenset(["2026-Q3"])),
            policy=policy(),
            today=date.max,
            chance=Random(1),
        )
        assert rules_of(result) == [rule]

    @pytest.mark.parametrize(("today", "refused"), [(date(2026, 9, 30), True), (date(2026, 10, 1), False)])
    def test_a_quarter_that_has_not_ended_waits(self, today: date, refused: bool) -> None:
        result = protect(
            drawn("code refs\n0101 40"),
            period="2026-Q3",
            regions={"0101": "nord"},
            record=Record(),
            policy=policy(),
            today=today,
            chance=Random(1),
        )
        assert [problem.rule for problem in result.problems] == (["status-period-open"] if refused else [])

    def test_a_period_is_a_quarter(self) -> None:
        assert rules_of(protected("code refs\n0101 40", period="2026-13")) == ["status-period"]

    def test_new_active_and_ended_come_together(self) -> None:
        assert rules_of(protected("code new active ended\n0101 7 - 8\n0103 - - -")) == ["status-raw-incomplete"]

    def test_no_more_can_work_than_were_followed_up(self) -> None:
        assert rules_of(protected("code m6 work\n0101 7 8")) == ["status-raw-working"]

    def test_no_count_is_negative(self) -> None:
        assert rules_of(protected("code refs\n0101 -7")) == ["status-raw-negative"]

    def test_a_municipality_stands_once(self) -> None:
        assert rules_of(protected("code refs\n0101 7\n0101 8")) == ["status-raw-duplicate"]

    def test_a_municipality_is_known(self) -> None:
        assert rules_of(protected("code refs\n0999 7", regions={"0101": "nord"})) == ["status-raw-code"]

    def test_all_reasons_come_at_once(self) -> None:
        assert rules_of(protected("code m6 work refs\n0101 7 8 6\n0101 7 - 8", period="Q3")) == [
            "status-period", "status-raw-working", "status-raw-duplicate", "status-raw-incomplete",
        ]  # fmt: skip


def test_a_new_column_is_not_put_into_an_old_file() -> None:
    first = published("code refs wait\n0101 41 7")
    eight = first.status.model_copy(
        update={"columns": tuple(column for column in first.status.columns if column != "waiting")}
    )
    second = corrected("code refs wait\n0101 41 7", period="2026-Q3", earlier=[replace(first, status=eight)]).published
    assert second is not None
    assert second.cells()["0101"]["waiting"] is None
    assert "waiting" not in status_csv(second)
