"""`vejviser import`: numbers from others into the content."""

import sys
from pathlib import Path

import click

from vejviser.authoring.statbank_import import import_statbank
from vejviser.base.problems import ContentError
from vejviser.cli.output import print_problems


@click.group("import")
def importing() -> None:
    """Hent tal ind i indholdet fra andres filer."""


@importing.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def statbank(root: Path, file: Path) -> None:
    """Ret kommunernes folketal efter en CSV-fil fra Statistikbankens tabel FOLK1A.

    Kun folketallet bliver rettet. Alt andet i kommunernes filer står, som det stod.
    """
    try:
        done = import_statbank(root, file.read_bytes(), file.name)
    except ContentError as error:
        print_problems(root, error.problems)
        sys.exit(1)
    for path in done.changed:
        click.echo(path)
    click.echo(f"{done.period}: {done.found} kommuner fundet, {len(done.changed)} filer rettet")
    print_problems(root, done.problems)
