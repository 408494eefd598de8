"""`vejviser lock-version`: this is the text that a version of a material stands for."""

from pathlib import Path

import click

from vejviser.authoring import version_lock


@click.command("lock-version")
@click.argument("materials", nargs=-1)
@click.pass_obj
def lock_version(root: Path, materials: tuple[str, ...]) -> None:
    """Gem i den nyeste version, at det er denne tekst, den gælder. Uden navne: alle materialer.

    Brug den, når du har hævet versionen og skrevet, hvad der er ændret, eller når du kun har rettet en stavefejl.
    """
    for name in version_lock.lock_versions(root, materials):
        click.echo(name)


seal = click.Command("seal", callback=lock_version.callback, params=lock_version.params, hidden=True)
"""The command's former name."""
