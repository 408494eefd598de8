"""The tile map: one square a municipality, as inline SVG. Pure: what is coloured how is an argument."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from vejviser.content.model.municipality import Municipality
from vejviser.pages.compose import Composer

SIDE = 40
"""A tile's width in the picture's own units; the picture grows and shrinks with the page."""
STEP = 43


@dataclass(frozen=True, slots=True)
class Value:
    """What a tile shows: its colour class ("c1"-"c7" kinds, "s1"-"s5" from little to much, "none"), mark and words."""

    colour: str
    mark: str
    text: Markup


@dataclass(frozen=True, slots=True)
class Legend:
    """A line of the legend; `mark` is what the tiles of that colour show, where they all show the same."""

    colour: str
    mark: str
    text: Markup
    count: int


@dataclass(frozen=True, slots=True)
class Colouring:
    """A way to colour the map: its key in the address, its title, its legend, and the value of each code."""

    key: str
    title: Markup
    legend: Sequence[Legend]
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Square:
    """A tile as the template shows it."""

    municipality: Municipality
    label: str
    x: int
    y: int
    column: int
    row: int
    values: tuple[tuple[str, Value], ...]


def tile_map(page: Composer, colourings: Sequence[Colouring], link: str = "{slug}/", key: str = "") -> Markup:
    """Return the map with its legends, coloured by the first of `colourings`; a script lets the reader choose another.

    `link` is the address of a municipality's page from the page the map stands on; `key` makes the ids of several maps
    on one page their own. No tiles, no map.
    """
    squares = _squares(page, colourings)
    if not squares:
        return Markup()
    width = max(square.x for square in squares) + SIDE
    height = max(square.y for square in squares) + SIDE
    return page.render(
        "tilemap.html.jinja",
        squares=squares,
        colourings=colourings,
        side=SIDE,
        box=f"-2 -2 {width + 4} {height + 4}",
        link=link,
        ids=f"kort-{key}" if key else "kort",
    )


def _squares(page: Composer, colourings: Sequence[Colouring]) -> list[Square]:
    """Return the tiles in reading order: row by row, as the tab key goes through them."""
    municipalities = {municipality.code: municipality for municipality in page.portal.municipalities}
    tiles = sorted(
        (tile for tile in page.portal.tiles if tile.code in municipalities), key=lambda tile: (tile.row, tile.column)
    )
    return [
        Square(
            municipalities[tile.code],
            tile.label,
            tile.column * STEP,
            tile.row * STEP,
            tile.column,
            tile.row,
            tuple((colouring.key, colouring.values[tile.code]) for colouring in colourings),
        )
        for tile in tiles
    ]


def short_marks(names: Sequence[str]) -> dict[str, str]:
    """Return each name its shortest beginning that no other name has: Sjælland Sj, Syddanmark Sy, Nordjylland N."""
    marks = {}
    for name in names:
        others = [item for item in names if item != name]
        length = next((n for n in range(1, 4) if not any(other[:n] == name[:n] for other in others)), 3)
        marks[name] = name[:length]
    return marks
