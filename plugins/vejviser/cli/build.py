"""`vejviser build`: the whole portal, or its pages as Markdown."""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from time import monotonic

import click

from vejviser.base.engine import Engine, engine_of
from vejviser.base.problems import BrokenEnvironmentError, ContentError
from vejviser.cli.dates import build_date
from vejviser.cli.paths import emptied_pages, emptied_site
from vejviser.site.edition import Edition, edition_options, standing


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
    day = build_date(today)
    try:
        if pages:
            _write_pages(root, pages, day, demo=demo)
            return
        began, target = monotonic(), emptied_site(root, out)
        extra = _forms(root) if admin else {}
        known = standing(engine_of(root), target, root, *edition_options(day, demo=demo, extra=extra))
        if known is None:
            _build(root, target, out, day, demo=demo, extra=extra, verbose=verbose)
        else:
            problems, words = _told(engine_of(root), root, known)
            click.echo(problems, err=True)
            click.echo(words["built-same"].format(pages=known.pages, place=out, seconds=f"{monotonic() - began:.0f}"))
    except ContentError as error:
        from vejviser.cli.output import print_problems  # noqa: PLC0415

        print_problems(root, error.problems)
        sys.exit(1)
    except BrokenEnvironmentError as error:
        click.echo(str(error), err=True)
        sys.exit(2)


# What follows imports what it needs itself: a build that has nothing to do needs none of it, and is over at once.


def _write_pages(root: Path, pages: Path, day: date, *, demo: bool) -> None:
    from vejviser.site import markdown_export  # noqa: PLC0415

    written = markdown_export.write_pages(root, emptied_pages(root, pages), day, demo=demo)
    click.echo(f"{written} sider skrevet i {pages}")


def _forms(root: Path) -> dict[str, bytes]:
    from vejviser.authoring.forms import form_files  # noqa: PLC0415

    return form_files(root)


def _told(engine: Engine, root: Path, known: Edition) -> tuple[str, Mapping[str, str]]:
    """Return the warnings of an edition as they are printed, and the sentences of a build."""

    def texts() -> tuple[str, Mapping[str, str]]:
        from vejviser.cli.output import problems_text  # noqa: PLC0415
        from vejviser.content.languages import main_language  # noqa: PLC0415
        from vejviser.content.load.interface_texts import load_sentences  # noqa: PLC0415

        return problems_text(root, known.problems), load_sentences(root, main_language(), "build")

    return engine.result("said of an edition", known.inputs, texts)


def _build(
    root: Path, target: Path, out: Path, day: date, *, demo: bool, extra: Mapping[str, bytes], verbose: bool
) -> None:
    from vejviser.base.progress import Stages  # noqa: PLC0415
    from vejviser.cli.output import print_problems  # noqa: PLC0415
    from vejviser.cli.progress_bar import ProgressReporter  # noqa: PLC0415
    from vejviser.content.languages import main_language  # noqa: PLC0415
    from vejviser.content.load.interface_texts import load_sentences  # noqa: PLC0415
    from vejviser.site.pipeline import build_site  # noqa: PLC0415

    words = load_sentences(root, main_language(), "build")
    reporter = ProgressReporter(words)
    stages = Stages(reporter)
    done = build_site(root, target, day, demo=demo, extra=extra, stages=stages)
    reporter.close()
    print_problems(root, done.problems)
    if verbose:
        click.echo(reporter.profile(stages.seconds))
    said = words["built" if done.made else "built-same"]
    click.echo(said.format(pages=done.pages, made=done.made, place=out, seconds=f"{done.seconds:.0f}"))
