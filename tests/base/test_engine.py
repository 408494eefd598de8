"""The engine asks a stage only for what it has not kept, and is never wrong about that."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vejviser.base import engine as module
from vejviser.base import memo
from vejviser.base.engine import Engine
from vejviser.base.memo import Memo, answers_once


@pytest.fixture
def forgotten() -> Iterator[None]:
    """Functions that a test lets answer once are gone after it."""
    before = [*memo.MEMOS]
    yield
    memo.MEMOS[:] = before


def test_a_result_is_made_once_a_key(tmp_path: Path) -> None:
    asked: list[str] = []

    def ask(key: str) -> str:
        return Engine(tmp_path).result("stage", key, lambda: asked.append(key) or f"made of {key}")

    assert [ask("a"), ask("b"), ask("a")] == ["made of a", "made of b", "made of a"]
    assert asked == ["a", "b"]
    assert Engine(tmp_path).result("another stage", "a", lambda: "another") == "another"


def test_nothing_is_a_result_too(tmp_path: Path) -> None:
    assert Engine(tmp_path).result("stage", "a", lambda: None) is None
    assert Engine(tmp_path).result("stage", "a", lambda: "asked again") is None


def test_a_result_that_cannot_be_used_is_made_again(tmp_path: Path) -> None:
    assert Engine(tmp_path).result("stage", "a", lambda: 1) == 1
    assert Engine(tmp_path).result("stage", "a", lambda: 2, lambda found: found != 1) == 2
    assert Engine(tmp_path).result("stage", "a", lambda: 3) == 2


def test_without_a_folder_nothing_is_kept() -> None:
    engine = Engine()
    assert [engine.result("stage", "a", lambda: 1), engine.result("stage", "a", lambda: 2)] == [1, 2]
    assert engine.many("stage", "code", {"x": "1"}, lambda missing: [f"{item}!" for item in missing]) == {"x": "x!"}
    with engine:
        assert engine.result("stage", "a", lambda: 3) == 3
    assert engine.store is None


def test_damaged_results_are_made_again(tmp_path: Path) -> None:
    for number in range(3):
        assert Engine(tmp_path).result("stage", "a", lambda: "right") == "right"
        for path in (tmp_path / "results").glob("*/*"):
            path.write_bytes(path.read_bytes()[: 10 * number])


@given(st.lists(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 3)), min_size=1, max_size=6))
def test_many_are_what_each_by_itself_would_be(
    tmp_path_factory: pytest.TempPathFactory, builds: list[dict[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("engine")
    for build in builds:
        asked: list[str] = []

        def make(missing: Sequence[str], build: dict[str, int] = build, asked: list[str] = asked) -> list[str]:
            asked += missing
            return [f"{item} {build[item]}" for item in missing]

        keys = {item: f"{item}{value}" for item, value in build.items()}
        found = Engine(folder).many("stage", "code", keys, make)
        assert found == {item: f"{item} {value}" for item, value in build.items()}
        assert list(found) == list(build)
        again = Engine(folder).many("stage", "code", keys, lambda missing: pytest.fail(f"asked again for {missing}"))
        assert again == found


def test_an_edit_that_is_taken_back_costs_nothing(tmp_path: Path) -> None:
    def build(*values: int) -> list[str]:
        asked: list[str] = []
        keys = {f"page {number}": str(value) for number, value in enumerate(values)}
        Engine(tmp_path).many("stage", "code", keys, lambda missing: [asked.append(item) or "" for item in missing])
        return asked

    assert build(1, 2, 3) == ["page 0", "page 1", "page 2"]
    assert build(1, 9, 3) == ["page 1"]
    assert build(1, 2, 3) == []


@pytest.mark.usefixtures("forgotten")
def test_a_function_that_answers_once_remembers_over_builds(tmp_path: Path) -> None:
    asked: list[tuple[str, int]] = []

    def function(text: str, number: int) -> str:
        asked.append((text, number))
        return text * number

    for _ in range(2):
        memo.MEMOS[:] = [item for item in memo.MEMOS if item.function is not function]
        answer: Memo[[str, int], str] = answers_once(function)
        with Engine(tmp_path):
            assert [answer("a", 2), answer("a", 2), answer("b", 1)] == ["aa", "aa", "b"]
    assert asked == [("a", 2), ("b", 1)]


@pytest.mark.usefixtures("forgotten")
def test_a_function_that_is_asked_much_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo, "MOST", 2)
    answer = answers_once(lambda number: number + 1)
    assert [answer(number) for number in (1, 2, 3, 1)] == [2, 3, 4, 2]


@pytest.mark.usefixtures("forgotten")
def test_what_was_used_longest_ago_goes_first_and_what_a_site_has_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memo.MEMOS.clear()
    engine = Engine(tmp_path)
    kept = [engine.contents.put(bytes([number]) * 100_000) for number in range(4)]
    for age, content in enumerate(kept):
        os.utime(engine.contents.path(content), (1_000 + age, 1_000 + age))
    engine.contents.place(kept[0], tmp_path / "page.html")
    monkeypatch.setattr(module, "MAX_BYTES", 250_000)
    with engine:
        engine.result("stage", "a", lambda: "something made")
    assert [engine.contents.has(content) for content in kept] == [True, False, True, True]
