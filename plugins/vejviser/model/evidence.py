"""Sources and terms: what the portal's claims stand on, and the words it explains."""

from typing import Literal

from pydantic import Field

from vejviser.model.base import Audience, Citation, Content, LanguageMap, Slug, Text


class Source(Content):
    """A work that the portal cites. `data/sources.yml` holds all of them, keyed by id."""

    id: Slug
    author: Text
    title: Text
    year: int = Field(ge=1945, le=2100)
    publisher: Text
    kind: Literal["report", "web", "law", "statistics"] = "report"
    facts_from: int = Field(description="Det første år, kildens oplysninger gælder for.")
    facts_to: int = Field(description="Det sidste år, kildens oplysninger gælder for.")
    note: LanguageMap | None = Field(None, description="Forbehold læseren skal kende, fx at kilden modsiger sig selv.")
    url: str | None = None


class Term(Content):
    """A word readers may not know. `data/glossary.yml` holds all of them, keyed by id."""

    id: Slug
    term: LanguageMap
    definition: LanguageMap
    also: tuple[str, ...] = Field((), description="Andre ord for det samme, så søgning og forklaring finder dem.")
    known_to: tuple[Audience, ...] = Field((), description="Læsere, der kender ordet; hos dem forklares det ikke.")
    see: tuple[Slug, ...] = ()
    source: Citation | None = None
