"""The layout of the tile map: centres of municipalities -> cells of a grid, without input or output.

First a linear assignment of stretched centres to the cells, then annealing with a fixed seed that mends neighbours and
directions. The same centres always give the same layout.
"""

import math
import random
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy.optimize import linear_sum_assignment

COLUMNS, ROWS = 18, 14
SEED, MOVES = 2026, 800_000
HOT, COLD = 6.0, 0.02
TOO_FAR = 2.5
"""How many times its nearest neighbour's distance another centre may be away and still be a neighbour."""
KM_PER_DEGREE = 111.2
Point = tuple[float, float]
Cell = tuple[int, int]
Layout = dict[str, Cell]

ISLANDS = {
    "0400": "bornholm",
    "0482": "langeland",
    "0492": "aeroe",
    "0563": "fanoe",
    "0741": "samsoe",
    "0825": "laesoe",
    "0360": "lolland-falster",
    "0376": "lolland-falster",
}
"""Municipalities that are islands of their own; the rest follow from their codes."""
HOME: Layout = {"0400": (17, 12), "0825": (7, 1), "0741": (7, 6), "0563": (0, 9)}
"""Where people look for the islands that lie far out. Kept fixed."""


def laid_out(points: dict[str, Point]) -> Layout:
    """Return the layout of municipalities whose centres, in kilometres, are `points`."""
    wanted = stretched(points)
    return Annealing(assigned(wanted), wanted, points, neighbours(points) + moored(points)).run()


def land(code: str) -> str:
    """Return the land a municipality lies on: tiles of two lands never share a side."""
    if code in ISLANDS:
        return ISLANDS[code]
    return "sjaelland" if code < "0400" else "fyn" if code < "0500" else "jylland"


def kilometres(centres: dict[str, Point]) -> dict[str, Point]:
    """Return the centres in kilometres, x to the east and y to the south."""
    middle = math.cos(math.radians(56))
    return {code: (lon * middle * KM_PER_DEGREE, -lat * KM_PER_DEGREE) for code, (lon, lat) in centres.items()}


def neighbours(points: dict[str, Point]) -> list[tuple[str, str]]:
    """Return the pairs on one land with no third centre between them (the Gabriel graph)."""
    nearest = {
        code: min(math.dist(points[code], points[point]) for point in points if point != code) for code in points
    }
    return [
        (one, other)
        for one, other in combinations(sorted(points), 2)
        if land(one) == land(other)
        and math.dist(points[one], points[other]) <= TOO_FAR * min(nearest[one], nearest[other])
        and not _between(one, other, points)
    ]


def _between(one: str, other: str, points: dict[str, Point]) -> bool:
    middle = (points[one][0] + points[other][0]) / 2, (points[one][1] + points[other][1]) / 2
    radius = math.dist(points[one], middle) - 1e-9
    return any(math.dist(points[point], middle) < radius for point in points if point not in (one, other))


def moored(points: dict[str, Point]) -> list[tuple[str, str]]:
    """Return the pairs that hold a small island, and each great one, near the two nearest centres of other lands."""
    pairs = set()
    for island in ("0482", "0492", "0360", "0376"):
        others = sorted(
            (math.dist(points[island], points[point]), point) for point in points if land(point) != land(island)
        )
        pairs |= {(min(island, other), max(island, other)) for _, other in others[:2]}
    return sorted(pairs)


def stretched(points: dict[str, Point], rounds: int = 400) -> dict[str, Point]:
    """Return the centres in grid units, pushed apart until the crowded ones have a cell's room each."""
    codes = sorted(points)
    place = np.array([points[code] for code in codes])
    place = (place - place.min(axis=0)) / 21.0
    lands = np.array([land(code) for code in codes])
    room = np.where(lands[:, None] == lands[None, :], 1.0, 1.6)
    home = place.copy()
    for _ in range(rounds):
        apart = place[:, None, :] - place[None, :, :]
        distance = np.hypot(apart[..., 0], apart[..., 1]) + np.eye(len(codes))
        push = np.clip(room - distance, 0, None) / distance
        np.fill_diagonal(push, 0)
        place = place + 0.25 * (push[..., None] * apart).sum(axis=1) + 0.01 * (home - place)
    place -= place.min(axis=0)
    place *= np.minimum(1.0, np.array([COLUMNS - 1, ROWS - 1]) / place.max(axis=0))
    return {code: (float(x), float(y)) for code, (x, y) in zip(codes, place, strict=True)}


def assigned(wanted: dict[str, Point]) -> Layout:
    """Return every municipality a cell of its own, all together as near as can be to where they want to be."""
    cells = [(column, row) for row in range(ROWS) for column in range(COLUMNS) if (column, row) not in HOME.values()]
    codes = [code for code in sorted(wanted) if code not in HOME]
    cost = np.array([[math.dist(wanted[code], cell) ** 2 for cell in cells] for code in codes])
    chosen = linear_sum_assignment(cost)[1]
    return HOME | {code: cells[index] for code, index in zip(codes, chosen, strict=True)}


