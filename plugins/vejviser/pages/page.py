"""A generated page: Markdown with front matter, at an address."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from vejviser.content.languages import Language

_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

Kind = str
"""What kind of page it is: the id of a content type, or "home", "index", "book" …; `kind.<kind>` is its name."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language.

    `uri` is the Markdown file's path without the language: "places/sampleton.md". The address follows from it.
    """

    uri: str
    language: Language
    kind: Kind
    title: str
    body: str
    description: str = ""
    audience: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other spellings and words that a search should find the page by."""
    styles: tuple[str, ...] = ()
    """Stylesheets only this page needs, named as in assets/css without the ending."""
    scripts: tuple[str, ...] = ()
    """Scripts only this page needs, named as in assets/js without the ending."""
    version: str = ""
    """The version of what the page shows, where it counts versions."""
    updated: date | None = None
    """The day its text is from, where somebody answers for it."""

    @property
    def edition(self) -> str:
        """What tells this page from an older one: the version or the day of its text; empty where it has neither."""
        return self.version or (self.updated.isoformat() if self.updated else "")

    @property
    def address(self) -> str:
        """The path of the page below its language's front page: "places/sampleton/"."""
        return address_of(self.uri)

    @property
    def markdown(self) -> str:
        """The whole Markdown file: front matter and body."""
        meta: dict[str, Any] = {"title": self.title, "kind": self.kind}
        optional = {
            "description": self.description,
            "audience": list(self.audience),
            "hide": list(self.hide),
            "aliases": list(self.aliases),
            "styles": list(self.styles),
            "scripts": list(self.scripts),
        }
        meta |= {key: value for key, value in optional.items() if value}
        head = yaml.dump(meta, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
        return f"---\n{head}---\n\n{self.body.strip()}\n"


def address_of(uri: str) -> str:
    """Return the path of a page below its language's front page: "places/sampleton.md" -> "places/sampleton/"."""
    stem = uri.removesuffix(".md")
    if stem == "index":
        return ""
    return stem.removesuffix("/index") + "/"
