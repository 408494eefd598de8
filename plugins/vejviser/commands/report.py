"""`vejviser status template|check|protect|correct`: what coordinators report, read, explained, and protected."""

import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from random import SystemRandom

import click

from vejviser.build import day, gather
from vejviser.commands.telling import tell
from vejviser.content.languages import LANGUAGES, MAIN_LANGUAGE
from vejviser.load.portal import load_portal
from vejviser.load.published_quarters import ever_published
from vejviser.model.portal import Portal
from vejviser.problems import Origin, Problem
from vejviser.status import disclosure
from vejviser.status.disclosure import Protection
from vejviser.status.published import status_csv
from vejviser.status.quarters import is_period, previous, regions_in
from vejviser.status.rawfile import RawFile, read_raw
from vejviser.status.reading import quarters
from vejviser.status.template import csv_template, xlsx_template
from vejviser.status.values import Published, Record
from vejviser.write import write_tree

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def _period(_context: click.Context, _option: click.Parameter, text: str) -> str:
    if not is_period(text):
        raise click.BadParameter("Skriv kvartalet som 2026-Q3.")
    return text


PERIOD = click.option("--period", required=True, callback=_period, metavar="2026-Q3", help="Kvartalet.")
TODAY = click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Regn, som om det var denne dag.")


@click.command()
@PERIOD
@click.option("--lang", type=click.Choice(LANGUAGES), default=MAIN_LANGUAGE, help="Skemaets sprog.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path(), help="Mappen.")
@click.pass_obj
def template(root: Path, period: str, lang: str, out: Path) -> None:
    """Skriv det tomme skema til et kvartal: som regneark (XLSX) og som CSV."""
    portal = load_portal(root).portal
    names = {it.code: it.name for it in portal.municipalities}
    files = {f"statustal-{period}.csv": csv_template(names).encode()}
    if portal.report_form:
        files[f"statustal-{period}.xlsx"] = xlsx_template(period, names, portal.report_form, lang)
    write_tree(out, files)
    click.echo("\n".join(str(out / name) for name in files))


@click.command()
@click.argument("raw", type=FILE)
@PERIOD
@click.pass_obj
def check(root: Path, raw: Path, period: str) -> None:
    """Se en indberetning igennem: hvert forkert felt bliver forklaret. Intet skrives."""
    reading = _read(load_portal(root).portal, root, raw, period)
    tell(root, reading.problems)
    sys.exit(1 if any(it.severity == "error" for it in reading.problems) else 0)


@click.command()
@click.argument("raw", type=FILE)
@PERIOD
@TODAY
@click.pass_obj
def protect(root: Path, raw: Path, period: str, today: date | None) -> None:
    """Afrund tallene, og skriv det, der må vises, i data/status/. Den rå fil bliver kun læst."""
    _publish(root, raw, period, day(today))


@click.command()
@click.argument("raw", type=FILE)
@PERIOD
@TODAY
@click.pass_obj
def correct(root: Path, raw: Path, period: str, today: date | None) -> None:
    """Ret et kvartal, der er udgivet. Filen skal have alle kommuners rigtige tal, også dem, der ikke er ændret."""
    _publish(root, raw, period, day(today), anew=True)


def _publish(root: Path, raw: Path, period: str, today: date, *, anew: bool = False) -> None:
    """Read a raw file, make what may be published of it, and write that; with an error, write nothing.

    `anew`: the quarter is published already, and is corrected.
    """
    checked = gather(root, today)
    portal = checked.portal
    broken = [it for it in checked.errors if it.path.startswith("data/status/")]
    reading = _read(portal, root, raw, period)
    if broken or portal.policy is None or any(it.severity == "error" for it in reading.problems):
        tell(root, [*reading.problems, *broken])
        sys.exit(1)
    make: Callable[..., Protection]
    make = disclosure.correct if anew else partial(disclosure.protect, policy=portal.policy)
    result = make(
        reading.rows,
        period=period,
        regions=regions_in(portal.municipalities, period),
        record=Record(quarters(portal).published, ever_published(root)),
        today=today,
        chance=SystemRandom(),
        path=raw.name,
    )
    tell(root, [*reading.problems, *result.problems])
    if result.published is None:
        sys.exit(1)
    path = f"data/status/{period}.csv"
    write_tree(root, {path: status_csv(result.published).encode()})
    click.echo(f"{path}\n{_told(result.published)}")


def _read(portal: Portal, root: Path, raw: Path, period: str) -> RawFile:
    """Read a raw file; one that lies in the project is refused, for it could be committed by accident."""
    if raw.resolve().is_relative_to(root.resolve()):
        return RawFile((), (_inside(raw),))
    before = next((it for it in portal.status if it.period == previous(period)), None)
    names = {it.code: it.name for it in portal.municipalities}
    return read_raw(raw.read_bytes(), path=raw.name, period=period, municipalities=names, previous=before)


def _inside(raw: Path) -> Problem:
    return Origin(raw.name).error("status-raw-inside", found=raw.name)


def _told(published: Published) -> str:
    status = published.status
    figures = sum(cell is not None for row in status.rows for cell in row.cells.values())
    return f"{figures} tal fra {len(status.rows)} kommuner, afrundet til {status.base}. Udgave {status.version}."
