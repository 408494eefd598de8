"""What a browser is told to refuse: the shapes of the portal's numbers, and no check digits."""

import re

import pytest

from tests.privacy.number_samples import OFTEN, RARE, numbers
from vejviser.content.model.settings import Settings
from vejviser.content.national_numbers import browser_pattern
from vejviser.content.settings import using


def found(name: str, text: str) -> bool:
    with using(Settings(national_numbers=(name,))):
        return bool(re.search(rf"(?<![\w+])(?:{browser_pattern()})(?!\w)", text, re.IGNORECASE))


@pytest.mark.parametrize("name", [*RARE, *OFTEN])
def test_a_number_is_known_by_its_shape_in_its_usual_groups(name: str) -> None:
    for groups in numbers(name):
        joint = "" if len(groups) == 3 and not groups[1].isdigit() else "-"
        assert found(name, f"Ali {joint.join(groups)}."), groups
        if name in RARE:
            assert found(name, f"Ali {''.join(groups)}")


def test_a_swedish_phone_number_is_none() -> None:
    assert not found("se.personnummer", "0701234567")


def test_the_small_portals_pattern_finds_the_dates_of_cpr_numbers_alone() -> None:
    pattern = re.compile(browser_pattern())
    assert pattern.fullmatch("010190-1234")
    assert pattern.fullmatch("01 01 90 1234")
    assert not pattern.search("20304050")
    assert not pattern.search("4120304050")
    assert len(browser_pattern()) < 250, "it stands on every page with a form"


def test_a_portal_that_looks_for_none_refuses_none() -> None:
    with using(Settings(national_numbers=())):
        assert browser_pattern() == ""
