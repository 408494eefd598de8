"""`data/status/policy.yml`: the threshold of the protection, and the goal the figures are held against."""

from pydantic import Field

from vejviser.model.base import Citation, Content, Model


class Goal(Model):
    """A share that the programme wants to reach, in percent, and who says so."""

    share: int = Field(ge=1, le=100, description="Målet i procent.")
    source: Citation = Field(description="Hvem der har sat målet, og hvor det står.")


class Policy(Content):
    """What the editors decide about the status figures."""

    threshold: int = Field(5, ge=3, le=100, description="Det mindste antal personer over nul, der må vises.")
    contributors: int = Field(5, ge=2, description="En sum vises kun, når mindst så mange kommuner har indberettet.")
    share_base: int = Field(
        100, ge=100, description="Andelen for et område vises kun, når mindst så mange match er fulgt op."
    )
    goal: Goal = Field(description="Målet for andelen af match, der fungerer efter seks måneder.")
