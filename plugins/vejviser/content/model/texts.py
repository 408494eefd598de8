"""The texts of the interface in one language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from vejviser.content.languages import Direction, Language, direction, script

_PLACE = re.compile(r"\{(?P<name>\w+)\}")
"""A place to fill. Other braces are none: the portal's name, which stands in texts, may hold some."""

_PLURAL = re.compile(r"\.(zero|one|two|few|many)$")


@dataclass(frozen=True)
class Texts:
    """The interface texts of one language, with others behind them. Keys are dotted: "search.placeholder"."""

    language: Language
    own: Mapping[str, str]
    fallback: Mapping[str, str] = field(default_factory=dict)
    path: str = ""
    """The file they stand in, when it is the project's own and not the one that comes with Vejviser."""

    @property
    def direction(self) -> Direction:
        """The direction the language is written in."""
        return direction(self.language)

    @property
    def script(self) -> str:
        """The script the language is set in, as style sheets and web fonts call it."""
        return script(self.language).name

    def lacks(self, original: "Texts") -> list[str]:
        """Return the keys of the texts that the original has and this language has not; plural forms are its own."""
        return [key for key in original.own if key not in self.own and not _PLURAL.search(key)]

    def knows(self, key: str) -> bool:
        """Return whether there is a text for a key, in this language or behind it."""
        return key in self.own or key in self.fallback

    def __call__(self, key: str, **values: object) -> str:
        """Return the text of `key` with its `{places}` filled; raises KeyError for a key that no language has."""
        text = self.own.get(key) or self.fallback[key]
        return _PLACE.sub(lambda place: str(values.get(place["name"], place[0])), text) if values else text
