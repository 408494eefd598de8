"""Rules about the tile map: one square for each municipality, no two in one place or with the same letters."""

from collections.abc import Callable, Iterator

from vejviser.model.portal import Portal
from vejviser.model.tile import TILES, Tile
from vejviser.problems import Problem


def problems(portal: Portal) -> Iterator[Problem]:
    """Give tiles of nobody, tiles on top of each other, and municipalities the map has forgotten."""
    if not portal.tiles:
        return
    known = {it.code for it in portal.municipalities}
    for tile in portal.tiles:
        if tile.code not in known:
            yield _problem(tile.line, "tile-unknown", code=tile.code)
    yield from _twice(portal, "tile-code-twice", lambda it: it.code)
    yield from _twice(portal, "tile-place-twice", lambda it: f"{it.column},{it.row}")
    yield from _twice(portal, "tile-label-twice", lambda it: it.label)
    shown = {it.code for it in portal.tiles}
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
