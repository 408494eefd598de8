"""Where a page stands: which file it is made of, and in which language's part of the site."""

from dataclasses import dataclass

from vejviser.content.languages import Language, main_language
from vejviser.pages.page import address_of


@dataclass(frozen=True, slots=True)
class PageLocation:
    """A page of the site. `uri` is its file without the language: "places/sampleton.md".

    `text_language` is the language of the text, `site_language` that of the part it stands in; a fallback has two.
    """

    uri: str
    text_language: Language
    site_language: Language

    @property
    def source(self) -> str:
        """The path of its file below docs/."""
        return f"{self.text_language}/{self.uri}"

    @property
    def address(self) -> str:
        """The path below its language's front page: "places/sampleton/"."""
        return address_of(self.uri)

    @property
    def url(self) -> str:
        """The path below the site's root: "uk/places/sampleton/"."""
        return self.address if self.site_language == main_language() else f"{self.site_language}/{self.address}"

    @property
    def place(self) -> str:
        """The path of its file in the site: "uk/places/sampleton/index.html"."""
        return f"{self.url}index.html"
