"""A command starts with what it needs: what is imported on the way is told by name, for time tells nothing in a test."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from vejviser.cli.main import main

TELL = """
import sys
before = set(sys.modules)
from vejviser.cli.main import main
try:
    main({arguments!r})
except SystemExit as end:
    assert not end.code, end.code
finally:
    print("imported:", *sorted(set(sys.modules) - before))
"""
HEAVY = ("vejviser.site", "vejviser.documents", "vejviser.pages", "vejviser.check", "vejviser.content.load.portal")

READ = ("vejviser.content.languages", "vejviser.content.load.yaml", "vejviser.content.model", "pydantic", "yaml")


def imported(*arguments: str, root: Path | None = None) -> set[str]:
    """Every module that the command imports."""
    code = TELL.format(arguments=list(arguments))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    return set(done.stdout.rpartition("imported: ")[2].split())


def below(modules: set[str], *names: str) -> set[str]:
    return {item for item in modules if item in names or item.startswith(tuple(f"{name}." for name in names))}


@pytest.mark.parametrize("asked", ["--help", "--version"])
def test_the_first_question_needs_the_table_of_commands_and_nothing_else(asked: str) -> None:
    modules = imported(asked)
    assert below(modules, "vejviser") == {
        "vejviser",
        "vejviser.base",
        "vejviser.base.problems",
        "vejviser.cli",
        "vejviser.cli.commands",
        "vejviser.cli.help",
        "vejviser.cli.main",
        "vejviser.cli.words",
        "vejviser.content",
        "vejviser.content.load",
        "vejviser.content.load.plain_texts",
        "vejviser.content.load.spoken_language",
    }
    others = {item.partition(".")[0].partition("_")[0] for item in modules} - set(sys.stdlib_module_names)
    assert others <= {"", "vejviser", "click"}


@pytest.mark.parametrize(
    ("arguments", "left_out"),
    [
        (["guard", "--help"], (*HEAVY, *READ, "vejviser.privacy")),
        (["status", "--help"], (*HEAVY, *READ, "vejviser.statistics")),
        (["guard", "message", "--help"], (*HEAVY, "vejviser.content.model.portal", "openpyxl", "numpy", "pikepdf")),
        (["guard", "received", "--help"], (*HEAVY, "vejviser.content.model.portal", "openpyxl", "numpy", "pikepdf")),
        (["publish", "--help"], (*HEAVY, "vejviser.content.model.portal", "vejviser.privacy", "jinja2", "obstore")),
        (["schema", "--help"], (*HEAVY, "vejviser.privacy", "jinja2", "openpyxl", "numpy")),
        (["new", "checklist", "--help"], (*HEAVY, "vejviser.privacy", "vejviser.content.model.portal")),
        (["translate", "--help"], ("vejviser.site", "vejviser.documents", "vejviser.pages")),
    ],
)
def test_a_command_starts_without_what_it_has_no_use_for(arguments: list[str], left_out: tuple[str, ...]) -> None:
    assert below(imported(*arguments), *left_out) == set()


def test_a_message_is_looked_through_without_what_makes_pages(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    (tmp_path / "message").write_text("rettet\n", "utf-8")
    assert below(imported("guard", "message", "message", root=tmp_path), *HEAVY) == set()


def test_a_table_calls_its_commands_as_they_call_themselves() -> None:
    context = click.Context(main)
    for name, entry in main.table.items():
        command = main.get_command(context, name)
        assert command is not None, name
        assert (command.name, command.hidden) == (name, entry.hidden)


def test_what_was_typed_nearly_right_is_guessed_from_the_table(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "vejviser", "guard", "recieved"],
        cwd=tmp_path, env=dict(os.environ), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, "»recieved« er ikke en kommando. Mente du received?")


@pytest.mark.slow
def test_a_build_with_nothing_to_do_needs_none_of_what_makes_a_site(portal_copy: Path) -> None:
    arguments = ("--root", str(portal_copy), "build", "--today", "2026-12-31")
    first, second, third = (imported(*arguments) for _ in range(3))
    assert below(first, *HEAVY) >= {"vejviser.site.pipeline", "vejviser.content.load.portal"}
    assert second  # it makes the sentences it ends with, and keeps them
    assert below(third, "vejviser.site") == {"vejviser.site", "vejviser.site.edition"}
    assert below(third, *HEAVY[1:], "pydantic", "jinja2", "babel") == set()
