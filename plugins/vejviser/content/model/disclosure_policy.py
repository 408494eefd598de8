"""`data/status/policy.yml`: from when which threshold holds, and the goal the figures are held against."""

from pydantic import Field, model_validator

from vejviser.content.model.base import Citation, Content
from vejviser.content.model.value import Model


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


class Policy(Content):
    """What the editors decide about the status figures."""

    thresholds: tuple[Threshold, ...] = Field(
        min_length=1,
        description="Grænserne, ældste først. En ny grænse gælder kun kvartaler, der ikke er udgivet.",
        examples=[[{"since": "2026-Q1", "threshold": 5}]],
    )
    share_base: int = Field(30, ge=10, description="Andelen vises kun, hvor mindst så mange match er fulgt op.")
    goal: Goal = Field(description="Målet for andelen af match, der fungerer efter seks måneder.")

    @model_validator(mode="after")
    def _in_order(self) -> "Policy":
        quarters = [threshold.since for threshold in self.thresholds]
        limits = [threshold.threshold for threshold in self.thresholds]
        if quarters != sorted(set(quarters)) or limits != sorted(limits):
            raise ValueError("status-policy-order")
        return self

    def threshold_in(self, period: str) -> int:
        """Return the threshold that holds for the quarter; before the first, the first one's."""
        holding = [threshold for threshold in self.thresholds if threshold.since <= period]
        return (holding[-1] if holding else self.thresholds[0]).threshold
