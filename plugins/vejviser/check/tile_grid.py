"""Rules about the tile map: one square for each municipality, no two in one place or with the same letters."""

from collections.abc import Callable, Iterator

from vejviser.base.problems import Problem
from vejviser.content.model.portal import Portal
from vejviser.content.model.tile_grid import TILES, Tile


def problems(portal: Portal) -> Iterator[Problem]:
    """Yield tiles of nobody, tiles on top of each other, and municipalities the map has forgotten."""
    if not portal.tiles:
        return
    known = {item.code for item in portal.municipalities}
    for tile in portal.tiles:
        if tile.code not in known:
            yield _problem(tile.line, "tile-unknown", code=tile.code)
    yield from _twice(portal, "tile-code-twice", lambda item: item.code)
    yield from _twice(portal, "tile-place-twice", lambda item: f"{item.column},{item.row}")
    yield from _twice(portal, "tile-label-twice", lambda item: item.label)
    shown = {item.code for item in portal.tiles}
    for municipality in portal.municipalities:
        if municipality.code not in shown:
            yield _problem(1, "tile-missing", code=municipality.code, name=municipality.name)


def _twice(portal: Portal, rule: str, key: Callable[[Tile], str]) -> Iterator[Problem]:
    first: dict[str, Tile] = {}
    for tile in portal.tiles:
        if key(tile) in first:
            yield _problem(tile.line, rule, found=key(tile), code=tile.code, first=str(first[key(tile)].line))
        first.setdefault(key(tile), tile)


def _problem(line: int, rule: str, **values: str) -> Problem:
    return Problem(TILES, line, 1, "error", rule, tuple(values.items()))
