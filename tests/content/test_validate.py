"""A wrong value inside a list is one mistake: the list itself is not called empty because of it."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import PORTAL
from vejviser.content.load.validate import validate
from vejviser.content.load.yaml import parse_yaml
from vejviser.content.model.base import Content
from vejviser.content.model.checklist import Checklist
from vejviser.content.model.guide import Guide
from vejviser.content.model.municipality import Municipality

WRONG = (5, "??", None, [], ["Å"])


def places(value: Any, before: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the way to every entry of every list."""
    for key, child in enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ():
        if isinstance(value, list):
            yield (*before, key)
        yield from places(child, (*before, key))


@pytest.mark.parametrize(
    ("model", "path", "known"),
    [
        (Guide, "data/guides/modtage.yml", {"id": "modtage"}),
        (Checklist, "data/checklists/foerste-moede.yml", {"id": "foerste-moede"}),
        (Municipality, "data/kommuner/0801-proeveby.yml", {}),
    ],
)
def test_an_entry_that_is_wrong_is_told_alone(model: type[Content], path: str, known: dict[str, str]) -> None:
    parsed = parse_yaml((PORTAL / path).read_text("utf-8"), path)
    every = list(places(parsed.data))
    assert every
    for place in every:
        for wrong in WRONG:
            data: Any = copy.deepcopy(parsed.data)
            inner = data
            for key in place[:-1]:
                inner = inner[key]
            inner[place[-1]] = wrong
            _, problems = validate(model, data, parsed.origin, **known)
            assert len(problems) <= 1, (place, wrong, problems)
            assert "empty-list" not in {problem.rule for problem in problems}, (place, wrong)
