"""Plain pages that editors write: front page, "få en ven", accessibility, help for editors."""

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from vejviser.model.base import Audience, Content, Language, Model, Reviewed, Slug, Text, Translation
from vejviser.model.handbook import Related, Section


class WayLink(Model):
    """A link on the front page; `to` is a page's path without the language, such as faa-en-ven.md."""

    text: Text
    to: Text


class Way(Model):
    """One of the ways into the portal, for one kind of reader."""

    id: Slug
    title: Text
    text: Text
    to: Text
    links: tuple[WayLink, ...] = ()


class Figure(Model):
    """A number worth knowing, with the citation that carries it."""

    number: Text
    text: Text


class ArticleMeta(Model):
    """The front matter of a plain page."""

    title: Text
    summary: str = ""
    owner: str | None = None
    reviewed: date | None = None
    review_every: Literal["P3M", "P6M", "P1Y", "P2Y"] = "P1Y"
    audience: tuple[Audience, ...] = ()
    related: Related = Related()
    safety: tuple[Slug, ...] = ()
    hide: tuple[Literal["navigation", "toc", "footer"], ...] = ()
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
