"""Files that a reader can download, as the pages and the open data know them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vejviser.content.languages import Language


@dataclass(frozen=True, slots=True)
class Download:
    """One file. `path` is its address below the portal's root; `municipality` is a code or None."""

    path: str
    owner: str
    """What it is a file of: "materialer/samarbejdsaftale", "tjeklister/matchmoede" or "haandboeger/frivillig"."""
    language: Language
    format: str
    bytes: int
    sha256: str
    municipality: str | None = None
    second: Language | None = None
    """The other language of a file in two at once."""


Downloads = Sequence[Download]


def of_owner(downloads: Downloads, owner: str, language: Language | None = None) -> list[Download]:
    """Return the blank files of a content, "tjeklister/matchmoede", in one language or in all."""
    return [
        download
        for download in _blank(downloads, owner)
        if download.second is None and language in (None, download.language)
    ]


def in_two_languages(downloads: Downloads, owner: str, language: Language) -> list[Download]:
    """Return the blank files of a content in two languages at once, of which `language` is one."""
    return [
        download
        for download in _blank(downloads, owner)
        if download.second and language in (download.language, download.second)
    ]


def _blank(downloads: Downloads, owner: str) -> Iterator[Download]:
    return (download for download in downloads if download.owner == owner and download.municipality is None)


def of_municipality(downloads: Downloads, code: str, language: Language) -> list[Download]:
    """Return all files filled in for one municipality in one language."""
    return [download for download in downloads if download.municipality == code and download.language == language]
