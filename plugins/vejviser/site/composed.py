"""Every page of a site, composed but not yet converted: one frozen value that rendering reads."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from itertools import chain

from vejviser.base.engine import Engine
from vejviser.base.fingerprints import cache_key, program_fingerprint
from vejviser.base.parallel import OnProgress, run_parallel
from vejviser.content.facts import Facts, kept_of_parts, made_of_parts
from vejviser.content.languages import Language, main_language
from vejviser.content.load.settings import Settings
from vejviser.content.model.download import Downloads
from vejviser.content.model.portal import Portal
from vejviser.content.track_places import TrackPlace, track_places
from vejviser.pages.page import Page
from vejviser.site.assets import Assets, assets_of
from vejviser.site.content_check import CONTENT
from vejviser.site.locations import PageLocation
from vejviser.site.sharing import PICTURES


@dataclass(frozen=True)
class Composed:
    """The pages of a portal; `files` is what else lies below docs/."""

    settings: Settings
    facts: Facts
    today: date
    by_content: Mapping[str, tuple[Page, ...]]
    files: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    """The addresses of pages that have been taken down."""

    @property
    def portal(self) -> Portal:
        """The portal, as readers are to see it."""
        return self.facts.portal

    @property
    def downloads(self) -> Downloads:
        """The files the pages offer."""
        return self.facts.downloads

    @cached_property
    def assets(self) -> Assets:
        """What the pages are shown with."""
        return assets_of(self.settings)

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every page by its source path: "en/places/sampleton.md"."""
        return {f"{page.language}/{page.uri}": page for page in chain.from_iterable(self.by_content.values())}

    @cached_property
    def heads(self) -> str:
        """The fingerprint of all that a page may know of the others: which there are, and what they are called."""
        told = (word for source, page in self.pages.items() for word in (source, page.kind, page.title))
        return cache_key(*told, "", *sorted(self.files))

    @cached_property
    def sources(self) -> frozenset[str]:
        """The paths below docs/ of all pages, and of the other files."""
        return self.files.union(self.pages)

    @cached_property
    def locations(self) -> tuple[PageLocation, ...]:
        """Every page of every language: its own texts, and the original where it has none."""
        return tuple(chain.from_iterable(self._of(language) for language in self.portal.languages))

    @cached_property
    def share_pictures(self) -> frozenset[str]:
        """The names of the pictures that the portal has for shared links."""
        folder = self.settings.templates
        return frozenset(path.stem for path in (folder / PICTURES).glob("*.png")) if folder else frozenset()

    @cached_property
    def track_places(self) -> Mapping[str, tuple[TrackPlace, ...]]:
        """Where each page stands in the tracks, by its Markdown path without the language."""
        return track_places(self.portal)

    def page(self, uri: str, language: Language) -> Page | None:
        """Return the page of a file in the language, or else in the main language."""
        return self.pages.get(f"{language}/{uri}") or self.pages.get(f"{main_language()}/{uri}")

    def page_at(self, address: str, language: Language) -> Page | None:
        """Return the page at an address such as "places/sampleton/", in the language or else in the main language."""
        stem = address.rstrip("/")
        wanted = (f"{item}/{stem}{end}" for item in (language, main_language()) for end in ("/index.md", ".md"))
        return next((self.pages[source] for source in wanted if source in self.pages), None)

    def _of(self, language: Language) -> Iterator[PageLocation]:
        for page in self.pages.values():
            has_own = f"{language}/{page.uri}" in self.pages
            if page.language == language or (page.language == main_language() and not has_own):
                yield PageLocation(page.uri, page.language, language)


def compose(settings: Settings, facts: Facts, today: date, engine: Engine, files: Iterable[str] = ()) -> Composed:
    """Compose every page of the content types that the site shows.

    The pages of a type are composed again only when something that they are made of is another.
    """
    key = cache_key(program_fingerprint(), today.isoformat())
    tasks = {
        content: partial(made_of_parts, engine, f"pages of {content}", key, facts, partial(_pages, content, today))
        for content in settings.contents
        if content in CONTENT
    }
    kept: dict[str, tuple[tuple[Page, ...]] | None] = {
        content: kept_of_parts(engine, f"pages of {content}", key, facts) for content in tasks
    }
    missing = [content for content in tasks if kept[content] is None]
    if engine.store is not None and len(missing) > 1:  # by several processes, which keep what they make
        made = run_parallel([partial(_without_steps, tasks[content]) for content in missing], workers=os.cpu_count())
        kept |= {content: (pages,) for content, pages in zip(missing, made, strict=True)}
    found = {content: pages[0] if (pages := kept[content]) else make() for content, make in tasks.items()}
    return Composed(settings, facts, today, found, frozenset(files))


def _without_steps(make: Callable[[], tuple[Page, ...]], _: OnProgress) -> tuple[Page, ...]:
    return make()


def _pages(content: str, today: date, portal: Portal, downloads: Downloads) -> tuple[Page, ...]:
    return tuple(CONTENT[content](portal, today, downloads))
