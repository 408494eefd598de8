"""Municipality guides: phases with steps, each step with who, by when, on what legal ground."""

from typing import Annotated

from pydantic import Field

from vejviser.content.model.base import (
    PAST_EVENT,
    Approvable,
    Audience,
    Citation,
    Content,
    InShort,
    LanguageMap,
    OnDays,
    Reviewed,
    Slug,
    Who,
)
from vejviser.content.model.handbook import Related
from vejviser.content.model.value import Model, TrueOrFalse

OFFSET_PATTERN = r"^-?P(\d+Y(\d+M)?(\d+W)?(\d+D)?|\d+M(\d+W)?(\d+D)?|\d+W(\d+D)?|\d+D)$"
"""An ISO 8601 offset of whole days: years, months, weeks and days, in that order, at least one of them."""


class Deadline(Model):
    """When a step must be done. `offset` (ISO 8601, negative before) counts from the guide's `start`."""

    text: LanguageMap = Field(description="Fristen i ord, fx »Senest ugen efter«.")
    offset: str | None = Field(
        None,
        pattern=OFFSET_PATTERN,
        description=(
            "Tid efter start: P1D (en dag), P2W (to uger), P3M (tre måneder), P1Y (et år). Minus foran betyder før."
        ),
    )
    law: Slug | None = Field(
        None, description="Reglen, der sætter fristen, med id fra data/laws.yml. Kun når loven sætter den."
    )


class Answer(Model):
    """A question people ask about a step, and its answer."""

    id: Slug
    question: LanguageMap = Field(description="Spørgsmålet, som folk stiller det.")
    answer: LanguageMap = Field(description="Svaret, med kilde.")


class Difference(Model):
    """What is otherwise for some of those a step is about."""

    id: Slug
    who: LanguageMap = Field(description="Hvem det er anderledes for, fx »borgere under Ukraine-særloven«.")
    text: LanguageMap = Field(description="Hvad der er anderledes, med kilde eller lov.")


class Step(Model):
    """One thing to do. Texts may hold Markdown and citations."""

    id: Slug
    title: LanguageMap = Field(description="Hvad der skal gøres, kort.")
    text: LanguageMap = Field(description="Hvordan man gør. Må have kilder: [@lg-2015, …].")
    who: tuple[Who, ...] = Field(min_length=1, description="Hvem der gør det.")
    deadline: Deadline | None = Field(None, description="Hvornår det skal være gjort.")
    legal_basis: LanguageMap | None = Field(None, description="Lov og paragraf, med kilde: [@lg-2015, afsnittet …].")
    differs: tuple[Difference, ...] = Field((), description="Hvad der er anderledes for nogle borgere.")
    advice: tuple[LanguageMap, ...] = Field((), description="Gode råd, ét for hvert punkt.")
    questions: tuple[Answer, ...] = Field((), description="Spørgsmål, folk stiller, og svar.")
    materials: tuple[Slug, ...] = Field((), description="Materialer, man bruger her, med id.")
    checklists: tuple[Slug, ...] = Field((), description="Tjeklister, man bruger her, med id.")
    cases: tuple[Slug, ...] = Field((), description="Eksempler fra {place.many}, med id.")
    sources: tuple[Citation, ...] = Field((), description="Kilder til hele trinet.")
    safety: TrueOrFalse = Field(
        False, description="true, når trinet handler om tavshed, penge eller retten til at sige nej."
    )


class Phase(Model):
    """A stretch of time in a guide."""

    id: Slug
    title: LanguageMap = Field(description="Fasens navn.")
    period: LanguageMap = Field(description="Hvornår fasen er, i ord.")
    summary: LanguageMap = Field(description="Hvad fasen går ud på.")
    steps: tuple[Step, ...] = Field(min_length=1, description="Trinene, i rækkefølge.")


class Guide(Content, OnDays, InShort, Reviewed, Approvable):
    """`data/guides/<id>.yml`; the words around it stand in `docs/<lang>/<guides>/<id>.md`."""

    id: Slug = Field(description="Guidens id: filens navn uden .yml.")
    title: LanguageMap = Field(description="Guidens titel.")
    summary: LanguageMap = Field(description="Hvad guiden hjælper med, i én eller to sætninger.")
    audience: tuple[Audience, ...] = Field(("municipality",), description="Hvem teksten er til.")
    start: LanguageMap | None = Field(None, description="Dagen fristerne tælles fra, fx »ankomstdagen«.")
    phases: tuple[Phase, ...] = Field(min_length=1, description="Guidens faser, i rækkefølge.")
    related: Related = Field(Related(), description="Det, læseren kan have brug for bagefter, med id.")


class Case(Content, OnDays):
    """`data/cases/<id>.yml`: what one municipality did, why, and what came of it, according to a report."""

    id: Slug = Field(description="Eksemplets id: filens navn uden .yml.")
    title: LanguageMap = Field(description="Eksemplets titel.")
    municipality: str | None = Field(None, description="{Place.the_one}s kode; udelades hvis kilden ikke nævner den.")
    themes: tuple[Slug, ...] = Field(
        min_length=1,
        description=(
            "Emner: reception (modtagelse), housing (bolig), starter-package (startpakke), health (sundhed), "
            "language (sprog), employment (job), volunteers (frivillige), families (familier), unaccompanied "
            "(uledsagede unge), organisation (organisering), policy (politik), children (børn), cooperation "
            "(samarbejde), eller et emne, som portalen selv har et ord for."
        ),
    )
    year: Annotated[int, PAST_EVENT] = Field(ge=1945, description="Året, kilden beskriver.")
    what: LanguageMap = Field(description="Hvad {place.the_one} gjorde.")
    why: LanguageMap | None = Field(None, description="Hvorfor de gjorde det.")
    outcome: LanguageMap | None = Field(None, description="Hvad der kom ud af det, ifølge kilden.")
    source: Citation = Field(description='Hvor det står: kildens id, og stedet i den, fx "als-2023, afsnit 3.2".')
