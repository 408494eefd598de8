"""The ways to colour the directory's map: region, cooperation, inhabitants, and how much the portal can tell."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from vejviser.content.languages import main_language
from vejviser.pages.compose import Composer
from vejviser.pages.escape import plain
from vejviser.pages.municipality_rows import UNKNOWN, Row, says_enough
from vejviser.pages.tile_grid_map import Colouring, Legend, Value, short_marks

POPULATION_STEPS = (0, 20_000, 40_000, 60_000, 100_000)
STORY_STEPS = (1, 2, 4, 8, 16)
COOPERATION = {"formal": ("s5", "+"), "present": ("s3", "•"), "none": ("c4", "–"), UNKNOWN: ("none", "")}


def map_colourings(page: Composer, rows: Sequence[Row]) -> tuple[Colouring, ...]:
    """Return the colourings that say something: not one that is the same everywhere, or hardly known."""
    found = (by_region(page, rows), by_cooperation(page, rows), by_population(page, rows), by_stories(page, rows))
    first, *others = found
    return (first, *(other for other in others if _says(other)))


def _says(colouring: Colouring) -> bool:
    values = list(colouring.values.values())
    known = sum(value.colour != "none" for value in values)
    return len({value.colour for value in values}) > 1 and says_enough(known, values)


def by_region(page: Composer, rows: Sequence[Row]) -> Colouring:
    """Colour by the region of today."""
    names = list(dict.fromkeys(row.region.name for row in sorted(rows, key=lambda row: row.region_order)))
    marks = short_marks([name.removeprefix("Region ") for name in names])
    kinds = {
        name: Value(f"c{number}", marks[name.removeprefix("Region ")], page.marked_title(name, main_language()))
        for number, name in enumerate(names, 1)
    }
    return _by_kind(page, "region", rows, kinds, lambda row: row.region.name)


def by_cooperation(page: Composer, rows: Sequence[Row]) -> Colouring:
    """Colour by the level of cooperation."""
    kinds = {
        level: Value(colour, mark, page.t(f"cooperation.{level}")) for level, (colour, mark) in COOPERATION.items()
    }
    return _by_kind(page, "samarbejde", rows, kinds, lambda row: row.cooperation)


def by_population(page: Composer, rows: Sequence[Row]) -> Colouring:
    """Colour by inhabitants; a tile shows them in thousands."""
    counts = {row.code: row.population for row in rows if row.population is not None}
    values = {
        code: Value(
            _step(count, POPULATION_STEPS), str(round(count / 1000)), page.count("directory.inhabitants", count)
        )
        for code, count in counts.items()
    }
    return _by_step(page, "indbyggere", rows, values, _Steps(POPULATION_STEPS, "directory.inhabitants"))


def by_stories(page: Composer, rows: Sequence[Row]) -> Colouring:
    """Colour by how many facts and examples the portal has; a tile shows the number."""
    values = {
        row.code: Value(_step(row.stories, STORY_STEPS), str(row.stories), page.count("directory.stories", row.stories))
        for row in rows
        if row.stories
    }
    return _by_step(page, "erfaringer", rows, values, _Steps(STORY_STEPS, "directory.stories"))


@dataclass(frozen=True, slots=True)
class _Steps:
    """Where each class begins, and the word for what is counted."""

    begins: tuple[int, ...]
    unit: str


def _by_kind(
    page: Composer, key: str, rows: Sequence[Row], kinds: dict[str, Value], kind: Callable[[Row], str]
) -> Colouring:
    counts = Counter(map(kind, rows))
    legend = [Legend(item.colour, item.mark, item.text, counts[name]) for name, item in kinds.items() if counts[name]]
    return Colouring(key, page.t(f"map.by.{key}"), legend, {row.code: kinds[kind(row)] for row in rows})


def _by_step(page: Composer, key: str, rows: Sequence[Row], values: dict[str, Value], steps: _Steps) -> Colouring:
    unknown = Value("none", "", page.t(f"map.none.{key}"))
    every = {row.code: values.get(row.code, unknown) for row in rows}
    counts = Counter(value.colour for value in every.values())
    legend = [Legend(f"s{number}", "", text, counts[f"s{number}"]) for number, text in _ranges(page, steps)]
    legend.append(Legend("none", "", unknown.text, counts["none"]))
    return Colouring(key, page.t(f"map.by.{key}"), [item for item in legend if item.count], every)


def _ranges(page: Composer, steps: _Steps) -> Iterable[tuple[int, Markup]]:
    for number, (begin, after) in enumerate(pairwise(steps.begins), 1):
        last = after - 1
        span = page.format_number(begin) if begin == last else f"{page.format_number(begin)}–{page.format_number(last)}"
        yield number, plain(span)
    yield len(steps.begins), page.t("map.from", number=page.format_number(steps.begins[-1]))


def _step(count: int, begins: Sequence[int]) -> str:
    return f"s{sum(count >= begin for begin in begins)}"
