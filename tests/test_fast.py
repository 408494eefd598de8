"""`make test-fast` leaves out what needs a browser, a server, Java or Node, and what is slow, and nothing else."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.programs import MARKERS, marker_for

ROOT = Path(__file__).parents[1]
LEFT_OUT = {
    "tests/browser": "a browser",
    "tests/authoring/test_approvals.py": "a whole portal read a test",
    "tests/authoring/test_forge.py": "Node, and a forge",
    "tests/authoring/test_forms_at_a_forge.py": "a browser, and a forge",
    "tests/authoring/test_git_hooks.py": "a repository a test, and git's own hooks",
    "tests/cli/test_statistics.py": "a whole portal and several commands a test",
    "tests/cli/test_commands_keep_the_rest.py": "a whole portal a command",
    "tests/cli/test_guard.py": "a repository a test",
    "tests/content/markdown/test_real_texts.py": "every real text in every format",
    "tests/documents/test_browser_filling.py": "Node, and documents of the whole portal",
    "tests/documents/test_hostile.py": "documents of anything at all",
    "tests/pages/test_rule_pages.py": "a portal for each example of each rule",
    "tests/pages/test_statistics.py": "invented figures of every municipality",
    "tests/privacy/test_linear.py": "texts ten times as long",
    "tests/publish/test_crowd.py": "many publishers at once",
    "tests/publish/test_journey.py": "nginx",
    "tests/publish/test_killed.py": "publishing that is killed at any moment",
    "tests/publish/test_push.py": "nginx",
    "tests/publish/test_received.py": "a repository a test, and the whole history of this one",
    "tests/publish/test_under_load.py": "nginx",
    "tests/site/test_days.py": "a whole portal built on one day after the other",
    "tests/site/test_edition.py": "a whole portal built before each test",
    "tests/site/test_hosts.py": "a site a test, with each host",
    "tests/site/test_incremental.py": "a clean build beside each edit",
    "tests/site/test_preview.py": "a preview that builds as files are saved",
    "tests/site/test_track_lines.py": "a whole portal composed before each test",
    "tests/site/test_other_portal.py": "a whole portal of another country, built and changed",
    "tests/statistics/test_attack.py": "an attacker's linear programs",
    "tests/documents/test_downloads.py": "the whole portal, and Java",
    "tests/test_wheel.py": "a wheel, installed and used",
}
"""Files and folders of which no test is fast, and what they need. Of every other file there is at least one."""


def collected(*options: str) -> set[str]:
    """The files in which pytest finds tests."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-qq", "-n", "0", "-p", "no:cacheprovider", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return {line.split(":")[0] for line in done.stdout.splitlines() if line.startswith("tests/")}


def place(file: str) -> str:
    """What stands for the file in the list above: the file itself, or its folder."""
    return "tests/browser" if file.startswith("tests/browser/") else file


@pytest.mark.slow
def test_every_file_has_a_fast_test_or_a_reason() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    chosen = re.search(r'^FAST := -m "([^"]+)"', makefile, re.MULTILINE)
    assert chosen
    assert {place(item) for item in collected() - collected("-m", chosen[1])} == set(LEFT_OUT)


def test_what_is_left_out_is_what_the_markers_say() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    words = set(re.findall(r'^FAST := -m "not \(([^)]+)\)"', makefile, re.MULTILINE)[0].split(" or "))
    assert words == {*MARKERS.values(), "slow"}


@pytest.mark.parametrize(
    ("command", "marker"),
    [
        ("/usr/bin/chromium", "browser"),
        ("/somewhere/site-packages/playwright/driver/node", "browser"),
        ("/usr/sbin/nginx", "server"),
        ("apache2", "server"),
        ("java", "java"),
        ("/usr/bin/node", "node"),
        ("git", None),
        (sys.executable, None),
        ("/srv/nginx/take-in", None),
    ],
)
def test_which_marker_a_program_needs(command: str, marker: str | None) -> None:
    assert marker_for(command) == marker


@pytest.mark.parametrize("command", ["java", "/usr/sbin/nginx", "npm"])
def test_a_test_without_the_marker_cannot_start_such_a_program(command: str) -> None:
    with pytest.raises(RuntimeError, match=rf"this test starts {command}; mark it: pytestmark = pytest\.mark\."):
        subprocess.run([command, "--version"], check=False)


@pytest.mark.java
def test_a_test_with_the_marker_can() -> None:
    assert subprocess.run(["java", "-version"], capture_output=True, check=False).returncode == 0
