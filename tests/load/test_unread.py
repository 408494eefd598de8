"""A file in the wrong place is told, with the right place where it can be guessed."""

from pathlib import Path

import pytest

from vejviser.load.unread import unread


def lay(root: Path, path: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text("x: y\n", "utf-8")


@pytest.mark.parametrize(
    ("path", "right"),
    [
        ("data/kommuner/0461-odense.yaml", "data/kommuner/0461-odense.yml"),
        ("data/tjeklister/afsked.yml", "data/checklists/afsked.yml"),
        ("data/checklist/afsked.yml", "data/checklists/afsked.yml"),
        ("data/checklists/nye/afsked.yml", "data/checklists/afsked.yml"),
        ("data/eksempler/vejle.yml", "data/cases/vejle.yml"),
        ("data/kilder.yml", "data/sources.yml"),
        ("data/glosary.yml", "data/glossary.yml"),
        ("materials/brev/material.yaml", "materials/brev/material.yml"),
        ("docs/da/haandboeger/ven/handbook.yaml", "docs/da/haandboeger/ven/handbook.yml"),
        ("docs/en/haandboeger/ven/handbook.yml", "docs/da/haandboeger/ven/handbook.yml"),
        ("docs/da/haandboeger/ven/mappe/kapitel.md", "docs/da/haandboeger/ven/kapitel.md"),
        ("docs/velkommen.md", "docs/da/velkommen.md"),
        ("data/noter/tanker.yml", None),
        ("materials/brev/noter.yml", None),
    ],
)
def test_a_file_that_nobody_reads(tmp_path: Path, path: str, right: str | None) -> None:
    lay(tmp_path, "data/sources.yml")
    lay(tmp_path, path)
    found = [(it.path, it.severity, dict(it.values).get("suggestion")) for it in unread(tmp_path)]
    assert found == [(path, "error", right)]


@pytest.mark.parametrize(
    "path",
    [
        "data/kommuner/0461-odense.yml",
        "data/status/2026-Q3.csv",
        "data/status/policy.yml",
        "data/ui/problems/da.yml",
        "data/README.md",
        "data/checklists/.skjult.yml",
        "materials/brev/en.md",
        "docs/da/haandboeger/ven/handbook.yml",
        "docs/en/haandboeger/ven/kapitel.md",
        "docs/da/kommuneguider/modtagelse.md",
        "docs/adr/0001-x.md",
        "docs/da/billeder/ven.PNG",
        "docs/da/program.docx",
        "docs/da/.skjult.js",
        "docs/adr/bench/bench.json",
    ],
)
def test_a_file_in_its_place(tmp_path: Path, path: str) -> None:
    lay(tmp_path, "data/sources.yml")
    lay(tmp_path, path)
    assert list(unread(tmp_path)) == []


@pytest.mark.parametrize(
    "path",
    [
        "data/status/2026-Q2.csv.bak",
        "data/status/2026-Q2.xlsx",
        "data/status/raa.CSV",
        "data/status/raa.txt",
        "data/status/README.md",
        "data/status/totals/2026-Q2.csv",
        "data/status/.2026-Q2.csv.swp",
        "data/status/~$2026-Q2.xlsx",
        "data/status/2026-Q5.csv",
        "data/status/2026-Q2.CSV",
    ],
)
def test_among_the_published_figures_lies_nothing_else(tmp_path: Path, path: str) -> None:
    lay(tmp_path, path)
    assert [(it.path, it.rule) for it in unread(tmp_path)] == [(path, "status-folder-file")]


@pytest.mark.parametrize(
    ("path", "at", "rule", "found"),
    [
        ("docs/sv/index.md", "docs/sv", "folder-not-language", "sv"),
        ("docs/dk/haandboeger/ven/kapitel.md", "docs/dk", "folder-not-language", "dk"),
        ("docs/da/x.js", "docs/da/x.js", "file-kind", ".js"),
        ("docs/da/side.html", "docs/da/side.html", "file-kind", ".html"),
        ("docs/en/billeder/ven.bin", "docs/en/billeder/ven.bin", "file-kind", ".bin"),
        ("docs/da/LICENSE", "docs/da/LICENSE", "file-kind", "LICENSE"),
    ],
)
def test_what_would_be_published_and_is_no_part_of_the_portal(
    tmp_path: Path, path: str, at: str, rule: str, found: str
) -> None:
    lay(tmp_path, "data/sources.yml")
    lay(tmp_path, path)
    told = [(it.path, it.severity, it.rule, dict(it.values)["found"]) for it in unread(tmp_path)]
    assert told == [(at, "error", rule, found)]


def test_beside_one_plugin_in_another_site_there_may_be_other_data(tmp_path: Path) -> None:
    lay(tmp_path, "data/checklists/afsked.yml")
    lay(tmp_path, "data/priser/2026.yml")
    assert list(unread(tmp_path)) == []


def test_a_link_must_not_lead_out_of_the_project(tmp_path: Path) -> None:
    project = tmp_path / "projekt"
    lay(tmp_path, "hemmeligt.md")
    lay(project, "docs/da/inde.md")
    (project / "docs/da/ude.md").symlink_to(tmp_path / "hemmeligt.md")
    (project / "docs/da/mappe").symlink_to(tmp_path)
    (project / "docs/da/her.md").symlink_to(project / "docs/da/inde.md")
    found = [(it.path, it.rule) for it in unread(project)]
    assert found == [("docs/da/mappe", "file-leads-out"), ("docs/da/ude.md", "file-leads-out")]
