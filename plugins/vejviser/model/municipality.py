"""Municipalities and regions, with Open Referral HSDS words where it has one."""

from datetime import date
from typing import Literal

from pydantic import Field

from vejviser.model.base import Citation, Content, LanguageMap, Model, MunicipalityCode, Slug, Text, slugify
from vejviser.model.dates import shift

CONTACT_HOLDS = "P1Y"
"""How long after its assured_date a contact with a person in it may be shown."""


class Region(Content):
    """`data/regions.yml`. Dates are days inclusive; an absent one means "always before" or "until further notice"."""

    id: Slug
    code: str | None = Field(None, description="Danmarks Statistiks kode; udelades hvis den ikke er kendt.")
    name: Text
    valid_from: date | None = None
    valid_to: date | None = None
    source: Citation | None = None


class RegionMembership(Model):
    """The region a municipality belongs to in a period."""

    region: Slug
    valid_from: date | None = None
    valid_to: date | None = None

    def holds(self, day: date) -> bool:
        """Tell whether the membership is valid on `day`."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class Population(Model):
    """Inhabitants on a day, from Statistics Denmark's FOLK1A."""

    value: int = Field(ge=0)
    period: str = Field(pattern=r"^\d{4}K[1-4]$")
    source: Citation


class Cooperation(Model):
    """How municipality and organisations work together, as a source says it."""

    level: Literal["formal", "present", "none"] = Field(
        description="formal: aftale og kontaktperson; present: indsatsen findes; none: kilden siger nej."
    )
    since: int | None = None
    as_of: int = Field(description="Året kilden beskriver.")
    note: LanguageMap | None = None
    source: Citation


class Contact(Model):
    """A way in. A person's name, e-mail or phone needs `consent: true` and `assured_date`."""

    id: Slug
    title: LanguageMap = Field(description="Funktionen, fx »Koordinator for frivillige«.")
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    consent: bool = False
    assured_date: date | None = None
    source: Citation | None = None

    @property
    def personal(self) -> bool:
        """Tell whether it leads to a person, and not only to an office."""
        return bool(self.name or self.email or self.phone)

    def may_be_shown(self, day: date) -> bool:
        """Tell whether it may be shown on `day`: no person in it, or consented to and assured within a year."""
        if not self.personal:
            return True
        return self.consent and self.assured_date is not None and shift(self.assured_date, CONTACT_HOLDS) >= day


class Service(Model):
    """What is offered, in HSDS words."""

    id: Slug
    name: LanguageMap
    organization: Literal["roede-kors", "drc", "kommune", "other"]
    description: LanguageMap
    kind: Literal["friend", "family", "language-cafe", "homework", "group", "advice", "other"]
    languages: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    assured_date: date | None = None
    source: Citation


class Fact(Model):
    """Something a report says about the municipality."""

    id: Slug
    text: LanguageMap
    year: int
    source: Citation


class Municipality(Content):
    """`data/kommuner/<code>-<slug>.yml`."""

    code: MunicipalityCode
    name: Text
    regions: tuple[RegionMembership, ...] = Field(min_length=1)
    population: Population | None = None
    centre: tuple[float, float] = Field(description="Længde og bredde i grader.")
    website: str | None = Field(None, description="Kommunens hjemmeside uden https://, fx odense.dk.")
    programme_name: LanguageMap | None = Field(None, description="Indsatsens lokale navn, hvis det er et andet.")
    referral: LanguageMap | None = Field(None, description="Sådan henviser man, eller bliver henvist, her.")
    cooperation: Cooperation | None = None
    contacts: tuple[Contact, ...] = ()
    services: tuple[Service, ...] = ()
    facts: tuple[Fact, ...] = ()
    verified: date | None = Field(None, description="Dagen hvor nogen sidst så siden efter.")

    @property
    def slug(self) -> str:
        """The municipality's part of every address: hoeje-taastrup."""
        return slugify(self.name)

    def region_on(self, day: date) -> str:
        """Give the id of the region the municipality belongs to on `day`."""
        return next(membership.region for membership in self.regions if membership.holds(day))

    def next_region(self, day: date) -> RegionMembership | None:
        """Give the region the municipality will belong to after `day`, when that is known to be another."""
        later = [it for it in self.regions if it.valid_from and it.valid_from > day]
        return min(later, key=lambda it: it.valid_from or day) if later else None
