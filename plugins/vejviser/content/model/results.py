"""What is known about the effect: figures from the reports, with what each can say and what it cannot."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from vejviser.content.model.base import PAST_EVENT, Citation, Content, LanguageMap, OnDays, Slug
from vejviser.content.model.value import Model, TrueOrFalse

ANCHORS = {
    "programme": "omfang",
    "survey": "undersoegelsen",
    "cooperation": "samarbejde",
    "outcome": "udbytte",
    "score": "score",
    "research": "forskning",
}
"""The anchors of the groups of figures that come with the package, which are the keys of their headings, too. A group
of the portal's own is called as it is; it stands before research."""
Kind = Literal["distribution", "score", "goal", "number"]
Unit = Literal["percent", "points", "municipalities", "people", "matches", "volunteers", "groups"]
Status = Literal["reached", "not-reached", "under-way", "not-measured"]


class ResultAnswer(Model):
    """One bar of a chart: a share of the answers, a score, or a count."""

    id: Slug
    label: LanguageMap = Field(description="Svaret, som det står i kilden.")
    percent: float | None = Field(None, ge=0, le=100, description="Andelen, som kilden skriver den.")
    respondents: int | None = Field(None, ge=0, description="Antal svar, når kilden giver det.")
    value: float | None = Field(None, ge=0, description="Tallet; hvad det tæller, siger unit.")
    of: int | None = Field(None, ge=1, description="Det, value er en del af: 80 af 98.")
    covers: tuple[Slug, ...] = Field((), description="Svar, som kilden har lagt sammen.")
    min: TrueOrFalse = Field(False, description="true når kilden skriver »mere end«.")
    approximate: TrueOrFalse = Field(False, description="true når kilden skriver »cirka« eller »næsten«.")


class Result(Content, OnDays):
    """One figure or one question. `data/results.yml` holds all of them, keyed by id, in the order they are shown."""

    id: Slug
    group: Slug = Field(
        description=(
            "Hvor tallet hører til: survey (undersøgelsen selv), cooperation (samarbejdet), outcome (deltagernes "
            "udbytte), score (gennemsnit), programme (ordningen), research (forskning og statistik), eller en gruppe, "
            "som portalen selv har en overskrift til."
        )
    )
    kind: Kind = Field(
        description="distribution (svar i procent), score (point fra 0 til 100), goal (et mål), number (enkelte tal)."
    )
    title: LanguageMap = Field(description="Overskriften.")
    question: LanguageMap | None = Field(None, description="Spørgsmålet, sagt med vores ord.")
    unit: Unit | None = Field(
        None, description="Hvad tallet tæller: percent, points, municipalities, people, matches, volunteers, groups."
    )
    year: Annotated[int, PAST_EVENT] = Field(ge=1990, le=2100, description="Året tallene gælder for.")
    n: int | None = Field(None, ge=1, description="Antal svar i alt, når kilden giver det.")
    goal: float | None = Field(None, description="Målet, når det er et tal.")
    status: Status | None = Field(None, description="Kun mål: hvor langt man nåede.")
    complete: TrueOrFalse = Field(True, description="false når kilden ikke viser alle svarmuligheder.")
    headline: TrueOrFalse = Field(False, description="true når tallet skal med på den ene side, man skriver ud.")
    answers: tuple[ResultAnswer, ...] = Field((), description="Svarene, i kildens rækkefølge.")
    source: Citation = Field(description='Hvor det står: kildens id, og stedet i den, fx "als-2023, afsnit 3.2".')
    note: LanguageMap = Field(description="Hvad tallet kan sige, og hvad det ikke kan.")
    conflict: LanguageMap | None = Field(None, description="Hvor kildens egne tal ikke passer sammen.")

    @model_validator(mode="after")
    def _holds_what_its_kind_shows(self) -> "Result":
        wanted = "percent" if self.kind == "distribution" else "value"
        if any(getattr(answer, wanted) is None for answer in self.answers):
            raise ValueError("result-number-missing")
        if (self.kind == "goal") != (self.status is not None):
            raise ValueError("result-status")
        return self

    @property
    def total(self) -> float:
        """The sum of the percentages, as the source writes them."""
        return sum(answer.percent or 0 for answer in self.answers)
