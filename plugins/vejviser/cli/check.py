"""`vejviser check`: what is wrong with the content, or with a finished site."""

import sys
from datetime import date
from pathlib import Path

import click

from vejviser.authoring import id_registry
from vejviser.base.engine import engine_of
from vejviser.cli.commands import Command
from vejviser.cli.dates import build_date
from vejviser.cli.output import format_problems, summary
from vejviser.cli.words import language
from vejviser.content.load.interface_texts import load_messages
from vejviser.content.load.portal import load_portal
from vejviser.site.content_check import check_site, load_and_check

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command(cls=Command)
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]))
@click.option("--accept", is_flag=True)
@click.option("--finished", is_flag=True)
@click.option("--site", type=FOLDER)
@click.option("--changes", type=click.Path(exists=True, dir_okay=False, path_type=Path), envvar="VEJVISER_CHANGES")
@click.pass_obj
def check(
    root: Path,
    *,
    form: str,
    today: date | None,
    accept: bool,
    finished: bool,
    site: Path | None,
    changes: Path | None,
) -> None:
    """Tell what is wrong with the content, all at once, or with a finished site.

    The server's hook says what a push moves by the variable: a program that is older than this takes no notice of it.
    """
    day = build_date(today)
    moved = changes.read_bytes() if changes else None
    with engine_of(root) as engine:
        if site:
            checked = check_site(load_portal(root, engine=engine).portal, site, day)
        else:
            checked = load_and_check(root, day, everywhere=True, changes=moved, engine=engine)
        if accept and id_registry.register_ids(root, checked):
            checked = load_and_check(root, day, engine=engine)
    if finished:
        checked = checked.for_readers()
    messages = load_messages(root, language())
    click.echo(format_problems(checked.problems, messages, form))
    if form == "text":
        click.echo(summary(checked.problems, messages), err=True)
    sys.exit(1 if checked.errors else 0)
