"""A text in several languages, where any of them may be left out."""

from collections.abc import Mapping
from typing import Any

from pydantic import RootModel, model_validator

from vejviser.content.languages import fallbacks
from vejviser.content.model.base import Text
from vejviser.content.model.language_entry import LanguageCode

ANY = "und"
"""What BCP 47 calls a language that nobody has named: the key of a text that stands for every language."""


class ByLanguage(RootModel[dict[LanguageCode, Text]]):
    """A text by language; a text alone stands for all of them."""

    @model_validator(mode="before")
    @classmethod
    def _text_alone(cls, value: Any) -> Any:
        return {ANY: value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: Any) -> dict[str, Any]:
        """Return the schema of what is written: a text alone, or more."""
        return {"anyOf": [{"type": "string"}, handler.resolve_ref_schema(handler(core_schema))]}

    def own(self, language: str) -> str | None:
        """Return the text that is written for a language, if there is one."""
        return self.root.get(language) or self.root.get(ANY)

    def text(self, language: str) -> str:
        """Return the text in a language, or in the one that stands in for it; empty where nothing is written."""
        return str(best(self.root, language) or "")


def best(by_language: Mapping[str, Any], language: str) -> Any:
    """Return what is written for a language, or else for those that stand in for it, or for whichever there is."""
    wanted = (language, ANY, *fallbacks(language), *by_language)
    return next((by_language[item] for item in wanted if item in by_language), None)
