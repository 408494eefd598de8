"""Every page of a site, composed but not yet converted: one frozen value that rendering reads."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain

from vejviser.content.change_tracking import equal_parts, track_reads
from vejviser.content.languages import MAIN_LANGUAGE, Language
from vejviser.content.load.settings import Settings
from vejviser.content.model.download import Downloads
from vejviser.content.model.portal import Portal
from vejviser.content.track_places import TrackPlace, track_places
from vejviser.pages.page import Page
from vejviser.site.content_check import CONTENT
from vejviser.site.locations import PageLocation


@dataclass(frozen=True)
class Composed:
    """The pages of a portal. `downloads` are the files they offer; `files` what else lies below docs/."""

    settings: Settings
    portal: Portal
    today: date
    downloads: Downloads
    by_content: Mapping[str, tuple[Page, ...]]
    files: frozenset[str] = frozenset()
    read: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The parts of the portal that the pages of each content type were made of."""

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every page by its source path: "da/kommuner/odense.md"."""
        return {f"{page.language}/{page.uri}": page for page in chain.from_iterable(self.by_content.values())}

    @cached_property
    def sources(self) -> frozenset[str]:
        """The paths below docs/ of all pages, and of the other files."""
        return self.files.union(self.pages)

    @cached_property
    def locations(self) -> tuple[PageLocation, ...]:
        """Every page of every language: its own texts, and the Danish ones where it has none."""
        return tuple(chain.from_iterable(self._of(language) for language in self.portal.languages))

    @cached_property
    def track_places(self) -> Mapping[str, tuple[TrackPlace, ...]]:
        """Where each page stands in the tracks, by its Markdown path without the language."""
        return track_places(self.portal)

    def page(self, uri: str, language: Language) -> Page | None:
        """Return the page of a file in the language, or else in Danish."""
        return self.pages.get(f"{language}/{uri}") or self.pages.get(f"{MAIN_LANGUAGE}/{uri}")

    def page_at(self, address: str, language: Language) -> Page | None:
        """Return the page at an address such as "kommuner/odense/", in the language or else in Danish."""
        stem = address.rstrip("/")
        wanted = (f"{item}/{stem}{end}" for item in (language, MAIN_LANGUAGE) for end in ("/index.md", ".md"))
        return next((self.pages[source] for source in wanted if source in self.pages), None)

    def _of(self, language: Language) -> Iterator[PageLocation]:
        for page in self.pages.values():
            has_own = f"{language}/{page.uri}" in self.pages
            if page.language == language or (page.language == MAIN_LANGUAGE and not has_own):
                yield PageLocation(page.uri, page.language, language)


def compose(
    settings: Settings,
    portal: Portal,
    today: date,
    downloads: Downloads,
    files: Iterable[str] = (),
    earlier: Composed | None = None,
) -> Composed:
    """Compose every page of the content types that the site shows.

    A content type whose pages were made of the same in an `earlier` site is not composed again.
    """
    found: dict[str, tuple[Page, ...]] = {}
    read: dict[str, frozenset[str]] = {}
    for content in settings.contents:
        if content not in CONTENT:
            continue
        if earlier and _is_same(earlier, content, settings, portal, today, downloads):
            found[content], read[content] = earlier.by_content[content], earlier.read[content]
        else:
            seen = track_reads(portal)
            found[content] = tuple(CONTENT[content](seen, today, downloads))
            read[content] = frozenset(seen.parts_read)
    return Composed(settings, portal, today, downloads, found, frozenset(files), read)


def _is_same(
    earlier: Composed, content: str, settings: Settings, portal: Portal, today: date, downloads: Downloads
) -> bool:
    return (
        content in earlier.read
        and (today, settings, downloads) == (earlier.today, earlier.settings, earlier.downloads)
        and equal_parts(portal, earlier.portal, earlier.read[content])
    )
