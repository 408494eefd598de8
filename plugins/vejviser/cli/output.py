"""Problems as text: one line each, JSON, or annotations."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from vejviser.base.problems import Problem
from vejviser.cli.words import language
from vejviser.content.load.interface_texts import load_messages
from vejviser.privacy.masking import masked_problem


def print_problems(root: Path, problems: Sequence[Problem]) -> None:
    """Print problems on the error stream, in the language of the command."""
    click.echo(problems_text(root, problems), err=True)


def problems_text(root: Path, problems: Sequence[Problem]) -> str:
    """Return problems in the language of the command, and how many there are."""
    messages = load_messages(root, language(root))
    problems = [masked_problem(problem) for problem in problems]
    lines = [format_problems(problems, messages, "text")] if problems else []
    return "\n".join([*lines, summary(problems, messages)])


def format_problems(problems: Sequence[Problem], messages: Mapping[str, str], form: str) -> str:
    """Return the problems as text: one line each ("text"), a list ("json"), or annotations ("github")."""
    if form == "json":
        return json.dumps([_as_dict(problem, messages) for problem in problems], ensure_ascii=False, indent=1)
    line = _annotation if form == "github" else _line
    return "\n".join(line(problem, messages) for problem in problems)


def summary(problems: Sequence[Problem], messages: Mapping[str, str]) -> str:
    """Return one line that counts errors and warnings."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    said = messages["summary-error" if errors == 1 else "summary-errors"].format(count=errors)
    return f"{said}, {messages['summary-warning' if warnings == 1 else 'summary-warnings'].format(count=warnings)}"


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
