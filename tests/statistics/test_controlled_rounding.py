"""The draw: what a count may be published as, how likely, and what it may depend on."""

from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.statistics.counted import FLOWS, INDICATORS
from vejviser.content.model.statistics import Indicator
from vejviser.statistics.controlled_rounding import (
    AdjacentQuarters,
    adjacent_multiples,
    feasible_values,
    is_feasible,
    opening_stock,
    round_controlled,
)

NOTHING = AdjacentQuarters()
COUNTS = st.integers(0, 60)


def flows(active: int, new: int, ended: int) -> dict[Indicator, int]:
    return dict(zip(FLOWS, (active, new, ended), strict=True))


def drawn_flows(counts: dict[Indicator, int], beside: AdjacentQuarters, base: int = 5) -> list[tuple[int, ...]]:
    return [tuple(item[name] for name in FLOWS) for item in feasible_values(counts, beside, base)]


def test_a_count_goes_to_a_multiple_beside_it_and_a_multiple_stays() -> None:
    assert [adjacent_multiples(item, 5) for item in (0, 1, 4, 5, 12)] == [(0,), (0, 5), (0, 5), (5,), (10, 15)]


def test_what_is_published_as_0_was_0_to_4_and_as_5_was_1_to_9() -> None:
    assert [number for number in range(20) if is_feasible(number, 0, 5)] == [0, 1, 2, 3, 4]
    assert [number for number in range(20) if is_feasible(number, 5, 5)] == [1, 2, 3, 4, 5, 6, 7, 8, 9]


@given(COUNTS, st.integers(3, 12))
def test_every_figure_leaves_at_least_the_base_of_counts(count: int, base: int) -> None:
    for figure in adjacent_multiples(count, base):
        assert sum(is_feasible(number, figure, base) for number in range(count + 2 * base)) >= base


def test_the_published_stock_follows_from_the_one_before() -> None:
    """40 before, 3 new, 2 ended, 41 now: the published figures add up too."""
    found = drawn_flows(flows(41, 3, 2), AdjacentQuarters(before=flows(40, 0, 0)))
    assert found == [(40, 0, 0), (40, 5, 5), (45, 5, 0)]


@given(COUNTS, COUNTS, COUNTS, st.integers(-4, 4))
def test_true_figures_can_always_be_published_after_the_quarter_before(
    before: int, new: int, ended: int, error: int
) -> None:
    active = before + new - ended
    published_before = before + error
    if active >= 0 and published_before >= 0 and published_before % 5 == 0:
        beside = AdjacentQuarters(before=flows(published_before, 0, 0))
        found = drawn_flows(flows(active, new, ended), beside)
        assert found
        assert all(opening_stock(flows(*item), FLOWS) == published_before for item in found)


def test_a_stock_that_does_not_follow_is_withheld() -> None:
    assert drawn_flows(flows(60, 3, 2), AdjacentQuarters(before=flows(40, 0, 0))) == []


def test_another_base_may_miss_by_less_than_the_larger_one() -> None:
    found = drawn_flows(flows(46, 3, 2), AdjacentQuarters(before=flows(45, 0, 0), before_slack=10), base=10)
    assert {active - (45 + new - ended) for active, new, ended in found} == {-5, 5}


def test_no_more_are_published_as_working_than_as_followed_up() -> None:
    found = [tuple(item.values()) for item in feasible_values({"matches_6m": 3, "matches_6m_working": 2}, NOTHING, 5)]
    assert found == [(0, 0), (5, 0), (5, 5)]


def test_few_new_matches_keep_their_figure_when_they_are_followed_up() -> None:
    assert list(feasible_values({"matches_6m": 4}, AdjacentQuarters(begun={"matches_6m": 5}), 5)) == [{"matches_6m": 5}]
    assert list(feasible_values({"matches_6m": 0}, AdjacentQuarters(begun={"matches_6m": 5}), 5)) == [{"matches_6m": 0}]
    assert list(feasible_values({"matches_6m": 12}, AdjacentQuarters(begun={"matches_6m": 10}), 5)) == [
        {"matches_6m": 10},
        {"matches_6m": 15},
    ]


