"""How the short texts of YAML files were translated, file by file."""

from collections.abc import Mapping

from pydantic import Field

from vejviser.model.base import Content, Language, Translation

PATH = "data/translations.yml"


class Translations(Content):
    """How the short texts of one file were translated. `data/translations.yml` holds one for each file, by its path."""

    path: str
    en: Translation | None = Field(None, description="Hvordan filens engelske tekster er lavet.")
    uk: Translation | None = Field(None, description="Hvordan filens ukrainske tekster er lavet.")
    ar: Translation | None = Field(None, description="Hvordan filens arabiske tekster er lavet.")

    @property
    def by_language(self) -> Mapping[Language, Translation]:
        """Give those that are there."""
        found: dict[Language, Translation | None] = {"en": self.en, "uk": self.uk, "ar": self.ar}
        return {language: it for language, it in found.items() if it}
