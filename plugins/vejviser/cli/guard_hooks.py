"""What the git hooks ask: `vejviser guard staged`, `message` and `pushed` at home, `received` on the server."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from vejviser.authoring import git_hooks
from vejviser.base.problems import Problem
from vejviser.cli.dates import build_date
from vejviser.cli.output import print_problems
from vejviser.content.languages import main_language
from vejviser.content.load.interface_texts import load_sentences
from vejviser.privacy.push import RefUpdate
from vejviser.privacy.push_reader import read_updates


@click.command()
@click.pass_obj
def staged(root: Path) -> None:
    """Se det igennem, der er på vej ind i en commit."""
    _answer(root, git_hooks.staged(root, build_date(None)))


@click.command("message")
@click.argument("message", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def described(root: Path, message: Path) -> None:
    """Se beskeden til en commit igennem, og navnet på den, der skriver den."""
    _answer(root, git_hooks.described(root, message.read_bytes()))


@click.command()
@click.argument("commits", nargs=-1)
@click.option("--remote", default="*", help="Hvor det skal hen, fx origin.")
@click.pass_obj
def pushed(root: Path, commits: Sequence[str], remote: str) -> None:
    """Se alt det igennem, der er på vej ud af huset, også det, der er rettet siden.

    Uden commits læses det, git fortæller en pre-push.
    """
    _answer(root, git_hooks.pushed(root, _updates(commits), remote, build_date(None)))


@click.command()
@click.argument("commits", nargs=-1)
@click.option("--repository", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
@click.pass_obj
def received(root: Path, commits: Sequence[str], repository: Path) -> None:
    """På serveren: se alt det igennem, som et push fører med sig, også det, der er rettet siden.

    Uden commits læses det, git fortæller en pre-receive. De filer, der er der nu, ser vejviser check på.
    """
    _answer(root, git_hooks.received(repository, _updates(commits), build_date(None)))


def _updates(commits: Sequence[str]) -> tuple[RefUpdate, ...]:
    """Return the named commits as updates of no ref, or what git tells on the standard input."""
    return tuple(RefUpdate("", "", commit) for commit in commits) or read_updates(sys.stdin)


def _answer(root: Path, problems: Sequence[Problem]) -> None:
    if problems:
        print_problems(root, problems)
        click.echo(load_sentences(root, main_language(), "desk")["desk-stopped"], err=True)
        sys.exit(1)
