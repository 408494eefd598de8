"""Materials: one downloadable document a folder, in several languages and formats."""

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import Field

from vejviser.model.base import Audience, Citation, Content, Language, LanguageMap, Model, Reviewed, Slug, Translation
from vejviser.model.fields import FieldSpec
from vejviser.model.handbook import Related, Section

Format = Literal["docx", "odt", "pdf"]


class ClauseChange(Model):
    """What a version changed in one clause; `clause` is the id of a heading in the text."""

    clause: Slug
    note: LanguageMap


class Change(Model):
    """A version and what it changed. The newest stands first."""

    version: str = Field(pattern=r"^\d+\.\d+$")
    date: date
    note: LanguageMap
    clauses: tuple[ClauseChange, ...] = ()
    text_hash: str = Field("", description="Sættes af vejviser: fingeraftryk af den danske tekst i denne version.")


class Material(Content, Reviewed):
    """`materials/<id>/material.yml`; the text stands beside it in `<lang>.md`."""

    id: Slug
    version: str = Field(pattern=r"^\d+\.\d+$")
    updated: date
    kind: Literal["agreement", "form", "plan", "guide", "letter", "programme", "policy"]
    title: LanguageMap
    purpose: LanguageMap
    use_when: LanguageMap = Field(description="Hvem bruger det, og hvornår.")
    audience: tuple[Audience, ...] = Field(min_length=1)
    languages: tuple[Language, ...] = ("da",)
    formats: tuple[Format, ...] = ("docx", "odt", "pdf")
    legal_note: bool = Field(
        False, description="true for aftaler: dokumentet siger selv, at det er en skabelon og ikke juridisk rådgivning."
    )
    prefill: Literal["municipality"] | None = None
    fields: tuple[FieldSpec, ...] = ()
    changes: tuple[Change, ...] = Field(min_length=1)
    sources: tuple[Citation, ...] = ()
    related: Related = Related()


class MaterialMeta(Model):
    """The front matter of a material's text."""

    title: str
    safety: tuple[Slug, ...] = ()
    translation: Translation | None = None


class MaterialText(Content):
    """A material's text in one language: Markdown with {{ field-id }} places."""

    material: Slug
    language: Language
    meta: MaterialMeta
    body: str
    body_line: int
    sections: tuple[Section, ...] = ()

    @property
    def hash(self) -> str:
        """Twelve characters that change when the words change."""
        return hashlib.sha256("".join(section.hash for section in self.sections).encode()).hexdigest()[:12]


MaterialTexts = Mapping[tuple[str, Language], MaterialText]
