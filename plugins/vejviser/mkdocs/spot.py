"""Where a page stands: which file it is made of, and in which language's part of the site."""

from dataclasses import dataclass

from mkdocs.structure.files import File

from vejviser.model.base import MAIN_LANGUAGE, Language
from vejviser.pages.page import address_of


@dataclass(frozen=True, slots=True)
class Spot:
    """A page of the site. `uri` is its file without the language: "kommuner/odense.md".

    `written` is the language of the text, `shown` the language of the part it stands in; a fallback has two.
    """

    uri: str
    written: Language
    shown: Language

    @classmethod
    def of(cls, file: File) -> "Spot":
        """Give the spot of a file of MkDocs, with static-i18n or without."""
        uri = getattr(file, "norm_src_uri", file.src_uri)
        shown = getattr(file, "locale_alternate_of", MAIN_LANGUAGE)
        return cls(uri, getattr(file, "locale", MAIN_LANGUAGE), shown)

    @property
    def source(self) -> str:
        """The path of its file below docs/ in a site of several languages."""
        return f"{self.written}/{self.uri}"

    @property
    def address(self) -> str:
        """The path below its language's front page: "kommuner/odense/"."""
        return address_of(self.uri)

    @property
    def place(self) -> str:
        """The path of its file in the site: "ar/kommuner/odense/index.html"."""
        front = "" if self.shown == MAIN_LANGUAGE else f"{self.shown}/"
        return f"{front}{self.address}index.html"
