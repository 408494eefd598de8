"""Names of files that are no UTF-8, from an older Windows or out of a ZIP file: told, and never a traceback."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from vejviser.authoring.git_hooks import pushed
from vejviser.base.problems import Problem
from vejviser.privacy.push import RefUpdate
from vejviser.site.content_check import load_and_check

NAMES = (b"docs/da/r\xf8d.md", b"docs/da/filer/k\xf8b.png", b"data/checklists/m\xf8de.yml", b"materials/br\xe6v/da.md")


def wrote(root: Path) -> None:
    for name in NAMES:
        place = os.path.join(os.fsencode(root), name)  # noqa: PTH118 - bytes
        os.makedirs(os.path.dirname(place), exist_ok=True)  # noqa: PTH103, PTH120
        with open(place, "wb") as file:  # noqa: PTH123
            file.write(b"---\ntitle: R\n---\n")


def names_told(problems: tuple[Problem, ...]) -> set[tuple[str, str]]:
    return {
        (problem.path, dict(problem.values)["suggestion"]) for problem in problems if problem.rule == "file-name-form"
    }


TOLD = {
    ("docs/da/rød.md", "docs/da/roed.md"),
    ("docs/da/filer/køb.png", "docs/da/filer/koeb.png"),
    ("data/checklists/møde.yml", "data/checklists/moede.yml"),
    ("materials/bræv/da.md", "materials/braev/da.md"),
}


def test_check_tells_each_with_a_name_that_works(portal_copy: Path, today: date) -> None:
    wrote(portal_copy)
    assert names_told(load_and_check(portal_copy, today).problems) >= TOLD


@pytest.mark.slow
def test_the_hook_before_a_push_does_too(portal_copy: Path, today: date) -> None:
    wrote(portal_copy)
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "navne"]):
        subprocess.run(["git", *command], cwd=portal_copy, check=True)
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=portal_copy, check=True, capture_output=True, text=True)
    found = pushed(portal_copy, [RefUpdate("", "", head.stdout.strip())], "nowhere", today)
    assert names_told(found) >= TOLD
