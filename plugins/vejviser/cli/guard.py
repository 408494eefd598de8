"""`vejviser guard`: what the git hooks ask, on an editor's machine and on the server."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from vejviser.authoring import false_alarms, git_hooks
from vejviser.base.problems import Problem, sentence
from vejviser.cli.dates import build_date
from vejviser.cli.output import print_problems
from vejviser.content.languages import MAIN_LANGUAGE
from vejviser.content.load.interface_texts import load_sentences
from vejviser.privacy.push import RefUpdate
from vejviser.privacy.push_reader import read_updates


@click.group()
def guard() -> None:
    """Git-vagten: se det igennem, der er på vej ud. Sættes op med: make hooks."""


@guard.command()
@click.pass_obj
def staged(root: Path) -> None:
    """Se det igennem, der er på vej ind i en commit."""
    _answer(root, git_hooks.staged(root, build_date(None)))


@guard.command("message")
@click.argument("message", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def described(root: Path, message: Path) -> None:
    """Se beskeden til en commit igennem, og navnet på den, der skriver den."""
    _answer(root, git_hooks.described(root, message.read_bytes()))


@guard.command()
@click.argument("commits", nargs=-1)
@click.option("--remote", default="*", help="Hvor det skal hen, fx origin.")
@click.pass_obj
def pushed(root: Path, commits: Sequence[str], remote: str) -> None:
    """Se alt det igennem, der er på vej ud af huset, også det, der er rettet siden.

    Uden commits læses det, git fortæller en pre-push.
    """
    _answer(root, git_hooks.pushed(root, _updates(commits), remote, build_date(None)))


@guard.command()
@click.argument("commits", nargs=-1)
@click.option("--repository", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
@click.pass_obj
def received(root: Path, commits: Sequence[str], repository: Path) -> None:
    """På serveren: se alt det igennem, som et push fører med sig, også det, der er rettet siden.

    Uden commits læses det, git fortæller en pre-receive. De filer, der er der nu, ser vejviser check på.
    """
    _answer(root, git_hooks.received(repository, _updates(commits), build_date(None)))


@guard.command()
@click.argument("object")
@click.option("--reason", required=True, help="Hvad det er i virkeligheden. Aldrig selve tallet.")
@click.option("--who", required=True, help="Hvem der har set efter: en rolle, ikke et navn.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Dagen, der blev set efter. Ellers i dag.")
@click.pass_obj
def accept(root: Path, object: str, reason: str, who: str, today: None) -> None:  # noqa: A002 - the argument's name
    """Skriv i data/privacy.yml, at det, vagten finder i OBJECT, ikke er en hemmelighed.

    OBJECT er git's navn for udgaven eller commit'en, som beskeden viser det.
    """
    entries = false_alarms.accept_false_alarm(root, object, reason, who, build_date(today))
    words = load_sentences(root, MAIN_LANGUAGE, "desk")
    for entry in entries:
        click.echo(sentence("desk-accepted", [("rule", entry.rule), ("where", entry.where)], words))


def _updates(commits: Sequence[str]) -> tuple[RefUpdate, ...]:
    """Return the named commits as updates of no ref, or what git tells on the standard input."""
    return tuple(RefUpdate("", "", commit) for commit in commits) or read_updates(sys.stdin)


def _answer(root: Path, problems: Sequence[Problem]) -> None:
    if problems:
        print_problems(root, problems)
        click.echo(load_sentences(root, MAIN_LANGUAGE, "desk")["desk-stopped"], err=True)
        sys.exit(1)
