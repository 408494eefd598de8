"""`vejviser build`: the whole portal, or its pages as Markdown."""

import sys
from datetime import date
from pathlib import Path

import click

from vejviser.authoring.forms import form_files
from vejviser.base.problems import BrokenEnvironmentError, ContentError
from vejviser.base.progress import Stages
from vejviser.cli.dates import build_date
from vejviser.cli.output import print_problems
from vejviser.cli.paths import emptied_pages, emptied_site
from vejviser.cli.progress_bar import ProgressReporter
from vejviser.content.languages import MAIN_LANGUAGE
from vejviser.content.load.interface_texts import load_sentences
from vejviser.site import markdown_export
from vejviser.site.pipeline import build_site


@click.command()
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
            written = markdown_export.write_pages(root, folder, build_date(today), demo=demo)
            click.echo(f"{written} sider skrevet i {pages}")
            return
        extra = form_files(root) if admin else {}
        words = load_sentences(root, MAIN_LANGUAGE, "build")
        reporter = ProgressReporter(words)
        stages = Stages(reporter)
        done = build_site(root, emptied_site(root, out), build_date(today), demo=demo, extra=extra, stages=stages)
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
