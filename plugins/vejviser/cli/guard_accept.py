"""`vejviser guard accept`: what the guard finds is a false alarm."""

from pathlib import Path

import click

from vejviser.authoring import false_alarms
from vejviser.base.problems import sentence
from vejviser.cli.commands import Command
from vejviser.cli.dates import build_date
from vejviser.cli.words import language
from vejviser.content.load.plain_texts import plain_texts


@click.command(cls=Command)
@click.argument("object")
@click.option("--reason", required=True)
@click.option("--who", required=True)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]))
@click.pass_obj
def accept(root: Path, object: str, reason: str, who: str, today: None) -> None:  # noqa: A002 - the argument's name
    """Write down that what the guard finds in an object of git is a false alarm."""
    entries = false_alarms.accept_false_alarm(root, object, reason, who, build_date(today))
    words = plain_texts(root, language(), "desk")
    for entry in entries:
        click.echo(sentence("desk-accepted", [("rule", entry.rule), ("where", entry.where)], words))
