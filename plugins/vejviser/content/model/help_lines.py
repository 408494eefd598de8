"""Numbers that anybody may call for help, day or night. They belong to no person, so the privacy rules know them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from vejviser.content.model.base import PAST_EVENT, Content, LanguageMap, OnDays, Slug, WebAddress
from vejviser.content.model.municipality import Municipality
from vejviser.content.model.value import Model

PLACE_OF_SOURCES = "kilderne"
"""The heading on the page of all numbers below which it stands where they were read."""


class HelpNumber(Model):
    """One number of a help line: the same all over the country, or a region's own."""

    number: Annotated[str, StringConstraints(pattern=r"^\d(?:[\d ]{0,18}\d)?$")] = Field(
        description='Nummeret, som det læses op, i anførselstegn: "112", "00 11 22 33".'
    )
    region: Slug | None = Field(
        None, description="Regionens id i data/regions.yml. Udelades, når nummeret er for alle."
    )
    note: LanguageMap | None = Field(None, description="Det, man skal vide om netop dette nummer.")
    source: WebAddress = Field(description="Adressen på den side, hvor nummeret står.")
    read: Annotated[date, PAST_EVENT] = Field(description="Dagen, siden blev læst, fx 2026-11-28.")
    published: Annotated[int | None, PAST_EVENT] = Field(
        None, ge=2000, le=2100, description="Året, siden selv er fra, når den er ældre end læsningen."
    )

    @property
    def dialled(self) -> str:
        """The digits, as a telephone wants them."""
        return self.number.replace(" ", "")

    @property
    def host(self) -> str:
        """The name of the site that the number stands on: "politi.dk"."""
        return self.source.partition("://")[2].partition("/")[0].removeprefix("www.")


class HelpLine(Content, OnDays):
    """One place to call. `data/help_lines.yml` holds all of them, keyed by id, in the order they are shown."""

    id: Slug
    name: LanguageMap = Field(description="Hvem der svarer, fx »Politiet«.")
    purpose: LanguageMap = Field(description="Hvem nummeret er for, og hvad man kan få hjælp til.")
    hours: LanguageMap = Field(description="Hvornår nogen svarer.")
    note: LanguageMap | None = Field(None, description="Det, man skal vide, før man ringer.")
    numbers: tuple[HelpNumber, ...] = Field(min_length=1, description="Numrene: ét for alle, eller ét for hver region.")

    @property
    def notes(self) -> tuple[LanguageMap, ...]:
        """What one must know of single numbers: once, though two numbers share it."""
        found = [number.note for number in self.numbers if number.note]
        return tuple(note for index, note in enumerate(found) if note not in found[:index])

    def number_in(self, municipality: Municipality) -> HelpNumber | None:
        """Return the number for a municipality's region.

        A number stays a municipality's own when its region gives way to a new one, until the editors write another.
        """
        regions = {region.region for region in municipality.regions}
        return next((number for number in reversed(self.numbers) if number.region in regions), None)


def numbers(lines: Iterable[HelpLine]) -> Iterator[tuple[HelpLine, int, HelpNumber]]:
    """Yield every number with its line and its place among the line's numbers."""
    for line in lines:
        for index, number in enumerate(line.numbers):
            yield line, index, number
