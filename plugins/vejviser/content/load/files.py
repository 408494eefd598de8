"""Folders -> texts. The only place where content files are opened."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vejviser.base.problems import Origin, Problem


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file's text and its path relative to the project's root, with forward slashes."""

    path: str
    text: str

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return self.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]

    @property
    def folder(self) -> str:
        """The name of the folder the file lies in."""
        return self.path.rsplit("/", 2)[-2]


def lies_in(root: Path, path: Path) -> bool:
    """Return whether `path` is a file below `root`, also when links lead to it; what lies elsewhere is never opened."""
    return path.is_file() and Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def is_docs_file(root: Path, path: Path) -> bool:
    """Return whether `path` in docs/ is a file that goes to readers as it is: no page, and not hidden."""
    inside = path.relative_to(root / "docs").parts
    hidden = any(part.startswith(".") for part in inside)
    page = path.suffix in (".md", ".yml", ".yaml")
    return not hidden and not page and inside[0] != "adr" and not path.is_symlink() and lies_in(root, path)


def read_texts(root: Path, pattern: str, problems: list[Problem]) -> Iterator[TextFile]:
    """Read the files that match `pattern`, sorted by path; a file that is no UTF-8 text becomes a problem."""
    for path in sorted(root.glob(pattern)):
        relative = path.relative_to(root).as_posix()
        if not lies_in(root, path) or path.name.startswith("."):
            continue
        try:
            yield TextFile(relative, path.read_text(encoding="utf-8-sig"))
        except UnicodeDecodeError as error:
            problems.append(_not_utf8(relative, path.read_bytes(), error.start))


def saved_with_semicolons(file: TextFile, columns: Sequence[str]) -> Problem | None:
    """Return the problem of a table that Excel has saved with semicolons or tabs between `columns`, once."""
    first = file.text.partition("\n")[0].strip()
    for sign in (";", "\t"):
        if [cell.strip(' "') for cell in first.split(sign)][: len(columns)] == list(columns):
            return Origin(file.path).error("csv-semicolons", found=first, right=",".join(columns))
    return (
        Origin(file.path).error("csv-semicolons", found=first, right=",".join(columns))
        if first.startswith("sep=")
        else None
    )


def _not_utf8(path: str, data: bytes, start: int) -> Problem:
    """Return the problem at the first byte that is no UTF-8, with the word as Windows would read it."""
    before, after = data[:start].rpartition(b"\n")[2], data[start : start + 30].partition(b"\n")[0]
    word = f"{before.decode('cp1252', 'replace').split(' ')[-1]}{after.decode('cp1252', 'replace').split(' ')[0]}"
    found = word.strip() if word.isprintable() else "…"
    return Problem(path, data.count(b"\n", 0, start) + 1, len(before) + 1, "error", "not-utf8", (("found", found),))
