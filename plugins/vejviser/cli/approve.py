"""`vejviser approve`: somebody with a role stands by a text."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from vejviser.authoring import approvals
from vejviser.cli.dates import build_date
from vejviser.cli.paths import relative_to_root


@click.command()
@click.argument("paths", metavar="STI…", nargs=-1, required=True)
@click.option("--by", metavar="ROLLE", required=True, help="Rollen, fx roede-kors. Rollerne står i data/approvers.yml.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Dagen, teksten blev godkendt. Udeladt: i dag.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), hidden=True)
@click.pass_obj
def approve(root: Path, paths: Sequence[str], by: str, on: date | None, today: date | None) -> None:
    """Skriv ved en tekst, at den er godkendt: af hvilken rolle, hvilken dag, og hvilken tekst det var.

    STI er en dansk tekst eller en mappe med tekster, fx docs/da/haandboeger/frivillig. Bliver teksten ændret bagefter,
    siger siden det. Skriv kun en godkendelse, som rollen selv har givet.
    """
    now = build_date(today)
    done = approvals.approve(
        root, [relative_to_root(root, path) for path in paths], by, build_date(on) if on else now, now
    )
    for text in done:
        click.echo(f"{text.path}: godkendt af {by}")
