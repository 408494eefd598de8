"""What editors tell readers is new: a line for each thing, below the other news of the portal."""

from datetime import date as date_type

from pydantic import Field

from vejviser.content.model.base import Audience, Citation, Content, LanguageMap, PagePath, Slug
from vejviser.content.model.place_code import PlaceCode


class NewsLine(Content):
    """One piece of news. `data/news.yml` holds all of them, keyed by id; readers see it from its day, for a year."""

    id: Slug
    date: date_type = Field(description="Dagen, nyheden er fra, fx 2026-12-01. Ligger den forude, venter nyheden.")
    text: LanguageMap = Field(description="Hvad der er nyt, i én eller to sætninger.")
    to: PagePath | None = Field(None, description="Siden, nyheden fører til, uden sproget, fx haandboeger/index.md.")
    audience: tuple[Audience, ...] = Field((), description="Hvem nyheden er til. Udelades: alle.")
    places: tuple[PlaceCode, ...] = Field(
        (), description="Koderne for {place.many}, nyheden handler om. Udelades: hele landet."
    )
    sources: tuple[Citation, ...] = Field((), description='Kilder til nyheden, fx ["als-2023, afsnit 3.4"].')
