"""`vejviser lock-version`: this is the text that a version of a material stands for."""

from pathlib import Path

import click

from vejviser.authoring import version_lock
from vejviser.cli.commands import Command


@click.command("lock-version", cls=Command)
@click.argument("materials", nargs=-1)
@click.pass_obj
def lock_version(root: Path, materials: tuple[str, ...]) -> None:
    """Write down which text the newest version of a material stands for; without names, of all materials."""
    for name in version_lock.lock_versions(root, materials):
        click.echo(name)


seal = Command("seal", callback=lock_version.callback, params=lock_version.params, hidden=True)
"""The command's former name."""
