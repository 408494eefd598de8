"""How the short texts of YAML files were translated, file by file."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, RootModel
from pydantic_core import PydanticCustomError

from vejviser.content.languages import Language, other_languages
from vejviser.content.model.base import Content, Translation

PATH = "data/translations.yml"


def _other(value: object) -> object:
    if value not in other_languages():
        raise PydanticCustomError("literal_error", "another language", {"expected": ", ".join(other_languages())})
    return value


class ByLanguage(RootModel[dict[Annotated[str, BeforeValidator(_other)], Translation | None]]):
    """How a file's texts were translated, by the languages beside the main one, as it is written."""


class Translations(Content):
    """How the short texts of one file were translated. `data/translations.yml` holds one for each file, by its path."""

    path: str
    by_language: Mapping[Language, Translation]

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: Any) -> dict[str, Any]:
        """Return the schema of what is written: each language is a key."""
        made: dict[str, Any] = handler.resolve_ref_schema(handler(core_schema))
        one = made["properties"].pop("by_language")["additionalProperties"]
        for language in other_languages():
            made["properties"][language] = {"anyOf": [one, {"type": "null"}]}
        made["required"].remove("by_language")
        return made
