"""Checklists: sections with items, fields to write in, and follow-ups counted from a start."""

from typing import Literal

from pydantic import Field

from vejviser.model.base import (
    Audience,
    Citation,
    Content,
    Language,
    LanguageMap,
    Model,
    Reviewed,
    Role,
    Slug,
    Translation,
)
from vejviser.model.fields import FieldSpec
from vejviser.model.guide import OFFSET_PATTERN
from vejviser.model.handbook import Related


class Item(Model):
    """One thing to tick. The id is never reused; the text may change."""

    id: Slug
    text: LanguageMap
    why: LanguageMap | None = Field(None, description="Hvorfor punktet er med.")
    who: Role = "everyone"
    safety: bool = Field(False, description="true for tavshed, penge og retten til at sige nej.")
    sources: tuple[Citation, ...] = ()
    retired: bool = Field(False, description="true når punktet ikke bruges mere; id'et må aldrig bruges igen.")


class ChecklistSection(Model):
    """A group of items with a heading."""

    id: Slug
    title: LanguageMap
    intro: LanguageMap | None = None
    items: tuple[Item, ...] = ()
    fields: tuple[FieldSpec, ...] = ()


class FollowUp(Model):
    """A time to look back, as an ISO 8601 offset from the checklist's start.

    With `repeat` it recurs: {offset: P3M, repeat: P3M, until: P6M} gives months 3 and 6; without `until` a repeat
    is shown `count` times in a calendar.
    """

    id: Slug
    title: LanguageMap
    offset: str = Field(pattern=OFFSET_PATTERN)
    repeat: str | None = Field(None, pattern=OFFSET_PATTERN)
    until: str | None = Field(None, pattern=OFFSET_PATTERN)
    count: int | None = Field(None, ge=1, le=12)
    ask: tuple[LanguageMap, ...] = Field((), description="Hvad man spørger om.")
    sources: tuple[Citation, ...] = ()


class Checklist(Content, Reviewed):
    """`data/checklists/<id>.yml`: one file gives web page, PDF, DOCX, ODT and calendar."""

    id: Slug
    version: str = Field("1.0", pattern=r"^\d+\.\d+$")
    title: LanguageMap
    purpose: LanguageMap
    when: LanguageMap = Field(description="Hvornår man bruger listen.")
    audience: tuple[Audience, ...] = Field(min_length=1)
    languages: tuple[Language, ...] = Field(("da",), description="De sprog listen findes helt på.")
    translation: dict[Language, Translation] = Field(default_factory=dict)
    start: LanguageMap | None = Field(None, description="Hvad opfølgningen tælles fra, fx »dagen for matchmødet«.")
    sections: tuple[ChecklistSection, ...] = Field(min_length=1)
    follow_ups: tuple[FollowUp, ...] = ()
    sources: tuple[Citation, ...] = ()
    related: Related = Related()
    kind: Literal["checklist"] = "checklist"
