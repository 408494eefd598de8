"""A wrong value, and the right one that was probably meant."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
import yaml

from vejviser.authoring.schemas import kinds
from vejviser.content.load import suggestions
from vejviser.content.model.base import SLUG_PATTERN


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("voluntear", ["volunteer", "coordinator"], "volunteer"),
        ("Frivillig", ["volunteer", "coordinator"], "volunteer"),
        ("titel", ["title", "summary"], "title"),
        ("frivillig", ["docx", "pdf"], ""),
        ("", ["docx"], ""),
        ("required", ["retired", "title"], ""),
        ("order", ["owner", "advice"], ""),
        ("note", ["note"], "note"),
        ("retird", ["retired", "title"], "retired"),
    ],
)
def test_a_word_is_found_by_its_spelling_or_its_danish(word: str, known: list[str], meant: str) -> None:
    assert suggestions.closest_match(word, known) == meant


def words_of(schema: Any) -> Iterator[str]:
    """Yield every key and every allowed value of a schema."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from schema.get("enum", [])
        for part in schema.values():
            yield from words_of(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from words_of(part)


def test_every_danish_word_leads_to_one_that_the_files_know() -> None:
    themes = yaml.safe_load((files("vejviser") / "ui/da.yml").read_text("utf-8"))["theme"]
    known = {word for kind in kinds() for word in words_of(kind.schema)} | {*themes, "page"}  # "page": of a citation
    assert {danish: word for danish, word in suggestions.meant_words().items() if word not in known} == {}


@pytest.mark.parametrize(
    ("value", "fixed"),
    [
        ("Ja", "true"),
        ("nej.", "false"),
        ("sandt", "true"),
        (1, "true"),
        (0, "false"),
        ("måske", "true"),
    ],
)
def test_a_truth_value_is_guessed(value: object, fixed: str) -> None:
    assert suggestions.to_boolean(value) == fixed


@pytest.mark.parametrize(
    ("value", "fixed", "impossible"),
    [
        ("01-06-2026", "2026-06-01", False),
        ("1/6 2026", "2026-06-01", False),
        ("1. juni 2026", "2026-06-01", False),
        ("12 maj 2026", "2026-05-12", False),
        ("2026.6.1", "2026-06-01", False),
        ("31-06-2026", "2026-06-30", True),
        ("2026-06", "2026-06-01", False),
        ("Maj 2026", "2026-05-01", False),
        ("d. 1. juni 2026 kl. 12", "2026-06-01", False),
        ("20260601", "2026-06-01", False),
        ("0000-01-01", "2026-11-22", True),
        ("2026-13-01", "2026-01-13", False),
        ("01-06-26", "2026-06-01", False),
        ("i går", "2026-11-22", False),
    ],
)
def test_a_date_is_read_however_people_write_it(value: str, fixed: str, impossible: bool) -> None:
    assert suggestions.to_date(value) == (fixed, impossible)


@pytest.mark.parametrize(
    ("key", "value", "pattern", "fixed"),
    [
        ("id", "Hils på!", SLUG_PATTERN, "hils-paa"),
        ("chapters", "mødet", SLUG_PATTERN, "moedet"),
        ("chapters", "mødet.md; ven/penge", SLUG_PATTERN, "moedet, penge"),
        ("id", "!!!", SLUG_PATTERN, "tavshed-og-tillid"),
        ("call", "12 34 56", SLUG_PATTERN, ""),
        ("source", "politi.example/kontakt", "", '"https://politi.example/kontakt"'),
        ("source", "als.2023", "", '"rapport-2024, afsnit 3.2"'),
        ("code", 461, "", '"0461"'),
        ("offset", "2 uger", "", "P2W"),
        ("offset", "3M", "", "P3M"),
        ("repeat", "hver måned", "", "P3M"),
        ("ukendt", "x", "", ""),
    ],
)
def test_an_example_is_made_of_the_wrong_value(key: str, value: object, pattern: str, fixed: str) -> None:
    assert suggestions.example_form(key, value, pattern) == fixed


@pytest.mark.parametrize(
    ("value", "whole", "fixed"),
    [("12.345", True, "12345"), ("ca. 12 000", True, "12000"), ("10,4", False, "10.4"), ("mange", True, "12")],
)
def test_a_number_is_found_among_words(value: str, whole: bool, fixed: str) -> None:
    assert suggestions.to_number(value, whole=whole) == fixed
