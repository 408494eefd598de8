"""`vejviser status template|check|protect|correct`: what coordinators report, read, explained, and protected."""

import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from random import SystemRandom

import click

from vejviser.base.files import write_tree
from vejviser.base.problems import Origin, Problem
from vejviser.cli.commands import Command
from vejviser.cli.dates import build_date
from vejviser.cli.language_choice import LanguageChoice
from vejviser.cli.output import print_problems
from vejviser.cli.words import say
from vejviser.content.languages import languages, main_language
from vejviser.content.load.portal import load_portal
from vejviser.content.model.portal import Portal
from vejviser.site.content_check import load_and_check
from vejviser.statistics import disclosure_control
from vejviser.statistics.disclosure_control import ProtectionResult
from vejviser.statistics.load_published import load_quarters
from vejviser.statistics.publication_history import ever_published_quarters
from vejviser.statistics.published_csv import status_csv
from vejviser.statistics.quarters import is_period, previous, regions_in
from vejviser.statistics.raw_report import RawFile, read_raw
from vejviser.statistics.report_template import csv_template, xlsx_template
from vejviser.statistics.types import Published, Record

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def _period(_context: click.Context, _option: click.Parameter, text: str) -> str:
    if not is_period(text):
        raise click.BadParameter(say("quarter"))
    return text


PERIOD = click.option("--period", required=True, callback=_period, metavar="2026-Q3")
TODAY = click.option("--today", type=click.DateTime(["%Y-%m-%d"]))


@click.command(cls=Command)
@PERIOD
@click.option("--lang", type=LanguageChoice(languages), default=main_language)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path())
@click.pass_obj
def template(root: Path, period: str, lang: str, out: Path) -> None:
    """Write the empty form of a quarter, as a workbook and as CSV."""
    portal = load_portal(root).portal
    names = {municipality.code: municipality.name for municipality in portal.municipalities}
    file = say("report-file", period=period)
    files = {f"{file}.csv": csv_template(names).encode()}
    if portal.report_form:
        files[f"{file}.xlsx"] = xlsx_template(period, names, portal.report_form, lang)
    write_tree(out, files)
    click.echo("\n".join(str(out / name) for name in files))


@click.command(cls=Command)
@click.argument("raw", type=FILE)
@PERIOD
@click.pass_obj
def check(root: Path, raw: Path, period: str) -> None:
    """Look through a report; nothing is written."""
    reading = _read(load_portal(root).portal, root, raw, period)
    print_problems(root, reading.problems)
    sys.exit(1 if any(problem.severity == "error" for problem in reading.problems) else 0)


@click.command(cls=Command)
@click.argument("raw", type=FILE)
@PERIOD
@TODAY
@click.pass_obj
def protect(root: Path, raw: Path, period: str, today: date | None) -> None:
    """Round the figures of a quarter, and write what may be shown."""
    _publish(root, raw, period, build_date(today))


@click.command(cls=Command)
@click.argument("raw", type=FILE)
@PERIOD
@TODAY
@click.pass_obj
def correct(root: Path, raw: Path, period: str, today: date | None) -> None:
    """Correct a quarter that is published."""
    _publish(root, raw, period, build_date(today), anew=True)


def _publish(root: Path, raw: Path, period: str, today: date, *, anew: bool = False) -> None:
    """Read a raw file, make what may be published of it, and write that; with an error, write nothing.

    `anew`: the quarter is published already, and is corrected.
    """
    checked = load_and_check(root, today)
    portal = checked.portal
    broken = [error for error in checked.errors if error.path.startswith("data/status/")]
    reading = _read(portal, root, raw, period)
    if broken or portal.policy is None or any(problem.severity == "error" for problem in reading.problems):
        print_problems(root, [*reading.problems, *broken])
        sys.exit(1)
    make: Callable[..., ProtectionResult]
    make = disclosure_control.correct if anew else partial(disclosure_control.protect, policy=portal.policy)
    result = make(
        reading.rows,
        period=period,
        regions=regions_in(portal.municipalities, period),
        record=Record(load_quarters(portal).published, ever_published_quarters(root)),
        today=today,
        chance=SystemRandom(),
        path=raw.name,
    )
    print_problems(root, [*reading.problems, *result.problems])
    if result.published is None:
        sys.exit(1)
    path = f"data/status/{period}.csv"
    write_tree(root, {path: status_csv(result.published).encode()})
    click.echo(f"{path}\n{_summary(result.published)}")


def _read(portal: Portal, root: Path, raw: Path, period: str) -> RawFile:
    """Read a raw file; one that lies in the project is refused, for it could be committed by accident."""
    if raw.resolve().is_relative_to(root.resolve()):
        return RawFile((), (_inside(raw),))
    before = next((item for item in portal.status if item.period == previous(period)), None)
    names = {municipality.code: municipality.name for municipality in portal.municipalities}
    return read_raw(raw.read_bytes(), path=raw.name, period=period, municipalities=names, previous=before)


def _inside(raw: Path) -> Problem:
    return Origin(raw.name).error("status-raw-inside", found=raw.name)


def _summary(published: Published) -> str:
    status = published.status
    figures = sum(cell is not None for row in status.rows for cell in row.cells.values())
    return say("figures", figures=figures, places=len(status.rows), base=status.base, version=status.version)
