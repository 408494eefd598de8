"""Figures -> SVG as text: quarters in a row as lines, a comparison or shares of a whole as bars.

Lines and comparisons come with the table that says the same.

Everything across is a percentage of the chart's width and everything down is in pixels: a chart fills a phone and a
printed page alike while its letters keep their size. Colours come from classes (`series-own`, `series-region`,
`series-country`) or, without a style sheet, from `currentColor`; series also differ in their dashes, so that no one
needs to see colours. No style attribute and no script: the content security policy allows neither.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from xml.sax.saxutils import quoteattr

from markupsafe import escape

from vejviser.statistics.svg import Who, shape, stroke, text_element

Value = float | None
WriteNumber = Callable[[float], str]
"""How a number is written in the reader's language."""

_LEFT, _RIGHT = 8.0, 95.0
LOW, _HIGH = 100, 160
"""How high the part with the lines is, in pixels: one of several charts side by side, and one that stands alone."""
_LEGEND, _FOOT = 20, 26
_LABEL, _BAR, _GAP = 20, 22, 14
_BARS_END = 82.0
_ROOM_BESIDE = 70.0
"""A bar that ends farther out, in percent, has its number inside it: beside it there is no room for one on a phone."""
_LABEL_LENGTH = 28
"""Letters on a line above a bar: what fits at 320 pixels, also where the reader has set letters apart (WCAG 1.4.12)."""
_NARROW = 8.0
"""A part narrower than this has no room for its number; the table below the chart gives it."""
_STEPS = (5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000, 25000)


@dataclass(frozen=True, slots=True)
class Series:
    """One line or bar colour: its name for the reader, and a value for every label."""

    name: str
    who: Who
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A coloured piece of a bar: how much, in which tone, and what stands in it."""

    amount: float
    tone: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """What one row shows: a label, its parts, and the texts behind them."""

    label: str
    parts: tuple[Part, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A value that the figures are held against, such as a goal."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class ChartTexts:
    """What a chart says: title, description, and the word for figures that are not reported."""

    title: str
    description: str
    first_column: str
    missing: str
    number: WriteNumber = "{:g}".format
    zero: str = "0"
    """What the table says of a figure 0: for rounded counts, what all it may stand for."""


@dataclass(frozen=True, slots=True)
class Table:
    """The same figures as a table: the alternative for those who do not see the chart."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart and its table."""

    svg: str
    table: Table


def line_chart(
    key: str,
    labels: Sequence[str],
    series: Sequence[Series],
    texts: ChartTexts,
    mark: Mark | None = None,
    *,
    plot: int = _HIGH,
) -> Chart:
    """Draw values over quarters; a missing one is a gap in the line.

    `key` makes the ids in the SVG its own on the page, `plot` is the height of the part with the lines.
    """
    legend = _legend(series, mark)
    top = _LEGEND * len(legend) + 10
    ticks = nice_ticks(max([*_numbers(series), *([mark.value] if mark else [])], default=0))
    scale = _Scale(top, plot, ticks[-1])
    shapes = [*legend, *_grid(scale, ticks, texts), *_labels(scale, labels)]
    for one in series:
        shapes += _line(one, scale, len(labels))
    if mark:
        y = scale.y(mark.value)
        shapes.append(shape("line", "chart-mark", x1=f"{_LEFT:g}%", x2=f"{_RIGHT:g}%", y1=y, y2=y))
    svg = _svg(key, texts, top + plot + _FOOT, shapes)
    rows = zip(labels, *(one.values for one in series), strict=True)
    return Chart(svg, _table(series, [(label, values) for label, *values in rows], texts, mark))


def bar_chart(key: str, series: Sequence[Series], texts: ChartTexts, mark: Mark | None = None) -> Chart:
    """Draw one bar for each series (its first value): own municipality, region, country."""
    largest = max([*_numbers(series), *([mark.value] if mark else [])], default=0) or 1
    shapes: list[str] = []
    for number, one in enumerate(series):
        shapes += _bar(one, number * (_LABEL + _BAR + _GAP), largest, texts)
    height = len(series) * (_LABEL + _BAR + _GAP)
    if mark:
        x = f"{_BARS_END * mark.value / largest:.2f}%"
        shapes.append(shape("line", "chart-mark", x1=x, x2=x, y1=_LABEL - 4, y2=height - _GAP + 4))
        shapes.append(text_element(mark.name, "chart-tick", x, height + 8, anchor="middle"))
    svg = _svg(key, texts, height + (16 if mark else 0), shapes)
    return Chart(svg, _table((), [(one.name, one.values[:1]) for one in series], texts, mark))


