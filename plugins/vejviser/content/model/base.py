"""What every content type is made of: frozen values, language maps, citations, slugs and review dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import date as date_type
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, PrivateAttr, RootModel, StringConstraints, model_validator

from vejviser.base.problems import Origin
from vejviser.content.languages import Language, main_language
from vejviser.content.model.value import Model

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[
    str,
    StringConstraints(pattern=SLUG_PATTERN, max_length=64),
    Field(description="Et kort navn: små bogstaver, tal og bindestreger. Ændres aldrig, for andre henviser til det."),
]
"""An id: lower-case letters a-z, digits and single hyphens. Never reused, never renamed without a redirect."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]
"""The address of a page on the web, as it becomes a link. No other scheme leads anywhere a reader wants to go."""
PagePath = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9/-]*\.md(#[\w-]+)?$")]
"""The path of a page of the portal, without the language: "haandboeger/frivillig/index.md"."""
MAIL_PATTERN = r"^[^\s@<>,;:()]+@[\w-]+(\.[\w-]+)+$"
MailAddress = Annotated[str, StringConstraints(pattern=MAIL_PATTERN)]
"""A mail address alone, without a name: "frivillig@sampleton.example"."""
PhoneNumber = Annotated[str, StringConstraints(pattern=r"^\+?[\d ()/.-]{3,25}$")]
"""A telephone number as people write it."""
WebHost = Annotated[str, StringConstraints(pattern=r"^[\w-]+(\.[\w-]+)+(/[^\s<>\"]*)?$")]
"""A site as people say it, without https://: "sampleton.example"."""
_PLACE_IN_SOURCE = re.compile(r"[^\d,»]+ (?P<place>(?:\d+(?:\.\d+)+|»[^»«]+«)(?:, »[^»«]+«)*)")
"""A word for "section", and what the source itself calls the place: 3.2, »Forord«, or a heading inside 3.2. A number
without a point may be a chapter's, a section's or a page's, and is one place only under one word."""

PLACEHOLDERS = ("UDFYLD:", "FILL IN:")
"""Stand in what `vejviser new` makes wherever a person must write something, in the languages that starts are in."""
Audience = Annotated[
    Literal["volunteer", "coordinator", "municipality", "participant"],
    Field(
        description="volunteer: frivillig, coordinator: frivilligleder, municipality: {place.one}, "
        "participant: deltager."
    ),
]
Role = Literal[
    "volunteer",  # the volunteer friend
    "coordinator",  # the local volunteer leader
    "consultant",  # the organisations' regional consultant
    "municipality",  # the municipality as such
    "caseworker",  # the municipal employee who knows the citizen
    "job-centre",
    "school",  # schools and day care
    "language-centre",
    "health",  # health service, health visitor, treatment centre
    "housing",
    "participant",
    "everyone",
]
Who = Annotated[
    Role,
    Field(
        description="volunteer: den frivillige, coordinator: frivilligleder, consultant: konsulent, "
        "municipality: {place.the_one}, caseworker: sagsbehandler, job-centre: jobcenter, school: skole og dagtilbud, "
        "language-centre: sprogcenter, health: sundhed, housing: bolig, participant: deltager, everyone: alle."
    ),
]


_TRANSLITERATION = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "é": "e"})


