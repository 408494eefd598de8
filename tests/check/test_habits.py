"""What is written out of habit or by accident is told at its line, with what to write instead; nothing else is."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.check.test_all_rules import edit
from tests.cli.test_main import run
from vejviser.base.problems import Problem
from vejviser.check import accidents, habits
from vejviser.content.model.portal import Portal

CONSTRUCTS: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "content" / "markdown" / "constructs.yml").read_text("utf-8")
)
CHAPTER = "docs/da/haandboeger/ven/moedet.md"
CHECKLIST = "data/checklists/foerste-moede.yml"
KEY = ("ven", "moedet", "da")


def told(portal: Portal, text: str) -> list[Problem]:
    """Return what is told of a chapter that holds only `text`."""
    chapter = portal.chapters[KEY].model_copy(update={"body": text, "body_line": 1})
    spoilt = replace(portal, chapters={KEY: chapter})
    return [*habits.problems(spoilt), *accidents.problems(spoilt)]


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_a_construct_is_told_or_left_alone(portal: Portal, name: str) -> None:
    wanted = CONSTRUCTS[name].get("told", [])
    assert list(dict.fromkeys(item.rule for item in told(portal, CONSTRUCTS[name]["text"]))) == wanted


@pytest.mark.parametrize(
    ("text", "line", "column", "found", "cure"),
    [
        ("Hej.\n\n22. november er det slut.", 3, 1, "22.", "22\\."),
        ('!!! warning "Frist"\n    22. november er sidste dag.', 2, 5, "22.", "22\\."),
        ("Det bliver\n- 5 grader.", 2, 1, "-", "\\-"),
        ("> Alderen er\n>\n> > 18 år.", 3, 1, ">", "\\>"),
        ("1. en\n2. to\n5. fem", 3, 1, "5.", "3."),
        ("- 1. december: te", 1, 3, "1.", "1\\."),
    ],
)
def test_an_accident_is_told_with_its_cure(
    portal: Portal, text: str, line: int, column: int, found: str, cure: str
) -> None:
    (problem,) = told(portal, text)
    assert (problem.severity, problem.line, problem.column) == ("warning", line, column)
    assert dict(problem.values) == {"found": found, "cure": cure}


def test_the_command_warns_of_a_date_that_becomes_a_list(portal_copy: Path) -> None:
    edit(portal_copy, CHAPTER, "Sig goddag.", "22. november 2026 er sidste frist.\n\nSig goddag.")
    result = run(portal_copy, "check", "--today", "2026-11-22")
    assert result.exit_code == 0
    (line,) = [item for item in result.stdout.splitlines() if "list-by-accident" in item]
    assert line.startswith(f"{CHAPTER}:12:1: warning [list-by-accident]")
    assert line.endswith("22\\. i stedet for 22.")


def test_a_text_in_yaml_is_looked_at_too_where_markdown_is_read(portal_copy: Path) -> None:
    edit(portal_copy, CHECKLIST, '"Det giver *tryghed* [@rapport-2024]."', '"Det giver ~~tryghed~~ [@rapport-2024]."')
    result = run(portal_copy, "check", "--today", "2026-11-22")
    assert result.exit_code == 1
    assert f"{CHECKLIST}:22:" in next(line for line in result.stdout.splitlines() if "[strike-through]" in line)
