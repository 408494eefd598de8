"""Fields that people fill in, in checklists and in documents."""

from typing import Literal

from pydantic import Field

from vejviser.content.model.base import LanguageMap, Slug
from vejviser.content.model.value import Model, TrueOrFalse

FieldType = Literal["text", "multiline", "date", "choice", "checkbox", "signature"]
"""What is written in a field: a line, several lines, a day, one of the choices, a tick, a name by hand."""
Prefill = Literal[
    "municipality.name",  # "Sampleton"
    "municipality.title",  # "Sampleton Council"
    "municipality.code",
    "municipality.website",
    "municipality.region",
    "municipality.contact.name",  # consented and not stale, or empty
    "municipality.contact.email",
    "municipality.contact.phone",
    "municipality.programme_name",  # the programme's local name
]


class Choice(Model):
    """One of the answers of a choice field."""

    id: Slug
    label: LanguageMap = Field(description="Svaret, som det står i dokumentet.")


class FieldSpec(Model):
    """A place to write. Written in a text as {{ id }}; `id` becomes the name of the field in PDF, DOCX and ODT."""

    id: Slug = Field(description="Feltets navn. I teksten skrives det {{ id }}. Ændres aldrig.")
    type: FieldType = Field(
        "text",
        description=(
            "text (én linje), multiline (flere linjer), date (dato), choice (vælg ét svar), checkbox (sæt kryds),"
            " signature (underskrift)."
        ),
    )
    label: LanguageMap = Field(description="Hvad man skriver i feltet.")
    help: LanguageMap | None = Field(None, description="En kort hjælp til den, der udfylder.")
    prefill: Prefill | None = Field(
        None, description="Hvilken oplysning om {place.the_one} der skrives i feltet på forhånd."
    )
    choices: tuple[Choice, ...] = Field((), description="Kun for type: choice.")


class Dependency(Model):
    """Another field that must be answered first."""

    field: Slug = Field(description="Det andet felts id.")
    value: Slug | None = Field(
        None, description="Kun for et felt med svarmuligheder: id'et på det svar, der skal være valgt."
    )


class FormField(FieldSpec):
    """A field of a document that can also be filled in on its page; the blank document does not show the difference."""

    required: TrueOrFalse = Field(
        False, description="true: På siden kan filen ikke hentes udfyldt, før feltet er udfyldt. Brug det sparsomt."
    )
    depends_on: Dependency | None = Field(
        None,
        description=(
            "Feltet vises kun på siden, når et andet felt er udfyldt, fx {field: samtykke},"
            " eller har et bestemt svar, fx {field: hvem, value: familie}."
        ),
    )
