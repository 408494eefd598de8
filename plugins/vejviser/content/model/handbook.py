"""Handbooks: a book is a folder with `handbook.yml`, and one Markdown file a chapter and language."""

from pydantic import Field

from vejviser.content.languages import Language, main_language
from vejviser.content.model.base import (
    Approvable,
    Audience,
    Content,
    LanguageMap,
    OnDays,
    Reviewed,
    Slug,
    Text,
    Translation,
)
from vejviser.content.model.value import Model


class Related(Model):
    """Where a reader may want to go next, by id."""

    checklists: tuple[Slug, ...] = Field((), description="Tjeklisters id.")
    materials: tuple[Slug, ...] = Field((), description="Materialers id.")
    guides: tuple[Slug, ...] = Field((), description="Guiders id.")
    chapters: tuple[str, ...] = Field((), description="book/chapter, fx frivillig/graenser")
    tracks: tuple[Slug, ...] = Field((), description="Forløbs id.")


class Handbook(Content, OnDays, Reviewed):
    """`docs/da/haandboeger/<id>/handbook.yml`: the book's cover, for all its languages."""

    id: Slug = Field(description="Bogens id: mappens navn.")
    title: LanguageMap = Field(description="Bogens titel.")
    summary: LanguageMap = Field(description="Hvad bogen er, og hvem den er til.")
    audience: tuple[Audience, ...] = Field(min_length=1, description="Hvem teksten er til.")
    languages: tuple[Language, ...] = Field(
        default_factory=lambda: (main_language(),), description="De sprog bogen skal findes på."
    )
    chapters: tuple[Slug, ...] = Field(min_length=1, description="Kapitlernes filnavne uden .md, i læserækkefølge.")


class ChapterMeta(OnDays, Approvable):
    """The front matter of a chapter."""

    title: Text = Field(description="Kapitlets titel.")
    summary: Text = Field(description="Én sætning om kapitlet. Den står under titlen og i søgningen.")
    in_short: tuple[Text, ...] = Field(
        (), description="To til fem korte sætninger: det vigtigste. Skal med, når bogen er til deltagere (participant)."
    )
    discuss: tuple[Text, ...] = Field((), description="Spørgsmål at tale om.")
    also: tuple[Text, ...] = Field(
        (), description="Andre ord, folk søger på, når de mener denne side, også forkert stavede."
    )
    related: Related = Field(Related(), description="Det, læseren kan have brug for bagefter, med id.")
    help_lines: tuple[Slug, ...] = Field(
        (), description="Numre, der skal stå i en boks øverst, med id fra data/help_lines.yml."
    )
    safety: tuple[Slug, ...] = Field(
        (), description="Afsnit (overskriftens id) om tavshed, penge eller retten til at sige nej."
    )
    translation: Translation | None = Field(None, description="Kun i oversættelser.")


class Section(Model):
    """A passage of Markdown under one heading. The first one of a text has no heading and the id "intro"."""

    id: str
    heading: str
    markdown: str
    line: int
    hash: str


class Chapter(Content):
    """One chapter in one language."""

    book: Slug
    id: Slug
    language: Language
    meta: ChapterMeta
    body: str
    body_line: int = Field(description="The line of the file on which the body begins, from 1.")
    sections: tuple[Section, ...] = ()


ChapterKey = tuple[str, str, Language]
