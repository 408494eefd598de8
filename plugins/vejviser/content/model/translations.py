"""How the short texts of YAML files were translated, file by file."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pydantic import Field, create_model

from vejviser.content.languages import MAIN_LANGUAGE, OTHER_LANGUAGES, Language, name_in
from vejviser.content.model.base import Content, Translation

PATH = "data/translations.yml"


if TYPE_CHECKING:
    _ByLanguage = Content
else:
    _ByLanguage = create_model(
        "_ByLanguage",
        __base__=Content,
        **{
            language: (
                Translation | None,
                Field(None, description=f"Hvordan filens tekster på {name_in(language, MAIN_LANGUAGE)} er lavet."),
            )
            for language in OTHER_LANGUAGES
        },
    )


class Translations(_ByLanguage):
    """How the short texts of one file were translated. `data/translations.yml` holds one for each file, by its path.

    It has a field for every language but the main one, named by the language's code.
    """

    path: str

    @property
    def by_language(self) -> Mapping[Language, Translation]:
        """Return those that are there."""
        return {language: found for language in OTHER_LANGUAGES if (found := getattr(self, language))}
