"""`vejviser addresses`: where the pages of files stand."""

from collections.abc import Sequence
from pathlib import Path

import click

from vejviser.cli.commands import Command
from vejviser.cli.paths import relative_to_root


@click.command(cls=Command)
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option("--site", type=click.Path(file_okay=False, path_type=Path), default=Path("site"))
@click.option("--base", metavar="URL")
@click.pass_obj
def addresses(root: Path, paths: Sequence[str], site: Path, base: str | None) -> None:
    """Show the addresses of the pages that files become."""
    from vejviser.content.load.interface_texts import site_url  # noqa: PLC0415 - slow, and help needs none of it
    from vejviser.site.changed_pages import pages_of  # noqa: PLC0415

    front = (base or site_url(root)).rstrip("/")
    for page in pages_of([relative_to_root(root, path) for path in paths], root / site):
        click.echo(f"{front}/{page}")
