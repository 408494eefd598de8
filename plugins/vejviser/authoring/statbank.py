"""Statistics Denmark's table FOLK1A, as StatBank writes it -> inhabitants by area.

The file has semicolons and a header of upper-case variables; what a person has saved with Excel is read as well. Among
the rows stand the whole country, the regions and Christiansø, and there may be several quarters and, beside the totals,
sexes and ages.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vejviser.base.problems import Problem
from vejviser.base.tables import records

AREA, PERIOD, COUNT = "OMRÅDE", "TID", "INDHOLD"
_PERIOD = re.compile(r"\d{4}K[1-4]")
_TOTAL = re.compile(r"\bi alt\b", re.IGNORECASE)
_NOT_MUNICIPALITIES = re.compile(r"hele landet|region .*|landsdel .*|uden for .*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Area:
    """A row that counts: everybody in an area on the first day of a quarter."""

    name: str
    period: str
    count: int
    line: int

    @property
    def above(self) -> bool:
        """Return whether it is the country or a region: more than a municipality."""
        return _NOT_MUNICIPALITIES.fullmatch(self.name) is not None


@dataclass(frozen=True, slots=True)
class StatBank:
    """The newest quarter of a file."""

    period: str = ""
    areas: Mapping[str, Area] = field(default_factory=dict)


def parse_statbank(text: str, path: str) -> tuple[StatBank, tuple[Problem, ...]]:
    """Read FOLK1A; every mistake becomes a problem with its line and column, and then nothing can be used."""
    lines = [(number, [cell.strip() for cell in cells]) for number, cells in records(text)]
    header = lines[0][1] if lines else []
    missing = [name for name in (AREA, PERIOD, COUNT) if name not in header]
    if missing:
        return StatBank(), (_problem(path, 1, 1, "statbank-header", missing=", ".join(missing)),)
    problems: list[Problem] = []
    areas = list(_areas(header, lines[1:], path, problems))
    if not areas and not problems:
        problems.append(_problem(path, 1, 1, "statbank-no-totals"))
    period = max((area.period for area in areas), default="")
    newest: dict[str, Area] = {}
    for area in (item for item in areas if item.period == period):
        if area.name in newest:
            problems.append(_problem(path, area.line, 1, "statbank-twice", name=area.name, period=period))
        newest[area.name] = area
    return (StatBank(), tuple(problems)) if problems else (StatBank(period, newest), ())


def _areas(
    header: Sequence[str], lines: Sequence[tuple[int, list[str]]], path: str, problems: list[Problem]
) -> Iterator[Area]:
    place = {name: header.index(name) for name in (AREA, PERIOD, COUNT)}
    others = [index for index in range(len(header)) if index not in place.values()]
    for number, cells in lines:
        wrong = _wrong(header, cells, place)
        if wrong:
            rule, index, found = wrong
            problems.append(_problem(path, number, _column(cells, index), rule, found=found, expected=len(header)))
        elif all(_TOTAL.search(cells[index]) for index in others):
            yield Area(cells[place[AREA]], cells[place[PERIOD]], int(cells[place[COUNT]]), number)


def _wrong(header: Sequence[str], cells: Sequence[str], place: Mapping[str, int]) -> tuple[str, int, str] | None:
    """Return the rule a row breaks, the cell, and what was found there."""
    if len(cells) != len(header):
        return "statbank-columns", 0, str(len(cells))
    if not _PERIOD.fullmatch(cells[place[PERIOD]]):
        return "statbank-period", place[PERIOD], cells[place[PERIOD]]
    if not cells[place[COUNT]].isdecimal():
        return "statbank-number", place[COUNT], cells[place[COUNT]]
    return None


def _column(cells: Sequence[str], index: int) -> int:
    return 1 + sum(len(cell) + 1 for cell in cells[:index])


def _problem(path: str, line: int, column: int, rule: str, **values: object) -> Problem:
    return Problem(path, line, column, "error", rule, tuple((name, str(value)) for name, value in values.items()))
