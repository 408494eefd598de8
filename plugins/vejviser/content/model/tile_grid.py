"""The tile map: a square for each municipality."""

from vejviser.content.model.base import Text
from vejviser.content.model.place_code import PlaceCode
from vejviser.content.model.value import Model

TILES = "data/map/tiles.csv"


class Tile(Model):
    """Where a municipality's square lies, counted from the upper left corner, and the few letters in it."""

    code: PlaceCode
    column: int
    row: int
    label: Text
    line: int
    """The line of the file, so that rules can name it."""
