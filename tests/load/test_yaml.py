import pytest
from hypothesis import given
from hypothesis import strategies as st

from vejviser.load.yaml import MAX_CHARACTERS, parse_yaml
from vejviser.problems import Position


def test_values_come_out_as_they_were_written() -> None:
    parsed = parse_yaml("code: 0461\nno: yes\nday: 2026-11-22\ncount: 3\nshare: 0.5\nsafe: true\nempty:\n", "x.yml")
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
        ("a" * (MAX_CHARACTERS + 1), "1:1", "yaml-too-large"),
    ],
)
def test_what_cannot_be_read_is_explained(text: str, place: str, rule: str) -> None:
    parsed = parse_yaml(text, "x.yml")
    assert parsed.data is None
    assert [(f"{it.line}:{it.column}", it.rule) for it in parsed.problems] == [(place, rule)]


@given(st.text())
def test_no_text_makes_the_reader_fail(text: str) -> None:
    parsed = parse_yaml(text, "x.yml")
    assert all(problem.rule.startswith("yaml-") for problem in parsed.problems)


def test_yaml_never_makes_objects() -> None:
    parsed = parse_yaml("a: !!python/object/apply:os.getcwd []\n", "x.yml")
    assert parsed.data == {"a": []}
