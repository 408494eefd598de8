"""One broken file is told once, not by everything that points to it."""

from pathlib import Path

import pytest

from tests.conftest import TODAY
from vejviser.build import gather


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
    errors = [it for it in gather(portal_copy, TODAY).problems if it.severity == "error"]
    assert {it.path for it in errors} == {path}
    assert [it.rule for it in errors] == ["yaml-brackets"]
    assert [it.rule for it in gather(portal_copy, TODAY).problems if it.rule == "guide-without-steps"] == []


def test_a_real_mistake_elsewhere_is_still_told(portal_copy: Path) -> None:
    guide, checklist = portal_copy / "data/guides/modtage.yml", portal_copy / "data/checklists/foerste-moede.yml"
    guide.write_text(guide.read_text("utf-8").replace("[aftale]", "[findes-ikke]"), "utf-8")
    checklist.write_text("title: {", "utf-8")
    rules = {it.rule for it in gather(portal_copy, TODAY).problems if it.severity == "error"}
    assert rules == {"yaml-brackets", "unknown-materials"}
