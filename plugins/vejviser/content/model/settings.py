"""`portal.yml`: what makes a portal this one. Every key may be left out."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, field_validator, model_validator

from vejviser.content.colours import is_for_day, is_for_night
from vejviser.content.languages import SECOND_LANGUAGE
from vejviser.content.model.addresses import Addresses
from vejviser.content.model.base import (
    MAIL_PATTERN,
    PAST_EVENT,
    Audience,
    Content,
    PhoneNumber,
    Slug,
    Text,
    WebAddress,
    WebHost,
)
from vejviser.content.model.by_language import ByLanguage
from vejviser.content.model.disclosure_policy import Policy
from vejviser.content.model.indicators import Indicators
from vejviser.content.model.language_entry import LanguageCode, LanguageEntry
from vejviser.content.model.value import Model, TrueOrFalse
from vejviser.content.number_kinds import is_known
from vejviser.content.time_zones import is_time_zone

_FORM = r"^[a-z][a-z0-9_]*$"

Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]


def _is_known(value: str) -> str:
    if not is_known(value):
        raise ValueError("portal-national-number")
    return value


NationalNumber = Annotated[str, AfterValidator(_is_known)]


def _is_time_zone(value: str) -> str:
    if not is_time_zone(value):
        raise ValueError("portal-time-zone")
    return value


TimeZone = Annotated[str, AfterValidator(_is_time_zone)]


class MainNumber(Model):
    """The number anybody may call an organisation on: its own, and no person's."""

    number: PhoneNumber = Field(description='Nummeret, som det læses op, i anførselstegn: "00 11 22 33".')
    source: WebAddress = Field(description="Adressen på den side, hvor nummeret står.")
    read: Annotated[date, PAST_EVENT] = Field(description="Dagen, siden blev læst, fx 2026-11-28.")

    @property
    def dialled(self) -> str:
        """The digits, as a telephone wants them."""
        return self.number.replace(" ", "")

    @property
    def host(self) -> str:
        """The name of the site that the number stands on."""
        return self.source.partition("://")[2].partition("/")[0].removeprefix("www.")


class Organisation(Model):
    """One of those who stand behind the portal."""

    name: ByLanguage = Field(description="Hvad organisationen hedder, på hvert sprog.")
    in_sentence: ByLanguage | None = Field(
        None, description="Hvad den hedder inde i en sætning, hvor det er noget andet, fx en forkortelse."
    )
    website: WebHost | None = Field(None, description="Hjemmesiden uden https://, fx forening.example.")
    phone: MainNumber | None = Field(
        None, description="Hovednummeret, som vises hos de steder, hvor ingen anden kontakt er kendt."
    )
    approves: TrueOrFalse = Field(
        True, description="false, når organisationen ikke er en rolle, der godkender tekster."
    )
    awaited: TrueOrFalse = Field(
        False, description="true, når alle tekster skal igennem organisationen. Indtil da siger hver side det."
    )

    def sentence_name(self, language: str) -> str:
        """Return what it is called in the middle of a sentence."""
        return self.own_sentence_name(language) or self.name.text(language)

    def own_sentence_name(self, language: str) -> str | None:
        """Return the same, where it is written in the language."""
        return (self.in_sentence and self.in_sentence.own(language)) or self.name.own(language)


class PlaceCode(Model):
    """What the codes of places look like."""

    pattern: str = Field(
        r"[A-Za-z0-9][A-Za-z0-9-]*",
        description="Et regulært udtryk, som en hel kode skal passe til, fx 0[1-8][0-9][0-9].",
    )
    name: str = Field("code", description="Hvad koden kaldes i åbne data, fx sognekode.")
    example: str = Field("", description="En rigtig kode, som beskeder om forkerte koder viser.")

    @field_validator("pattern")
    @classmethod
    def _readable(cls, value: str) -> str:
        try:
            re.compile(value)
        except re.error:
            raise ValueError("portal-pattern") from None
        return value

    @model_validator(mode="after")
    def _fits(self) -> "PlaceCode":
        if self.example and not re.fullmatch(self.pattern, self.example):
            raise ValueError("portal-example")
        return self


Words = Mapping[Annotated[str, StringConstraints(pattern=_FORM)], Text]
"""The forms of a word by their names: one, the_one, many."""
WordsByLanguage = Mapping[LanguageCode, Words]


class Level(Model):
    """What lies above a place: a region, a county, a country."""

    id: Slug = Field(description="Niveauets id, fx region.")
    words: WordsByLanguage = Field(
        default_factory=dict, description="Ordene for niveauet, på hvert sprog: one, the_one, many, the_many."
    )


class Places(Model):
    """The kind of places the portal's directory is about."""

    words: WordsByLanguage = Field(
        default_factory=dict, description="Ordene for et sted, på hvert sprog: one (sogn), the_one, many, the_many."
    )
    title: ByLanguage = Field(
        ByLanguage({}),
        description="Hvad et sted kalder sig selv: {name} Sogn. {name} er navnet. Udelades, når sproget siger det.",
    )
    titles: Mapping[str, ByLanguage] = Field(
        default_factory=dict, description="De steder, der kalder sig noget andet, efter deres kode."
    )
    organisation: Slug = Field(
        "place", description="Hvad data kalder stedet selv, når det er det, der giver et tilbud."
    )
    code: PlaceCode = Field(PlaceCode(), description="Sådan ser et steds kode ud.")
    levels: tuple[Level, ...] = Field((), description="Det, et sted ligger i, det nærmeste først: region, land.")


