"""A refusal holds facts, also when it comes from another process; its sentence is made in the reader's language."""

import pickle

import pytest

from vejviser.base.git import GitError
from vejviser.base.problems import AuthoringError, BrokenEnvironmentError, Problem, PublishError, RefusedError


@pytest.mark.parametrize("kind", [AuthoringError, BrokenEnvironmentError, GitError, PublishError])
def test_a_refusal_that_was_sent_says_the_same(kind: type[RefusedError]) -> None:
    sent = pickle.loads(pickle.dumps(kind("machine-pango", reason="no libpango", count=3)))  # noqa: S301 - our own
    assert type(sent) is kind
    assert sent.message({"machine-pango": "Missing: {reason} ({count})"}) == "Missing: no libpango (3)"
    assert str(sent) == "machine-pango reason=no libpango count=3"


@pytest.mark.parametrize(("marks", "said"), [({}, "It is »a «b« c«."), ({"quote-marks": '""'}, 'It is "a «b« c".')])
def test_a_value_stands_in_the_quotation_marks_of_the_readers_language(marks: dict[str, str], said: str) -> None:
    problem = Problem("a.yml", 1, 1, "error", "wrong", (("value", "»a «b« c«"),))
    assert problem.message({"wrong": "It is {value}.", **marks}) == said