@dataclass
class Annealing:
    """Moves tiles about while that makes neighbours nearer and directions truer."""

    layout: Layout
    wanted: dict[str, Point]
    points: dict[str, Point]
    edges: list[tuple[str, str]]

    def __post_init__(self) -> None:
        self.at: dict[Cell, str] = {cell: code for code, cell in self.layout.items()}
        self.direction = {pair: unit(self.points[pair[0]], self.points[pair[1]]) for pair in self.edges}
        self.of: dict[str, list[tuple[str, str]]] = {code: [] for code in self.layout}
        for pair in self.edges:
            for code in pair:
                self.of[code].append(pair)

    def run(self) -> Layout:
        """Return the best layout found; the same for the same input."""
        chance = random.Random(SEED)  # noqa: S311 - a repeatable drawing, no secret
        free = [code for code in sorted(self.layout) if code not in HOME]
        energy = best = 0.0
        kept = dict(self.layout)
        for step in range(MOVES):
            heat = HOT * (COLD / HOT) ** (step / MOVES)
            code = chance.choice(free)
            target = self._target(code, chance)
            if target is None or self.at.get(target) in HOME:
                continue
            change = self._move(code, target)
            if change > 0 and chance.random() >= math.exp(-change / heat):
                self._swap(code, self.came_from)
                continue
            energy += change
            if energy < best - 1e-9:
                best, kept = energy, dict(self.layout)
        return kept

    def _target(self, code: str, chance: random.Random) -> Cell | None:
        column, row = self.layout[code]
        if self.of[code] and chance.random() < 0.5:
            one, other = chance.choice(self.of[code])
            column, row = self.layout[other if one == code else one]
        cell = (column + chance.randint(-1, 1), row + chance.randint(-1, 1))
        inside = 0 <= cell[0] < COLUMNS and 0 <= cell[1] < ROWS
        return cell if inside and cell != self.layout[code] else None

    def _move(self, code: str, target: Cell) -> float:
        self.came_from = self.layout[code]
        around = {item for cell in (self.came_from, target) for item in _around(cell)}
        codes = {code} | ({self.at[target]} if target in self.at else set())
        before = self._local(codes, around)
        self._swap(code, target)
        return self._local(codes, around) - before

    def _swap(self, code: str, target: Cell) -> None:
        origin = self.layout[code]
        other = self.at.get(target)
        self.layout[code] = target
        self.at[target] = code
        if other is None:
            del self.at[origin]
        else:
            self.layout[other] = origin
            self.at[origin] = other

    def _local(self, codes: set[str], cells: set[Cell]) -> float:
        edges = {pair for code in codes for pair in self.of[code]}
        return (
            sum(self._edge(pair) for pair in sorted(edges))
            + sum(0.12 * math.dist(self.layout[code], self.wanted[code]) ** 2 for code in sorted(codes))
            + sum(self._sea(cell) for cell in sorted(cells))
        )

    def _edge(self, pair: tuple[str, str]) -> float:
        one, other = (self.layout[code] for code in pair)
        across, down = other[0] - one[0], other[1] - one[1]
        far = max(abs(across), abs(down)) - 1
        length = math.hypot(across, down)
        x, y = self.direction[pair]
        turned = 1 - (across * x + down * y) / length
        return 2.2 * far * far + 1.2 * far + 0.35 * (length > 1.2) + 2.4 * turned + 2.0 * max(0.0, turned - 0.6)

    def _sea(self, cell: Cell) -> float:
        beside = [self.at[side] for side in sides(cell) if side in self.at]
        here = self.at.get(cell)
        if here is None:
            return 1.2 * (len({land(item) for item in beside}) == 1 and len(beside) > 2)
        return sum(4.0 for item in beside if land(item) != land(here)) + 1.5 * (not beside and land(here) not in _ALONE)


_ALONE = {"bornholm", "langeland", "aeroe", "fanoe", "samsoe", "laesoe"}


def sides(cell: Cell) -> list[Cell]:
    """Return the four cells that share a side with `cell`."""
    column, row = cell
    return [(column - 1, row), (column + 1, row), (column, row - 1), (column, row + 1)]


def _around(cell: Cell) -> list[Cell]:
    return [(cell[0] + across, cell[1] + down) for across in (-1, 0, 1) for down in (-1, 0, 1)]


def unit(start: Point, end: Point) -> Point:
    """Return the direction from `start` to `end`, one long."""
    length = math.dist(start, end)
    return (end[0] - start[0]) / length, (end[1] - start[1]) / length
