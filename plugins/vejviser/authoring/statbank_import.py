"""Populations of a StatBank file into the municipalities' files."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vejviser.authoring.editing import edited
from vejviser.authoring.statbank import Area, StatBank, parse_statbank
from vejviser.authoring.yaml_edit.population import with_population
from vejviser.base.files import write_tree
from vejviser.base.problems import ContentError, Origin, Problem
from vejviser.base.tables import decoded
from vejviser.content.addresses import at
from vejviser.content.load.portal import load_portal
from vejviser.content.load.validate import validate
from vejviser.content.load.yaml import parse_yaml
from vejviser.content.model.municipality import Municipality


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What came of an import: the files that changed, how many municipalities were found, and what to know."""

    period: str
    found: int
    changed: tuple[str, ...]
    problems: tuple[Problem, ...]


def import_statbank(root: Path, content: bytes, name: str) -> ImportResult:
    """Write the populations of a StatBank file into the municipalities' files.

    Raises ContentError, before anything is written, when the file or one of ours cannot be read.
    """
    try:
        read, problems = parse_statbank(decoded(content), name)
    except UnicodeDecodeError as error:
        raise ContentError([Origin(name).error("not-utf8", byte=error.start, found="…")]) from error
    loaded = load_portal(root)
    ours = tuple(problem for problem in loaded.problems if problem.path.startswith(at("data/<places>/")))
    if problems or ours:
        raise ContentError((*problems, *ours))
    municipalities = loaded.portal.municipalities
    by_name = {municipality.name.casefold(): municipality for municipality in municipalities}
    pairs = [(by_name[key.casefold()], area) for key, area in read.areas.items() if key.casefold() in by_name]
    if not pairs:
        raise ContentError([Problem(name, 1, 1, "error", "statbank-no-municipality")])
    files = {pair.origin.path: _with_population(root, pair, area) for pair, area in pairs if not _is_older(pair, area)}
    changed = tuple(sorted(path for path, text in files.items() if text != (root / path).read_bytes()))
    write_tree(root, {path: files[path] for path in changed})
    older = (
        pair.origin.warning("statbank-older", "population", period=read.period)
        for pair, area in pairs
        if _is_older(pair, area)
    )
    return ImportResult(read.period, len(pairs), changed, (*_notes(read, by_name, name), *older))


def _is_older(municipality: Municipality, area: Area) -> bool:
    return municipality.population is not None and area.period < municipality.population.period


def _with_population(root: Path, municipality: Municipality, area: Area) -> bytes:
    """Return the file with the new number, after making sure that only the number is another. Raises ContentError."""
    path = municipality.origin.path
    new = edited(root, path, lambda before: with_population(before, municipality, area.count, area.period))
    parsed = parse_yaml(new.decode("utf-8-sig"), path)
    again, problems = validate(Municipality, parsed.data, parsed.origin)
    expected = municipality.model_dump(exclude={"population"})
    population = again and again.population
    right = population and (population.value, population.period) == (area.count, area.period)
    if problems or again is None or not right or again.model_dump(exclude={"population"}) != expected:
        raise ContentError([municipality.origin.error("population-not-edited", "population")])
    return new


def _notes(read: StatBank, by_name: dict[str, Municipality], name: str) -> Iterator[Problem]:
    """Yield the rows of no known municipality, and the municipalities the file says nothing of."""
    for key, area in read.areas.items():
        if key.casefold() not in by_name and not area.above:
            yield Problem(name, area.line, 1, "warning", "statbank-unknown-area", (("name", key),))
    named = {key.casefold() for key in read.areas}
    for key, municipality in by_name.items():
        if key not in named:
            yield municipality.origin.warning("statbank-missing", "name", name=municipality.name, file=name)
