"""The register of laws: what a duty or a deadline may rest on, where its wording was read, and who has confirmed it."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from vejviser.content.model.base import PAST_EVENT, Content, LanguageMap, Slug, Text
from vejviser.content.model.dates import shift
from vejviser.content.model.value import Model

READ_AGAIN = "P1Y"
"""How long a reading holds: laws change at the turn of the year and in July, so a year is as long as is safe."""

Kind = Literal["act", "consolidation", "order"]


class Reading(Model):
    """A place where the wording, or what an authority says of it, was read."""

    publisher: Text = Field(description="Hvem der har lagt teksten frem, fx »Udlændinge- og Integrationsministeriet«.")
    kind: Literal["text", "authority", "bill", "other"] = Field(
        description="text (lovens ordlyd, også i en privat samling), authority (en myndigheds side om reglen), "
        "bill (et lovforslag: den vedtagne tekst er ikke læst), other (andre, der skriver om reglen)."
    )
    url: str | None = Field(None, pattern=r"^https?://\S+$", description="Adressen, hvor teksten blev læst.")
    note: LanguageMap | None = Field(None, description="Forbehold ved stedet, fx hvilke ændringer teksten har med.")


class Law(Content):
    """One provision. `data/laws.yml` holds all of them, keyed by id, and texts cite them as they cite sources.

    Nobody has confirmed an entry whose `confirmed_by` is empty: every page that rests on it says so.
    """

    id: Slug
    act: Text = Field(description="Lovens korte navn, fx »Integrationsloven«.")
    kind: Kind = Field("act", description="act (lov), consolidation (lovbekendtgørelse), order (bekendtgørelse).")
    number: int | None = Field(
        None, ge=1, le=9999, description="Lovens nummer i Lovtidende, fx 324. Udelades, når det ikke er kendt."
    )
    dated: Annotated[
        date | None, PAST_EVENT, Field(description="Lovens dato, fx 2022-03-16. Skrives sammen med number.")
    ] = None
    paragraph: Text | None = Field(None, description="Paragraffen, fx »§ 15 d«. Udelades, når hele loven er ment.")
    eli: str | None = Field(
        None,
        pattern=r"^https://\S+/eli/\S+$",
        description="Lovens faste adresse (ELI) hos Retsinformation. Udelades, når den ikke er kendt med sikkerhed.",
    )
    says: LanguageMap = Field(description="Hvad reglen siger, kort og med vores egne ord.")
    note: LanguageMap | None = Field(
        None, description="Det, læseren skal vide, fx hvad der er ændret, eller er usikkert."
    )
    read: Annotated[date, PAST_EVENT, Field(description="Dagen, hvor ordlyden sidst blev læst.")]
    read_at: tuple[Reading, ...] = Field(min_length=1, description="Hvor ordlyden blev læst.")
    confirmed_by: Text | None = Field(
        None, description="Rollen på den jurist, der har bekræftet reglen. Udelades, når ingen har."
    )
    confirmed: Annotated[date | None, PAST_EVENT, Field(description="Dagen, hvor reglen blev bekræftet.")] = None
    valid_from: Annotated[date | None, Field(description="Dagen, reglen gælder fra, hvis den er kendt.")] = None
    valid_to: Annotated[date | None, Field(description="Den sidste dag, reglen gælder, hvis den er kendt.")] = None

    @model_validator(mode="after")
    def _confirmed_by_somebody_on_a_day(self) -> Self:
        if (self.confirmed_by is None) != (self.confirmed is None):
            raise ValueError("law-confirmation-half")
        return self

    @model_validator(mode="after")
    def _numbered_by_the_day(self) -> Self:
        if (self.number is None) != (self.dated is None):
            raise ValueError("law-number-half")
        return self

    @property
    def title(self) -> str:
        """The act's name with the paragraph: "Integrationsloven § 15 d"."""
        return f"{self.act} {self.paragraph}" if self.paragraph else self.act

    @property
    def year(self) -> int:
        """The year of the act, or of the reading where the act's date is not known."""
        return (self.dated or self.read).year

    @property
    def url(self) -> str | None:
        """The address of the official text."""
        return self.eli

    def is_old(self, day: date) -> bool:
        """Return whether the wording was read so long before `day` that it should be read again."""
        return shift(self.read, READ_AGAIN) < day

    def holds(self, day: date) -> bool:
        """Return whether the provision is in force on `day`, as far as its dates are known."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)
