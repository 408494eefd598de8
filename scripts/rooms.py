"""The rooms of the code, who imports whom, and the stages of a build, read from the code itself."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import grimp

PACKAGE = "vejviser"
PIPELINE = "build_site"
"""The function whose stages are the way of the data: its `with stages("name")`, and those of the functions it calls."""

Arrows = Mapping[str, frozenset[str]]
"""Room -> the rooms it imports."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of a build: its name in the code, and the rooms its functions come to, in order."""

    name: str
    rooms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class House:
    """What is drawn: rooms with their purpose and imports, and the stages of a build."""

    purposes: Mapping[str, str]
    arrows: Arrows
    stages: tuple[Stage, ...]


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
        if f"def {PIPELINE}(" in path.read_text("utf-8"):
            module = ".".join((PACKAGE, *path.relative_to(source).with_suffix("").parts))
            yield from Code(source, frozenset(arrows), room_of(module)).stages(module, PIPELINE)
            return
    raise ValueError(f"no module below {source} defines {PIPELINE}")


@dataclass(frozen=True)
class Code:
    """The code below `source`, seen from the room `home`: what its functions call, as far as the other rooms."""

    source: Path
    rooms: frozenset[str]
    home: str

    def stages(self, module: str, function: str) -> Iterator[Stage]:
        """Yield the stages of a function in their order, with those of the module's own functions that it calls."""
        defined, _ = self._names(module)
        for node in _in_order(defined[function]):
            if isinstance(node, ast.With) and (name := _stage_name(node)):
                reached = list(dict.fromkeys(self._reached(node, module, set())))
                others = [room for room in reached if room not in (self.home, "base")]
                own = [self.home] if self.home in reached and len(others) < 2 else []
                yield Stage(name, tuple([*own, *others] or reached))
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in defined:
                yield from self.stages(module, node.func.id)

    def _reached(self, node: ast.AST, module: str, seen: set[tuple[str, str]]) -> Iterator[str]:
        """Yield the rooms of all that is called below `node`; what lies in the home room is followed as well."""
        defined, imported = self._names(module)
        for name in filter(None, map(_called, _in_order(node))):
            there, its_name = imported.get(name, (module, name))
            if name in imported and (room := room_of(f"{there}.{its_name}")) != self.home:
                yield room
            elif (name in imported or name in defined) and (there, its_name) not in seen:
                seen.add((there, its_name))
                yield self.home
                if found := self._names(there)[0].get(its_name):
                    yield from self._reached(found, there, seen)

    def _names(self, module: str) -> tuple[Mapping[str, ast.stmt], Mapping[str, tuple[str, str]]]:
        """Return what a module defines, and where what it imports from the package comes from, both by name."""
        path = self.source.joinpath(*module.split(".")[1:])
        tree = _parsed(path / "__init__.py" if path.is_dir() else path.with_suffix(".py"))
        kinds = (ast.FunctionDef, ast.ClassDef)
        imported = {
            alias.asname or alias.name: (node.module, alias.name)
            for node in tree.body
            if isinstance(node, ast.ImportFrom) and node.module
            for alias in node.names
            if room_of(f"{node.module}.{alias.name}") in self.rooms
        }
        return {item.name: item for item in tree.body if isinstance(item, kinds)}, imported


@cache
def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _called(node: ast.AST) -> str:
    """Return the name that a call begins with: "load" in `load(root)`, "offline" in `offline.files(site)`."""
    called = node.func if isinstance(node, ast.Call) else None
    while isinstance(called, ast.Attribute):
        called = called.value
    return called.id if isinstance(called, ast.Name) else ""


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
