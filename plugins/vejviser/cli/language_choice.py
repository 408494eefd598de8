"""The type of an option that names a language: which there are says the portal, when the option is read."""

from collections.abc import Callable, Sequence
from typing import Any

import click


class LanguageChoice(click.Choice[str]):
    """One of the languages that a function returns."""

    def __init__(self, languages: Callable[[], Sequence[str]]) -> None:
        super().__init__(())
        self._languages = languages

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 - as Python has it
        """Ask for the choices when they are wanted."""
        return tuple(self._languages()) if name == "choices" else super().__getattribute__(name)
