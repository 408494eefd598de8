"""Write docs/adr/README.md: which decisions are in force, and which took the place of which.

It is made from the third line of each decision, such as "2026-11-28 · accepted · supersedes 10". `--check` writes
nothing and exits 1 when the index is not what the decisions say. A line that cannot be read, or two that contradict
each other, are errors in both.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FOLDER = Path("docs/adr")
INDEX = FOLDER / "README.md"
_TITLE = re.compile(r"# (\d+)\. (.+)")
_STATUS = re.compile(r"(\d{4}-\d\d-\d\d) · (accepted|superseded by [\d, ]+)((?: · [^·]+)*)")
_RELATION = re.compile(r"(supersedes|in part superseded by|supersedes in part) (\d+(?:, \d+)*)")
_EXAMPLE = "2026-11-28 · accepted · supersedes 10 · supersedes in part 42 · in part superseded by 75"
_INTRODUCTION = """\
# Decisions

Why things are as they are, half a page each. A number is never used twice, and a decision is not rewritten when another
takes its place: the new one says so, and both say it in their third line. This page is made of those lines by
`scripts/adr_index.py` (`make check` compares). Some numbers were never used.
"""


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision; `superseded` and `in_part` hold the numbers of those that took its place, whole or in part."""

    path: Path
    number: int
    title: str
    day: date
    superseded: tuple[int, ...]
    in_part: tuple[int, ...]
    supersedes: tuple[int, ...]
    supersedes_in_part: tuple[int, ...]


def parse(path: Path, text: str) -> Decision:
    """Return the decision that stands in `text`. Raises ValueError when its first or third line cannot be read."""
    lines = [*text.splitlines(), "", "", ""]
    title, status = _TITLE.fullmatch(lines[0]), _STATUS.fullmatch(lines[2])
    if not title:
        raise ValueError(f"{path}:1: {lines[0]!r} is not a title such as '# 76. Figures are rounded'")
    if not status:
        raise ValueError(f"{path}:3: {lines[2]!r} is not a status such as '{_EXAMPLE}'")
    if not path.name.startswith(f"{int(title[1]):04}-"):
        raise ValueError(f"{path}:1: decision {title[1]} belongs in a file whose name begins with {int(title[1]):04}-")
    more: dict[str, tuple[int, ...]] = {}
    for part in filter(None, status[3].split(" · ")):
        relation = _RELATION.fullmatch(part)
        if not relation:
            raise ValueError(f"{path}:3: {part!r} is no relation; an example: '{_EXAMPLE}'")
        more[relation[1]] = _numbers(relation[2])
    return Decision(
        path,
        int(title[1]),
        title[2],
        date.fromisoformat(status[1]),
        _numbers(status[2]),
        more.get("in part superseded by", ()),
        more.get("supersedes", ()),
        more.get("supersedes in part", ()),
    )


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", text)))


def contradictions(decisions: Iterable[Decision]) -> Iterator[str]:
    """Yield a sentence for each number used twice, and for each relation that only one of the two decisions tells."""
    known: dict[int, Decision] = {}
    for decision in decisions:
        if decision.number in known:
            yield f"{decision.path}: {decision.number} is the number of {known[decision.number].path} too"
        known[decision.number] = decision
    whole = {(new, item.number) for item in known.values() for new in item.superseded}
    part = {(new, item.number) for item in known.values() for new in item.in_part}
    says_whole = {(item.number, old) for item in known.values() for old in item.supersedes}
    says_part = {(item.number, old) for item in known.values() for old in item.supersedes_in_part}
    for new, old in sorted(whole ^ says_whole):
        yield f"docs/adr: only one of {old} and {new} says that {new} supersedes {old}"
    for new, old in sorted(part ^ says_part):
        yield f"docs/adr: only one of {old} and {new} says that {new} supersedes {old} in part"


def index(decisions: Iterable[Decision]) -> str:
    """Return the page: those in force, and below them those that are not."""
    ordered = sorted(decisions, key=lambda decision: decision.number)
    in_force = "\n".join(
        f"| [{item.number}]({item.path.name}) | {item.title} | {item.day} | {_listed(item.in_part)} |"
        for item in ordered
        if not item.superseded
    )
    past = "\n".join(
        f"| [{item.number}]({item.path.name}) | {item.title} | {item.day} | {_listed(item.superseded)} |"
        for item in ordered
        if item.superseded
    )
    return (
        f"{_INTRODUCTION}\n## In force\n\n| no. | decision | day | in part superseded by |\n| --- | --- | --- | --- |\n"
        f"{in_force}\n\n## Superseded\n\n| no. | decision | day | superseded by |\n| --- | --- | --- | --- |\n{past}\n"
    )


def _listed(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers))


def read(root: Path) -> list[Decision]:
    """Return every decision below `root`. Raises ValueError with everything that is wrong, a line each."""
    found, wrong = [], []
    for path in sorted((root / FOLDER).glob("*.md")):
        if path.name != INDEX.name:
            try:
                found.append(parse(path.relative_to(root), path.read_text("utf-8")))
            except ValueError as error:
                wrong.append(str(error))
    if wrong := [*wrong, *contradictions(found)]:
        raise ValueError("\n".join(wrong))
    return found


def main(arguments: list[str] | None = None, root: Path = Path()) -> int:
    """Run the program: 0 when the index is right, 1 when something is wrong or `--check` finds it out of date."""
    parser = argparse.ArgumentParser(description="Write docs/adr/README.md from the decisions.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the index is out of date")
    check = parser.parse_args(arguments).check
    try:
        page = index(read(root))
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    path = root / INDEX
    if path.is_file() and path.read_text("utf-8") == page:
        return 0
    if check:
        sys.stderr.write(f"{INDEX} is out of date. Make it anew: .venv/bin/python -m scripts.adr_index\n")
        return 1
    path.write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