def stacked_chart(
    key: str,
    name: str,
    bars: Iterable[Bar],
    top: float,
    *,
    ticks: Sequence[tuple[float, str]] = (),
    mark: float | None = None,
) -> str:
    """Draw bars of parts below each other, on a scale from 0 to `top` with `ticks` below it.

    `key` makes the ids in the SVG its own on the page, `name` is read aloud in the chart's place, `mark` is a line
    across all bars, such as a goal.
    """
    rows: list[str] = []
    y = 0
    for bar in bars:
        lines = wrap(bar.label, _LABEL_LENGTH) or [""]
        rows += [
            f'<text class="chart-label" y="{y + _LABEL * at + 15}">{escape(line)}</text>'
            for at, line in enumerate(lines)
        ]
        y += _LABEL * len(lines)
        rows += _parts(bar, y, top, key)
        if mark is not None:
            x = _across(mark, top)
            rows.append(f'<line class="chart-mark" x1="{x}%" x2="{x}%" y1="{y - 5}" y2="{y + _BAR + 5}"/>')
        y += _BAR + _GAP
    height = y + (_LABEL if ticks else 0)
    body = [*_pattern(key, rows), *_ticks(ticks, top, height), *rows]
    size = f'width="100%" height="{height}"'
    shapes = "\n".join(body)
    return f'<svg class="chart" role="img" aria-label={quoteattr(name)} {size} focusable="false">\n{shapes}\n</svg>'


