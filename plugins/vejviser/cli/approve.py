"""`vejviser approve`: somebody with a role stands by a text."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from vejviser.authoring import approvals
from vejviser.cli.commands import Command
from vejviser.cli.dates import build_date
from vejviser.cli.paths import relative_to_root
from vejviser.cli.words import say


@click.command(cls=Command)
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option("--by", metavar="ROLE", required=True)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]))
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), hidden=True)
@click.pass_obj
def approve(root: Path, paths: Sequence[str], by: str, on: date | None, today: date | None) -> None:
    """Write down that a role stands by the texts at some paths."""
    now = build_date(today)
    done = approvals.approve(
        root, [relative_to_root(root, path) for path in paths], by, build_date(on) if on else now, now
    )
    for text in done:
        click.echo(say("approved", path=text.path, role=by))
