"""Each draft has an address of its own."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vejviser.publish.preview import preview_name

LETTERS = st.sampled_from("abæøåAB/-_.09é")
NAMES = st.text(LETTERS, min_size=1, max_size=60) | st.text(min_size=1)


@pytest.mark.parametrize(
    ("branch", "name"),
    [
        ("kladde", "kladde"),
        ("kladde-gaver", "kladde-gaver"),
        ("kladde/gaver", "kladde-gaver-6f2274c38a1c"),
        ("Kladde-Gaver", "kladde-gaver-"),
        ("æøå", "aeoeaa-"),
        ("gaver-6f2274c38a1c", "gaver-6f2274c38a1c-"),
    ],
)
def test_a_name_that_can_be_an_address_is_one(branch: str, name: str) -> None:
    assert preview_name(branch).startswith(name)


@given(NAMES, NAMES)
@example("feature/x", "feature-x")
@example("Gaver", "gaver")
@example("æb", "aeb")
@example("a" * 60, "a" * 59)
def test_two_branches_share_no_address(one: str, other: str) -> None:
    assert (preview_name(one) == preview_name(other)) == (one == other)
    assert preview_name(preview_name(one)) != preview_name(one) or preview_name(one) == one


@given(NAMES)
def test_an_address_fits_the_name_of_a_host(branch: str) -> None:
    name = preview_name(branch)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert len(name) <= 53
