"""Handbooks: a book is a folder with `handbook.yml`, and one Markdown file a chapter and language."""

from collections.abc import Mapping

from pydantic import Field

from vejviser.model.base import Audience, Content, Language, LanguageMap, Model, Reviewed, Slug, Text, Translation


class Related(Model):
    """Where a reader may want to go next, by id."""

    checklists: tuple[Slug, ...] = ()
    materials: tuple[Slug, ...] = ()
    guides: tuple[Slug, ...] = ()
    chapters: tuple[str, ...] = Field((), description="book/chapter, fx frivillig/graenser")


class Handbook(Content, Reviewed):
    """`docs/da/haandboeger/<id>/handbook.yml`: the book's cover, for all its languages."""

    id: Slug
    title: LanguageMap
    summary: LanguageMap
    audience: tuple[Audience, ...] = Field(min_length=1)
    languages: tuple[Language, ...] = Field(("da",), description="De sprog bogen skal findes på.")
    chapters: tuple[Slug, ...] = Field(min_length=1, description="Kapitlernes filnavne uden .md, i læserækkefølge.")


class ChapterMeta(Model):
    """The front matter of a chapter."""

    title: Text
    summary: Text
    in_short: tuple[Text, ...] = Field((), description="To til fem sætninger: det vigtigste.")
    discuss: tuple[Text, ...] = Field((), description="Spørgsmål at tale om.")
    related: Related = Related()
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
Chapters = Mapping[ChapterKey, Chapter]
