from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vejviser.base.problems import Position
from vejviser.content.load import yaml_limits
from vejviser.content.load.yaml import parse_yaml
from vejviser.content.load.yaml_limits import MAX_CHARACTERS


def test_values_come_out_as_they_were_written() -> None:
    parsed = parse_yaml("code: '0461'\nno: yes\nday: 2026-11-22\ncount: 3\nshare: 0.5\nsafe: true\nempty:\n", "x.yml")
    assert parsed.problems == ()
    assert parsed.data == {
        "code": "0461",
        "no": "yes",
        "day": "2026-11-22",
        "count": 3,
        "share": 0.5,
        "safe": True,
        "empty": None,
    }


def test_a_number_longer_than_any_there_is_stays_text() -> None:
    assert parse_yaml(f"count: {'9' * 10_000}\n", "x.yml").data == {"count": "9" * 10_000}


def test_every_key_and_entry_has_its_place() -> None:
    parsed = parse_yaml("a:\n  - id: x\n    b: 1\n", "x.yml", first_line=2)
    assert parsed.origin.at("a") == Position(2, 1)
    assert parsed.origin.at("a", 0, "b") == Position(4, 5)
    assert parsed.origin.at("a", 0, "missing") == Position(3, 5), "the nearest key around it"


@pytest.mark.parametrize(
    ("text", "place", "rule"),
    [
        ("a: 1\n\tb: 2\n", "2:1", "yaml-tab"),
        ("titel: Mødet: sådan\n", "1:13", "yaml-colon"),
        ("a: 1\n   b: 2\n", "2:5", "yaml-indentation"),
        ("a:\n  - 1\n - 2\n", "3:2", "yaml-indentation"),
        ('a: "ikke lukket\n', "1:4", "yaml-quote"),
        ('a:\n  da: "ikke lukket\n  en: "closed"\nb: 1\n', "2:7", "yaml-quote"),
        ('a:\n  - "ikke lukket\n  - "lukket"\n', "2:5", "yaml-quote"),
        ("a: 'det er 'fint' ja'\nb: 1\n", "1:13", "yaml-after-quote"),
        ('a: ""to gange"\nb: 1\n', "1:6", "yaml-after-quote"),
        ("a: @b\n", "1:4", "yaml-character"),
        ("a: *b\n", "1:4", "yaml-alias"),
        ("a: 1\nb: 2\na: 3\n", "3:1", "yaml-duplicate-key"),
        ("a: " + "[" * 40 + "]" * 40, "1:34", "yaml-too-deep"),
        ("a: " + "[" * 200_000, "1:34", "yaml-too-deep"),
        ("- " * 200_000, "1:63", "yaml-too-deep"),
        ("? " * 200_000, "1:63", "yaml-too-deep"),
        ("a: " + "{a: " * 100_000, "1:124", "yaml-too-deep"),
        ("a: &a [*a]\n", "1:4", "yaml-alias-loop"),
        ("a: 1\nb: &b\n  c: &c {d: *b}\n", "3:6", "yaml-alias-loop"),
        ("a: &a [[[*a, *a], *a]]\n", "1:9", "yaml-alias-loop"),
        ("a: {{ navn }}\n", "1:5", "yaml-key"),
        ("? [a, b]\n: 1\n", "1:3", "yaml-key"),
        ("a" * (MAX_CHARACTERS + 1), "1:1", "yaml-too-large"),
    ],
)
def test_what_cannot_be_read_is_explained(text: str, place: str, rule: str) -> None:
    parsed = parse_yaml(text, "x.yml")
    assert parsed.data is None
    assert [(f"{problem.line}:{problem.column}", problem.rule) for problem in parsed.problems] == [(place, rule)]


def bomb(levels: int, width: int, begin: str = "[ja]") -> str:
    """Return YAML that says the same `width` times on every level: small as it stands, enormous when it is unfolded."""
    names = [f"n{level}" for level in range(levels)]
    again = (f"{name}: &{name} [{', '.join([f'*{below}'] * width)}]" for below, name in pairwise(names))
    return "\n".join([f"n0: &n0 {begin}", *again, ""])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (bomb(10, 9), 7),
        (bomb(28, 2), 19),
        (bomb(6, 12, "{da: Hej, en: Hi}"), 6),
        (bomb(2, 1500, f'"{"ja" * 400}"'), 2),
        ("- &a " + "ja" * 50_000 + "\n" + "- *a\n" * 10, 1),
        (bomb(10, 9).replace("[*n8", "{<<: *n8, x: [*n8").replace("*n8]", "*n8]}"), 7),
        ("? " + bomb(10, 9).replace("\n", "\n  ") + "\n: 1\n", 7),
    ],
)
def test_what_unfolds_to_more_than_a_file_may_hold_is_refused(text: str, line: int) -> None:
    (problem,) = parse_yaml(text, "x.yml").problems
    assert (problem.rule, problem.line) == ("yaml-unfolds", line)


def test_what_is_said_again_within_reason_is_read() -> None:
    assert parse_yaml("a: &a {da: Hej}\nb: [*a, *a]\nc: {<<: *a}\n", "x.yml").data == {
        "a": {"da": "Hej"},
        "b": [{"da": "Hej"}, {"da": "Hej"}],
        "c": {"<<": {"da": "Hej"}},
    }
    assert parse_yaml(bomb(4, 10), "x.yml").problems == ()


@pytest.mark.parametrize("text", [bomb(28, 2), bomb(10, 9), bomb(5, 2000), "- &a [1]\n" + "- *a\n" * 9_000])
def test_the_work_is_as_long_as_the_file_not_as_what_it_stands_for(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = 0
    inside = yaml_limits._inside

    def counted(node: object) -> Iterator[object]:
        nonlocal looked_at
        for item in inside(node):
            looked_at += 1
            yield item

    monkeypatch.setattr(yaml_limits, "_inside", counted)
    parse_yaml(text, "x.yml")
    assert looked_at < 3 * len(text)


@given(st.text())
@pytest.mark.slow
def test_no_text_makes_the_reader_fail(text: str) -> None:
    parsed = parse_yaml(text, "x.yml")
    assert all(problem.rule.startswith("yaml-") for problem in parsed.problems)


def test_yaml_never_makes_objects() -> None:
    parsed = parse_yaml("a: !!python/object/apply:os.getcwd []\n", "x.yml")
    assert parsed.data == {"a": []}


@pytest.mark.parametrize("unit", ["\n", " \n", " ", "#", "a: b\n", '"', "'", "- ", "&a ", "\u00a0", ": ", "a:b\n"])
def test_much_of_anything_is_read_or_refused_as_fast_as_it_is_long(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert all(problem.rule.startswith("yaml-") for problem in parse_yaml(text, "x.yml").problems)