def round_steps(top: float) -> list[float]:
    """Return the round numbers to write below a scale from 0 to about `top`; the last is not below it."""
    step = next(size for size in _STEPS if size * 4 >= top)
    count = -(-int(top) // step)
    return [float(step * number) for number in range(count + 1)]


def _parts(bar: Bar, y: int, top: float, key: str) -> Iterator[str]:
    yield f'<rect class="chart-track" y="{y}" width="100%" height="{_BAR}"/>'
    x = end = 0.0
    for part in bar.parts:
        if width := _across(part.amount, top):
            at = round(x, 2)
            fill = f' fill="url(#{key}-merged)"' if part.tone == "merged" else ""
            yield f'<rect class="tone-{part.tone}"{fill} x="{at}%" y="{y}" width="{width}%" height="{_BAR}"/>'
            if part.text and width >= _NARROW:
                place = f'x="{round(at + width / 2, 2)}%" y="{y + 16}" text-anchor="middle"'
                yield f'<text class="chart-inside on-{part.tone}" {place}>{escape(part.text)}</text>'
            end = at + width
        x += width
    if bar.text and end > _ROOM_BESIDE:
        side = f'x="{end}%" dx="-6" y="{y + 16}" text-anchor="end"'
        yield f'<text class="chart-value on-{bar.parts[-1].tone}" {side}>{escape(bar.text)}</text>'
    elif bar.text:
        yield f'<text class="chart-value" x="{end}%" dx="6" y="{y + 16}">{escape(bar.text)}</text>'


def _pattern(key: str, rows: Sequence[str]) -> Iterator[str]:
    """Yield the stripes of an answer that is two answers, where there is one."""
    if any('class="tone-merged"' in row for row in rows):
        yield (
            f'<defs><pattern id="{key}-merged" width="6" height="6" patternUnits="userSpaceOnUse"'
            ' patternTransform="rotate(45)"><rect class="tone-high" width="3" height="6"/>'
            '<rect class="tone-some" x="3" width="3" height="6"/></pattern></defs>'
        )


def _ticks(ticks: Sequence[tuple[float, str]], top: float, height: int) -> Iterator[str]:
    for number, (value, label) in enumerate(ticks):
        x = _across(value, top)
        side = "" if not number else ' text-anchor="end"' if value >= top else ' text-anchor="middle"'
        yield (
            f'<line class="chart-grid" x1="{x}%" x2="{x}%" y1="{height - 30}" y2="{height - 22}"/>'
            f'<text class="chart-tick" x="{x}%" y="{height - 5}"{side}>{escape(label)}</text>'
        )


def _across(value: float, top: float) -> float:
    return round(100 * value / top, 2)


def nice_ticks(largest: float) -> tuple[int, ...]:
    """Return round numbers from 0 to at least `largest`, four to six of them: 0, 20, 40, 60, 80."""
    step = 1
    while step * 5 < largest:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return tuple(range(0, step * max(4, -int(-largest // step)) + 1, step))


@dataclass(frozen=True, slots=True)
class _Scale:
    top: int
    plot: int
    largest: float

    def y(self, value: float) -> float:
        """Return the place of a value, in pixels from above."""
        return round(self.top + self.plot * (1 - value / self.largest), 1)

    def x(self, at: int, count: int) -> float:
        """Return the place of the quarter number `at`, in percent."""
        return round(_LEFT + (_RIGHT - _LEFT) * (at + 0.5) / count, 2)


def _numbers(series: Sequence[Series]) -> list[float]:
    return [value for one in series for value in one.values if value is not None]


def _legend(series: Sequence[Series], mark: Mark | None) -> list[str]:
    """Return a line for each series and for the goal; one line alone is named by the chart's title."""
    names = [one.name for one in series] + ([mark.name] if mark else [])
    if len(names) == 1:
        return []
    heights = [8 + _LEGEND * at for at in range(len(names))]
    signs = [stroke(one.who, "0", y, "28", y) for one, y in zip(series, heights, strict=False)]
    if mark:
        y = heights[len(series)]
        signs.append(shape("line", "chart-mark", x1="0", x2="28", y1=y, y2=y))
    return [
        sign + text_element(name, "chart-legend", "36", y + 5)
        for sign, name, y in zip(signs, names, heights, strict=False)
    ]


def _grid(scale: _Scale, ticks: Sequence[int], texts: ChartTexts) -> list[str]:
    shapes = []
    for tick in ticks:
        y = scale.y(tick)
        shapes.append(shape("line", "chart-grid", x1=f"{_LEFT:g}%", x2=f"{_RIGHT:g}%", y1=y, y2=y))
        shapes.append(text_element(texts.number(tick), "chart-tick", f"{_LEFT - 1:g}%", y + 4, anchor="end"))
    return shapes


def _labels(scale: _Scale, labels: Sequence[str]) -> list[str]:
    y = scale.top + scale.plot + 20
    return [
        text_element(label, "chart-tick", f"{scale.x(at, len(labels))}%", y, anchor="middle")
        for at, label in enumerate(labels)
        if len(labels) <= 6 or (len(labels) - 1 - at) % 2 == 0
    ]


def _line(series: Series, scale: _Scale, count: int) -> list[str]:
    shapes = []
    for at, value in enumerate(series.values):
        x = f"{scale.x(at, count)}%"
        if value is not None:
            before = series.values[at - 1] if at else None
            if before is not None:
                shapes.append(stroke(series.who, f"{scale.x(at - 1, count)}%", scale.y(before), x, scale.y(value)))
            shapes.append(shape("circle", f"chart-dot series-{series.who}", cx=x, cy=scale.y(value), r=3.5))
    return shapes


def _bar(series: Series, top: int, largest: float, texts: ChartTexts) -> list[str]:
    value, y = series.values[0], top + _LABEL
    shapes = [text_element(series.name, "chart-label", "0", top + 14)]
    shapes.append(shape("rect", "chart-track", y=y, width=f"{_BARS_END:g}%", height=_BAR))
    if value is None:
        shapes.append(text_element(texts.missing, "chart-value", "8", y + 16))
    else:
        width = f"{_BARS_END * value / largest:.2f}%"
        shapes.append(shape("rect", f"chart-bar series-{series.who}", y=y, width=width, height=_BAR))
        shapes.append(text_element(texts.number(value), "chart-value", f"{_BARS_END + 2:g}%", y + 16))
    return shapes


def _table(
    series: Sequence[Series], rows: Sequence[tuple[str, Sequence[Value]]], texts: ChartTexts, mark: Mark | None
) -> Table:
    header = (texts.first_column, *(one.name for one in series)) if series else (texts.first_column, texts.title)
    lines = [(label, *(_table_cell(value, texts) for value in values)) for label, values in rows]
    if mark:
        lines.append((mark.name, *(texts.number(mark.value) for _ in header[1:])))
    return Table(header, tuple(lines))


def _table_cell(value: Value, texts: ChartTexts) -> str:
    if value is None:
        return texts.missing
    return texts.number(value) if value else texts.zero


def _svg(key: str, texts: ChartTexts, height: int, shapes: Sequence[str]) -> str:
    title, description = f"{key}-title", f"{key}-desc"
    body = "\n".join(shapes)
    return (
        f'<svg class="chart status-chart" role="img" aria-labelledby={quoteattr(f"{title} {description}")}'
        f' width="100%" height="{height}" focusable="false">\n'
        f"<title id={quoteattr(title)}>{escape(texts.title)}</title>"
        f"<desc id={quoteattr(description)}>{escape(texts.description)}</desc>\n{body}\n</svg>\n"
    )
