"""Municipality guides: phases with steps, each step with who, by when, on what legal ground."""

from typing import Literal

from pydantic import Field

from vejviser.model.base import Audience, Citation, Content, LanguageMap, Model, Reviewed, Role, Slug
from vejviser.model.handbook import Related

OFFSET_PATTERN = r"^-?P(\d+Y(\d+M)?(\d+W)?(\d+D)?|\d+M(\d+W)?(\d+D)?|\d+W(\d+D)?|\d+D)$"
"""An ISO 8601 offset of whole days: years, months, weeks and days, in that order, at least one of them."""


class Deadline(Model):
    """When a step must be done. `offset` (ISO 8601, negative before) counts from the guide's `start`."""

    text: LanguageMap
    offset: str | None = Field(None, pattern=OFFSET_PATTERN)
    statutory: bool = Field(False, description="true når loven sætter fristen.")


class Answer(Model):
    """A question people ask about a step, and its answer."""

    id: Slug
    question: LanguageMap
    answer: LanguageMap


class Step(Model):
    """One thing to do. Texts may hold Markdown and citations."""

    id: Slug
    title: LanguageMap
    text: LanguageMap
    who: tuple[Role, ...] = Field(min_length=1)
    deadline: Deadline | None = None
    legal_basis: LanguageMap | None = Field(None, description="Lov og paragraf, med kilde: [@lg-2015, afsnittet …].")
    advice: tuple[LanguageMap, ...] = ()
    questions: tuple[Answer, ...] = ()
    materials: tuple[Slug, ...] = ()
    checklists: tuple[Slug, ...] = ()
    cases: tuple[Slug, ...] = ()
    sources: tuple[Citation, ...] = ()
    safety: bool = False


class Phase(Model):
    """A stretch of time in a guide."""

    id: Slug
    title: LanguageMap
    period: LanguageMap
    summary: LanguageMap
    steps: tuple[Step, ...] = Field(min_length=1)


class Guide(Content, Reviewed):
    """`data/guides/<id>.yml`; the words around it stand in `docs/<lang>/kommuneguider/<id>.md`."""

    id: Slug
    title: LanguageMap
    summary: LanguageMap
    audience: tuple[Audience, ...] = ("municipality",)
    start: LanguageMap | None = Field(None, description="Dagen fristerne tælles fra, fx »ankomstdagen«.")
    phases: tuple[Phase, ...] = Field(min_length=1)
    related: Related = Related()


class Case(Content):
    """`data/cases/<id>.yml`: what one municipality did, why, and what came of it, according to a report."""

    id: Slug
    title: LanguageMap
    municipality: str | None = Field(
        None, description='Kommunekode, fx "0265"; udelades hvis kilden ikke nævner kommunen.'
    )
    themes: tuple[
        Literal[
            "reception",
            "housing",
            "starter-package",
            "health",
            "danish",
            "employment",
            "volunteers",
            "families",
            "unaccompanied",
            "organisation",
            "policy",
            "children",
            "cooperation",
        ],
        ...,
    ] = Field(min_length=1)
    year: int
    what: LanguageMap
    why: LanguageMap | None = None
    outcome: LanguageMap | None = None
    source: Citation
