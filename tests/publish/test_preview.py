"""Each draft has an address of its own."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vejviser.base.problems import PublishError
from vejviser.publish.preview import for_branch, preview_name

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


@pytest.mark.parametrize(
    ("target", "branch", "wanted"),
    [
        ("/srv/preview/{branch}", "gaver", "/srv/preview/gaver"),
        ("s3://spand/{branch}/x", "kladde/gaver", "s3://spand/kladde-gaver-6f2274c38a1c/x"),
        ("/srv/portal", None, "/srv/portal"),
        ("plain:public", "gaver", "plain:public"),  # a file of that run's own
        ("/srv/preview", "gaver", "publish-shared-place"),
        ("s3://spand", "gaver", "publish-shared-place"),
        ("/srv/preview/{branch}", None, "publish-which-branch"),
        ("/srv/preview/{branch}", "", "publish-which-branch"),
    ],
)
def test_a_draft_is_put_where_its_branch_says(target: str, branch: str | None, wanted: str) -> None:
    assert put(target, branch) == wanted


def put(target: str, branch: str | None) -> str:
    """Return where a draft is put, or the rule that says why it is not."""
    try:
        return for_branch(target, branch)
    except PublishError as error:
        return error.rule
