"""A portal's own colour is one that everybody can read, by day and by night, and so is what goes with it."""

import re

import pytest

from vejviser.content.colours import (
    ENOUGH,
    NIGHT,
    PAPER,
    WHITE,
    contrast,
    for_night,
    is_for_day,
    is_for_night,
    mixed,
    sheet,
)

HEX = re.compile("#[0-9a-f]{6}")
OURS = ("#17594f", "#8a1538", "#00205b", "#5b2c06", "#333333", "#0b5394")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", WHITE) == pytest.approx(21)
    assert contrast("#777777", WHITE) == pytest.approx(4.48, abs=0.01)
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"


def test_light_colours_are_not_for_day_and_dark_ones_not_for_night() -> None:
    assert [is_for_day(item) for item in ("#8a1538", "#ffcc00", "#777777")] == [True, False, False]
    assert [is_for_night(item) for item in ("#86cfbc", "#8a1538")] == [True, False]


@pytest.mark.parametrize("colour", OURS)
def test_what_goes_with_a_colour_can_be_read(colour: str) -> None:
    pairs = {
        rule.partition(":var")[0].rpartition("--")[2]: HEX.findall(rule)[0]
        for rule in sheet(colour, for_night(colour)).split(";")
        if HEX.search(rule)
    }
    assert is_for_day(colour)
    assert is_for_night(for_night(colour))
    assert contrast(pairs["pine-strong"], PAPER) >= ENOUGH
    assert contrast(pairs["pine"], pairs["pine-wash"]) >= ENOUGH
    assert contrast(pairs["deep"], "#f4ecdd") >= ENOUGH
    assert NIGHT not in pairs.values()
