"""What the git hooks ask: `vejviser guard staged`, `message` and `pushed` at home, `received` on the server."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from vejviser.authoring import git_hooks
from vejviser.base.problems import Problem
from vejviser.cli.commands import Command
from vejviser.cli.dates import build_date
from vejviser.cli.output import print_problems
from vejviser.cli.words import language
from vejviser.content.load.plain_texts import plain_texts
from vejviser.privacy.push import RefUpdate
from vejviser.privacy.push_reader import read_updates


@click.command(cls=Command)
@click.pass_obj
def staged(root: Path) -> None:
    """Look through what is about to be committed."""
    _answer(root, git_hooks.staged(root, build_date(None)))


@click.command("message", cls=Command)
@click.argument("message", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def described(root: Path, message: Path) -> None:
    """Look through the message of a commit and the name of its author."""
    _answer(root, git_hooks.described(root, message.read_bytes()))


@click.command(cls=Command)
@click.argument("commits", nargs=-1)
@click.option("--remote", default="*")
@click.pass_obj
def pushed(root: Path, commits: Sequence[str], remote: str) -> None:
    """Look through everything that is about to be sent; without commits, what git tells a pre-push hook of."""
    _answer(root, git_hooks.pushed(root, _updates(commits), remote, build_date(None)))


@click.command(cls=Command)
@click.argument("commits", nargs=-1)
@click.option("--repository", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
@click.pass_obj
def received(root: Path, commits: Sequence[str], repository: Path) -> None:
    """On the server: look through everything a push brings; without commits, what git tells a pre-receive hook of."""
    _answer(root, git_hooks.received(repository, _updates(commits)))


def _updates(commits: Sequence[str]) -> tuple[RefUpdate, ...]:
    """Return the named commits as updates of no ref, or what git tells on the standard input."""
    return tuple(RefUpdate("", "", commit) for commit in commits) or read_updates(sys.stdin)


def _answer(root: Path, problems: Sequence[Problem]) -> None:
    if problems:
        print_problems(root, problems)
        click.echo(plain_texts(root, language(), "desk")["desk-stopped"], err=True)
        sys.exit(1)
