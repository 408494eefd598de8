"""Tracks: one reader's way through chapters, lists, guides and materials, step by step."""

from pydantic import Field, model_validator

from vejviser.content.model.base import (
    PLACEHOLDERS,
    Approvable,
    Audience,
    Citation,
    Content,
    InShort,
    LanguageMap,
    OnDays,
    Reviewed,
    Slug,
)
from vejviser.content.model.guide import OFFSET_PATTERN
from vejviser.content.model.handbook import Related
from vejviser.content.model.value import Model

MY_MATCH = "<my_match>.md"
"""The page on which readers see where each of their matches is."""
_HAVE_MATCHES: frozenset[Audience] = frozenset(["volunteer", "coordinator"])


class TrackLink(Model):
    """A page that a step uses: one content, under the name of its type."""

    chapter: str | None = Field(None, description="Et kapitel, som bog/kapitel, fx frivillig/det-foerste-moede")
    checklist: str | None = Field(None, description="En tjekliste, med id.")
    material: str | None = Field(None, description="Et materiale, med id.")
    guide: str | None = Field(
        None, description="En guide med id, eller et af dens trin, som guide/trin: modtagelse/offer-a-friend"
    )

    @model_validator(mode="before")
    @classmethod
    def _named(cls, value: object) -> object:
        if isinstance(value, str):
            raise ValueError("track-link-one")  # noqa: TRY004 - told as a rule; a TypeError is none of pydantic's
        return value

    @model_validator(mode="after")
    def _one_of_them(self) -> "TrackLink":
        if len([name for name in type(self).model_fields if getattr(self, name)]) != 1:
            raise ValueError("track-link-one")
        return self

    @property
    def kind(self) -> str:
        """The id of the content type it leads to."""
        return next(name for name in type(self).model_fields if getattr(self, name))

    @property
    def waits(self) -> bool:
        """Return whether nobody has written yet where it leads, as in what `vejviser new` makes."""
        return str(getattr(self, self.kind)).startswith(PLACEHOLDERS)

    @property
    def key(self) -> str:
        """What the content is called, as others name it; without a place in it."""
        name = str(getattr(self, self.kind))
        return name.partition("/")[0] if self.kind == "guide" else name

    @property
    def place(self) -> str:
        """The id of the place on the content's page: of a step in a guide; else nothing."""
        return str(self.guide).partition("/")[2] if self.kind == "guide" else ""


class TrackStep(Model):
    """One step of the way. Its first link is the page on which the step begins."""

    id: Slug
    title: LanguageMap = Field(description="Hvad trinet er, kort, fx »Mød hinanden første gang«.")
    when: LanguageMap | None = Field(None, description="Hvornår, i ord, fx »Når I har fundet to, der passer sammen«.")
    offset: str | None = Field(
        None,
        pattern=OFFSET_PATTERN,
        description=(
            "Hvornår, talt fra forløbets start: P1D (en dag efter), P2W (to uger), P3M (tre måneder), P0D (samme dag)."
            " Minus foran betyder før: -P1W."
        ),
    )
    do: tuple[LanguageMap, ...] = Field((), description="Det gør man. Én sætning for hvert punkt. Må have kilder.")
    know: tuple[LanguageMap, ...] = Field((), description="Det er godt at vide. Må have kilder: [@lg-2015, …].")
    links: tuple[TrackLink, ...] = Field(
        (), description="Siderne til trinet. Den første er den side, trinet begynder på."
    )
    sources: tuple[Citation, ...] = Field((), description="Kilder til hele trinet.")


class Track(Content, OnDays, InShort, Reviewed, Approvable):
    """`data/tracks/<id>.yml`: a page of its own, and a line with the next step on every page that belongs to it."""

    id: Slug = Field(description="Forløbets id: filens navn uden .yml.")
    title: LanguageMap = Field(description="Forløbets navn, kort, fx »Frivillig ven«.")
    intro: LanguageMap = Field(description="Hvem forløbet er for, og hvad det fører til, i én eller to sætninger.")
    audience: tuple[Audience, ...] = Field(min_length=1, description="Hvem forløbet er til.")
    start: LanguageMap | None = Field(None, description="Dagen, trinenes offset tælles fra, fx »dagen for matchmødet«.")
    lists: LanguageMap | None = Field(
        None,
        description=(
            "Overskriften over forløbets tjeklister på siden med tjeklister, fx »Et match fra begyndelse til slut«."
            " De står i trinenes rækkefølge. Uden den står de blandt de andre."
        ),
    )
    steps: tuple[TrackStep, ...] = Field(min_length=1, description="Trinene, i rækkefølge.")
    related: Related = Field(Related(), description="Det, læseren kan have brug for bagefter, med id.")

    @property
    def is_course(self) -> bool:
        """Return whether somebody with a match follows it, by days."""
        return self.start is not None and bool(_HAVE_MATCHES.intersection(self.audience))
