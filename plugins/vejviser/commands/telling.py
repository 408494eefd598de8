"""Problems as text: one line each, JSON, or annotations."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from vejviser.load.texts import load_messages
from vejviser.problems import Problem


def tell(root: Path, problems: Sequence[Problem]) -> None:
    """Print problems in Danish on the error stream."""
    messages = load_messages(root, "da")
    if problems:
        click.echo(shown(problems, messages, "text"), err=True)
    click.echo(summary(problems, messages), err=True)


def shown(problems: Sequence[Problem], messages: Mapping[str, str], form: str) -> str:
    """Give the problems as text: one line each ("text"), a list ("json"), or annotations ("github")."""
    if form == "json":
        return json.dumps([_as_dict(problem, messages) for problem in problems], ensure_ascii=False, indent=1)
    line = _annotation if form == "github" else _line
    return "\n".join(line(problem, messages) for problem in problems)


def summary(problems: Sequence[Problem], messages: Mapping[str, str]) -> str:
    """Give one line that counts errors and warnings."""
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
