"""What is counted a place and a quarter: the status figures' indicators, and what holds between them.

The words are those of official statistics: a stock is counted on the last day of the quarter, a flow during it.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Annotated, Literal, NamedTuple

from pydantic import Field, StringConstraints, model_validator

from vejviser.content.model.by_language import ByLanguage
from vejviser.content.model.value import Model, TrueOrFalse

IndicatorId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,40}$")]
RESERVED = ("code", "period", "name", "base", "version", "invented")
"""Columns of a table of figures that are no figures."""


class Cohort(NamedTuple):
    """What is followed up, and how many quarters after it began."""

    begun: str
    quarters: int


class FollowUp(Model):
    """A flow that is counted again some time after it began."""

    of: IndicatorId = Field(description="Den indikator, der blev talt dengang, fx new_matches.")
    after_quarters: int = Field(ge=1, le=8, description="Så mange kvartaler senere, fx 2 for et halvt år.")


class Indicator(Model):
    """One count that coordinators report."""

    id: IndicatorId = Field(description="Kolonnens navn i filerne. Skift det aldrig på en udgivet indikator.")
    name: ByLanguage = Field(description="Hvad læserne ser, på hvert sprog.")
    kind: Literal["stock", "flow"] = Field(
        description="stock: talt på kvartalets sidste dag. flow: talt i løbet af kvartalet."
    )
    grows_by: tuple[IndicatorId, ...] = Field((), description="Kun stock: det, der lægges til i løbet af kvartalet.")
    shrinks_by: tuple[IndicatorId, ...] = Field((), description="Kun stock: det, der trækkes fra.")
    exact: TrueOrFalse = Field(
        False,
        description="Kun stock: true, når tallet altid er kvartalet før plus grows_by minus shrinks_by. "
        "De tre tal indberettes, afrundes og vises sammen.",
    )
    part_of: IndicatorId | None = Field(None, description="Tallet er en del af dette tal. De to giver andelen.")
    follows_up: FollowUp | None = Field(None, description="Tallet er det, der begyndte for nogle kvartaler siden.")


class Indicators(Model):
    """All that is counted, and what the pages show of it."""

    counts: tuple[Indicator, ...] = Field((), description="Det, der tælles, i skemaets rækkefølge.")
    charts: tuple[IndicatorId, ...] = Field(
        (), description="Det, som hvert steds side tegner, og som barometeret viser. Højst fem."
    )
    compared: tuple[IndicatorId, ...] = Field(
        (), description="Det, som hvert steds side stiller op ved siden af området og landet."
    )

    @model_validator(mode="after")
    def _hang_together(self) -> "Indicators":
        kinds = {item.id: item.kind for item in self.counts}
        if len(kinds) < len(self.counts) or kinds.keys() & {*RESERVED}:
            raise ValueError("indicators-twice")
        if not {*self.charts, *self.compared, *_named(self.counts)} <= kinds.keys():
            raise ValueError("indicators-unknown")
        for item in self.counts:
            flows = (*item.grows_by, *item.shrinks_by)
            if (flows or item.exact) and item.kind != "stock":
                raise ValueError("indicators-stock")
            if any(kinds[flow] != "flow" for flow in flows):
                raise ValueError("indicators-flow")
            if item.exact and (len(item.grows_by), len(item.shrinks_by)) != (1, 1):
                raise ValueError("indicators-exact")
        used = [name for group in (*self.identities, *self.parts) for name in group]
        if len(used) > len({*used}) or any(_is_part(item) and item.kind == "stock" for item in self.counts):
            raise ValueError("indicators-overlap")
        return self

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The names of all columns."""
        return tuple(item.id for item in self.counts)

    @cached_property
    def by_id(self) -> Mapping[str, Indicator]:
        """The indicators by their names."""
        return {item.id: item for item in self.counts}

    @cached_property
    def identities(self) -> tuple[tuple[str, str, str], ...]:
        """Each stock that is exactly what it was before, plus what came and minus what went: (stock, came, went)."""
        return tuple((item.id, item.grows_by[0], item.shrinks_by[0]) for item in self.counts if item.exact)

    @cached_property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Each count with the one that it is a part of: (whole, part)."""
        return tuple((item.part_of, item.id) for item in self.counts if item.part_of)

    @cached_property
    def share(self) -> tuple[str, str] | None:
        """The whole and the part whose share the pages show; None where nothing is a part of anything."""
        return self.parts[0] if self.parts else None

    @cached_property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """What is rounded together: identities, stocks with their flows, wholes with their parts, and the others."""
        found: list[tuple[str, ...]] = list(self.identities)
        taken = {*chain.from_iterable((*self.identities, *self.parts))}
        for item in self.counts:
            if item.kind == "stock" and item.id not in taken:
                group = (*(flow for flow in item.grows_by if flow not in taken), item.id)
                found.append(group)
                taken |= {*group}
        found += self.parts
        return (*found, *((name,) for name in self.ids if name not in taken))

    @cached_property
    def summed(self) -> tuple[str, ...]:
        """What is compared between areas. Of what has a share, readers get the share."""
        return tuple(name for name in self.ids if name not in chain.from_iterable(self.parts))

    @cached_property
    def cohorts(self) -> Mapping[str, Cohort]:
        """What each count that follows up something follows up."""
        return {
            item.id: Cohort(item.follows_up.of, item.follows_up.after_quarters)
            for item in self.counts
            if item.follows_up
        }


def _is_part(item: Indicator) -> bool:
    return item.part_of is not None


def _named(counts: tuple[Indicator, ...]) -> Iterator[str]:
    for item in counts:
        yield from (*item.grows_by, *item.shrinks_by)
        if item.part_of:
            yield item.part_of
        if item.follows_up:
            yield item.follows_up.of
