"""The workflow files do what they say: their own commands, run in their own order, on a small portal."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from scripts.overdue import main as overdue

from tests.publish.test_push import danish_portal

ROOT = Path(__file__).parents[2]
GITHUB: dict[str, Any] = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))
GITLAB: dict[str, Any] = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
SHELL = (b"#!/usr/bin/env bash", b"#!/bin/sh", b"# shellcheck shell=bash", b"# shellcheck shell=sh")
SCRIPTS = [ROOT / ".ci/run", *sorted(path for path in (ROOT / "scripts").rglob("*") if path.is_file())]
ON_A_SERVER = ("scripts/git-server", "scripts/publish-from-git")
ON_MAIN, ON_BRANCH = "main", "kladde/ny"


def steps(job: str, branch: str) -> list[str]:
    """The commands of a job on GitHub for a push to `branch`, in order."""
    says_main = "github.ref_name == github.event.repository.default_branch"
    found = [step for step in GITHUB["jobs"][job]["steps"] if "run" in step]
    return [step["run"] for step in found if "if" not in step or (says_main in step["if"]) == (branch == ON_MAIN)]


def everything() -> list[str]:
    github = [step["run"] for job in GITHUB["jobs"].values() for step in job["steps"] if "run" in step]
    gitlab = [line for job in GITLAB.values() if isinstance(job, dict) for line in job.get("script", [])]
    return [*github, *gitlab, *GITLAB["default"]["before_script"]]


@pytest.mark.parametrize("command", everything())
def test_every_command_is_a_make_target_or_a_line_bash_can_read(command: str) -> None:
    subprocess.run(["bash", "-n", "-c", command], check=True)
    assert "${{" not in command, "a branch name must not become a command"
    if command.startswith("make "):
        target = command.split()[1]
        assert re.search(rf"^{target}:.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(
    "script", [script for script in SCRIPTS if script.read_bytes().startswith(SHELL)], ids=lambda item: item.name
)
def test_every_shell_script_can_be_read(script: Path) -> None:
    subprocess.run([read_by(script), "-n", script], check=True)


def read_by(script: Path) -> str:
    """Return the shell that a script is for."""
    return "bash" if b"bash" in script.read_bytes().partition(b"\n")[0] else "sh"


def test_what_editors_run_needs_no_bash() -> None:
    """A Mac's bash is of 2007, and Windows has none: only what a server of Debian runs may ask for it."""
    asked = {str(path.relative_to(ROOT)) for path in SCRIPTS if path.read_bytes().startswith(SHELL[0])}
    assert asked == {".ci/run", "scripts/git-hooks/post-receive", "scripts/git-hooks/pre-receive", *ON_A_SERVER}


