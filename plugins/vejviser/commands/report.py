"""`vejviser status template|check|protect`: what coordinators report, read, explained, and protected."""

import sys
from datetime import date
from pathlib import Path

import click

from vejviser.build import day, gather
from vejviser.commands.telling import tell
from vejviser.load.portal import load_portal
from vejviser.model.portal import Portal
from vejviser.problems import Origin, Problem
from vejviser.status.disclosure import protect as protected
from vejviser.status.loss import Loss
from vejviser.status.published import status_csv, totals_csv
from vejviser.status.quarters import is_period, previous, regions_in
from vejviser.status.rawfile import RawFile, read_raw
from vejviser.status.reading import TOTALS, quarters
from vejviser.status.template import csv_template, xlsx_template
from vejviser.write import write_tree

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def _period(_context: click.Context, _option: click.Parameter, text: str) -> str:
    if not is_period(text):
        raise click.BadParameter("Skriv kvartalet som 2026-Q3.")
    return text


PERIOD = click.option("--period", required=True, callback=_period, metavar="2026-Q3", help="Kvartalet.")


@click.command()
@PERIOD
@click.option("--lang", type=click.Choice(["da", "en"]), default="da", help="Skemaets sprog.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path(), help="Mappen.")
@click.pass_obj
def template(root: Path, period: str, lang: str, out: Path) -> None:
    """Skriv det tomme skema til et kvartal: som regneark (XLSX) og som CSV."""
    portal = load_portal(root).portal
    names = {it.code: it.name for it in portal.municipalities}
    files = {f"statustal-{period}.csv": csv_template(names).encode()}
    if portal.report_form:
        files[f"statustal-{period}.xlsx"] = xlsx_template(period, names, portal.report_form, lang)  # type: ignore[arg-type]
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
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Regn, som om det var denne dag.")
@click.pass_obj
def protect(root: Path, raw: Path, period: str, today: date | None) -> None:
    """Skjul små tal, og skriv det, der må vises, i data/status/. Den rå fil bliver kun læst."""
    checked = gather(root, day(today))
    portal = checked.portal
    reading = _read(portal, root, raw, period)
    if any(it.severity == "error" for it in reading.problems) or portal.policy is None:
        tell(root, [*reading.problems, *(it for it in checked.errors if it.path.startswith("data/status/"))])
        sys.exit(1)
    result = protected(
        reading.rows,
        period=period,
        regions=regions_in(portal.municipalities, period),
        earlier=[it for it in quarters(portal).published if it.period < period],
        policy=portal.policy,
        path=raw.name,
    )
    tell(root, [*reading.problems, *result.problems])
    if result.published is None or result.loss is None:
        sys.exit(1)
    files = {
        f"data/status/{period}.csv": status_csv(result.published).encode(),
        TOTALS.format(period=period): totals_csv(result.published).encode(),
    }
    write_tree(root, files)
    click.echo("\n".join([*files, _told(result.loss)]))


def _read(portal: Portal, root: Path, raw: Path, period: str) -> RawFile:
    """Read a raw file; one that lies in the project is refused, for it could be committed by accident."""
    if raw.resolve().is_relative_to(root.resolve()):
        return RawFile((), (_inside(raw),))
    try:
        text = raw.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        return RawFile((), (Origin(raw.name).error("not-utf8", byte=error.start),))
    before = next((it for it in portal.status if it.period == previous(period)), None)
    names = {it.code: it.name for it in portal.municipalities}
    return read_raw(text, path=raw.name, period=period, municipalities=names, previous=before)


def _inside(raw: Path) -> Problem:
    return Origin(raw.name).error("status-raw-inside", found=raw.name)


def _told(loss: Loss) -> str:
    every = loss.all
    return (
        f"{every.reported} tal indberettet, {every.shown} vist; "
        f"{every.small} skjult som små, {every.along} skjult for deres skyld, {len(loss.sums)} summer holdt tilbage"
    )
