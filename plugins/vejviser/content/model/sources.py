"""Sources and terms: what the portal's claims stand on, and the words it explains."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from vejviser.content.model.base import (
    PAST_EVENT,
    Audience,
    Citation,
    Content,
    LanguageMap,
    OnDays,
    Slug,
    Text,
    WebAddress,
)

_YEARS_UNTIL_OLD = 5


class Source(Content):
    """A work that the portal cites. `data/sources.yml` holds all of them, keyed by id."""

    id: Slug
    author: Text = Field(description="Hvem der har skrevet: personer eller organisation.")
    title: Text = Field(description="Titlen, som den står på kilden.")
    year: Annotated[int, PAST_EVENT] = Field(ge=1945, le=2100, description="Udgivelsesåret.")
    publisher: Text = Field(description="Hvem der har udgivet den.")
    kind: Literal["report", "web", "statistics"] = Field(
        "report",
        description="report (rapport), web (hjemmeside), statistics (statistik). En lov skrives i data/laws.yml.",
    )
    facts_from: int = Field(description="Det første år, kildens oplysninger gælder for.")
    facts_to: int = Field(description="Det sidste år, kildens oplysninger gælder for.")
    note: LanguageMap | None = Field(None, description="Forbehold læseren skal kende, fx at kilden modsiger sig selv.")
    url: WebAddress | None = Field(None, description="Adressen, hvis kilden ligger på nettet.")

    @model_validator(mode="after")
    def _years_in_order(self) -> "Source":
        if self.facts_from > self.facts_to:
            raise ValueError("facts-years-order")
        return self

    def is_old(self, day: date) -> bool:
        """Return whether its facts are so old on `day`, over five whole years, that rules may have changed since."""
        return day.year - self.facts_to > _YEARS_UNTIL_OLD


class Term(Content, OnDays):
    """A word readers may not know. `data/glossary.yml` holds all of them, keyed by id."""

    id: Slug
    term: LanguageMap = Field(description="Ordet, på hvert sprog.")
    definition: LanguageMap = Field(description="Hvad ordet betyder, i én eller to sætninger.")
    also: tuple[str, ...] = Field((), description="Andre ord for det samme, så søgning og forklaring finder dem.")
    known_to: tuple[Audience, ...] = Field((), description="Læsere, der kender ordet; hos dem forklares det ikke.")
    pages: tuple[str, ...] = Field(
        (), description="Sider, der handler om ordet, fx /tjeklister/matchmoede/. Søgning på ordet viser dem først."
    )
    see: tuple[Slug, ...] = Field((), description="Andre ord i ordlisten, med id.")
    source: Citation | None = Field(
        None, description='Hvor det står: kildens id, og stedet i den, fx "als-2023, afsnit 3.2".'
    )