def test_actions_of_others_are_pinned_to_a_commit() -> None:
    used = [step["uses"] for job in GITHUB["jobs"].values() for step in job["steps"] if "uses" in step]
    assert used
    assert [item for item in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", item)] == []


def test_both_hosts_do_the_same_in_the_same_order() -> None:
    def targets(commands: list[str]) -> list[str]:
        return [command.split()[1] for command in commands if command.startswith("make ")]

    assert targets(steps("site", ON_MAIN)) == ["check-content", "site", "test-pages", "publish"]
    assert targets(GITLAB["pages"]["script"]) == targets(steps("site", ON_MAIN))
    assert targets(GITLAB["preview"]["script"]) == targets(steps("site", ON_BRANCH))
    assert targets(GITLAB["overdue"]["script"]) == targets(steps("overdue", ON_MAIN)) == ["overdue"]


def test_both_hosts_check_and_test_before_anything_is_published() -> None:
    """One script, the same as at home, which asks the whole of `make check` and `make test`; publishing waits for it."""
    assert ".ci/run" in steps("test", ON_BRANCH)
    assert GITLAB["test"]["script"] == [".ci/run"]
    assert "continue-on-error" not in next(
        item for item in GITHUB["jobs"]["test"]["steps"] if item.get("run") == ".ci/run"
    )
    run = (ROOT / ".ci/run").read_text("utf-8")
    assert re.findall(r"^make (\S+)$", run, re.MULTILINE) == ["check", "test"]
    assert "set -euo pipefail" in run
    assert os.access(ROOT / ".ci/run", os.X_OK)
    assert GITHUB["jobs"]["site"]["needs"] == "test"
    assert GITLAB[".site"]["needs"] == ["test"]
    publishes = re.compile(r"make (publish|preview)\b")
    on_github = [
        name
        for name, job in GITHUB["jobs"].items()
        if any(publishes.match(step.get("run", "")) for step in job["steps"])
    ]
    on_gitlab = [
        name
        for name, job in GITLAB.items()
        if isinstance(job, dict) and any(map(publishes.match, job.get("script", [])))
    ]
    assert on_github == ["site"]
    assert [(name, GITLAB[name]["extends"]) for name in on_gitlab] == [("pages", ".site"), ("preview", ".site")]


def test_coverage_is_measured_and_stops_nothing() -> None:
    (measured,) = [step for step in GITHUB["jobs"]["test"]["steps"] if step.get("run") == "make coverage"]
    assert measured["continue-on-error"] is True
    assert (GITLAB["coverage"]["script"], GITLAB["coverage"]["allow_failure"]) == (["make coverage"], True)
    told = "TOTAL                                             17174    928   4062    197    94%"
    found = re.search(GITLAB["coverage"]["coverage"].strip("/"), told)
    assert found
    assert found[1] == "94"


def test_every_push_is_tested_and_so_is_what_others_offer() -> None:
    """What others offer is tested with no key of ours, and never built or published."""
    on = GITHUB[True]  # YAML 1.1 takes the word "on" for true
    assert on["push"] == {"branches-ignore": ["pages"]}
    assert "pull_request" in on
    assert "pull_request_target" not in on
    assert GITHUB["jobs"]["site"]["if"] == "github.event_name != 'pull_request'"
    assert "secrets." not in str(GITHUB["jobs"]["test"])
    assert "rules" not in GITLAB["test"]
    never, branches, offered = GITLAB["workflow"]["rules"]
    assert never == {"if": '$CI_COMMIT_BRANCH == "pages"', "when": "never"}
    assert branches == {"if": "$CI_COMMIT_BRANCH"}
    assert offered["if"].startswith('$CI_PIPELINE_SOURCE == "merge_request_event" && ')
    assert all(GITLAB[job]["rules"][0]["if"].startswith("$CI_COMMIT_BRANCH ") for job in ("pages", "preview"))


@pytest.mark.slow
def test_the_commands_publish_a_portal_when_they_are_run(tmp_path: Path) -> None:
    project = danish_portal(tmp_path / "project")
    for name in ("Makefile", "requirements.lock", "pyproject.toml", "scripts"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy2)(ROOT / name, project / name)
    (project / ".venv").mkdir()
    for name in ("bin", "lib", "pyvenv.cfg"):
        (project / ".venv" / name).symlink_to(Path(sys.prefix) / name)
    (project / ".venv/ready").touch()
    subprocess.run(["git", "init", "--quiet", "--bare", tmp_path / "origin.git"], check=True)
    subprocess.run(["git", "init", "--quiet", project], check=True)
    subprocess.run(["git", "-C", project, "remote", "add", "origin", tmp_path / "origin.git"], check=True)

    for command in steps("site", ON_MAIN):
        if not command.startswith("apt-get"):
            _run(command, project, PUBLISH_TARGET="git:origin#pages")
    page = ["git", "-C", tmp_path / "origin.git", "show", "pages:haandboeger/ven/moedet/index.html"]
    assert "Mødet" in subprocess.run(page, capture_output=True, text=True, check=True).stdout

    for job in ("pages", "preview"):
        _run(GITLAB[job]["script"][-1], project)
        assert (project / "public/index.html.br").is_file()
    assert "noindex" in (project / "public/_headers").read_text("utf-8")


def _run(command: str, project: Path, **environment: str) -> None:
    home = {"HOME": str(project), "GIT_CONFIG_GLOBAL": str(project / ".gitconfig")}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=project,
        env=os.environ | home | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.returncode, f"{command}\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize(
    ("today", "code"),
    [
        ("2025-05-01", 0),  # nothing yet
        ("2025-05-02", 1),  # the day it falls due, somebody gets a mail
        ("2025-05-03", 0),  # not every day after that
        ("2025-05-05", 1),  # but on Mondays
    ],
)
def test_what_falls_due_is_told_the_day_it_does_and_on_mondays(
    today: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert overdue(["--today", today], ROOT / "tests/site/portal") == code
    assert ("contact-stale" in capsys.readouterr().out) == (today != "2025-05-01")