Formula = Literal["lix", "rix", "ari", "coleman-liau"]


class Readability(Model):
    """How a language's texts are measured, and how hard they may be for whom."""

    formula: Formula = Field(
        "lix",
        description="Målet. lix: LIX, for dansk, norsk og svensk. rix: lange ord i hver sætning. ari: Automated "
        "Readability Index. coleman-liau: Coleman-Liau, begge skoleår på engelsk. Højere er sværere i dem alle.",
    )
    limits: Mapping[Audience, int] = Field(
        default_factory=dict, description="Det højeste tal for hver læser: {participant: 35, volunteer: 45}."
    )


class Licence(Model):
    """Under which licence the portal's texts can be used by others."""

    name: str = Field("CC BY 4.0", description="Licensens navn.")
    url: WebAddress = Field("https://creativecommons.org/licenses/by/4.0/", description="Licensens adresse.")


class Colours(Model):
    """The portal's own colours; left out, those of the package."""

    accent: Colour | None = Field(None, description="Farven på links og knapper, fx #8a1538.")
    accent_dark: Colour | None = Field(
        None,
        description="Den samme, hvor baggrunden er mørk, fx #f0a0b4. Udelades: accent, gjort lys nok.",
    )

    @field_validator("accent")
    @classmethod
    def _read_by_day(cls, value: str | None) -> str | None:
        if value and not is_for_day(value):
            raise ValueError("portal-colour-light")
        return value

    @field_validator("accent_dark")
    @classmethod
    def _read_by_night(cls, value: str | None) -> str | None:
        if value and not is_for_night(value):
            raise ValueError("portal-colour-dark")
        return value


class Report(Model):
    """Where readers can report what is wrong."""

    mail: str = Field("", pattern=rf"^$|{MAIL_PATTERN}", description="Postkassen, som læsere kan skrive til om fejl.")


class Settings(Content):
    """`portal.yml`."""

    name: ByLanguage = Field(ByLanguage({}), description="Hvad portalen hedder: én tekst, eller en for hvert sprog.")
    languages: tuple[LanguageEntry, ...] = Field(
        (LanguageEntry(code=SECOND_LANGUAGE),),
        min_length=1,
        description="Sprogene, hovedsproget først. En kode er nok: da, en, uk, fa-AF.",
    )
    country: Country | None = Field(
        None, description="Landet, som portalen er i, med to bogstaver: DK. Udelades: hovedsprogets land."
    )
    time_zone: TimeZone | None = Field(
        None,
        description="Tidszonen, som portalens dage skifter efter: Europe/Copenhagen. "
        "Udelades: landets, når det kun har én, ellers UTC.",
    )
    organisations: Mapping[Slug, Organisation] = Field(
        default_factory=dict, description="Dem, der står bag portalen. De er også roller, der kan godkende tekster."
    )
    places: Places = Field(Places(), description="De steder, portalens oversigt handler om: sogne, councils, …")
    addresses: Addresses = Field(Addresses(), description="Ordene i adresserne. Skift dem aldrig på en udgivet side.")
    national_numbers: tuple[NationalNumber, ...] | None = Field(
        None,
        description="Personnumre, som ingen side må vise, med python-stdnums navne, landets eget først: "
        "[no.fodselsnummer, se.personnummer]. Udelades: det, landet selv bruger. [] er ingen.",
    )
    phone_country: Country | None = Field(
        None, description="Landet, som telefonnumre uden landekode hører til. Udelades: country."
    )
    readability: Mapping[LanguageCode, Readability] = Field(
        default_factory=dict, description="Hvor svære tekster må være at læse, sprog for sprog."
    )
    indicators: Indicators = Field(Indicators(), description="Det, der tælles hvert kvartal: statustallene.")
    policy: Policy | None = Field(
        None, description="Reglerne for statustallene, hvor de ikke står i data/status/policy.yml: grænserne og målet."
    )
    licence: Licence = Field(Licence(), description="Licensen for portalens tekster.")
    colours: Colours = Field(Colours(), description="Portalens egne farver.")
    sign: str = Field(
        "",
        pattern=r"^((docs|overrides)/[\w./-]+\.svg)?$",
        description="Portalens mærke: en SVG-fil i docs/ eller overrides/, fx overrides/sign.svg.",
    )
    report: Report = Field(Report(), description="Hvor læsere kan melde fejl.")
    second_reader: bool = Field(
        False, description="true, når en anden end den, der skrev en kladde i formularerne, skal udgive den."
    )

    @field_validator("languages")
    @classmethod
    def _each_once(cls, value: tuple[LanguageEntry, ...]) -> tuple[LanguageEntry, ...]:
        if len({item.code for item in value}) < len(value):
            raise ValueError("portal-language-twice")
        return value

    @cached_property
    def language_codes(self) -> tuple[str, ...]:
        """The codes of the languages, the main one first."""
        return tuple(item.code for item in self.languages)

    def name_in(self, language: str) -> str:
        """Return what the portal is called in a language."""
        return self.name.text(language)