class TestCorrecting:
    def test_a_figure_stays_while_the_count_is_within_its_reach(self) -> None:
        assert list(feasible_values({"referrals": 9}, AdjacentQuarters(old={"referrals": 5}), 5)) == [{"referrals": 5}]
        assert list(feasible_values({"referrals": 11}, AdjacentQuarters(old={"referrals": 5}), 5)) == [
            {"referrals": 10},
            {"referrals": 15},
        ]

    def test_matches_stay_together_while_all_three_are_within_reach(self) -> None:
        old = AdjacentQuarters(before=flows(40, 0, 0), old=flows(45, 5, 0))
        assert drawn_flows(flows(42, 3, 1), old) == [(45, 5, 0)]

    def test_a_low_figure_does_not_move_for_the_sake_of_another(self) -> None:
        """3 ended matches stand as 0. They must not become 5: who knows that they were 3 all along sees 1 to 4."""
        old = AdjacentQuarters(before=flows(40, 0, 0), old=flows(45, 5, 0))
        assert (40, 10, 10) not in drawn_flows(flows(47, 10, 3), old)
        assert all(ended == 0 for _, _, ended in drawn_flows(flows(47, 10, 3), old))

    def test_what_does_not_fit_the_quarter_after_is_withheld(self) -> None:
        after = flows(45, 0, 0)
        assert drawn_flows(flows(46, 3, 2), AdjacentQuarters(after=after)) == [
            (45, 0, 0),
            (45, 0, 5),
            (45, 5, 0),
            (45, 5, 5),
        ]
        assert drawn_flows(flows(60, 3, 2), AdjacentQuarters(after=after)) == []


def one_quarter(counts: dict[str, int], seed: int) -> dict[str, int | None]:
    found = round_controlled(
        {code: {"referrals": count} for code, count in counts.items()},
        dict.fromkeys(counts, NOTHING),
        dict.fromkeys(counts, ("nord", "dk")),
        5,
        Random(seed),
    )
    return {code: item["referrals"] for code, item in found.items()}


@given(st.lists(COUNTS, min_size=1, max_size=30), st.integers(0, 10))
def test_every_figure_is_a_multiple_within_reach(counts: list[int], seed: int) -> None:
    by_code = {f"{number:04}": count for number, count in enumerate(counts)}
    for code, figure in one_quarter(by_code, seed).items():
        assert figure is not None
        assert figure % 5 == 0
        assert is_feasible(by_code[code], figure, 5)


def test_whatever_the_others_have_each_figure_can_come_out() -> None:
    """The neighbour knows her own count; it decides nothing about anybody else's."""
    for others in (0, 3, 4, 40):
        found = {one_quarter({"0101": 3, "0103": others, "0105": others}, seed)["0101"] for seed in range(200)}
        assert found == {0, 5}


def test_no_draw_is_impossible_and_on_average_they_are_fair() -> None:
    found = Counter(one_quarter({"0101": 3}, seed)["0101"] for seed in range(3000))
    assert 0.5 < found[5] / 3000 < 0.75


@given(st.lists(COUNTS, min_size=10, max_size=60), st.integers(0, 5))
def test_the_errors_of_an_area_cancel_out(counts: list[int], seed: int) -> None:
    by_code = {f"{number:04}": count for number, count in enumerate(counts)}
    figures = one_quarter(by_code, seed).values()
    assert abs(sum(figure or 0 for figure in figures) - sum(counts)) < 25


def test_what_is_not_reported_stays_so() -> None:
    found = round_controlled({"0101": dict.fromkeys(INDICATORS)}, {"0101": NOTHING}, {"0101": ("dk",)}, 5, Random(1))
    assert set(found["0101"].values()) == {None}
