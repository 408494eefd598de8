"""A file in the wrong place is told, with the right place where it can be guessed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from vejviser.base.problems import Problem
from vejviser.content.load.files import read_texts
from vejviser.content.load.orphan_files import orphan_files
from vejviser.privacy.scanner import read_content


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
    found = [(item.path, item.severity, dict(item.values).get("suggestion")) for item in orphan_files(tmp_path)]
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
    assert list(orphan_files(tmp_path)) == []


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
    assert [(item.path, item.rule) for item in orphan_files(tmp_path)] == [(path, "status-folder-file")]


@pytest.mark.parametrize(
    ("path", "at", "rule", "found"),
    [
        ("docs/sv/index.md", "docs/sv/index.md", "folder-not-language", "docs/sv"),
        (
            "docs/dk/haandboeger/ven/kapitel.md",
            "docs/dk/haandboeger/ven/kapitel.md",
            "folder-not-language-suggestion",
            "docs/dk",
        ),
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
    told = [(item.path, item.severity, item.rule, dict(item.values)["found"]) for item in orphan_files(tmp_path)]
    assert told == [(at, "error", rule, found)]


def test_beside_one_plugin_in_another_site_there_may_be_other_data(tmp_path: Path) -> None:
    lay(tmp_path, "data/checklists/afsked.yml")
    lay(tmp_path, "data/priser/2026.yml")
    assert list(orphan_files(tmp_path)) == []


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that git has, with a file that git leaves out beside it, and settings of git's own."""
    root = tmp_path / "projekt"
    for path in ("docs/da/inde.md", "materials/brev/da.md", "data/glossary.yml", "mkdocs.yml", "nye/kladde.md"):
        lay(root, path)
    (root / ".gitignore").write_text("/noegler.txt\n", "utf-8")
    (root / "noegler.txt").write_text("hemmelig\n", "utf-8")
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    subprocess.run(["git", "add", "docs", "materials", "data", "mkdocs.yml", ".gitignore"], cwd=root, check=True)
    lay(tmp_path, "hemmeligt.md")
    return root


@pytest.mark.parametrize(
    ("link", "target", "rule"),
    [
        ("docs/da/her.md", "inde.md", None),
        ("docs/en/her.md", "../da/inde.md", None),
        ("docs/da/opsaetning.yml", "../../mkdocs.yml", None),
        ("materials/brev/en.md", "da.md", None),
        ("docs/da/ude.md", "../../../hemmeligt.md", "file-leads-out"),
        ("docs/da/vaert.md", "/etc/hosts", "file-leads-out"),
        ("docs/da/mappe-ude", "../../..", "file-leads-out"),
        ("docs/da/git.txt", "../../.git/config", "link-not-in-git"),
        ("data/kommuner/git.yml", "../../.git/config", "link-not-in-git"),
        ("materials/brev/git.md", "../../.git/HEAD", "link-not-in-git"),
        ("overrides/git.html", "../.git/config", "link-not-in-git"),
        ("docs/da/noegler.txt", "../../noegler.txt", "link-not-in-git"),
        ("docs/da/kladde.md", "../../nye/kladde.md", "link-not-in-git"),
        ("docs/da/gitmappe", "../../.git", "link-not-in-git"),
        ("docs/da/mappe", "../../data", "link-to-folder"),
        ("docs/da/rundt", "..", "link-to-folder"),
        ("docs/da/ring.md", "ring.md", "link-leads-nowhere"),
        ("docs/da/intet.md", "findes-ikke.md", "link-leads-nowhere"),
    ],
)
def test_a_link_shows_what_everybody_gets_with_the_project(
    project: Path, link: str, target: str, rule: str | None
) -> None:
    (project / link).parent.mkdir(parents=True, exist_ok=True)
    (project / link).symlink_to(target)
    assert [(item.path, item.rule) for item in orphan_files(project)] == ([(link, rule)] if rule else [])


def test_a_chain_of_links_is_followed_to_its_end(project: Path) -> None:
    (project / "docs/da/anden.txt").symlink_to("../../noegler.txt")
    (project / "docs/da/foerste.txt").symlink_to("anden.txt")
    (project / "docs/da/frem.md").symlink_to("tilbage.md")
    (project / "docs/da/tilbage.md").symlink_to("frem.md")
    assert [(item.path, item.rule) for item in orphan_files(project)] == [
        ("docs/da/anden.txt", "link-not-in-git"),
        ("docs/da/foerste.txt", "link-not-in-git"),
        ("docs/da/frem.md", "link-leads-nowhere"),
        ("docs/da/tilbage.md", "link-leads-nowhere"),
    ]


def test_a_whole_content_folder_that_is_a_link(project: Path) -> None:
    shutil.rmtree(project / "materials")
    (project / "materials").symlink_to("/etc")
    assert [(item.path, item.rule) for item in orphan_files(project)] == [("materials", "file-leads-out")]


def test_what_a_bad_link_shows_is_never_opened(project: Path) -> None:
    (project / "docs/da/noegler.md").symlink_to("../../../hemmeligt.md")
    problems: list[Problem] = []
    assert [text.path for text in read_texts(project, "docs/da/*.md", problems)] == ["docs/da/inde.md"]
    assert {item.path for item in read_content(project, everywhere=True)} >= {"docs/da/inde.md"}
    assert "docs/da/noegler.md" not in {item.path for item in read_content(project, everywhere=True)}


def test_where_there_is_no_git_only_hidden_files_are_left_out(project: Path) -> None:
    shutil.rmtree(project / ".git")
    (project / "docs/da/kladde.md").symlink_to("../../nye/kladde.md")
    (project / "docs/da/skjult.md").symlink_to("../../.gitignore")
    assert [(item.path, item.rule) for item in orphan_files(project)] == [("docs/da/skjult.md", "link-not-in-git")]
