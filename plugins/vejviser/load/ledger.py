"""`data/checklists/ids.csv` -> the ledger of ids."""

from collections.abc import Iterator
from pathlib import Path

from vejviser.load.files import TextFile, read_texts
from vejviser.model.ledger import COLUMNS, KINDS, PATH, STATES, Key, Ledger, Remembered
from vejviser.problems import Problem


def load_ledger(root: Path, problems: list[Problem]) -> Ledger:
    """Read the ledger; a portal without the file has an empty one that nothing is compared with."""
    for file in read_texts(root, PATH, problems):
        return Ledger(dict(_rows(file, problems)), kept=True)
    return Ledger()


def _rows(file: TextFile, problems: list[Problem]) -> Iterator[tuple[Key, Remembered]]:
    for number, line in enumerate(file.text.splitlines(), 1):
        if line == ",".join(COLUMNS) or not line.strip():
            continue
        match line.split(","):
            case [owner, ("item" | "field") as kind, key, ("used" | "retired") as state]:
                yield (owner, key), Remembered(kind, state)
            case _:
                values = (("found", line), ("kinds", "/".join(KINDS)), ("states", "/".join(STATES)))
                problems.append(Problem(file.path, number, 1, "error", "ledger-line", values))
