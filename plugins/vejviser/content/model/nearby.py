"""Which municipalities lie close to which."""

from math import asin, cos, hypot, radians, sin, sqrt

from vejviser.content.model.municipality import Municipality
from vejviser.content.model.portal import Portal

MOST = 4
FARTHEST = 60.0
"""Kilometres between two centres that nobody would call near any more."""
_EARTH = 6371.0


def nearby(portal: Portal, municipality: Municipality) -> list[Municipality]:
    """Return the municipalities whose centres lie nearest, the nearest first; none for an island far out."""
    centre = municipality.centre
    others = ((other.centre, other) for other in portal.municipalities if other.code != municipality.code)
    by_distance = sorted((kilometres(centre, there), other.code, other) for there, other in others if centre and there)
    return [item for distance, _, item in by_distance[:MOST] if distance <= FARTHEST]


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance over ground between two places, each given as longitude and latitude in degrees."""
    (x, y), (other_x, other_y) = (tuple(map(radians, place)) for place in (one, other))
    half = hypot(sin((other_y - y) / 2), sqrt(cos(y) * cos(other_y)) * sin((other_x - x) / 2))
    return 2 * _EARTH * asin(half)
