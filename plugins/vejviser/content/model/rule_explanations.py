"""What the editors' handbook says about a rule: why it is there, a wrong example and a right one."""

from pydantic import Field

from vejviser.content.model.base import Content, Slug, Text
from vejviser.content.model.value import Model


class RuleEntry(Model):
    """One explanation, for one rule or for several that ask for the same."""

    rules: tuple[Slug, ...] = Field(min_length=1, description="Reglernes navne, som de står i [klammer] i beskeden.")
    why: Text = Field(description="Hvorfor reglen er der, og hvad man gør.")
    file: str = Field("", description="Filen i prøveportalen, som eksemplet hører hjemme i.")
    at: str = Field("", description="Det, eksemplet står i stedet for. Udelades, når eksemplet er hele filen.")
    wrong: str = Field("", description="Et forkert eksempel.")
    right: str = Field("", description="Det samme, rigtigt.")


class RuleFamily(Content):
    """Rules of one kind, explained on one page: `/redaktoer/regler/<id>/`."""

    id: Slug
    title: Text = Field(description="Sidens titel.")
    lead: Text = Field(description="Hvad reglerne har til fælles.")
    entries: tuple[RuleEntry, ...] = Field(min_length=1, description="Forklaringerne, i rækkefølge.")
