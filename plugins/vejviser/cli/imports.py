"""`vejviser import`: numbers from others into the content."""

import sys
from pathlib import Path

import click

from vejviser.authoring.statbank_import import import_statbank
from vejviser.base.problems import ContentError
from vejviser.cli.commands import Group
from vejviser.cli.output import print_problems
from vejviser.cli.words import say


@click.group("import", cls=Group)
def importing() -> None:
    """Take figures of others into the content."""


@importing.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def statbank(root: Path, file: Path) -> None:
    """Correct the populations by a CSV file of the table FOLK1A in StatBank Denmark."""
    try:
        done = import_statbank(root, file.read_bytes(), file.name)
    except ContentError as error:
        print_problems(root, error.problems)
        sys.exit(1)
    for path in done.changed:
        click.echo(path)
    click.echo(say("populations", period=done.period, found=done.found, changed=len(done.changed)))
    print_problems(root, done.problems)
