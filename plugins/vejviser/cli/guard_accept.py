"""`vejviser guard accept`: what the guard finds is a false alarm."""

from pathlib import Path

import click

from vejviser.authoring import false_alarms
from vejviser.base.problems import sentence
from vejviser.cli.dates import build_date
from vejviser.content.languages import main_language
from vejviser.content.load.interface_texts import load_sentences


@click.command()
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
    words = load_sentences(root, main_language(), "desk")
    for entry in entries:
        click.echo(sentence("desk-accepted", [("rule", entry.rule), ("where", entry.where)], words))
