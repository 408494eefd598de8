"""Draw the rooms of the code, who imports whom, and the way of the data, from the code itself.

Writes .github/architecture.svg and the table in ARCHITECTURE.md. `--check` writes nothing and exits 1 when they are not
what the code says today.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from scripts.rooms import PACKAGE, Arrows, House, Stage, floors, needed, read

PICTURE = Path(".github/architecture.svg")
PAGE = Path("ARCHITECTURE.md")
BEGIN, END = "<!-- rooms: made by scripts/architecture.py -->", "<!-- end of rooms -->"


BOX, GAP, ROW, LEFT, TOP, LANE = 132, 22, 84, 40, 96, 350
_STYLE = """
  svg { color-scheme: light dark }
  .paper { fill: #fbfaf7 } .ink { fill: #1b2b28 } .soft { fill: #52625e }
  .room { fill: #ffffff; stroke: #1d6b5d; stroke-width: 1.5 } .stage { fill: #e3efec; stroke: none }
  .arrow { fill: none; stroke: #6d807b; stroke-width: 1.3; marker-end: url(#tip) }
  .way { fill: none; stroke: #b4530a; stroke-width: 2.5; marker-end: url(#point) }
  .tip { fill: #6d807b } .point { fill: #b4530a }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #14201e } .ink { fill: #eef4f2 } .soft { fill: #a9bab5 }
    .room { fill: #1d2d2a; stroke: #6fc3b1 } .stage { fill: #22413b }
    .arrow { stroke: #8fa39d } .tip { fill: #8fa39d } .way { stroke: #f0a35e } .point { fill: #f0a35e }
  }
"""


def picture(house: House) -> str:
    """Return the drawing: on the left the stages of a build, on the right the rooms with their arrows."""
    arrows, rows = needed(house.arrows), floors(house.arrows)
    places = _places(rows, arrows)
    width = LEFT + LANE + max(x for x, _ in places.values()) + BOX + LEFT
    height = max(TOP + len(rows) * ROW, TOP + len(house.stages) * 62) + 30
    total = sum(map(len, house.arrows.values()))
    title = f"The way of the data, and {len(places)} rooms with {total} arrows between them, all downwards"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-label="{title}" '
            'font-family="system-ui, sans-serif" font-size="14">',
            f"<title>{title}</title>",
            f"<style>{_STYLE}</style>",
            "<defs>",
            *(
                f'<marker id="{name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" '
                f'markerUnits="userSpaceOnUse" orient="auto"><path class="{name}" d="M0 0L8 4L0 8z"/></marker>'
                for name in ("tip", "point")
            ),
            "</defs>",
            f'<rect class="paper" width="{width}" height="{height}"/>',
            _text(LEFT, 40, "The way of the data", "ink", 'font-weight="600" font-size="17"'),
            _text(LEFT, 62, "stages of a build", "soft", 'font-size="13"'),
            _text(LEFT + LANE, 40, "The rooms", "ink", 'font-weight="600" font-size="17"'),
            _text(
                LEFT + LANE,
                62,
                "an arrow: imports; what follows from other arrows is left out",
                "soft",
                'font-size="13"',
            ),
            *_way(house.stages),
            *(_arrow(places[here], places[there]) for here in sorted(arrows) for there in sorted(arrows[here])),
            *(_room(name, x, y) for name, (x, y) in sorted(places.items())),
            "</svg>",
            "",
        ]
    )


def _places(rows: list[list[str]], arrows: Arrows) -> dict[str, tuple[int, int]]:
    """Return the upper left corner of each room: on its floor, in the order of those that import it."""
    widest = max(map(len, rows))
    places: dict[str, tuple[int, int]] = {}
    for floor, row in enumerate(rows):
        wish = {
            room: _middle(
                [places[place][0] for place in sorted(places) if room in arrows[place]], widest * (BOX + GAP) // 2
            )
            for room in row
        }
        step = widest * (BOX + GAP) // len(row)
        for number, room in enumerate(sorted(row, key=lambda item: (wish[item], item))):
            places[room] = (number * step + (step - BOX - GAP) // 2 + (floor % 2) * GAP, floor)
    return places


def _middle(numbers: Iterable[int], otherwise: int) -> int:
    found = list(numbers)
    return sum(found) // len(found) if found else otherwise


def _arrow(here: tuple[int, int], there: tuple[int, int]) -> str:
    x1, y1 = LEFT + LANE + here[0] + BOX // 2, TOP + here[1] * ROW + 38
    x2, y2 = LEFT + LANE + there[0] + BOX // 2, TOP + there[1] * ROW - 1
    return f'<path class="arrow" d="M{x1} {y1}C{x1} {y1 + 40} {x2} {y2 - 40} {x2} {y2}"/>'


def _room(name: str, x: int, floor: int) -> str:
    left, top = LEFT + LANE + x, TOP + floor * ROW
    box = f'<rect class="room" x="{left}" y="{top}" width="{BOX}" height="38" rx="6"/>'
    return box + _text(left + BOX // 2, top + 24, name, "ink", 'text-anchor="middle"')


def _way(stages: tuple[Stage, ...]) -> Iterator[str]:
    for number, stage in enumerate(stages):
        top = TOP + number * 62
        yield f'<rect class="stage" x="{LEFT}" y="{top}" width="{LANE - 50}" height="44" rx="6"/>'
        yield _text(LEFT + 12, top + 19, f"{number + 1}  {stage.name}", "ink", 'font-weight="600"')
        yield _text(LEFT + 12, top + 36, ", ".join(stage.rooms), "soft", 'font-size="12"')
        if number:
            yield f'<path class="way" d="M{LEFT + 24} {top - 18}V{top - 3}"/>'


def _text(x: int, y: int, text: str, kind: str, more: str) -> str:
    return f'<text class="{kind}" x="{x}" y="{y}" {more}>{escape(text)}</text>'


def table(house: House) -> str:
    """Return the rooms as a table in Markdown, the top floor first."""
    rows = [
        f"| `{room}` | {house.purposes[room]} | {', '.join(map('`{}`'.format, sorted(house.arrows[room]))) or '–'} |"
        for floor in floors(house.arrows)
        for room in floor
    ]
    return "\n".join(["| room | what it is for | imports |", "| --- | --- | --- |", *rows])


def with_table(page: str, rooms: str) -> str:
    """Return the page with the table of `rooms` between its two marks. Raises ValueError when it has no marks."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{PAGE} has no {BEGIN} … {END}")
    return f"{before}{begin}\n\n{rooms}\n\n{end}{after}"


def main(arguments: list[str] | None = None, root: Path = Path()) -> int:
    """Run the program: 0 when picture and table are what the code says, 1 when `--check` finds that they are not."""
    parser = argparse.ArgumentParser(description="Draw the rooms of the code from the code.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when something is out of date")
    check = parser.parse_args(arguments).check
    house = read(root / "plugins" / PACKAGE)
    page = (root / PAGE).read_text("utf-8")
    made = {PICTURE: picture(house), PAGE: with_table(page, table(house))}
    stale = [
        name for name, text in made.items() if not (root / name).is_file() or (root / name).read_text("utf-8") != text
    ]
    for name in stale:
        if check:
            sys.stderr.write(
                f"{name} is not what the code says. Make it anew: .venv/bin/python -m scripts.architecture\n"
            )
        else:
            (root / name).write_text(made[name], "utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
