"""The directory's rows: what is known of each municipality in short, and the values a reader can choose between."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from vejviser.content.languages import main_language
from vejviser.content.model.municipality import Municipality, Region
from vejviser.content.model.portal import Portal
from vejviser.pages.compose import Composer
from vejviser.pages.names import name_order

UNKNOWN = "unknown"
COOPERATION = ("formal", "present", "none", UNKNOWN)


@dataclass(frozen=True, slots=True)
class Row:
    """A municipality in the list."""

    municipality: Municipality
    region: Region
    cooperation: str
    organizations: tuple[str, ...]
    services: tuple[str, ...]
    stories: int
    """How many facts and cases the portal tells of it."""

    @property
    def code(self) -> str:
        """The municipality's code."""
        return self.municipality.code

    @property
    def population(self) -> int | None:
        """Its inhabitants, where known."""
        return self.municipality.population.value if self.municipality.population else None

    @property
    def region_order(self) -> bytes:
        """What regions are sorted by."""
        return name_order(self.region.name)


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to choose: its key in the address, its words, and how many municipalities have it."""

    value: str
    text: Markup
    count: int


@dataclass(frozen=True, slots=True)
class Filter:
    """A way to narrow the list. `key` is the same in the address and in the rows' data attributes."""

    key: str
    title: Markup
    every: Markup
    choices: tuple[Choice, ...]


def rows(portal: Portal, today: date) -> tuple[Row, ...]:
    """Return the list, by name."""
    cases = portal.cases_by_municipality
    found = (
        _row(portal, municipality, today, len(cases.get(municipality.code, ())))
        for municipality in portal.municipalities
    )
    return tuple(sorted(found, key=lambda row: name_order(row.municipality.name)))


def _row(portal: Portal, municipality: Municipality, today: date, cases: int) -> Row:
    services = municipality.services
    return Row(
        municipality,
        portal.region_of(municipality, today),
        municipality.cooperation.level if municipality.cooperation else UNKNOWN,
        tuple(sorted({service.organization for service in services})),
        tuple(sorted({service.kind for service in services})),
        len(municipality.facts) + cases,
    )


def filters(page: Composer, every: Sequence[Row]) -> tuple[Filter, ...]:
    """Return the filters with the values that occur; not one that would narrow nothing, or that little is known of."""
    regions = {row.region.id: row.region.name for row in sorted(every, key=lambda item: item.region_order)}
    organizations = sorted({organization for row in every for organization in row.organizations})
    services = sorted({service for row in every for service in row.services})
    names = {key: page.marked_title(name, main_language()) for key, name in regions.items()}
    found = (
        _filter(page, "region", names, every, lambda row: (row.region.id,)),
        _filter(page, "samarbejde", _labels(page, "cooperation", COOPERATION), every, lambda row: (row.cooperation,)),
        _filter(
            page, "organisation", _labels(page, "organization", organizations), every, lambda row: row.organizations
        ),
        _filter(page, "tilbud", _labels(page, "service_kind", services), every, lambda row: row.services),
    )
    return tuple(item for item in found if _says(item, every))


def says_enough(known: int, every: Sequence[object]) -> bool:
    """Return whether so much is known that one can choose by it: of at least every tenth municipality."""
    return known * 10 >= len(every)


def _says(item: Filter, every: Sequence[Row]) -> bool:
    known = sum(choice.count for choice in item.choices if choice.value != UNKNOWN)
    return any(choice.count < len(every) for choice in item.choices) and says_enough(known, every)


def _labels(page: Composer, group: str, values: Iterable[str]) -> dict[str, Markup]:
    return {value: page.t(f"{group}.{value}") for value in values}


def _filter(
    page: Composer, key: str, words: Mapping[str, Markup], every: Sequence[Row], own: Callable[[Row], tuple[str, ...]]
) -> Filter:
    counts = Counter(value for row in every for value in own(row))
    choices = tuple(Choice(value, text, counts[value]) for value, text in words.items() if counts[value])
    return Filter(key, page.t(f"directory.by.{key}"), page.t(f"directory.every.{key}"), choices)
