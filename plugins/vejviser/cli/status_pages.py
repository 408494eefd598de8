"""`vejviser status pages`: from quarterly figures to status pages."""

import sys
from datetime import date
from pathlib import Path

import click

from vejviser.base.files import outdated, remove_unlisted, write_tree
from vejviser.base.problems import ContentError
from vejviser.cli.dates import build_date
from vejviser.cli.output import print_problems
from vejviser.cli.paths import emptied_pages
from vejviser.content.model.portal import Portal
from vejviser.pages.statistics import pages as status_pages_of
from vejviser.site.content_check import load_and_check, raise_on_errors

OUT = Path("build") / "status"


@click.command()
@click.option("--only", metavar="KODE", help="Kun én kommune, fx 0461.")
@click.option("--check", "only_check", is_flag=True, help="Skriv intet; sig, om siderne passer til tallene.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=OUT, show_default=True, help="Mappen.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Regn, som om det var denne dag.")
@click.pass_obj
def pages(root: Path, only: str | None, only_check: bool, out: Path, today: date | None) -> None:
    """Lav statussiderne som Markdown: alle, eller én kommunes. Er der fejl i tallene, skrives intet."""
    folder = root / out if only_check else emptied_pages(root, out, "--out")
    try:
        files = page_files(raise_on_errors(load_and_check(root, build_date(today))), build_date(today), only)
    except ContentError as error:
        print_problems(root, error.problems)
        sys.exit(1)
    if not files:
        raise click.BadParameter(f"{only} er ikke en kommunekode.", param_hint="--only")
    if only_check:
        old = outdated(folder, files)
        click.echo("\n".join([*old, f"{len(old)} af {len(files)} sider passer ikke til tallene."]))
        sys.exit(1 if old else 0)
    changed = write_tree(folder, files)
    gone = [] if only else remove_unlisted(folder, files, "**/*.md")
    click.echo(f"{changed} sider skrevet, {len(files) - changed} uændrede, {len(gone)} fjernet i {out}")


def page_files(portal: Portal, today: date, only: str | None) -> dict[str, bytes]:
    """Return the status pages as Markdown files by their path: "da/kommuner/odense/status.md"."""
    return {f"{page.language}/{page.uri}": page.markdown.encode() for page in status_pages_of(portal, today, only)}
