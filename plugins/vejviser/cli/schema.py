"""`vejviser schema`: what VS Code needs to help with the YAML files."""

import sys
from pathlib import Path

import click

from vejviser.authoring.schemas import stale_schemas, write_schemas


@click.command()
@click.option("--check", is_flag=True, help="Skriv intet; sig, om filerne passer til modellerne.")
@click.pass_obj
def schema(root: Path, check: bool) -> None:
    """Skriv skemaerne i schemas/ og indstillingerne til VS Code, så det kender nøglerne i YAML-filerne."""
    if not check:
        click.echo(f"{write_schemas(root)} filer skrevet")
        return
    stale = stale_schemas(root)
    for path in stale:
        click.echo(f"{path} passer ikke til modellerne. Kør: vejviser schema")
    sys.exit(1 if stale else 0)
