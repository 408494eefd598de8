"""Draw the rooms of the code, who imports whom, and the way of the data, from the code itself.

Writes .github/architecture.svg and the table in ARCHITECTURE.md. `--check` writes nothing and exits 1 when they are not
what the code says today.
"""

import argparse
import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

import grimp

PACKAGE = "vejviser"
PICTURE = Path(".github/architecture.svg")
PAGE = Path("ARCHITECTURE.md")
BEGIN, END = "<!-- rooms: made by scripts/architecture.py -->", "<!-- end of rooms -->"
PIPELINE = "build_site"
"""The function whose stages are the way of the data: its `with stages("name")`, and those of the functions it calls."""

Arrows = Mapping[str, frozenset[str]]
"""Room -> the rooms it imports."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of a build: its name in the code, and the rooms whose functions it calls, in order."""

    name: str
    rooms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class House:
    """What is drawn: rooms with their purpose and imports, and the stages of a build."""

    purposes: Mapping[str, str]
    arrows: Arrows
    stages: tuple[Stage, ...]


# ---- reading the code


def read(source: Path) -> House:
    """Return the rooms of the package whose modules lie in the folder `source`.

    Raises ValueError when rooms import each other in a circle, or the pipeline is not there.
    """
    graph = grimp.build_graph(PACKAGE, cache_dir=None)
    children = (name.rpartition(".")[2] for name in graph.find_children(PACKAGE))
    rooms = sorted(name for name in children if not name.startswith("__"))
    arrows: dict[str, set[str]] = {room: set() for room in rooms}
    for module in graph.modules:
        for imported in graph.find_modules_directly_imported_by(module):
            here, there = room_of(module), room_of(imported)
            if here in arrows and there in arrows and here != there:
                arrows[here].add(there)
    frozen = {room: frozenset(there) for room, there in arrows.items()}
    return House({room: _purpose(source, room) for room in rooms}, frozen, tuple(_stages(source, frozen)))


def room_of(module: str) -> str:
    """Return the room of a module: "vejviser.check.laws" -> "check"; an empty string outside the package."""
    package, _, rest = module.partition(".")
    return rest.split(".")[0] if package == PACKAGE else ""


def _purpose(source: Path, room: str) -> str:
    """Return the first sentence of the room's docstring."""
    file = source / room / "__init__.py" if (source / room).is_dir() else source / f"{room}.py"
    lines = (ast.get_docstring(ast.parse(file.read_text("utf-8"))) or "").split("\n\n")[0]
    return " ".join(lines.split())


def _stages(source: Path, arrows: Arrows) -> Iterator[Stage]:
    for path in sorted(source.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        functions = {item.name: item for item in tree.body if isinstance(item, ast.FunctionDef)}
        if PIPELINE in functions:
            yield from _stages_in(functions[PIPELINE], functions, _imported(tree, arrows))
            return
    raise ValueError(f"no module below {source} defines {PIPELINE}")


def _imported(tree: ast.Module, arrows: Arrows) -> Mapping[str, str]:
    """Return the room behind each name that the module imports from the package."""
    found = {}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == PACKAGE:
            for alias in node.names:
                room = room_of(f"{node.module}.{alias.name}")
                found.update({alias.asname or alias.name: room} if room in arrows else {})
    return found


def _stages_in(
    function: ast.FunctionDef, functions: Mapping[str, ast.FunctionDef], imported: Mapping[str, str]
) -> Iterator[Stage]:
    """Yield the stages of a function in their order, with those of the module's own functions that it calls."""
    for node in _in_order(function):
        if isinstance(node, ast.With) and (name := _stage_name(node)):
            named = (item.id for item in _in_order(node) if isinstance(item, ast.Name))
            yield Stage(name, tuple(dict.fromkeys(imported[item] for item in named if item in imported)))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in functions:
            yield from _stages_in(functions[node.func.id], functions, imported)


def _in_order(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        yield child
        yield from _in_order(child)


def _stage_name(node: ast.With) -> str:
    call = node.items[0].context_expr
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "stages":
        (argument,) = call.args
        return str(ast.literal_eval(argument))
    return ""


# ---- what follows from it


def floors(arrows: Arrows) -> list[list[str]]:
    """Return the rooms by floor, the top one first: a room lies above everything it imports.

    Raises ValueError when rooms import each other in a circle.
    """
    height: dict[str, int] = {}

    def climb(room: str, above: tuple[str, ...] = ()) -> int:
        if room in above:
            raise ValueError(f"rooms import each other in a circle: {' > '.join((*above, room))}")
        if room not in height:
            height[room] = 1 + max((climb(arrow, (*above, room)) for arrow in sorted(arrows[room])), default=-1)
        return height[room]

    top = max(map(climb, sorted(arrows)), default=0)
    return [[room for room in sorted(arrows) if height[room] == floor] for floor in range(top, -1, -1)]


def needed(arrows: Arrows) -> Arrows:
    """Return the arrows without those that follow from others: not a > c where a > b > c is there."""

    def reached(room: str) -> set[str]:
        return set(arrows[room]).union(*map(reached, arrows[room]))

    return {room: there - frozenset[str]().union(*map(reached, there)) for room, there in arrows.items()}


# ---- drawing

BOX, GAP, ROW, LEFT, TOP, LANE = 132, 22, 84, 40, 96, 250
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
