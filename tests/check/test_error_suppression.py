"""One broken file is told once, not by everything that points to it."""

from pathlib import Path

import pytest

from tests.conftest import TODAY
from vejviser.site.content_check import load_and_check


@pytest.mark.parametrize(
    "path",
    [
        "data/checklists/foerste-moede.yml",
        "data/guides/modtage.yml",
        "data/cases/proeveby-faellesspisning.yml",
        "data/kommuner/0801-proeveby.yml",
        "data/sources.yml",
        "data/regions.yml",
        "data/glossary.yml",
        "materials/aftale/material.yml",
        "docs/da/haandboeger/ven/handbook.yml",
        "docs/da/haandboeger/ven/moedet.md",
        "docs/en/haandboeger/ven/moedet.md",
    ],
)
def test_a_file_that_cannot_be_read_is_the_only_error(portal_copy: Path, path: str) -> None:
    text = (portal_copy / path).read_text("utf-8")
    head, dashes, rest = text.partition("---\n")
    (portal_copy / path).write_text(f"{head}{dashes}ukendt: {{\n{rest}", "utf-8")
    errors = [problem for problem in load_and_check(portal_copy, TODAY).problems if problem.severity == "error"]
    assert {error.path for error in errors} == {path}
    assert [error.rule for error in errors] == ["yaml-brackets"]
    assert [
        problem.rule for problem in load_and_check(portal_copy, TODAY).problems if problem.rule == "guide-without-steps"
    ] == []


def test_a_real_mistake_elsewhere_is_still_told(portal_copy: Path) -> None:
    guide, checklist = portal_copy / "data/guides/modtage.yml", portal_copy / "data/checklists/foerste-moede.yml"
    guide.write_text(guide.read_text("utf-8").replace("[aftale]", "[findes-ikke]"), "utf-8")
    checklist.write_text("title: {", "utf-8")
    rules = {problem.rule for problem in load_and_check(portal_copy, TODAY).problems if problem.severity == "error"}
    assert rules == {"yaml-brackets", "unknown-materials"}
