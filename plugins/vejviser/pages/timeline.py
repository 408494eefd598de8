"""A guide's steps -> a picture of when they fall. Pure geometry: `templates/timeline.svg.jinja` draws it.

Time runs along the line but not to scale: each phase has a column for every moment at which something is due, and a
first column for what has no moment of its own. A step is a numbered dot in its column.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from vejviser.content.model.base import Role
from vejviser.content.model.dates import parse_offset
from vejviser.content.model.guide import Guide, Phase, Step

COLUMN, NARROWEST, DOT, LETTER, LINE = 50, 84, 28, 6.6, 16
"""The width of a column and of a phase, the room for a dot, a letter of a name and a line of text, in pixels."""
MONTH = 30.44


@dataclass(frozen=True, slots=True)
class Task:
    """A step with its number in the guide."""

    number: int
    step: Step

    @property
    def offset(self) -> str | None:
        """When it is due, counted from the guide's start."""
        return self.step.deadline.offset if self.step.deadline else None

    @property
    def law(self) -> str | None:
        """The provision that sets its deadline."""
        return self.step.deadline.law if self.step.deadline else None


@dataclass(frozen=True, slots=True)
class Dot:
    """A step in the picture."""

    x: float
    y: float
    task: Task


@dataclass(frozen=True, slots=True)
class Moment:
    """A place on the line with the lines of its label; an empty label is what has no moment."""

    x: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A phase: a stretch of the line, with the lines of its name above it."""

    x: float
    width: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole picture; `line` is how far down the line of time runs."""

    width: float
    height: float
    line: float
    head: float
    bands: tuple[Band, ...]
    moments: tuple[Moment, ...]
    dots: tuple[Dot, ...]


def numbered(guide: Guide) -> list[tuple[Phase, list[Task]]]:
    """Return the phases with their steps numbered through the whole guide."""
    numbers = iter(range(1, 1000))
    return [(phase, [Task(next(numbers), step) for step in phase.steps]) for phase in guide.phases]


def roles(guide: Guide) -> list[tuple[Role, int]]:
    """Return every role with something to do in the guide and how many steps it has, the busiest first."""
    counts: dict[Role, int] = {}
    for phase in guide.phases:
        for step in phase.steps:
            for role in step.who:
                counts[role] = counts.get(role, 0) + 1
    return sorted(counts.items(), key=lambda count: (-count[1], count[0]))


def days(offset: str) -> float:
    """Return about how many days an offset is, for putting moments in order."""
    parts = parse_offset(offset)
    total = (12 * parts.years + parts.months) * MONTH + 7 * parts.weeks + parts.days
    return -total if parts.before else total


def timeline(guide: Guide, name: Callable[[Phase], str], moment: Callable[[str], Sequence[str]]) -> Timeline:
    """Draw up the picture; `name` gives a phase's name, `moment` the lines of an offset's label."""
    phases = numbered(guide)
    columns = [_columns(tasks) for _, tasks in phases]
    widths = [_width(name(phase), len(found)) for (phase, _), found in zip(phases, columns, strict=True)]
    names = [_broken(name(phase), width) for (phase, _), width in zip(phases, widths, strict=True)]
    head = LINE * max(len(lines) for lines in names) + 8
    line = head + 10 + DOT * max(len(tasks) for found in columns for _, tasks in found)
    bands: list[Band] = []
    moments: list[Moment] = []
    dots: list[Dot] = []
    x = 0.0
    for found, width, lines in zip(columns, widths, names, strict=True):
        bands.append(Band(x, width, lines))
        for index, (offset, tasks) in enumerate(found):
            middle = round(x + width * (index + 0.5) / len(found), 1)
            moments.append(Moment(middle, tuple(moment(offset)) if offset else ()))
            dots.extend(Dot(middle, line - 4 - DOT * (place + 0.5), task) for place, task in enumerate(reversed(tasks)))
        x += width
    return Timeline(x, line + 18 + 2 * LINE, line, head, tuple(bands), tuple(moments), tuple(dots))


def _columns(tasks: list[Task]) -> list[tuple[str | None, list[Task]]]:
    moments = sorted({task.offset for task in tasks if task.offset}, key=days)
    undated = [task for task in tasks if not task.offset]
    dated: list[tuple[str | None, list[Task]]] = [
        (offset, [task for task in tasks if task.offset == offset]) for offset in moments
    ]
    return [(None, undated), *dated] if undated else dated


def _width(name: str, columns: int) -> float:
    longest = max(len(word) for word in name.split())
    return max(columns * COLUMN, NARROWEST, round(longest * LETTER) + 16)


def _broken(name: str, width: float) -> tuple[str, ...]:
    return tuple(wrap(name, max(1, int((width - 10) / LETTER)), break_long_words=False))
