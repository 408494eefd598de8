"""The tile map: data/kommuner/*.yml (centres) -> data/map/tiles.csv, one tile a municipality.

    .venv/bin/python -m scripts.tile_map            write data/map/tiles.csv and print how good the layout is
    .venv/bin/python -m scripts.tile_map --measure  only measure the layout that is there, changed by hand or not

What `tile_layout` finds, with the moves that readers of the map asked for. Labels already in the file are kept.
"""

import argparse
import csv
import io
import math
from collections import Counter
from pathlib import Path

from scripts.tile_layout import Layout, Point, kilometres, laid_out, land, neighbours, sides, unit
from vejviser.base.files import write_if_changed
from vejviser.content.load.portal import load_portal

TILES = Path("data/map/tiles.csv")
BY_HAND: Layout = {
    # The south of Jutland, so that it lies beside Funen without touching it, with Fanø off Esbjerg.
    "0760": (0, 6), "0615": (3, 6), "0573": (1, 7), "0530": (2, 7), "0630": (3, 7), "0766": (4, 7), "0727": (5, 7),
    "0561": (1, 8), "0575": (2, 8), "0621": (3, 8), "0607": (4, 8), "0550": (2, 9), "0510": (3, 9), "0580": (3, 10),
    "0540": (4, 11), "0563": (0, 9),
    # Funen and the islands south of it.
    "0410": (5, 9), "0480": (6, 9), "0440": (7, 9), "0420": (5, 10), "0461": (6, 10), "0450": (7, 10), "0430": (6, 11),
    "0479": (7, 11), "0492": (6, 13), "0482": (8, 12), "0360": (10, 13), "0376": (11, 13), "0400": (16, 12),
    # Kalundborg west of Holbæk; Gentofte on the coast.
    "0326": (8, 6), "0173": (13, 6), "0157": (14, 6),
}  # fmt: skip
"""What was moved after looking at the map. Applied last, so that the script still gives the file it is kept with."""
SHIFTED = {"sjaelland": 1}
"""Lands moved to the east by so many columns, to leave the Great Belt open."""


def by_hand(layout: Layout) -> Layout:
    """Apply the moves that a reader of the map asked for."""
    moved = {code: (column + SHIFTED.get(land(code), 0), row) for code, (column, row) in layout.items()}
    return moved | {code: cell for code, cell in BY_HAND.items() if code in layout}


def trimmed(layout: Layout) -> Layout:
    """Move the layout so that it begins in the first column and the first row."""
    left = min(column for column, _ in layout.values())
    top = min(row for _, row in layout.values())
    return {code: (column - left, row - top) for code, (column, row) in layout.items()}


def measured(layout: Layout, points: dict[str, Point]) -> dict[str, str]:
    """Return how well the layout keeps neighbours, directions, and lands apart."""
    edges = neighbours(points)
    steps = [(layout[two][0] - layout[one][0], layout[two][1] - layout[one][1]) for one, two in edges]
    touching = sum(max(abs(across), abs(down)) == 1 for across, down in steps)
    beside = sum(abs(across) + abs(down) == 1 for across, down in steps)
    angles = [
        math.degrees(math.acos(max(-1.0, min(1.0, (a * x + d * y) / math.hypot(a, d)))))
        for (a, d), (x, y) in zip(steps, (unit(points[one], points[two]) for one, two in edges), strict=True)
    ]
    used = {cell: code for code, cell in layout.items()}
    assert len(used) == len(layout), "two municipalities in one cell"  # noqa: S101
    bridges = sum(land(code) != land(used[side]) for cell, code in used.items() for side in sides(cell) if side in used)
    lands = Counter(land(code) for code in layout)
    return {
        "tiles": f"{len(layout)} in {' x '.join(str(1 + max(cell[axis] for cell in used)) for axis in (0, 1))}",
        "neighbours that touch": f"{touching} of {len(edges)} ({touching / len(edges):.0%})",
        "neighbours that share a side": f"{beside} of {len(edges)} ({beside / len(edges):.0%})",
        "direction within 45 degrees": f"{sum(angle <= 45 for angle in angles) / len(angles):.0%}",
        "median turn": f"{sorted(angles)[len(angles) // 2]:.0f} degrees",
        "sides shared by two lands": str(bridges // 2),
        "lands": ", ".join(f"{name} {count}" for name, count in sorted(lands.items())),
    }


def drawn(layout: Layout, labels: dict[str, str]) -> str:
    """Draw the layout with letters, for the terminal."""
    used = {cell: labels[code] for code, cell in layout.items()}
    columns, rows = (1 + max(cell[axis] for cell in used) for axis in (0, 1))
    return "\n".join(" ".join(f"{used.get((column, row), '·'):^4}" for column in range(columns)) for row in range(rows))


def main() -> None:
    """Lay out, or measure."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--measure", action="store_true")
    only_measure = arguments.parse_args().measure
    municipalities = load_portal(Path()).portal.municipalities
    points = kilometres({municipality.code: municipality.centre for municipality in municipalities})
    names = {municipality.code: municipality.name for municipality in municipalities}
    known = list(csv.DictReader(io.StringIO(TILES.read_text()))) if TILES.is_file() else []
    labels = {code: name[:3] for code, name in names.items()} | {row["code"]: row["label"] for row in known}
    if only_measure:
        layout = {row["code"]: (int(row["col"]), int(row["row"])) for row in known}
    else:
        layout = by_hand(trimmed(laid_out(points)))
        lines = [f"{code},{column},{row},{labels[code]}\n" for code, (column, row) in sorted(layout.items())]
        write_if_changed(TILES, ("code,col,row,label\n" + "".join(lines)).encode())
    print(drawn(layout, labels))  # noqa: T201 - a command for the terminal
    for name, value in measured(layout, points).items():
        print(f"{name:>30}: {value}")  # noqa: T201


if __name__ == "__main__":
    main()
