"""`vejviser schema`: what VS Code needs to help with the YAML files."""

import sys
from pathlib import Path

import click

from vejviser.authoring.schemas import stale_schemas, write_schemas
from vejviser.cli.commands import Command
from vejviser.cli.words import say


@click.command(cls=Command)
@click.option("--check", is_flag=True)
@click.pass_obj
def schema(root: Path, check: bool) -> None:
    """Write what an editor's program needs to know the keys of the YAML files."""
    if not check:
        click.echo(say("files-written", count=write_schemas(root)))
        return
    stale = stale_schemas(root)
    for path in stale:
        click.echo(say("schema-outdated", path=path))
    sys.exit(1 if stale else 0)
