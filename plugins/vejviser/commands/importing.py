"""`vejviser import`: numbers from others into the content."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from vejviser.commands.telling import tell
from vejviser.load.population import with_population
from vejviser.load.portal import load_portal
from vejviser.load.statbank import Area, StatBank, decode, parse_statbank
from vejviser.load.validate import validate
from vejviser.load.yaml import parse_yaml
from vejviser.model.municipality import Municipality
from vejviser.problems import ContentError, Problem
from vejviser.write import write_tree


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import: the files that changed, how many municipalities were found, and what to know."""

    period: str
    found: int
    changed: tuple[str, ...]
    problems: tuple[Problem, ...]


@click.group("import")
def importing() -> None:
    """Hent tal ind i indholdet fra andres filer."""


@importing.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def statbank(root: Path, file: Path) -> None:
    """Ret kommunernes folketal efter en CSV-fil fra Statistikbankens tabel FOLK1A.

    Kun folketallet bliver rettet. Alt andet i kommunernes filer står, som det stod.
    """
    try:
        done = import_statbank(root, file.read_bytes(), file.name)
    except ContentError as error:
        tell(root, error.problems)
        sys.exit(1)
    for path in done.changed:
        click.echo(path)
    click.echo(f"{done.period}: {done.found} kommuner fundet, {len(done.changed)} filer rettet")
    tell(root, done.problems)


def import_statbank(root: Path, content: bytes, name: str) -> Imported:
    """Write the populations of a StatBank file into the municipalities' files.

    Raises ContentError, before anything is written, when the file or one of ours cannot be read.
    """
    read, problems = parse_statbank(decode(content), name)
    loaded = load_portal(root)
    ours = tuple(it for it in loaded.problems if it.path.startswith("data/kommuner/"))
    if problems or ours:
        raise ContentError((*problems, *ours))
    municipalities = loaded.portal.municipalities
    by_name = {it.name.casefold(): it for it in municipalities}
    pairs = [(by_name[key.casefold()], area) for key, area in read.areas.items() if key.casefold() in by_name]
    if not pairs:
        raise ContentError([Problem(name, 1, 1, "error", "statbank-no-municipality")])
    files = {it.origin.path: _edited(root, it, area) for it, area in pairs if not _older(it, area)}
    changed = tuple(sorted(path for path, text in files.items() if text != (root / path).read_bytes()))
    write_tree(root, {path: files[path] for path in changed})
    older = (
        it.origin.warning("statbank-older", "population", period=read.period) for it, area in pairs if _older(it, area)
    )
    return Imported(read.period, len(pairs), changed, (*_notes(read, by_name, name), *older))


def _older(municipality: Municipality, area: Area) -> bool:
    return municipality.population is not None and area.period < municipality.population.period


def _edited(root: Path, municipality: Municipality, area: Area) -> bytes:
    """Give the file with the new number, after making sure that only the number is another."""
    path = municipality.origin.path
    text = with_population((root / path).read_bytes().decode(), municipality, area.count, area.period)
    parsed = parse_yaml(text, path)
    again, problems = validate(Municipality, parsed.data, parsed.origin)
    expected = municipality.model_dump(exclude={"population"})
    population = again and again.population
    right = population and (population.value, population.period) == (area.count, area.period)
    if problems or again is None or not right or again.model_dump(exclude={"population"}) != expected:
        raise ContentError([municipality.origin.error("population-not-edited", "population")])
    return text.encode()


def _notes(read: StatBank, by_name: dict[str, Municipality], name: str) -> Iterator[Problem]:
    """Give the rows nobody knows, and the municipalities the file says nothing of."""
    for key, area in read.areas.items():
        if key.casefold() not in by_name and not area.above:
            yield Problem(name, area.line, 1, "warning", "statbank-unknown-area", (("name", key),))
    named = {key.casefold() for key in read.areas}
    for key, municipality in by_name.items():
        if key not in named:
            yield municipality.origin.warning("statbank-missing", "name", name=municipality.name, file=name)
