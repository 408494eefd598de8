"""What a message shows of a value is what an editor writes; of Python it shows nothing."""

from typing import Any

import pytest

from vejviser.content.load.portal import load_portal
from vejviser.content.load.written import as_list, as_text, as_yaml
from vejviser.content.load.yaml import parse_yaml


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("kom til tiden", "kom til tiden"),
        ("Husk: ring", '"Husk: ring"'),
        ("0461", '"0461"'),
        ("true", '"true"'),
        (True, "true"),
        (3, "3"),
        (["da", "en"], "[da, en]"),
        ([{"Husk": "ring, og kom"}], '[{Husk: "ring, og kom"}]'),
        ({"da": "Ja", "en": "Yes: it is"}, '{da: Ja, en: "Yes: it is"}'),
        ({"a": [None, True]}, "{a: [, true]}"),
    ],
)
def test_as_yaml(value: object, shown: str) -> None:
    assert as_yaml(value) == shown


@pytest.mark.parametrize(
    "value", ["Husk: ring", "- nej", "# 1", "a, b", "[x]", '"citat"', "æ: ø", "http://a.dk", "1.5", "x"]
)
def test_a_text_is_read_as_it_was(value: str) -> None:
    assert parse_yaml(as_yaml([value]), "a.yml").data == [value]
    assert parse_yaml(as_yaml({"a": value}), "a.yml").data == {"a": value}


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("da, en", "[da, en]"),
        ("da", "[da]"),
        ("Kom til tiden, og ring", '["Kom til tiden, og ring"]'),
        ({"Husk": "ring først"}, '["Husk: ring først"]'),
        ({"id": "foer", "title": "Før"}, "[{id: foer, title: Før}]"),
        ({"foer": None, "efter": None}, "[foer, efter]"),
        ("1. Ring", "[Ring]"),
        ("- ring", "[ring]"),
        (True, "[true]"),
    ],
)
def test_as_list(value: object, meant: str) -> None:
    assert as_list(value) == meant


@pytest.mark.parametrize(
    ("value", "meant"),
    [({"Husk": "ring"}, "Husk: ring"), (["a", "b"], "a, b"), ({"a": {"b": 1}}, "a: b: 1"), (False, "false")],
)
def test_as_text(value: object, meant: str) -> None:
    assert as_text(value) == meant


WRONG: list[Any] = [
    ("docs/da/haandboeger/ven/moedet.md", "in_short:\n", "in_short: {Husk: ring}\nnoget:\n"),
    ("docs/da/haandboeger/ven/moedet.md", "title: Mødet\n", "title: {Husk: ring}\n"),
    ("docs/da/haandboeger/ven/moedet.md", "title: Mødet\n", "title: [Mødet, igen]\n"),
    ("docs/da/haandboeger/ven/moedet.md", "discuss:\n", "discuss:\n  - Husk: ring\n"),
    ("data/checklists/foerste-moede.yml", "sections:\n", "sections: {Husk: {a: true}}\nnoget:\n"),
    ("data/sources.yml", "  year:", "  year: {a: b}\n  noget:"),
    ("data/guides/modtage.yml", "owner:", "owner: [true, 1]\nnoget:"),
]


@pytest.mark.parametrize(("path", "old", "new"), WRONG)
def test_no_message_shows_python(portal_copy: Any, path: str, old: str, new: str) -> None:
    file = portal_copy / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    told = [value for problem in load_portal(portal_copy).problems for _, value in problem.values]
    assert told
    assert [value for value in told if "{'" in value or "['" in value or "None" in value or "True" in value] == []


def test_a_key_of_other_programs_is_no_misspelling(portal_copy: Any) -> None:
    file = portal_copy / "data/checklists/foerste-moede.yml"
    file.write_text(file.read_text("utf-8").replace("      - id:", "      - required: true\n        id:", 1), "utf-8")
    told = [problem.rule for problem in load_portal(portal_copy).problems if ("key", "required") in problem.values]
    assert told == ["unknown-key"]
