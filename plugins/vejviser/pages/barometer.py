"""The barometer: all municipalities side by side, one table and one map a quarter."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise

from markupsafe import Markup

from vejviser.content.addresses import at
from vejviser.content.languages import Language
from vejviser.content.model.disclosure_policy import Goal
from vejviser.content.model.municipality import NO_REGION, Municipality
from vejviser.content.model.portal import Portal
from vejviser.content.settings import current
from vejviser.pages.compose import Composer
from vejviser.pages.escape import plain
from vejviser.pages.names import name_order
from vejviser.pages.page import Page
from vejviser.pages.page_layout import with_layout
from vejviser.pages.tile_grid_map import Colouring, Legend, Value, tile_map
from vejviser.statistics.barometer import Barometer, BarometerRow, barometer
from vejviser.statistics.charts import LOW, Chart, ChartTexts, Mark, Series, line_chart
from vejviser.statistics.figures import Rate
from vejviser.statistics.types import COUNTRY, Published

BAROMETER = "<places>/<status>.md"
SHARE_STEPS, SHARE_TOP = (0, 40, 55), 80
"""Where the shades of the share begin, below the goal and above it."""
NO_GOAL = 67
"""Where the middle shade begins when nothing is aimed at."""
STEPS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A municipality in the table."""

    municipality: Municipality
    region: str
    row: BarometerRow


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter as the page shows it."""

    table: Barometer
    lines: tuple[Line, ...]
    map: Markup


def barometer_page(
    portal: Portal, published: Sequence[Published], populations: Mapping[str, int], language: Language, today: date
) -> Page:
    """Return the national page, newest quarter first; without figures it says so."""
    page = Composer(portal, language, at(BAROMETER), today)
    goal = portal.policy.goal if portal.policy else None
    policy = portal.policy
    tables = [barometer(item, populations, policy) for item in reversed(published)] if policy else []
    shades = _shades(tables, goal)
    body = page.render(
        "barometer.md.jinja",
        quarters=[_quarter(page, table, shades) for table in tables],
        trends=list(_trends(page, tables[::-1], goal)),
        country=COUNTRY,
        shown=current().indicators.charts,
        name_of=partial(indicator_name, language=language),
        share=current().indicators.share,
        goal=goal,
        policy=portal.policy,
    )
    title, lead = page.text("barometer.title"), page.text("barometer.lead")
    styles, scripts = (("directory", "status"), ("barometer",)) if tables else ((), ())
    return Page(at(BAROMETER), language, "status", title, with_layout(page, body), lead, styles=styles, scripts=scripts)


def _quarter(page: Composer, table: Barometer, shades: Mapping[str, tuple[float, ...]]) -> Quarter:
    by_code = {municipality.code: municipality for municipality in page.portal.municipalities}
    regions = page.portal.regions
    lines = [Line(by_code[row.code], regions.get(row.region, NO_REGION).name, row) for row in table.rows]
    colourings = [_colouring(page, key, table, begins) for key, begins in shades.items()]
    ordered = tuple(sorted(lines, key=lambda line: name_order(line.municipality.name)))
    return Quarter(table, ordered, tile_map(page, colourings, at("../{slug}/<status>/"), table.period.lower()))


def _trends(page: Composer, tables: Sequence[Barometer], goal: Goal | None) -> Iterator[tuple[str, Chart]]:
    """Yield the whole country's share against the goal, and its counts, drawn; the oldest of `tables` comes first."""
    counted = current().indicators
    mark = Mark(page.text("status.goal", share=goal.share), goal.share) if goal else None
    if counted.share:
        title, shares = page.text("status.share_title"), {table.period: table.country.share for table in tables}
        yield title, _trend(page, "andel", title, shares, mark)
    for key in counted.charts:
        title, sums = indicator_name(key, page.language), {table.period: table.country.sums[key] for table in tables}
        yield title, _trend(page, key.replace("_", "-"), title, sums)


def _trend(page: Composer, key: str, title: str, values: Mapping[str, Rate], mark: Mark | None = None) -> Chart:
    texts = ChartTexts(
        title=title,
        description=page.text("barometer.trend"),
        first_column=page.text("status.quarter"),
        missing=page.text("status.not_reported"),
        number=page.format_number,
    )
    country = Series(page.text("status.country"), "own", tuple(values.values()))
    return line_chart(f"landet-{key}", [*values], [country], texts, mark, plot=LOW)


def _shades(tables: Sequence[Barometer], goal: Goal | None) -> dict[str, tuple[float, ...]]:
    """Return where each shade begins, the same in every quarter, so that quarters can be compared by eye.

    The first colours the map until a reader chooses. The share comes last: few municipalities have one.
    """
    counted = current().indicators
    rates = {item: [row.rates.get(item) for table in tables for row in table.rows] for item in counted.charts}
    shades: dict[str, tuple[float, ...]] = {rate: fifths(values) for rate, values in rates.items()}
    if counted.share:
        shades["share"] = (*SHARE_STEPS, goal.share if goal else NO_GOAL, SHARE_TOP)
    return shades


def indicator_name(indicator: str, language: Language) -> str:
    """Return what an indicator is called in a language."""
    return current().indicators.by_id[indicator].name.text(language)


def fifths(values: Iterable[Rate]) -> tuple[float, ...]:
    """Return five beginnings that part the known values into groups of about the same size; the first is 0."""
    known = sorted(value for value in values if isinstance(value, float))
    if not known:
        return (0.0,)
    found = [0.0, *(known[len(known) * part // STEPS] for part in range(1, STEPS))]
    return tuple(sorted(set(found)))


def _colouring(page: Composer, key: str, table: Barometer, begins: tuple[float, ...]) -> Colouring:
    figures = {row.code: row.share if key == "share" else row.rates.get(key) for row in table.rows}
    missing = Value("none", "", page.t(_missing(key)))
    known = {code: _value(page, key, figure, begins) for code, figure in figures.items()}
    values = {municipality.code: known.get(municipality.code, missing) for municipality in page.portal.municipalities}
    counts = Counter(value.colour for value in values.values())
    legend = [Legend(f"s{at}", "", text, counts[f"s{at}"]) for at, text in _ranges(page, key, begins)]
    legend.append(Legend("none", "", missing.text, counts["none"]))
    title = page.t("status.share_short") if key == "share" else plain(indicator_name(key, page.language))
    unit = "" if key == "share" else Markup(", ") + page.t("barometer.per")
    return Colouring(key.replace("_", "-"), title + unit, [item for item in legend if item.count], values)


def _missing(key: str) -> str:
    return "status.too_few" if key == "share" else "status.not_reported"


def _value(page: Composer, key: str, figure: Rate, begins: tuple[float, ...]) -> Value:
    if figure is None:
        return Value("none", "", page.t(_missing(key)))
    shade = sum(figure >= begin for begin in begins)
    text = page.share(int(figure)) if key == "share" else plain(page.format_number(figure))
    return Value(f"s{shade}", str(round(figure)), text)


def _ranges(page: Composer, key: str, begins: tuple[float, ...]) -> Iterable[tuple[int, Markup]]:
    small = 1 if key == "share" else 0.1
    for number, (begin, after) in enumerate(pairwise(begins), 1):
        yield number, plain(f"{page.format_number(begin)}–{page.format_number(round(after - small, 1))}")
    yield len(begins), page.t("map.from", number=page.format_number(begins[-1]))
