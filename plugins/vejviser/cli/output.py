"""Problems as text: one line each, JSON, or annotations."""

import errno
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from vejviser.base.problems import AuthoringError, Problem
from vejviser.cli.usage_errors import danish_usage_errors
from vejviser.content.languages import MAIN_LANGUAGE
from vejviser.content.load.interface_texts import load_messages, load_sentences


class CommandGroup(click.Group):
    """A program that says in plain Danish what was typed wrong, what cannot be done, and what the machine refuses."""

    def make_context(self, *args: Any, **more: Any) -> click.Context:  # noqa: ANN401 - as click has it
        """Read what was typed before the name of a command."""
        with danish_usage_errors(Path()):
            return super().make_context(*args, **more)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Do what was asked for; without a traceback, and with exit code 2, where it cannot be done."""
        try:
            with danish_usage_errors(ctx.obj or Path()):
                return super().invoke(ctx)
        except AuthoringError as error:
            click.echo(error.message(load_sentences(ctx.obj, MAIN_LANGUAGE, "desk")), err=True)
            sys.exit(2)
        except OSError as error:
            if error.errno in (None, errno.EPIPE):  # a fault of the program, or a reader who has gone away
                raise
            place, reason = error.filename or "", error.strerror or ""
            sentence = load_sentences(ctx.obj, MAIN_LANGUAGE, "build")["refused" if place else "refused-somewhere"]
            click.echo(sentence.format(place=place, reason=reason), err=True)
            sys.exit(2)


def print_problems(root: Path, problems: Sequence[Problem]) -> None:
    """Print problems in Danish on the error stream."""
    messages = load_messages(root, MAIN_LANGUAGE)
    if problems:
        click.echo(format_problems(problems, messages, "text"), err=True)
    click.echo(summary(problems, messages), err=True)


def format_problems(problems: Sequence[Problem], messages: Mapping[str, str], form: str) -> str:
    """Return the problems as text: one line each ("text"), a list ("json"), or annotations ("github")."""
    if form == "json":
        return json.dumps([_as_dict(problem, messages) for problem in problems], ensure_ascii=False, indent=1)
    line = _annotation if form == "github" else _line
    return "\n".join(line(problem, messages) for problem in problems)


def summary(problems: Sequence[Problem], messages: Mapping[str, str]) -> str:
    """Return one line that counts errors and warnings."""
    errors = sum(problem.severity == "error" for problem in problems)
    return messages["summary"].format(errors=errors, warnings=len(problems) - errors)


def _line(problem: Problem, messages: Mapping[str, str]) -> str:
    place = f"{problem.path}:{problem.line}:{problem.column}"
    return f"{place}: {problem.severity} [{problem.rule}] {problem.message(messages)}"


def _annotation(problem: Problem, messages: Mapping[str, str]) -> str:
    text = problem.message(messages).replace("%", "%25").replace("\n", "%0A")
    place = f"file={problem.path},line={problem.line},col={problem.column},title={problem.rule}"
    return f"::{problem.severity} {place}::{text}"


def _as_dict(problem: Problem, messages: Mapping[str, str]) -> dict[str, str | int]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "rule": problem.rule,
        "message": problem.message(messages),
    }
