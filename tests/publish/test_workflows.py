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

from tests.privacy.attachments import CPR
from tests.publish.push_world import danish_portal

ROOT = Path(__file__).parents[2]
GITHUB: dict[str, Any] = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))
GITLAB: dict[str, Any] = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
SHELL = (b"#!/bin/sh", b"# shellcheck shell=sh")
SCRIPTS = [ROOT / ".ci/run", *sorted(path for path in (ROOT / "scripts").rglob("*") if path.is_file())]


def steps(job: str) -> list[str]:
    """The commands of a job on GitHub, in order."""
    return [step["run"] for step in GITHUB["jobs"][job]["steps"] if "run" in step]


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


def test_every_shell_script_is_for_any_posix_shell() -> None:
    """A Mac's bash is of 2007, Windows has none, and a server's may be anything."""
    shellcheck = Path(sys.executable).with_name("shellcheck")
    assert [path for path in SCRIPTS if b"bash" in path.read_bytes().partition(b"\n")[0]] == []
    written = [path for path in SCRIPTS if path.read_bytes().startswith(SHELL)]
    assert {"pre-receive", "post-receive", "git-server", "publish-from-git", "run"} < {path.name for path in written}
    read = subprocess.run(
        [shellcheck, "--external-sources", *written], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert (read.stdout, read.returncode) == ("", 0)


def test_actions_of_others_are_pinned_to_a_commit() -> None:
    used = [step["uses"] for job in GITHUB["jobs"].values() for step in job["steps"] if "uses" in step]
    assert used
    assert [item for item in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", item)] == []


def test_both_hosts_do_the_same_in_the_same_order() -> None:
    def targets(commands: list[str]) -> list[str]:
        return [found[1] for command in commands if (found := re.search(r'(?:^|" )make ([\w-]+)', command))]

    assert targets(steps("site")) == ["check-content", "site", "test-pages", "publish"]
    assert targets(GITLAB["pages"]["script"]) == targets(GITLAB["publish"]["script"]) == targets(steps("site"))
    assert targets(steps("draft")) == ["check-content", "draft", "test-pages", "preview"]
    assert targets(GITLAB["preview"]["script"]) == targets(steps("draft"))
    assert targets(GITLAB["overdue"]["script"]) == targets(steps("overdue")) == ["overdue"]


def test_only_what_readers_see_is_run_with_the_right_to_write_and_nothing_keeps_the_key() -> None:
    jobs = GITHUB["jobs"]
    assert GITHUB["permissions"] == {"contents": "read"}
    assert {name for name, job in jobs.items() if "permissions" in job} == {"site", "draft", "overdue"}
    assert jobs["draft"]["permissions"] == {"contents": "read", "statuses": "write"}
    assert jobs["site"]["permissions"] == {"contents": "write"}
    assert jobs["site"]["if"].endswith("github.ref_name == github.event.repository.default_branch")
    assert jobs["draft"]["if"].endswith("github.ref_name != github.event.repository.default_branch")
    out = [step for job in jobs.values() for step in job["steps"] if "checkout" in step.get("uses", "")]
    assert [step["with"]["persist-credentials"] for step in out] == [False] * len(jobs)
    keys = [step["name"] for job in jobs.values() for step in job["steps"] if "GH_TOKEN" in step.get("env", {})]
    assert keys == ["Publish", "Preview", "The schedule goes on", "An issue for whoever sees to the texts"]
    assert "secrets." not in str([job.get("env") for job in jobs.values()])


def test_the_key_is_given_to_git_by_a_helper(tmp_path: Path) -> None:
    (publish,) = [step for step in GITHUB["jobs"]["site"]["steps"] if step.get("name") == "Publish"]
    settings = {name: str(value) for name, value in publish["env"].items() if name.startswith("GIT_CONFIG")}
    asked = subprocess.run(
        ["git", "credential", "fill"],
        cwd=tmp_path,
        env={**os.environ, **settings, "GH_TOKEN": "noegle", "GIT_TERMINAL_PROMPT": "0"},
        input="protocol=https\nhost=github.example\n\n",
        capture_output=True,
        text=True,
        check=True,
    )
    assert {"username=x-access-token", "password=noegle"} <= {*asked.stdout.split()}


def test_an_old_run_that_is_run_once_more_publishes_nothing(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=tmp_path / "project", check=True, capture_output=True)

    def run() -> tuple[int, bool]:
        command = [ROOT / "scripts/if-newest", "main", "touch", tmp_path / "published"]
        done = subprocess.run(command, cwd=tmp_path / "project", check=False, capture_output=True)
        return done.returncode, (tmp_path / "published").exists()

    subprocess.run(["git", "init", "--quiet", "--bare", tmp_path / "origin.git"], check=True)
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", tmp_path / "project"], check=True)
    git("remote", "add", "origin", str(tmp_path / "origin.git"))
    for number in (1, 2):
        git("commit", "--allow-empty", "--message", str(number))
    git("push", "origin", "main")
    git("checkout", "--detach", "main~1")
    assert run() == (75, False)
    git("checkout", "main")
    assert run() == (0, True)
    assert {GITLAB[job]["allow_failure"]["exit_codes"] for job in ("pages", "publish")} == {75}


def test_gitlab_pages_gets_its_folder_and_other_targets_do_not_wait_for_it() -> None:
    asked = {job: GITLAB[job]["rules"][0]["if"].partition(" && ")[2] for job in ("pages", "publish")}
    assert asked == {"pages": "$PUBLISH_TARGET == null", "publish": "$PUBLISH_TARGET"}
    assert "plain:public" in GITLAB["pages"]["script"][-1]
    assert GITLAB[GITLAB["pages"]["extends"]]["artifacts"]["paths"] == ["public"]


def test_both_hosts_check_and_test_before_anything_is_published() -> None:
    """One script, the same as at home, which asks the whole of `make check` and `make test`; publishing waits for it."""
    assert ".ci/run" in steps("test")
    assert GITLAB["test"]["script"] == ["make check-history", ".ci/run"]
    assert "continue-on-error" not in next(
        item for item in GITHUB["jobs"]["test"]["steps"] if item.get("run") == ".ci/run"
    )
    run = (ROOT / ".ci/run").read_text("utf-8")
    assert re.findall(r"^make (\S+)$", run, re.MULTILINE) == ["check", "test"]
    assert "set -eu\n" in run
    assert os.access(ROOT / ".ci/run", os.X_OK)
    assert {GITHUB["jobs"][job]["needs"] for job in ("site", "draft")} == {"test"}
    assert GITLAB[".site"]["needs"] == GITLAB["publish"]["needs"] == ["test"]
    publishes = re.compile(r".*\bmake (publish|preview)\b")
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
    assert on_github == ["site", "draft"]
    assert on_gitlab == ["pages", "publish", "preview"]


def test_what_git_keeps_is_looked_through_where_no_server_of_ours_does(tmp_path: Path) -> None:
    """Who sends past the hooks at home is told before anything is published, also of what she took away again."""
    out, history = GITHUB["jobs"]["test"]["steps"][1], steps("test").index("make check-history")
    assert out["with"]["fetch-depth"] == GITLAB["test"]["variables"]["GIT_DEPTH"] == 0
    assert history < steps("test").index(".ci/run")
    (asked,) = re.findall(r"^check-history:.*\n\t\$\(BIN\)/(.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    project = danish_portal(tmp_path / "project")

    def answer() -> int:
        command = [sys.executable, "-m", *asked.split()]
        return subprocess.run(command, cwd=project, check=False, capture_output=True).returncode

    def commit(text: str) -> None:
        (project / "docs/da/om.md").write_text(f"---\ntitle: Om\nsummary: Om os.\n---\n{text}\n", "utf-8")
        for arguments in (["add", "--all"], ["commit", "--quiet", "--message", "Om"]):
            subprocess.run(["git", "-C", project, *arguments], check=True)

    subprocess.run(["git", "init", "--quiet", project], check=True)
    commit("Vi er til.")
    assert answer() == 0
    commit(f"CPR {CPR}.")
    commit("Vi er til igen.")
    assert answer() == 1


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
    assert all(
        GITHUB["jobs"][job]["if"].startswith("github.event_name != 'pull_request' && ") for job in ("site", "draft")
    )
    assert "secrets." not in str(GITHUB["jobs"]["test"])
    assert "rules" not in GITLAB["test"]
    never, branches, offered = GITLAB["workflow"]["rules"]
    assert never == {"if": '$CI_COMMIT_BRANCH == "pages"', "when": "never"}
    assert branches == {"if": "$CI_COMMIT_BRANCH"}
    assert offered["if"].startswith('$CI_PIPELINE_SOURCE == "merge_request_event" && ')
    assert all(
        GITLAB[job]["rules"][0]["if"].startswith("$CI_COMMIT_BRANCH ") for job in ("pages", "publish", "preview")
    )


@pytest.mark.slow
def test_the_commands_publish_a_portal_when_they_are_run(tmp_path: Path) -> None:
    """At a project's own address, as GitHub and GitLab Pages give it: every link begins with the project's name."""
    project = danish_portal(tmp_path / "project")
    config = (
        (project / "mkdocs.yml").read_text("utf-8").replace("https://portal.example/", "https://os.example/portal/")
    )
    (project / "mkdocs.yml").write_text(config, "utf-8")
    for name in ("Makefile", "requirements.lock", "pyproject.toml", "scripts"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy2)(ROOT / name, project / name)
    (project / ".venv").mkdir()
    for name in ("bin", "lib", "pyvenv.cfg"):
        (project / ".venv" / name).symlink_to(Path(sys.prefix) / name)
    (project / ".venv/ready").touch()
    subprocess.run(["git", "init", "--quiet", "--bare", tmp_path / "origin.git"], check=True)
    subprocess.run(["git", "init", "--quiet", project], check=True)
    subprocess.run(["git", "-C", project, "remote", "add", "origin", tmp_path / "origin.git"], check=True)
    for arguments in (["add", "-A"], ["commit", "--quiet", "-m", "start"], ["push", "--quiet", "origin", "HEAD:main"]):
        subprocess.run(["git", "-C", project, *arguments], check=True)

    for command in steps("site"):
        if not command.startswith("apt-get"):
            _run(command, project, PUBLISH_TARGET="git:origin#pages", GITHUB_REF_NAME="main")
    page = ["git", "-C", tmp_path / "origin.git", "show", "pages:haandboeger/ven/moedet/index.html"]
    assert "Mødet" in subprocess.run(page, capture_output=True, text=True, check=True).stdout

    _run(GITLAB["pages"]["script"][-1], project, CI_COMMIT_BRANCH="main")
    assert (project / "public/index.html.br").is_file()

    for command in GITLAB["preview"]["script"]:
        _run(command, project, VEJVISER_BRANCH="kladde/ny")
    assert "noindex" in (project / "public/_headers").read_text("utf-8")
    assert 'class="draft"' in (project / "public/haandboeger/ven/moedet/index.html").read_text("utf-8")
    _run(GITLAB["preview"]["script"][-1], project, VEJVISER_BRANCH="kladde/ny", PREVIEW_TARGET="drafts/{branch}")
    (draft,) = (project / "drafts").iterdir()
    assert draft.name.startswith("kladde-ny-")


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
