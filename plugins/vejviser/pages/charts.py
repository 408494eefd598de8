"""Numbers -> the places of bars in a chart. Pure geometry: `templates/chart.svg.jinja` draws it.

Everything across is a percentage of the chart's width and everything down is in pixels, so that a chart fills a phone
and a printed page alike while its letters keep their size.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from textwrap import wrap

LABEL_LENGTH = 42
"""Letters on a line above a bar: what fits on a narrow phone."""
LINE, BAR, GAP = 20, 22, 14
FULL = 86.0
"""Where the scale ends; beyond it stands the number of the longest bar."""
STEPS = (5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000, 25000)
NARROW = 7.0
"""A part narrower than this has no room for its number; the table below the chart gives it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A coloured piece of a bar: how much, in which tone, and what stands in it."""

    amount: float
    tone: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """What one row shows: a label, its parts, and the words behind them."""

    label: str
    parts: tuple[Part, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part in its place."""

    x: float
    width: float
    tone: str
    text: str

    @property
    def middle(self) -> float:
        """Where the text in the piece has its middle."""
        return round(self.x + self.width / 2, 2)


@dataclass(frozen=True, slots=True)
class Row:
    """A bar in its place, with the lines of its label above it."""

    lines: tuple[tuple[int, str], ...]
    y: int
    pieces: tuple[Piece, ...]
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart ready to be drawn. `mark` is a line across all bars, such as a goal."""

    rows: tuple[Row, ...]
    height: int
    ticks: tuple[tuple[float, str], ...] = ()
    mark: float | None = None
    bar: int = BAR
    patterned: bool = field(default=False)


def bar_chart(
    bars: Iterable[Bar], top: float, *, ticks: Sequence[tuple[float, str]] = (), mark: float | None = None
) -> Chart:
    """Place bars below each other on a scale from 0 to `top`."""
    rows: list[Row] = []
    y = 0
    for bar in bars:
        lines = wrap(bar.label, LABEL_LENGTH) or [""]
        texts = tuple((y + LINE * number + 15, line) for number, line in enumerate(lines))
        y += LINE * len(lines)
        pieces = tuple(_pieces(bar.parts, top))
        rows.append(Row(texts, y, pieces, pieces[-1].x + pieces[-1].width if pieces else 0.0, bar.text))
        y += BAR + GAP
    return Chart(
        tuple(rows),
        y + (LINE if ticks else 0),
        tuple((_across(value, top), label) for value, label in ticks),
        None if mark is None else _across(mark, top),
        patterned=any(piece.tone == "merged" for row in rows for piece in row.pieces),
    )


def scale(top: float) -> list[float]:
    """Give the round numbers to write below a scale from 0 to about `top`; the last is not below it."""
    step = next(size for size in STEPS if size * 4 >= top)
    count = -(-int(top) // step)
    return [float(step * number) for number in range(count + 1)]


def _pieces(parts: tuple[Part, ...], top: float) -> Iterable[Piece]:
    x = 0.0
    for part in parts:
        width = _across(part.amount, top)
        if width:
            yield Piece(round(x, 2), width, part.tone, part.text if width >= NARROW else "")
        x += width


def _across(value: float, top: float) -> float:
    return round(FULL * value / top, 2)
