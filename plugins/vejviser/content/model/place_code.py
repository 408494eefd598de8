"""The code of a place, as portal.yml says that codes look: "0461"."""

import re
from typing import Annotated, Any

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from vejviser.content.settings import current


def is_place_code(text: str) -> bool:
    """Return whether a text has the form of a place's code."""
    return re.fullmatch(current().places.code.pattern, text) is not None


def right_place_code(text: str) -> str:
    """Return a code with the zeros before it that a spreadsheet has taken away, where codes are numbers."""
    example = current().places.code.example
    return text.zfill(len(example)) if text.isdecimal() and example.isdecimal() else text


def _of_right_form(value: str) -> str:
    if not is_place_code(value):
        expected = current().places.code.pattern
        raise PydanticCustomError("string_pattern_mismatch", "a place's code", {"pattern": expected})
    return value


class _Form:
    """Tells a schema what a code looks like, when it is made."""

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{current().places.code.pattern}$"}


PlaceCode = Annotated[str, AfterValidator(_of_right_form), _Form()]
"""A code of the form that portal.yml gives."""
