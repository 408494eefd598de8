"""`vejviser status pages`: from quarterly figures to status pages."""

import sys
from datetime import date
from pathlib import Path

import click

from vejviser.base.files import outdated, remove_unlisted, write_tree
from vejviser.base.problems import ContentError
from vejviser.cli.commands import Command
from vejviser.cli.dates import build_date
from vejviser.cli.output import print_problems
from vejviser.cli.paths import emptied_pages
from vejviser.cli.words import say
from vejviser.content.model.portal import Portal
from vejviser.pages.statistics import pages as status_pages_of
from vejviser.site.content_check import load_and_check, raise_on_errors

OUT = Path("build") / "status"


@click.command(cls=Command)
@click.option("--only", metavar="CODE")
@click.option("--check", "only_check", is_flag=True)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=OUT, show_default=True)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]))
@click.pass_obj
def pages(root: Path, only: str | None, only_check: bool, out: Path, today: date | None) -> None:
    """Write the status pages as Markdown: all of them, or those of one place."""
    folder = root / out if only_check else emptied_pages(root, out, "--out")
    try:
        files = page_files(raise_on_errors(load_and_check(root, build_date(today))), build_date(today), only)
    except ContentError as error:
        print_problems(root, error.problems)
        sys.exit(1)
    if not files:
        raise click.BadParameter(say("no-place-code", found=only), param_hint="--only")
    if only_check:
        old = outdated(folder, files)
        click.echo("\n".join([*old, say("status-pages-old", old=len(old), all=len(files))]))
        sys.exit(1 if old else 0)
    changed = write_tree(folder, files)
    gone = [] if only else remove_unlisted(folder, files, "**/*.md")
    same = len(files) - changed
    click.echo(say("status-pages", written=changed, same=same, removed=len(gone), place=out))


def page_files(portal: Portal, today: date, only: str | None) -> dict[str, bytes]:
    """Return the status pages as Markdown files by their path: "en/places/sampleton/status.md"."""
    return {f"{page.language}/{page.uri}": page.markdown.encode() for page in status_pages_of(portal, today, only)}
