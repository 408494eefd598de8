"""`data/map/tiles.csv` -> model."""

import csv
from collections.abc import Iterator
from pathlib import Path

from vejviser.base.problems import Problem
from vejviser.content.load.files import read_texts, saved_with_semicolons
from vejviser.content.model.place_code import is_place_code
from vejviser.content.model.tile_grid import TILES, Tile

HEADER = ["code", "col", "row", "label"]


def load_tiles(root: Path, problems: list[Problem]) -> tuple[Tile, ...]:
    """Read the layout of the tile map; every wrong line becomes a problem, and a site without the file has no map."""
    for file in read_texts(root, TILES, problems):
        if problem := saved_with_semicolons(file, HEADER):
            problems.append(problem)
            return ()
        return tuple(parse_tiles(file.text, problems))
    return ()


def parse_tiles(text: str, problems: list[Problem]) -> Iterator[Tile]:
    """Read the lines of the layout."""
    lines = list(csv.reader(text.splitlines()))
    if not lines or lines[0] != HEADER:
        problems.append(_problem(1, "tile-header", found=",".join(lines[0]) if lines else ""))
        return
    for number, cells in enumerate(lines[1:], 2):
        if (
            len(cells) == len(HEADER)
            and is_place_code(cells[0])
            and cells[1].isdecimal()
            and cells[2].isdecimal()
            and cells[3].strip()
        ):
            yield Tile(code=cells[0], column=int(cells[1]), row=int(cells[2]), label=cells[3], line=number)
        else:
            problems.append(_problem(number, "tile-line", found=",".join(cells)))


def _problem(line: int, rule: str, **values: str) -> Problem:
    return Problem(TILES, line, 1, "error", rule, tuple(values.items()))
