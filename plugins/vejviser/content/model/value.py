"""The frozen value that every content type and every setting is."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Strict

TrueOrFalse = Annotated[bool, Strict()]
"""A truth value as YAML writes it. The words yes, on and "true" are texts: other programs read them in other ways."""


class Model(BaseModel):
    """A frozen value that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)
