"""Fifty things that go wrong at an editor's desk, and what `vejviser check` answers to each.

Each mistake is made in the small portal of tests/site/portal: one place changed, everything else sound.
"""

from pathlib import Path

import pytest

from tests.check import content_mistakes, value_mistakes, yaml_mistakes
from tests.check.mistakes import Mistake
from tests.conftest import ASIDE, TODAY
from vejviser.content.load.interface_texts import load_messages
from vejviser.site.content_check import load_and_check

MISTAKES = [*yaml_mistakes.MISTAKES, *value_mistakes.MISTAKES, *content_mistakes.MISTAKES]


def answers(root: Path) -> list[str]:
    messages = load_messages(root, "da")
    return [
        f"{problem.path.rsplit('/', 1)[-1]}:{problem.line}:{problem.column} {problem.message(messages)}"
        for problem in load_and_check(root, TODAY).problems
        if problem.rule not in ASIDE or problem.severity == "error"
    ]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.what)
def test_the_answer_says_what_to_do(portal_copy: Path, mistake: Mistake) -> None:
    path = portal_copy / mistake.path
    if isinstance(mistake.new, bytes):
        path.write_bytes(mistake.new)
    else:
        before = path.read_text("utf-8") if mistake.old else ""
        assert mistake.old in before
        path.write_text(before.replace(mistake.old, mistake.new, 1) if mistake.old else mistake.new, "utf-8")
    assert answers(portal_copy) == mistake.answer


def test_there_are_at_least_fifty() -> None:
    assert len(MISTAKES) >= 50


@pytest.mark.parametrize("words", ["expected", "mapping", "scalar", "token", "Traceback", "NoneType", "Input should"])
def test_no_answer_quotes_the_parser(words: str) -> None:
    assert [mistake.what for mistake in MISTAKES if words in str(mistake.answer)] == []
