"""Checklists: sections with items, fields to write in, and follow-ups counted from a start."""

from typing import Literal

from pydantic import Field

from vejviser.content.languages import Language, main_language
from vejviser.content.model.base import (
    Approvable,
    Audience,
    Citation,
    Content,
    InShort,
    LanguageMap,
    OnDays,
    Reviewed,
    Slug,
    Translation,
    Who,
)
from vejviser.content.model.fields import FieldSpec
from vejviser.content.model.guide import OFFSET_PATTERN
from vejviser.content.model.handbook import Related
from vejviser.content.model.value import Model, TrueOrFalse


class Item(Model):
    """One thing to tick. The id is never reused; the text may change, and a tick at other words is shown as none."""

    id: Slug
    text: LanguageMap = Field(description="Det, man skal gøre eller tale om. Én sætning.")
    why: LanguageMap | None = Field(None, description="Hvorfor punktet er med.")
    who: Who = "everyone"
    safety: TrueOrFalse = Field(False, description="true for tavshed, penge og retten til at sige nej.")
    sources: tuple[Citation, ...] = Field((), description='Kilder til punktet, fx ["als-2023, afsnit 3.4"].')
    law: Slug | None = Field(None, description="Reglen, punktet følger af, med id fra data/laws.yml.")
    formerly: tuple[str, ...] = Field(
        (),
        description=(
            "Tidligere ordlyd med samme mening, fx før en stavefejl blev rettet. Læserens flueben bliver stående. "
            "Uden den mister et punkt med nye ord sit flueben."
        ),
    )
    retired: TrueOrFalse = Field(False, description="true når punktet ikke bruges mere; id'et må aldrig bruges igen.")


class ChecklistSection(Model):
    """A group of items with a heading."""

    id: Slug
    title: LanguageMap = Field(description="Overskriften over punkterne.")
    intro: LanguageMap | None = Field(None, description="En kort tekst under overskriften.")
    items: tuple[Item, ...] = Field((), description="Punkterne, i rækkefølge.")
    fields: tuple[FieldSpec, ...] = Field((), description="Steder at skrive noget.")


class FollowUp(Model):
    """A time to look back, as an ISO 8601 offset from the checklist's start.

    With `repeat` it recurs: {offset: P3M, repeat: P3M, until: P6M} gives months 3 and 6; without `until` a repeat
    is shown `count` times in a calendar.
    """

    id: Slug
    title: LanguageMap = Field(description="Hvad man gør den dag, fx »Ring til den frivillige«.")
    offset: str = Field(
        pattern=OFFSET_PATTERN,
        description=(
            "Tid efter start: P1D (en dag), P2W (to uger), P3M (tre måneder), P1Y (et år). Minus foran betyder før."
        ),
    )
    repeat: str | None = Field(
        None,
        pattern=OFFSET_PATTERN,
        description="Hvor længe der går mellem gentagelserne, fx P1M. Kræver until eller count.",
    )
    until: str | None = Field(
        None, pattern=OFFSET_PATTERN, description="Det sidste tidspunkt for gentagelsen, talt fra start, fx P6M."
    )
    count: int | None = Field(None, ge=1, le=12, description="Hvor mange gange i alt.")
    ask: tuple[LanguageMap, ...] = Field((), description="Hvad man spørger om.")
    law: Slug | None = Field(None, description="Reglen, der sætter dagen, med id fra data/laws.yml.")
    sources: tuple[Citation, ...] = Field((), description="Kilder til opfølgningen.")


class Checklist(Content, OnDays, InShort, Reviewed, Approvable):
    """`data/checklists/<id>.yml`: one file gives web page, PDF, DOCX, ODT and calendar."""

    id: Slug = Field(description="Listens id: filens navn uden .yml.")
    version: str = Field("1.0", pattern=r"^\d+\.\d+$", description='Listens version, fx "1.0".')
    title: LanguageMap = Field(description="Listens titel.")
    purpose: LanguageMap = Field(description="Hvad listen er til, i én eller to sætninger.")
    when: LanguageMap = Field(description="Hvornår man bruger listen.")
    audience: tuple[Audience, ...] = Field(min_length=1, description="Hvem teksten er til.")
    languages: tuple[Language, ...] = Field(
        default_factory=lambda: (main_language(),), description="De sprog listen findes helt på."
    )
    translation: dict[Language, Translation] = Field(
        default_factory=dict, description="Hvordan oversættelsen er lavet, sprog for sprog."
    )
    start: LanguageMap | None = Field(None, description="Hvad opfølgningen tælles fra, fx »dagen for matchmødet«.")
    sections: tuple[ChecklistSection, ...] = Field(min_length=1, description="Listens dele, i rækkefølge.")
    follow_ups: tuple[FollowUp, ...] = Field((), description="Hvornår man ser tilbage, talt fra start.")
    sources: tuple[Citation, ...] = Field((), description="Kilder til hele listen.")
    related: Related = Field(Related(), description="Det, læseren kan have brug for bagefter, med id.")
    kind: Literal["checklist"] = Field("checklist", description="Altid checklist.")
