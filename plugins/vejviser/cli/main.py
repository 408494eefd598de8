"""`vejviser`: the one command-line program. Exit codes: 0 fine, 1 problems in the content, 2 wrong usage or machine."""

import gc
import sys
from datetime import date
from pathlib import Path

import click

from vejviser.authoring import id_registry, version_lock
from vejviser.authoring.forms import form_files
from vejviser.base.problems import BrokenEnvironmentError, ContentError
from vejviser.base.progress import Stages
from vejviser.cli import dates
from vejviser.cli.approve import approve
from vejviser.cli.guard import guard
from vejviser.cli.imports import importing
from vejviser.cli.new import new
from vejviser.cli.output import CommandGroup, format_problems, print_problems, summary
from vejviser.cli.paths import emptied_pages, emptied_site
from vejviser.cli.progress_bar import ProgressReporter
from vejviser.cli.publish import publish
from vejviser.cli.schema import schema
from vejviser.cli.serve import serve
from vejviser.cli.status_pages import status
from vejviser.cli.translate import translate
from vejviser.content.languages import LANGUAGES, MAIN_LANGUAGE
from vejviser.content.load.interface_texts import load_messages, load_sentences
from vejviser.content.load.portal import load_portal
from vejviser.site import content_check as building
from vejviser.site import markdown_export
from vejviser.site.pipeline import build_site

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


_GC_THRESHOLD = (200_000, 50, 50)
"""When Python looks for rubbish: seldom, for a portal is read once and kept until the command ends."""


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path(), hidden=True)
@click.version_option(package_name="vejviser")
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Vejviser laver portalen Venner Viser Vej af indholdet i docs/, data/ og materials/."""
    context.obj = root.resolve()
    gc.set_threshold(*_GC_THRESHOLD)


@main.command()
@click.option("--lang", type=click.Choice(LANGUAGES), default=MAIN_LANGUAGE, help="Beskedernes sprog.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="Svarets form.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Regn, som om det var denne dag.")
@click.option("--accept", is_flag=True, help="Husk tjeklisternes id'er, som de er nu, i data/checklists/ids.csv.")
@click.option(
    "--site", type=FOLDER, help="Se i stedet en færdig side igennem for CPR-numre, mailadresser og telefonnumre."
)
@click.pass_obj
def check(root: Path, lang: str, form: str, today: date | None, accept: bool, site: Path | None) -> None:
    """Se efter fejl i alt indhold. Alle fejl på én gang, med fil og linje."""
    day = dates.build_date(today)
    if site:
        checked = building.check_site(load_portal(root).portal, site, day)
    else:
        checked = building.load_and_check(root, day, everywhere=True)
    if accept and id_registry.register_ids(root, checked):
        checked = building.load_and_check(root, dates.build_date(today))
    messages = load_messages(root, lang)
    click.echo(format_problems(checked.problems, messages, form))
    if form == "text":
        click.echo(summary(checked.problems, messages), err=True)
    sys.exit(1 if checked.errors else 0)


@main.command()
@click.option(
    "--pages", type=click.Path(file_okay=False, path_type=Path), help="Skriv kun siderne, som Markdown, i denne mappe."
)
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), default=Path("site"), help="Hvor siden lægges."
)
@click.option("--demo", is_flag=True, help="Vis opdigtede tal for alle kommuner, tydeligt mærket.")
@click.option("--admin", is_flag=True, help="Læg formularer til redaktører på /admin/ (kræver make admin).")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Byg, som om det var denne dag.")
@click.option("--verbose", is_flag=True, help="Vis bagefter, hvor lang tid hvert trin tog.")
@click.pass_obj
def build(
    root: Path, *, pages: Path | None, out: Path, demo: bool, admin: bool, today: date | None, verbose: bool
) -> None:
    """Byg hele portalen i site/. Er der fejl, bliver den gamle side, som den var."""
    try:
        if pages:
            folder = emptied_pages(root, pages)
            written = markdown_export.write_pages(root, folder, dates.build_date(today), demo=demo)
            click.echo(f"{written} sider skrevet i {pages}")
            return
        extra = form_files(root) if admin else {}
        words = load_sentences(root, MAIN_LANGUAGE, "build")
        reporter = ProgressReporter(words)
        stages = Stages(reporter)
        done = build_site(root, emptied_site(root, out), dates.build_date(today), demo=demo, extra=extra, stages=stages)
        reporter.close()
        print_problems(root, done.problems)
        if verbose:
            click.echo(reporter.profile(stages.seconds))
        said = words["built" if done.made else "built-same"]
        click.echo(said.format(pages=done.pages, made=done.made, place=out, seconds=f"{done.seconds:.0f}"))
    except ContentError as error:
        print_problems(root, error.problems)
        sys.exit(1)
    except BrokenEnvironmentError as error:
        click.echo(str(error), err=True)
        sys.exit(2)


@main.command("lock-version")
@click.argument("materials", nargs=-1)
@click.pass_obj
def lock_version(root: Path, materials: tuple[str, ...]) -> None:
    """Gem i den nyeste version, at det er denne tekst, den gælder. Uden navne: alle materialer.

    Brug den, når du har hævet versionen og skrevet, hvad der er ændret, eller når du kun har rettet en stavefejl.
    """
    for name in version_lock.lock_versions(root, materials):
        click.echo(name)


main.add_command(
    click.Command("seal", callback=lock_version.callback, params=lock_version.params, hidden=True)
)  # as it was
main.add_command(approve)
main.add_command(importing)
main.add_command(publish)
main.add_command(serve)
main.add_command(status)
main.add_command(guard)
main.add_command(new)
main.add_command(schema)
main.add_command(translate)
