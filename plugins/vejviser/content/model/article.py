"""Plain pages that editors write: front page, "få en ven", accessibility, help for editors."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from vejviser.content.languages import Language
from vejviser.content.model.base import (
    PAST_EVENT,
    Approvable,
    Audience,
    Content,
    OnDays,
    PagePath,
    Reviewed,
    Slug,
    Text,
    Translation,
)
from vejviser.content.model.handbook import Related, Section
from vejviser.content.model.value import Model


class WayLink(Model):
    """A link on the front page; `to` is a page's path without the language, such as faa-en-ven.md."""

    text: Text = Field(description="Linkets ord.")
    to: PagePath = Field(description="Sidens sti uden sproget, fx faa-en-ven.md.")


class Way(Model):
    """One of the ways into the portal, for one kind of reader."""

    id: Slug
    title: Text = Field(description="Hvem indgangen er til, fx »Jeg er frivillig«.")
    text: Text = Field(description="Én sætning om, hvad man finder.")
    to: PagePath = Field(description="Den side, indgangen fører til, uden sproget.")
    links: tuple[WayLink, ...] = Field((), description="Flere sider for den samme læser.")


class Figure(Model):
    """A number worth knowing, with the citation that carries it."""

    number: Text = Field(description='Tallet, som det skal stå, fx "80".')
    text: Text = Field(description="Hvad tallet tæller, med kilde: [@vvv-2025, …].")


class ArticleMeta(OnDays, Approvable):
    """The front matter of a plain page."""

    title: Text = Field(description="Sidens titel, som den står øverst og i menuen.")
    summary: str = Field("", description="Én eller to sætninger om siden. De står under titlen og i søgningen.")
    owner: str | None = Field(
        None, description="Rollen, der skal stå for teksten, aldrig en persons navn. Følges med reviewed."
    )
    reviewed: Annotated[date | None, PAST_EVENT] = Field(
        None, description="Dagen, redaktionen sidst skrev teksten eller læste den igennem, fx 2026-11-22."
    )
    review_every: Literal["P3M", "P6M", "P1Y", "P2Y"] = Field(
        "P1Y", description="Hvor tit den skal læses igennem: P3M, P6M, P1Y eller P2Y."
    )
    audience: tuple[Audience, ...] = Field((), description="Hvem teksten er til.")
    in_short: tuple[Text, ...] = Field(
        (),
        description="To til fem korte sætninger: det vigtigste. Skal med, når teksten er til deltagere (participant).",
    )
    also: tuple[Text, ...] = Field(
        (), description="Andre ord, folk søger på, når de mener denne side, også forkert stavede."
    )
    related: Related = Field(Related(), description="Det, læseren kan have brug for bagefter, med id.")
    safety: tuple[Slug, ...] = Field(
        (), description="Afsnit (overskriftens id) om tavshed, penge eller retten til at sige nej."
    )
    hide: tuple[Literal["navigation", "toc", "footer"], ...] = Field(
        (), description="Dele af siden, der ikke skal vises: navigation (menu), toc (indhold), footer (bund)."
    )
    translation: Translation | None = Field(None, description="Kun i oversættelser.")
    ways: tuple[Way, ...] = Field((), description="Kun på forsiden: indgangene.")
    popular: tuple[WayLink, ...] = Field((), description="Kun på forsiden: det folk oftest kommer efter.")
    figures: tuple[Figure, ...] = Field((), description="Kun på forsiden: tal med kilde.")

    @model_validator(mode="after")
    def _owner_with_date(self) -> "ArticleMeta":
        if (self.owner is None) != (self.reviewed is None):
            raise ValueError("review-incomplete")
        return self

    @property
    def review(self) -> Reviewed | None:
        """Who answers for the text and when it was read, where the page says so."""
        if self.owner is None or self.reviewed is None:
            return None
        return Reviewed(owner=self.owner, reviewed=self.reviewed, review_every=self.review_every)


class Article(Content):
    """One plain page in one language; `uri` is its path below docs/<lang>/, for example "faa-en-ven.md"."""

    uri: str
    language: Language
    meta: ArticleMeta
    body: str
    body_line: int
    sections: tuple[Section, ...] = ()