def slugify(name: str) -> str:
    """Return the address form of a name: Øster Å -> oester-aa, Ærk -> aerk."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower().translate(_TRANSLITERATION)).strip("-")


@dataclass(frozen=True, slots=True)
class PastEvent:
    """Marks a field of a model: the day, or the year, says that something has been done, so it cannot lie ahead."""


PAST_EVENT = PastEvent()


class Content(Model):
    """Content of one file: remembers where it was read, so that rules can name file and line."""

    origin: Origin = Field(default=Origin(""), exclude=True, repr=False)


class LocalText(Model):
    """A text with the language it is really in (not always the one asked for)."""

    text: str
    language: Language


class LanguageMap(RootModel[dict[Language, Text]]):
    """A short text in several languages. The main language is always there."""

    model_config = ConfigDict(frozen=True)
    _behind: frozenset[Language] = PrivateAttr(frozenset())

    @model_validator(mode="after")
    def _has_main_language(self) -> "LanguageMap":
        if main_language() not in self.root:
            raise ValueError("language-map-danish")
        return self

    def __iter__(self) -> Iterator[Language]:  # type: ignore[override]
        return iter(self.root)

    def __contains__(self, language: object) -> bool:
        return language in self.root

    def get(self, language: str) -> LocalText:
        """Return the text in `language`, or the original."""
        own = language in self.root and language not in self._behind
        found = language if own else main_language()
        return LocalText.model_validate({"text": self.root[found], "language": found})

    def text(self, language: str) -> str:
        """Return only the characters of `get`."""
        return self.get(language).text

    def without(self, language: Language) -> "LanguageMap":
        """Return the text as it is where the translation into `language` is behind: there the original stands."""
        found = self.model_copy()
        found._behind = self._behind | {language}
        return found

    def is_behind(self, language: str) -> bool:
        """Return whether readers of `language` get the original because their translation is behind it."""
        return language in self._behind

    def __repr_args__(self) -> Iterator[tuple[str | None, object]]:
        """Yield what tells two of these apart: the words, and in which languages they are not shown."""
        yield from super().__repr_args__()
        if self._behind:
            yield "behind", sorted(self._behind)


class InShort(Model):
    """Content of YAML that says the most important of itself in a few easy sentences."""

    in_short: tuple[LanguageMap, ...] = Field(
        (),
        description="To til fem korte sætninger: det vigtigste. Skal med, når teksten er til deltagere (participant).",
    )


class Citation(Model):
    """A source and the place in it. Written in YAML as "als-2023, afsnit 3.2"."""

    key: Slug = Field(description="Kildens id i data/sources.yml.")
    locator: str = Field("", description="Stedet i kilden, fx »afsnit 3.2« eller »s. 21«.")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        key, _, locator = value.partition(",")
        return {"key": key.strip(), "locator": locator.strip()}

    @property
    def place(self) -> tuple[str, str]:
        """The source, and the place in it in whatever language: "afsnit 3.2" and "section 3.2" are one place."""
        found = _PLACE_IN_SOURCE.fullmatch(self.locator)
        return self.key, found["place"] if found else self.locator


class Reviewed(Model):
    """Who is to answer for a text, and when those who write the portal last wrote it or read it through.

    That is no approval: who else has read the text, and which text it was, stands under `approved`.
    """

    owner: Text = Field(description="Rollen, der skal stå for teksten, aldrig en persons navn.")
    reviewed: Annotated[date, PAST_EVENT] = Field(
        description="Dagen, redaktionen sidst skrev teksten eller læste den igennem."
    )
    review_every: Literal["P3M", "P6M", "P1Y", "P2Y"] = Field("P1Y", description="Hvor tit den skal læses igennem.")


class OnDays(Model):
    """From which day, and until which, readers can see a text. Without days they always can."""

    publish_from: date | None = Field(
        None, description="Den første dag, læserne kan se teksten, fx 2027-01-01. Udelades: med det samme."
    )
    publish_until: date | None = Field(
        None, description="Den sidste dag, læserne kan se teksten, fx 2027-06-30. Udelades: den bliver stående."
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.publish_from and self.publish_until and self.publish_until < self.publish_from:
            raise ValueError("publish-days-order")
        return self

    def is_shown(self, day: date) -> bool:
        """Return whether readers can see it on `day`."""
        return (self.publish_from is None or self.publish_from <= day) and not self.is_over(day)

    def is_over(self, day: date) -> bool:
        """Return whether `day` lies after its last one."""
        return self.publish_until is not None and self.publish_until < day


class Approval(Model):
    """That somebody with a role has read an original and stands by it: who, when, and which text it was."""

    by: Slug = Field(description="Rollen, der har godkendt, som den hedder i data/approvers.yml. Aldrig et navn.")
    date: Annotated[date_type, PAST_EVENT] = Field(description="Dagen, teksten blev godkendt, fx 2026-12-01.")
    text: str = Field(
        pattern=r"^[0-9a-f]{12}$",
        description="Skrives af vejviser approve: den tekst, der blev godkendt. Så kan man se, om den er ændret siden.",
    )


class Approvable(Model):
    """Content of a file that can be approved as one text."""

    approved: tuple[Approval, ...] = Field(
        (), description="Hvem der har godkendt teksten. Skrives af: vejviser approve STI --by ROLLE"
    )


class Translation(Model):
    """How a translation came about, and which text it was made from.

    `of` maps a section id (or "title", "intro") to the hash of the original section the translator had before her.
    """

    status: Literal["machine", "reviewed"] = Field(
        "machine",
        description=(
            "machine: oversat maskinelt og ikke læst igennem. reviewed: læst af en, der taler sproget; skriv også"
            " reviewed_by og reviewed."
        ),
    )
    reviewed_by: str = Field("", description="Rollen, ikke navnet, på den der læste oversættelsen.")
    reviewed: Annotated[date | None, PAST_EVENT] = Field(
        None, description="Dagen, oversættelsen blev læst igennem, fx 2026-11-22."
    )
    of: dict[str, str] = Field(
        default_factory=dict,
        description="Skrives af vejviser translate confirm: originalen, hvert afsnit er oversat fra.",
    )

    @model_validator(mode="after")
    def _reviewer_with_date(self) -> "Translation":
        if self.status == "reviewed" and not (self.reviewed_by.strip() and self.reviewed):
            raise ValueError("translation-reviewer-missing")
        return self
