"""`vejviser guard`: what the git hooks of `make hooks` ask before a commit and before a push."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from vejviser.build import day
from vejviser.commands.telling import tell
from vejviser.desk import guarding
from vejviser.problems import Problem

REFUSED = "Stoppet. Ret fejlene, og prøv igen."


@click.group()
def guard() -> None:
    """Git-vagten: se det igennem, der er på vej ud. Sættes op med: make hooks."""


@guard.command()
@click.pass_obj
def staged(root: Path) -> None:
    """Se det igennem, der er på vej ind i en commit."""
    _answer(root, guarding.staged(root, day(None)))


@guard.command()
@click.argument("commits", nargs=-1, required=True)
@click.pass_obj
def pushed(root: Path, commits: Sequence[str]) -> None:
    """Se det igennem, der er på vej ud af huset, også de udgaver, der er rettet siden."""
    _answer(root, [problem for commit in commits for problem in guarding.pushed(root, commit, day(None))])


@guard.command()
@click.argument("commits", nargs=-1, required=True)
@click.option("--repository", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
@click.pass_obj
def received(root: Path, commits: Sequence[str], repository: Path) -> None:
    """På serveren: se de tidligere udgaver igennem, som et push fører med sig.

    De filer, der er der nu, ser vejviser check på.
    """
    _answer(root, [problem for commit in commits for problem in guarding.received(repository, commit)])


def _answer(root: Path, problems: Sequence[Problem]) -> None:
    if problems:
        tell(root, problems)
        click.echo(REFUSED, err=True)
        sys.exit(1)
