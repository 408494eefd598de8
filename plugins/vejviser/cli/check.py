"""`vejviser check`: what is wrong with the content, or with a finished site."""

import sys
from datetime import date
from pathlib import Path

import click

from vejviser.authoring import id_registry
from vejviser.base.engine import engine_of
from vejviser.cli.dates import build_date
from vejviser.cli.language_choice import LanguageChoice
from vejviser.cli.output import format_problems, summary
from vejviser.content.languages import languages, main_language
from vejviser.content.load.interface_texts import load_messages
from vejviser.content.load.portal import load_portal
from vejviser.site.content_check import check_site, load_and_check

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option("--lang", type=LanguageChoice(languages), default=main_language, help="Beskedernes sprog.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="Svarets form.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Regn, som om det var denne dag.")
@click.option("--accept", is_flag=True, help="Husk tjeklisternes id'er, som de er nu, i data/checklists/ids.csv.")
@click.option(
    "--site", type=FOLDER, help="Se i stedet en færdig side igennem for CPR-numre, mailadresser og telefonnumre."
)
@click.pass_obj
def check(root: Path, lang: str, form: str, today: date | None, accept: bool, site: Path | None) -> None:
    """Se efter fejl i alt indhold. Alle fejl på én gang, med fil og linje."""
    day = build_date(today)
    with engine_of(root) as engine:
        if site:
            checked = check_site(load_portal(root, engine=engine).portal, site, day)
        else:
            checked = load_and_check(root, day, everywhere=True, engine=engine)
        if accept and id_registry.register_ids(root, checked):
            checked = load_and_check(root, day, engine=engine)
    messages = load_messages(root, lang)
    click.echo(format_problems(checked.problems, messages, form))
    if form == "text":
        click.echo(summary(checked.problems, messages), err=True)
    sys.exit(1 if checked.errors else 0)
