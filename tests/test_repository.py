"""What engineers look for in a repository is there, and is true."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path, PurePath
from typing import Any

import pytest
import yaml
from scripts import adr_index, architecture

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PAGES = ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "SECURITY.md", "CHANGELOG.md", "changelog.d/README.md")
SCHEMAS = {
    "vendor.github-workflows": [".github/workflows/*.yml"],
    "vendor.github-issue-forms": [".github/ISSUE_TEMPLATE/[0-9]*.yml"],
    "vendor.github-issue-config": [".github/ISSUE_TEMPLATE/config.yml"],
    "vendor.gitlab-ci": [".gitlab-ci.yml"],
    "vendor.renovate": ["renovate.json"],
}
"""What the hosts and Renovate take, as check-jsonschema carries it, and our files of that kind."""


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_the_first_thing_the_readme_shows_is_how_to_start() -> None:
    first, second = re.findall(r"```sh\n(.*?)```", text("README.md"), re.DOTALL)[0].splitlines()
    assert (first.split("#")[0].strip(), second.split("#")[0].strip()) == ("make site", "make test")


@pytest.mark.parametrize("page", [*PAGES, "deploy/README.md", "docs/adr/README.md"])
def test_what_a_page_links_to_is_there(page: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)[^):]*\)", text(page))
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_names_is_there(page: str) -> None:
    """Folders and files in code marks, targets of make, and commands of vejviser."""
    named = re.findall(r"`([^`\n]+)`", text(page)) + re.findall(r"```sh\n(.*?)```", text(page), re.DOTALL)
    paths = {
        item
        for name in named
        for item in re.findall(r"\b(?:plugins|tests|scripts|data|docs|overrides)/[\w./-]*+(?![{<*])", name)
    }
    assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []
    targets = set(re.findall(r"\bmake ([a-z-]+)", "\n".join(named)))
    assert [target for target in sorted(targets) if not re.search(rf"^{target}:", text("Makefile"), re.MULTILINE)] == []


def test_every_make_target_says_what_it_does() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", text("Makefile"), re.MULTILINE)
    assert phony
    silent = [
        word
        for word in phony[1].split()
        if not re.search(rf"^{word}:.*## \S|^{word}:\n\trm", text("Makefile"), re.MULTILINE)
    ]
    assert silent == []


def test_each_licence_is_the_one_that_is_named() -> None:
    assert PROJECT["project"]["license"] == "MIT AND CC-BY-4.0 AND OFL-1.1"
    found = [path for pattern in PROJECT["project"]["license-files"] for path in ROOT.glob(pattern)]
    assert {item.name for item in found} == {"LICENSE", "LICENSE-CONTENT", "OFL.txt"}
    assert text("LICENSE").startswith("MIT License\n\nCopyright (c) 2026 The Vejviser contributors\n")
    content = text("LICENSE-CONTENT")
    assert content.startswith("Attribution 4.0 International\n")
    for section in range(1, 9):
        assert f"\nSection {section} -- " in content
    assert {item.parent for item in found if item.name == "OFL.txt"} == {
        path.parent for path in ROOT.glob("plugins/**/*.ttf")
    } | {path.parent for path in ROOT.glob("plugins/**/*.woff2")}


@pytest.mark.slow
@pytest.mark.parametrize(("schema", "patterns"), SCHEMAS.items())
def test_the_hosts_take_our_files(schema: str, patterns: list[str]) -> None:
    files = [str(path) for pattern in patterns for path in sorted(ROOT.glob(pattern))]
    assert files
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_a_file_the_hosts_do_not_take_is_told(tmp_path: Path) -> None:
    (tmp_path / "wrong.yml").write_text("on: push\njobs: {test: {steps: []}}\n", "utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", "wrong.yml"]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 1


# ---- owners, attributes, form


def owners() -> list[tuple[str, list[str]]]:
    lines = [line.split() for line in text("CODEOWNERS").splitlines() if line and not line.startswith("#")]
    return [(pattern, who) for pattern, *who in lines]


def test_owners_are_roles_and_what_they_own_is_there() -> None:
    told = set(re.findall(r"^#   (@organisation/[\w-]+)  ", text("CODEOWNERS"), re.MULTILINE))
    assert {role for _, who in owners() for role in who} == told
    assert [pattern for pattern, _ in owners() if pattern != "*" and not (ROOT / pattern.strip("/")).exists()] == []


def owner_of(name: str) -> list[str]:
    def fits(pattern: str) -> bool:
        return pattern == "*" or (f"/{name}".startswith(pattern) if pattern.endswith("/") else f"/{name}" == pattern)

    return [who for pattern, who in owners() if fits(pattern)][-1]


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("plugins/vejviser/cli/main.py", ["developers"]),
        ("docs/da/kontakt.md", ["editors"]),
        ("docs/ar/index.md", ["translators"]),
        ("plugins/vejviser/ui/uk.yml", ["translators", "developers"]),
        ("data/status/policy.yml", ["statistics", "data-protection"]),
        ("docs/da/privatliv.md", ["data-protection", "editors"]),
    ],
)
def test_who_is_asked(name: str, roles: list[str]) -> None:
    assert owner_of(name) == [f"@organisation/{role}" for role in roles]


def test_git_leaves_no_file_out_of_what_our_gate_looks_at() -> None:
    assert not re.search(r"export-|filter|working-tree-encoding", text(".gitattributes"))


def test_git_knows_which_files_are_text() -> None:
    """What git takes for text can be read as UTF-8 and has Unix line ends; what it does not is of a kind that we name."""
    asked = "\n".join(tracked())
    answer = subprocess.run(
        ["git", "check-attr", "text", "--stdin"], cwd=ROOT, input=asked, capture_output=True, text=True, check=True
    )
    binary = {line.rsplit(": ", 2)[0] for line in answer.stdout.splitlines() if line.endswith(": unset")}
    binary -= {name for name in binary if "/js/vendor/" in name}  # text that is kept byte for byte
    assert {PurePath(item).suffix for item in binary} <= {
        ".png",
        ".ttf",
        ".woff2",
        ".docx",
        ".odt",
        ".odp",
        ".pdf",
        ".xlsx",
    }
    for name in sorted(set(tracked()) - binary):
        assert b"\r" not in (ROOT / name).read_bytes(), name
        text(name)


def test_files_are_as_editorconfig_says() -> None:
    for name in tracked():
        if PurePath(name).suffix in (".png", ".ttf", ".woff2") or name.startswith(("LICENSE-CONTENT", "tests/golden/")):
            continue
        body = text(name)
        assert not body or body.endswith("\n"), f"{name} has no last line end"
        assert not re.search(r"[ \t]$", body, re.MULTILINE), f"{name} has spaces at the end of a line"


# ---- dependencies


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-bench.lock"])
def test_a_lock_file_says_how_it_is_made_and_renovate_understands_it(name: str) -> None:
    """Its pip-compile manager reads the command from the second line, and knows these options (and no `--no-header`)."""
    first, second, *rest = text(name).splitlines()
    assert first.startswith("# This file was autogenerated by uv")
    command = second.removeprefix("#    ")
    source = name.replace(".lock", ".in")
    assert command == f"uv pip compile --generate-hashes --python-version=3.11 --output-file={name} {source}"
    assert [item for item in rest if "://" in item or item.startswith("-")] == []
    quiet = command.replace("compile", "compile --quiet")
    assert quiet in re.sub(r" \\\n\s+", " ", text("Makefile"))


def test_renovate_names_no_index_and_says_why_it_holds_back() -> None:
    renovate = json.loads(text("renovate.json"))
    assert not {"registryUrls", "hostRules", "registryAliases", "npmrc"} & renovate.keys()
    held = [
        item
        for item in renovate["packageRules"]
        if item.get("dependencyDashboardApproval") or item.get("enabled") is False
    ]
    assert all(len(item["description"]) > 60 for item in held)
    (hosts,) = [item for item in held if "mkdocs" in item.get("matchPackageNames", ())]
    pinned = {line.split("==")[0] for line in text("requirements.in").splitlines() if "==" in line}
    from_npm = [item for item in held if item.get("matchManagers") == ["npm"]]
    assert {name for item in from_npm for name in item["matchPackageNames"]} < json.loads(text("package.json"))[
        "devDependencies"
    ].keys()
    held_names = {name for item in held if item not in from_npm for name in item.get("matchPackageNames", ())}
    assert {re.sub(r"\[.*", "", item) for item in pinned} == held_names
    assert {"mkdocs", "mkdocs-material", "mkdocs-static-i18n"} <= set(hosts["matchPackageNames"])


# ---- news


def test_the_next_release_notes_hold_every_fragment() -> None:
    fragments = [path for path in (ROOT / "changelog.d").iterdir() if path.name != "README.md"]
    kinds = {item["directory"] for item in PROJECT["tool"]["towncrier"]["type"]}
    assert [
        fragment.name
        for fragment in fragments
        if not re.fullmatch(rf"(\d+|\+[\w-]+)\.({'|'.join(kinds)})\.md", fragment.name)
    ] == []
    command = [sys.executable, "-m", "towncrier", "build", "--draft", "--version", "next", "--date", "2026-11-28"]
    draft = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert [
        fragment.name
        for fragment in fragments
        if " ".join(fragment.read_text("utf-8").split()) not in " ".join(draft.split())
    ] == []


def test_a_release_has_a_heading_in_the_change_log() -> None:
    assert re.search(
        rf"^## {re.escape(PROJECT['project']['version'])} \(\d{{4}}-\d\d-\d\d\)$", text("CHANGELOG.md"), re.MULTILINE
    )


# ---- pages that are made


def test_the_picture_of_the_code_is_what_the_code_says() -> None:
    assert architecture.main(["--check"], ROOT) == 0


def test_the_index_of_decisions_is_what_they_say() -> None:
    assert adr_index.main(["--check"], ROOT) == 0


def test_forms_for_issues_ask_for_no_person() -> None:
    """Every form and template for a report says what must not be written in it."""
    for path in [*ROOT.glob(".github/ISSUE_TEMPLATE/[12]*.yml"), *ROOT.glob(".gitlab/issue_templates/[TB]*.md")]:
        assert "SECURITY.md" in path.read_text("utf-8"), path
    forms = [yaml.safe_load(path.read_text("utf-8")) for path in ROOT.glob(".github/ISSUE_TEMPLATE/[0-9]*.yml")]
    asked = {field["id"] for form in forms for field in form["body"] if "id" in field}
    assert not asked & {"name", "email", "mail", "phone", "contact"}
