"""`vejviser build`: the whole portal, or its pages as Markdown."""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from time import monotonic

import click

from vejviser.base.engine import Engine, engine_of
from vejviser.base.fingerprints import cache_key
from vejviser.base.problems import ContentError
from vejviser.cli.commands import Command
from vejviser.cli.dates import build_date
from vejviser.cli.paths import emptied_pages, emptied_site
from vejviser.cli.words import language, say
from vejviser.content.load.plain_texts import plain_texts
from vejviser.site.edition import Edition, edition_options, standing


@click.command(cls=Command)
@click.option("--pages", type=click.Path(file_okay=False, path_type=Path))
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path("site"))
@click.option("--demo", is_flag=True)
@click.option("--preview", "draft", is_flag=True)
@click.option("--admin", is_flag=True)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]))
@click.option("--verbose", is_flag=True)
@click.pass_obj
def build(
    root: Path,
    *,
    pages: Path | None,
    out: Path,
    demo: bool,
    draft: bool,
    admin: bool,
    today: date | None,
    verbose: bool,
) -> None:
    """Build the whole portal, or write its pages as Markdown."""
    day = build_date(today)
    try:
        if pages:
            _write_pages(root, pages, day, demo=demo)
            return
        began, target = monotonic(), emptied_site(root, out)
        extra = _forms(root) if admin else {}
        known = standing(engine_of(root), target, root, *edition_options(day, demo=demo, draft=draft, extra=extra))
        if known is None:
            _build(root, target, out, day, demo=demo, draft=draft, extra=extra, verbose=verbose)
        else:
            click.echo(_told(engine_of(root), root, known), err=True)
            words = plain_texts(root, language(), "build")
            click.echo(words["built-same"].format(pages=known.pages, place=out, seconds=f"{monotonic() - began:.0f}"))
    except ContentError as error:
        from vejviser.cli.output import print_problems  # noqa: PLC0415

        print_problems(root, error.problems)
        sys.exit(1)


# What follows imports what it needs itself: a build that has nothing to do needs none of it, and is over at once.


def _write_pages(root: Path, pages: Path, day: date, *, demo: bool) -> None:
    from vejviser.site import markdown_export  # noqa: PLC0415

    written = markdown_export.write_pages(root, emptied_pages(root, pages), day, demo=demo)
    click.echo(say("pages-written", count=written, place=pages))


def _forms(root: Path) -> dict[str, bytes]:
    from vejviser.authoring.forms import form_files  # noqa: PLC0415

    return form_files(root)


def _told(engine: Engine, root: Path, known: Edition) -> str:
    """Return the warnings of an edition as they are printed."""

    def text() -> str:
        from vejviser.cli.output import problems_text  # noqa: PLC0415

        return problems_text(root, known.problems)

    return engine.result("said of an edition", cache_key(known.inputs, language()), text)


def _build(
    root: Path,
    target: Path,
    out: Path,
    day: date,
    *,
    demo: bool,
    draft: bool,
    extra: Mapping[str, bytes],
    verbose: bool,
) -> None:
    from vejviser.base.progress import Stages  # noqa: PLC0415
    from vejviser.cli.output import print_problems  # noqa: PLC0415
    from vejviser.cli.progress_bar import ProgressReporter  # noqa: PLC0415
    from vejviser.site.pipeline import build_site  # noqa: PLC0415

    words = plain_texts(root, language(), "build")
    reporter = ProgressReporter(words)
    stages = Stages(reporter)
    done = build_site(root, target, day, demo=demo, draft=draft, extra=extra, stages=stages)
    reporter.close()
    print_problems(root, done.problems)
    if verbose:
        click.echo(reporter.profile(stages.seconds))
    said = words["built" if done.made else "built-same"]
    click.echo(said.format(pages=done.pages, made=done.made, place=out, seconds=f"{done.seconds:.0f}"))
