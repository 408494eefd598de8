"""Municipalities and regions, with Open Referral HSDS words where it has one."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from vejviser.content.languages import main_language
from vejviser.content.model.base import (
    PAST_EVENT,
    Citation,
    Content,
    LanguageMap,
    MailAddress,
    PhoneNumber,
    Slug,
    Text,
    WebHost,
    slugify,
)
from vejviser.content.model.dates import shift
from vejviser.content.model.place_code import PlaceCode
from vejviser.content.model.value import Model, TrueOrFalse
from vejviser.content.place_words import title_of
from vejviser.content.settings import current

CONTACT_HOLDS = "P1Y"
"""How long after its assured_date a contact with a person in it may be shown."""
OTHER = "other"
"""What data calls an organisation that is neither the place itself nor one of those behind the portal."""


class Region(Content):
    """`data/regions.yml`. Dates are days inclusive; an absent one means "always before" or "until further notice"."""

    id: Slug
    code: str | None = Field(None, description="Den kode, statistikken bruger; udelades hvis den ikke er kendt.")
    name: Text = Field(description="Navnet.")
    valid_from: date | None = Field(
        None, description="Den første dag, regionen findes. Udelades, hvis den altid har været der."
    )
    valid_to: date | None = Field(None, description="Den sidste dag, regionen findes. Udelades, hvis den fortsætter.")
    source: Citation | None = Field(
        None, description='Hvor det står: kildens id, og stedet i den, fx "als-2023, afsnit 3.2".'
    )


NO_REGION = Region.model_construct(id="", name="")
"""What a place belongs to in a portal without regions."""


class RegionMembership(Model):
    """The region a municipality belongs to in a period."""

    region: Slug = Field(description="Regionens id i data/regions.yml.")
    valid_from: date | None = Field(None, description="Den første dag, {place.the_one} hører til her.")
    valid_to: date | None = Field(None, description="Den sidste dag, {place.the_one} hører til her.")

    def holds(self, day: date) -> bool:
        """Return whether the membership is valid on `day`."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class Population(Model):
    """Inhabitants on a day, as official statistics count them."""

    value: int = Field(ge=0, description="Antal indbyggere.")
    period: Annotated[str, PAST_EVENT] = Field(pattern=r"^\d{4}K[1-4]$", description="Kvartalet, fx 2026K1.")
    source: Citation = Field(description='Hvor det står: kildens id, og stedet i den, fx "als-2023, afsnit 3.2".')


class Cooperation(Model):
    """How municipality and organisations work together, as a source says it."""

    level: Literal["formal", "present", "none"] = Field(
        description="formal: formelt, fast samarbejde; present: indsatsen findes; none: kilden siger nej."
    )
    since: Annotated[int | None, PAST_EVENT] = Field(
        None, description="Året, samarbejdet begyndte, hvis kilden siger det."
    )
    as_of: Annotated[int, PAST_EVENT] = Field(description="Året kilden beskriver.")
    note: LanguageMap | None = Field(None, description="Et forbehold eller en forklaring.")
    source: Citation = Field(description='Hvor det står: kildens id, og stedet i den, fx "als-2023, afsnit 3.2".')


class Contact(Model):
    """A way in. A person's name, e-mail or phone needs `consent: true` and `assured_date`."""

    id: Slug
    title: LanguageMap = Field(description="Funktionen, fx »Koordinator for frivillige«.")
    name: str | None = Field(None, description="Personens navn. Kræver consent: true og assured_date.")
    email: MailAddress | None = Field(
        None, description="Mailadressen. En persons adresse kræver consent: true og assured_date."
    )
    phone: PhoneNumber | None = Field(
        None, description="Telefonnummeret i anførselstegn. En persons nummer kræver consent: true og assured_date."
    )
    consent: TrueOrFalse = Field(False, description="true, når personen har sagt ja til at stå på siden.")
    assured_date: Annotated[date | None, PAST_EVENT] = Field(
        None, description="Dagen, nogen sidst bekræftede oplysningerne, fx 2026-11-22."
    )
    source: Citation | None = Field(
        None, description='Hvor det står: kildens id, og stedet i den, fx "als-2023, afsnit 3.2".'
    )

    @property
    def personal(self) -> bool:
        """Return whether it leads to a person, and not only to an office."""
        return bool(self.name or self.email or self.phone)

    @property
    def shown_until(self) -> date | None:
        """The last day it may be shown: a year after it was assured. None with no person in it, or without that day."""
        return shift(self.assured_date, CONTACT_HOLDS) if self.personal and self.assured_date else None

    def may_be_shown(self, day: date) -> bool:
        """Return whether it may be shown on `day`: no person in it, or consented to and assured within a year."""
        if not self.personal:
            return True
        return self.consent and self.shown_until is not None and self.shown_until >= day


def providers() -> tuple[str, ...]:
    """Return what data calls those who can offer something: those behind the portal, the place itself, and others."""
    settings = current()
    return *settings.organisations, settings.places.organisation, OTHER


