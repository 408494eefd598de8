"""`make bench`: python -m scripts.bench [--rounds 3] [--out docs/adr/bench].

The first peer is MkDocs + Material + static-i18n with its own search over exactly the Markdown that `vejviser build
--pages` writes out; the second is Zensical over the same, one configuration a language. All take turns, so that a busy
moment falls on all alike. The table shows medians, and ratios against the first peer's cold build.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from scripts.bench.measure import Run
from scripts.bench.projects import ROOT, prepared
from scripts.bench.report import goals_of, lines_of, table, written
from scripts.bench.tasks import tasks
from vejviser.content.settings import activate


def main() -> None:
    """Measure, print the table, and write it with what it was measured on."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--out", type=Path, default=ROOT / "docs" / "adr" / "bench")
    given = options.parse_args()
    found: dict[str, list[Run]] = {}
    with tempfile.TemporaryDirectory() as work:
        print("making the projects, and all documents once", file=sys.stderr)  # noqa: T201 - progress of a long run
        wanted = tasks(prepared(Path(work)))
        for number in range(given.rounds):
            for name, task in wanted.items():
                found.setdefault(name, []).append(task())
                told = f"round {number + 1} of {given.rounds}: {name}, {found[name][-1].seconds:.2f} s"
                print(told, file=sys.stderr)  # noqa: T201 - progress of a long run
            lines = lines_of(found)
            goals = goals_of(lines)
            written(lines, goals, given.out)
    print(table(lines, goals))  # noqa: T201 - what it is run for


if __name__ == "__main__":
    activate(ROOT)
    main()
