"""`data/status/policy.yml`, or `policy` in portal.yml: which threshold holds from when, and the goal of the figures."""

from pydantic import Field, model_validator

from vejviser.content.model.base import Citation, Content
from vejviser.content.model.value import Model

PATH = "data/status/policy.yml"


class Goal(Model):
    """A share that the programme wants to reach, in percent, and who says so."""

    share: int = Field(ge=1, le=100, description="Målet i procent.")
    source: Citation = Field(description="Hvem der har sat målet, og hvor det står.")


class Threshold(Model):
    """The threshold that holds from a quarter on."""

    since: str = Field(
        pattern=r"^\d{4}-Q[1-4]$", description="Det første kvartal, grænsen gælder for.", examples=["2026-Q1"]
    )
    threshold: int = Field(
        ge=3, le=100, description="Færre personer end dette kan ingen regne sig frem til. Tallene rundes til den."
    )
    rounding: int | None = Field(
        None, ge=3, le=1000, description="Tallet, der rundes til, når det skal være større end grænsen, fx 10."
    )

    @property
    def base(self) -> int:
        """What figures are rounded to: at least the threshold."""
        return self.rounding or self.threshold

    @model_validator(mode="after")
    def _covers(self) -> "Threshold":
        if self.base < self.threshold:
            raise ValueError("status-policy-rounding")
        return self


class Policy(Content):
    """What the editors decide about the status figures."""

    thresholds: tuple[Threshold, ...] = Field(
        min_length=1,
        description="Grænserne, ældste først. En ny grænse gælder kun kvartaler, der ikke er udgivet.",
        examples=[[{"since": "2026-Q1", "threshold": 5}]],
    )
    share_base: int = Field(30, ge=10, description="Andelen vises kun, hvor helheden er mindst så mange.")
    goal: Goal | None = Field(None, description="Målet for andelen. Udelades, når der ikke er sat et mål.")

    @model_validator(mode="after")
    def _in_order(self) -> "Policy":
        quarters = [threshold.since for threshold in self.thresholds]
        limits = [threshold.base for threshold in self.thresholds]
        if quarters != sorted(set(quarters)) or limits != sorted(limits):
            raise ValueError("status-policy-order")
        return self

    @property
    def goal_share(self) -> int | None:
        """The share that is aimed at, in percent."""
        return self.goal.share if self.goal else None

    def base_in(self, period: str) -> int:
        """Return what figures of the quarter are rounded to; before the first threshold, what the first one says."""
        holding = [threshold for threshold in self.thresholds if threshold.since <= period]
        return (holding[-1] if holding else self.thresholds[0]).base
