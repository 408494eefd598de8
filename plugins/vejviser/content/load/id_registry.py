"""`data/checklists/ids.csv` -> the registry of ids."""

from collections.abc import Iterator
from pathlib import Path

from vejviser.base.problems import Origin, Problem
from vejviser.content.load.files import TextFile, read_texts, saved_with_semicolons
from vejviser.content.model.id_registry import COLUMNS, KINDS, PATH, STATES, IdRegistry, Key, RegisteredId


def load_id_registry(root: Path, problems: list[Problem]) -> IdRegistry:
    """Read the registry; a portal without the file has an empty one that nothing is compared with."""
    for file in read_texts(root, PATH, problems):
        if not file.text.strip():
            problems.append(Origin(PATH).error("empty-file"))
            return IdRegistry()
        if problem := saved_with_semicolons(file, COLUMNS):
            problems.append(problem)
            return IdRegistry()
        return IdRegistry(dict(_rows(file, problems)), kept=True)
    return IdRegistry()


def _rows(file: TextFile, problems: list[Problem]) -> Iterator[tuple[Key, RegisteredId]]:
    for number, line in enumerate(file.text.splitlines(), 1):
        if line == ",".join(COLUMNS) or not line.strip():
            continue
        match line.split(","):
            case [owner, ("item" | "field") as kind, key, ("used" | "retired") as state]:
                yield (owner, key), RegisteredId(kind, state)
            case _:
                values = (("found", line), ("kinds", "/".join(KINDS)), ("states", "/".join(STATES)))
                problems.append(Problem(file.path, number, 1, "error", "ledger-line", values))
