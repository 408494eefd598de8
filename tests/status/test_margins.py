"""The arithmetic against brute force: every way in which a pool's counts could be distributed."""

from collections.abc import Sequence
from itertools import combinations_with_replacement, product
from math import inf

import pytest

from vejviser.status.margins import Hidden, Margin, large, linked, small

THRESHOLD = 5


def margin(*hidden: Hidden) -> Margin:
    total = Margin()
    for one in hidden:
        total = total.plus(one)
    return total


def possible(hidden: tuple[Hidden, ...], *, insider: bool) -> list[set[int]]:
    """Give for each hidden count all the values it can have, trying every distribution of the known sum."""
    total = sum(one.value for one in hidden)
    ranges = [
        range(one.low if insider else one.floor, int(min(one.high if insider else inf, total)) + 1) for one in hidden
    ]
    fitting = [values for values in product(*ranges) if sum(values) == total]
    return [set(values) for values in zip(*fitting, strict=True)]


def keeps_secrets(hidden: tuple[Hidden, ...]) -> bool:
    """Tell by brute force what `Margin.holds` tells by adding up."""
    secret = [at for at, one in enumerate(hidden) if one.span]
    outside, inside = possible(hidden, insider=False), possible(hidden, insider=True)
    return all(max(outside[at]) - min(outside[at]) >= THRESHOLD for at in secret) and all(
        inside[at] >= set(range(1, THRESHOLD)) for at in secret
    )


def counts(values: tuple[int, ...]) -> tuple[Hidden, ...]:
    return tuple((small if value < THRESHOLD else large)(value, 1, THRESHOLD) for value in values)


@pytest.mark.parametrize(
    ("size", "values"),
    [(1, range(1, 15)), (2, range(1, 15)), (3, (1, 2, 3, 4, 5, 6, 8, 9)), (4, (1, 2, 4, 5, 7))],
)
def test_the_margin_holds_exactly_when_brute_force_finds_no_secret(size: int, values: Sequence[int]) -> None:
    for chosen in combinations_with_replacement(values, size):
        hidden = counts(chosen)
        if any(one.span for one in hidden):
            assert margin(*hidden).holds(THRESHOLD) == keeps_secrets(hidden), chosen


def test_nothing_hidden_holds() -> None:
    assert Margin().holds(THRESHOLD)


def test_one_alone_never_holds() -> None:
    assert not margin(large(40, 1, THRESHOLD)).holds(THRESHOLD)
    assert not margin(linked(40, THRESHOLD)).holds(THRESHOLD)


def test_figures_that_are_not_small_need_nothing_of_each_other() -> None:
    assert margin(large(5, 1, THRESHOLD), large(5, 1, THRESHOLD)).holds(THRESHOLD)
