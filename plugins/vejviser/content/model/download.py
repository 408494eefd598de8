"""Files that a reader can download, as the pages and the open data know them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

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
ALL_FILES = "files"
"""The name of all files together, among the parts of a portal that something is made of."""


class TrackedDownloads(Sequence[Download]):
    """The files, noting in `parts_read` which of them somebody has looked at: some content's, some place's, or all."""

    def __init__(self, downloads: Downloads, parts_read: set[str]) -> None:
        self._downloads = downloads
        self._parts_read = parts_read

    def read_part(self, name: str) -> Downloads:
        """Return the files, noting that only those of a part are looked at."""
        self._parts_read.add(name)
        return self._downloads

    def __len__(self) -> int:
        return len(self.read_part(ALL_FILES))

    @overload
    def __getitem__(self, index: int) -> Download: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Download]: ...
    def __getitem__(self, index: int | slice) -> Download | Sequence[Download]:
        return self.read_part(ALL_FILES)[index]


def part_of(download: Download) -> str:
    """Return the name of the part a file belongs to: a municipality's files, or those of a content."""
    return f"files of {download.municipality or download.owner}"


def _of_part(downloads: Downloads, name: str) -> Downloads:
    return downloads.read_part(name) if isinstance(downloads, TrackedDownloads) else downloads


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
    part = _of_part(downloads, f"files of {owner}")
    return (download for download in part if download.owner == owner and download.municipality is None)


def of_municipality(downloads: Downloads, code: str, language: Language) -> list[Download]:
    """Return all files filled in for one municipality in one language."""
    return [
        download
        for download in _of_part(downloads, f"files of {code}")
        if download.municipality == code and download.language == language
    ]