def _known_provider(value: object) -> object:
    if value not in providers():
        raise PydanticCustomError("literal_error", "a provider", {"expected": ", ".join(providers())})
    return value


class _AnyProvider:
    """Tells a schema which providers there are, when it is made."""

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "string", "enum": list(providers())}


Provider = Annotated[str, BeforeValidator(_known_provider), _AnyProvider()]


class Service(Model):
    """What is offered, in HSDS words."""

    id: Slug
    name: LanguageMap = Field(description="Tilbuddets navn.")
    organization: Provider = Field(
        description="Hvem der giver tilbuddet: en organisation i portal.yml, stedet selv, eller other (en anden)."
    )
    description: LanguageMap = Field(description="Hvad tilbuddet er, i én eller to sætninger.")
    kind: Literal["friend", "family", "language-cafe", "homework", "group", "advice", "other"] = Field(
        description=(
            "friend (frivillig ven), family (familie), language-cafe (sprogcafé), homework (lektiehjælp),"
            " group (gruppe), advice (rådgivning), other (andet)."
        )
    )
    languages: tuple[str, ...] = Field((), description="Sprog, der bliver talt.")
    contacts: tuple[Contact, ...] = Field((), description="Veje ind til tilbuddet.")
    assured_date: Annotated[date | None, PAST_EVENT] = Field(
        None, description="Dagen, nogen sidst bekræftede tilbuddet."
    )
    source: Citation = Field(description='Hvor det står: kildens id, og stedet i den, fx "als-2023, afsnit 3.2".')


class Fact(Model):
    """Something a report says about the municipality."""

    id: Slug
    text: LanguageMap = Field(description="Hvad rapporten siger om {place.the_one}, med vores egne ord.")
    year: Annotated[int, PAST_EVENT] = Field(ge=1945, description="Året, det gælder for.")
    source: Citation = Field(description='Hvor det står: kildens id, og stedet i den, fx "als-2023, afsnit 3.2".')


class Municipality(Content):
    """`data/<places>/<code>-<slug>.yml`."""

    code: PlaceCode = Field(description="{Place.the_one}s kode i anførselstegn.")
    name: Text = Field(description="Navnet alene, uden ordet {place.one}.")
    regions: tuple[RegionMembership, ...] = Field((), description="Regionen, {place.the_one} hører til, og hvornår.")
    population: Population | None = Field(None, description="Indbyggertal fra den offentlige statistik.")
    centre: tuple[float, float] | None = Field(None, description="Længde og bredde i grader.")
    website: WebHost | None = Field(None, description="Hjemmesiden uden https://, fx eksempelby.example.")
    programme_name: LanguageMap | None = Field(None, description="Indsatsens lokale navn, hvis det er et andet.")
    referral: LanguageMap | None = Field(None, description="Sådan henviser man, eller bliver henvist, her.")
    cooperation: Cooperation | None = Field(
        None,
        description="Samarbejdet om frivillige venner, som en kilde beskriver det. Udelades, når det ikke er kendt.",
    )
    contacts: tuple[Contact, ...] = Field((), description="Veje ind i {place.the_one}.")
    services: tuple[Service, ...] = Field((), description="Tilbud i {place.the_one}.")
    facts: tuple[Fact, ...] = Field((), description="Det, rapporterne siger om {place.the_one}.")
    verified: Annotated[date | None, PAST_EVENT] = Field(None, description="Dagen hvor nogen sidst så siden efter.")

    @property
    def every_contact(self) -> Iterator[tuple[tuple[str | int, ...], Contact]]:
        """The municipality's contacts and those of its services, each with its place in the file."""
        for index, contact in enumerate(self.contacts):
            yield ("contacts", index), contact
        for number, service in enumerate(self.services):
            for index, contact in enumerate(service.contacts):
                yield ("services", number, "contacts", index), contact

    @property
    def slug(self) -> str:
        """The municipality's part of every address: its name in letters a-z, and its code where there are none."""
        return slugify(self.name) or slugify(self.code)

    @property
    def title(self) -> str:
        """What it calls itself in the main language."""
        return self.title_in(main_language())

    def title_in(self, language: str) -> str:
        """Return what it calls itself in a language, as portal.yml says."""
        return title_of(self.code, self.name, language)

    def names(self, language: str) -> dict[str, str]:
        """Return what interface texts have in `{name}` and `{full_name}`."""
        return {"name": self.name, "full_name": self.title_in(language)}

    def region_on(self, day: date) -> str:
        """Return the id of the region it belongs to on `day`; an empty one where it belongs to none."""
        return next((membership.region for membership in self.regions if membership.holds(day)), "")

    def next_region(self, day: date) -> RegionMembership | None:
        """Return the region the municipality will belong to after `day`, when that is known to be another."""
        later = [region for region in self.regions if region.valid_from and region.valid_from > day]
        return min(later, key=lambda item: item.valid_from or day) if later else None
