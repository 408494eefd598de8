"""The figures as a table, a file and a chart. What they are measured against stands here; the figures never do."""

import json
import os
import platform
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from html import escape
from importlib import metadata
from pathlib import Path

from scripts.bench.documents import WANTED
from scripts.bench.measure import Run
from scripts.bench.tasks import (
    COLD,
    DOCUMENTS,
    EDIT,
    FRAME,
    LARGE,
    LARGE_SENTENCE,
    PAGES,
    PEER,
    PLACE,
    PUSH,
    SAME,
    SENTENCE,
)

LIBRARIES = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "markdown-it-py", "jinja2")
MEGABYTES = 400
LIMITS = {
    SAME: 0.05,
    SENTENCE: 0.15,
    PLACE: 0.15,
    FRAME: 0.40,
    COLD: 0.40,
    PAGES: 0.30,
    EDIT: 0.05,
    PUSH: 0.20,
}
"""The most that each may take, as a part of the peer's cold build."""


@dataclass(frozen=True)
class Line:
    """A line of the table: medians over the rounds, the time as a part of the peer's, and the peak of memory."""

    what: str
    seconds: float
    ratio: float
    megabytes: float
    rounds: tuple[float, ...]
    stages: Mapping[str, float] = field(default_factory=dict)
    """Seconds of each stage of the build, in the last round."""


@dataclass(frozen=True)
class Goal:
    """A goal of the speed budget, what was measured, and whether it is met."""

    what: str
    goal: str
    measured: float
    met: bool


def lines_of(found: Mapping[str, Sequence[Run]]) -> list[Line]:
    """Return the medians and ratios."""
    peer = _median(found[PEER])
    return [
        Line(
            name,
            round(_median(runs), 2),
            round(_median(runs) / peer, 3),
            round(max(run.megabytes for run in runs)),
            tuple(round(run.seconds, 2) for run in runs),
            runs[-1].stages,
        )
        for name, runs in found.items()
    ]


def goals_of(lines: Sequence[Line]) -> list[Goal]:
    """Return the goals of the speed budget with what was measured."""
    by_name = {line.what: line for line in lines}
    cold, large = by_name[COLD], by_name[LARGE]
    rate = WANTED / by_name[DOCUMENTS].seconds
    ratios = {what: by_name[what].ratio for what in LIMITS}
    of_peer = [
        Goal(f"{what}, × mkdocs cold", f"≤ {most}", ratios[what], ratios[what] <= most) for what, most in LIMITS.items()
    ]
    growth = large.seconds / cold.seconds
    later = by_name[LARGE_SENTENCE].seconds / by_name[SENTENCE].seconds
    return [
        *of_peer,
        Goal("4 × the municipalities, × our cold build", "≤ 2.6", round(growth, 2), growth <= 2.6),
        Goal("4 × the municipalities, × one sentence", "≤ 1.5", round(later, 2), later <= 1.5),
        Goal("filled-in documents a second", "≥ 200", round(rate), rate >= 200),
        Goal("peak of memory, MB", f"≤ {MEGABYTES}", cold.megabytes, cold.megabytes <= MEGABYTES),
    ]


def table(lines: Sequence[Line], goals: Sequence[Goal]) -> str:
    """Return both as plain text."""
    rows = [
        f"{'':36}{'seconds':>10}{'× mkdocs':>10}{'MB':>8}",
        *(f"{line.what:36}{line.seconds:>10.2f}{line.ratio:>10.3f}{line.megabytes or '':>8}" for line in lines),
        "",
        *(f"{goal.what:56}{goal.goal:>8}{goal.measured:>10g}   {'met' if goal.met else 'MISSED'}" for goal in goals),
    ]
    return "\n".join(rows)


def written(lines: Sequence[Line], goals: Sequence[Goal], folder: Path) -> None:
    """Write bench.json, with versions and machine, and bench.svg."""
    folder.mkdir(parents=True, exist_ok=True)
    report = {
        "lines": [asdict(line) for line in lines],
        "goals": [asdict(goal) for goal in goals],
        "versions": {name: metadata.version(name) for name in LIBRARIES},
        "machine": {"python": platform.python_version(), "system": platform.system(), "cores": os.cpu_count()},
    }
    (folder / "bench.json").write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", "utf-8")
    (folder / "bench.svg").write_text(chart(lines), "utf-8")


def chart(lines: Sequence[Line]) -> str:
    """Draw the times as bars, the peers' grey and ours green."""
    left, width, row = 260, 420, 30
    longest = max(line.seconds for line in lines)
    height = row * len(lines) + 20
    shapes = []
    for number, line in enumerate(lines):
        y, length = 10 + number * row, max(1.0, width * line.seconds / longest)
        colour = "#1d6b5d" if line.what.startswith(("ours", "1,000")) else "#7b8a87"
        shapes.append(
            f'<text x="{left - 10}" y="{y + 17}" text-anchor="end">{escape(line.what)}</text>'
            f'<rect x="{left}" y="{y + 3}" width="{length:.1f}" height="20" rx="2" fill="{colour}"/>'
            f'<text x="{left + length + 8:.1f}" y="{y + 17}">{line.seconds:.1f} s</text>'
        )
    told = ", ".join(f"{item.what} {item.seconds:.1f} s" for item in lines)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + width + 90} {height}" role="img" '
        f'font-family="sans-serif" font-size="14" fill="#1b2b28"><title>{escape(told)}</title>'
        f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(shapes)}</svg>\n'
    )


def _median(runs: Sequence[Run]) -> float:
    return statistics.median(run.seconds for run in runs)
