"""Materials: one downloadable document a folder, in several languages and formats."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from vejviser.content.languages import Language, main_language
from vejviser.content.model.base import (
    PAST_EVENT,
    Approvable,
    Audience,
    Citation,
    Content,
    InShort,
    LanguageMap,
    OnDays,
    Reviewed,
    Slug,
    Translation,
)
from vejviser.content.model.fields import FormField
from vejviser.content.model.handbook import Related, Section
from vejviser.content.model.text_hash import hash_text
from vejviser.content.model.value import Model, TrueOrFalse

MaterialFormat = Literal["docx", "odt", "pdf", "slides", "odp"]
"""The files a material can be had as; `slides` is a PDF of the slides in its text, `odp` the same for presenting."""
FILLED: frozenset[MaterialFormat] = frozenset({"docx", "odt", "pdf"})
"""The formats that can be filled in on the material's page; slides have no fields."""


class ClauseChange(Model):
    """What a version changed in one clause; `clause` is the id of a heading in the text."""

    clause: Slug = Field(description="Punktets id: overskriftens {#id} i teksten.")
    note: LanguageMap = Field(description="Hvad der er ændret i punktet.")


class Change(Model):
    """A version and what it changed. The newest stands first."""

    version: str = Field(pattern=r"^\d+\.\d+$", description='Versionens nummer, fx "1.1".')
    date: Annotated[date, PAST_EVENT, Field(description="Dagen, versionen kom.")]
    note: LanguageMap = Field(description="Hvad der er nyt, i én eller to sætninger.")
    clauses: tuple[ClauseChange, ...] = Field((), description="Ændringerne, punkt for punkt.")
    text_hash: str = Field("", description="Sættes af vejviser: fingeraftryk af originalen i denne version.")


class Material(Content, OnDays, InShort, Reviewed, Approvable):
    """`materials/<id>/material.yml`; the text stands beside it in `<lang>.md`."""

    id: Slug = Field(description="Materialets id: mappens navn.")
    version: str = Field(
        pattern=r"^\d+\.\d+$", description='Den nuværende version, fx "1.0". Hæv den, når teksten ændres.'
    )
    updated: Annotated[date, PAST_EVENT] = Field(description="Dagen, den nuværende version kom.")
    kind: Literal["agreement", "form", "plan", "guide", "letter", "programme", "policy"] = Field(
        description=(
            "agreement (aftale), form (skema), plan, guide (vejledning), letter (brev), programme (program), "
            "policy (politik)."
        )
    )
    title: LanguageMap = Field(description="Materialets titel.")
    purpose: LanguageMap = Field(description="Hvad materialet er til.")
    use_when: LanguageMap = Field(description="Hvem bruger det, og hvornår.")
    audience: tuple[Audience, ...] = Field(min_length=1, description="Hvem teksten er til.")
    languages: tuple[Language, ...] = Field(
        default_factory=lambda: (main_language(),),
        description="De sprog, materialet findes på. Hvert sprog har en fil, der hedder som sprogets kode.",
    )
    formats: tuple[MaterialFormat, ...] = Field(
        ("docx", "odt", "pdf"),
        description=(
            "Filerne, man kan hente: docx (Word), odt (OpenDocument), pdf. Har teksten slides, "
            "så også slides (PDF) og odp."
        ),
    )
    legal_note: TrueOrFalse = Field(
        False, description="true for aftaler: dokumentet siger selv, at det er en skabelon og ikke juridisk rådgivning."
    )
    signed: TrueOrFalse = Field(
        False,
        description=(
            "true, når nogen skriver under på det: så er det originalen, der gælder, oversættelser står til hjælp"
            " foran den i filen, og kilderne står på siden og ikke i filen."
        ),
    )
    prefill: Literal["municipality"] | None = Field(
        None, description="municipality: lav også en udgave for {place.each_one}, hvor dens navn er skrevet ind."
    )
    fields: tuple[FormField, ...] = Field((), description="Felterne, man udfylder. I teksten skrives de {{ id }}.")
    changes: tuple[Change, ...] = Field(min_length=1, description="Versionerne, den nyeste først.")
    sources: tuple[Citation, ...] = Field((), description="Kilder til materialet.")
    related: Related = Field(Related(), description="Det, læseren kan have brug for bagefter, med id.")

    @property
    def can_be_filled(self) -> bool:
        """Whether it has fields that are not only for signatures, and a file that they can be filled in in."""
        return any(field.type != "signature" for field in self.fields) and not FILLED.isdisjoint(self.formats)


class MaterialMeta(Model):
    """The front matter of a material's text."""

    title: str = Field(description="Dokumentets titel på dette sprog.")
    safety: tuple[Slug, ...] = Field(
        (), description="Afsnit (overskriftens id) om tavshed, penge eller retten til at sige nej."
    )
    translation: Translation | None = Field(None, description="Kun i oversættelser.")


class MaterialText(Content):
    """A material's text in one language: Markdown with {{ field-id }} places."""

    material: Slug
    language: Language
    meta: MaterialMeta
    body: str
    body_line: int
    sections: tuple[Section, ...] = ()


class KeptText(MaterialText):
    """The text of a version as it was when the version was locked."""

    version: str


def version_hash(material: Material, text: MaterialText) -> str:
    """Return twelve characters that change when anything changes that stands in the document.

    That is the text with its title, the line under it, what it says in short (not in what people sign: only its own
    text counts there), and the words of the fields. The order in which material.yml
    lists the fields is not to be seen in the document.
    """
    fields = (
        words
        for spec in sorted(material.fields, key=lambda field: field.id)
        for words in (spec.label, spec.help, *(choice.label for choice in spec.choices))
        if words is not None
    )
    in_short = () if material.signed else material.in_short
    around = [text.meta.title, *(words.text(main_language()) for words in (material.purpose, *in_short, *fields))]
    return hash_text(" ".join([*map(hash_text, around), *(section.hash for section in text.sections)]))
