"""YAML that is small as it stands and enormous when it is read, wherever an editor can write YAML."""

from pathlib import Path

import pytest

from tests.cli.test_main import run
from tests.content.test_yaml import bomb

YAML = [
    "mkdocs.yml",
    "admin/backend.yml",
    "data/glossary.yml",
    "data/sources.yml",
    "data/redirects.yml",
    "data/translations.yml",
    "data/privacy.yml",
    "data/checklists/foerste-moede.yml",
    "data/guides/modtage.yml",
    "data/cases/proeveby-faellesspisning.yml",
    "data/kommuner/0801-proeveby.yml",
    "data/status/policy.yml",
    "docs/da/haandboeger/ven/handbook.yml",
    "materials/aftale/material.yml",
]
FRONT_MATTER = ["docs/da/haandboeger/ven/moedet.md", "docs/da/index.md", "materials/aftale/da.md"]


@pytest.mark.parametrize("path", YAML)
def test_check_refuses_a_bomb_in_yaml_by_file_and_line(portal_copy: Path, path: str) -> None:
    (portal_copy / path).parent.mkdir(exist_ok=True)
    (portal_copy / path).write_text(bomb(10, 9), "utf-8")
    result = run(portal_copy, "check", "--today", "2026-11-22")
    assert result.exit_code == 1
    assert f"{path}:7:5: error [yaml-unfolds]" in result.stdout


@pytest.mark.parametrize("path", FRONT_MATTER)
def test_check_refuses_a_bomb_in_front_matter_by_file_and_line(portal_copy: Path, path: str) -> None:
    text = (portal_copy / path).read_text("utf-8")
    (portal_copy / path).write_text(text.replace("---\n", f"---\n{bomb(10, 9)}", 1), "utf-8")
    result = run(portal_copy, "check", "--today", "2026-11-22")
    assert f"{path}:8:5: error [yaml-unfolds]" in result.stdout


def test_a_build_reads_no_bomb_in_its_configuration(portal_copy: Path) -> None:
    (portal_copy / "mkdocs.yml").write_text(bomb(10, 9), "utf-8")
    result = run(portal_copy, "build", "--out", "site")
    assert result.exit_code == 1
    assert "mkdocs.yml:7:5: error [yaml-unfolds]" in result.output
    assert not (portal_copy / "site").exists()
