"""The stage that makes pages: a page is made again only when something it shows is another.

Two keys lead to a finished page. The first is quick, and is another when anything is that a page could show: its own
text, what the other pages are called, the menu, interface texts, templates. The second is exact: the very variables
its template is given, with where the links of its text lead. So no page can be older than what it shows, and a new
title costs only the pages that name it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from vejviser.base.contents import Content
from vejviser.base.engine import Engine
from vejviser.base.fingerprints import cache_key, program_fingerprint
from vejviser.content.languages import Language
from vejviser.content.markdown.html import Converted
from vejviser.content.track_places import step_pages
from vejviser.site.locations import PageLocation
from vejviser.site.render import NOT_FOUND, Renderer
from vejviser.site.search import MARK

SHOWN_OF_ALL = ("languages", "site_url", "texts")
"""The parts of the portal that any page may show, beside what it is composed of and the tracks it belongs to."""


@dataclass(frozen=True, slots=True)
class Links:
    """What other pages, and the check of a whole site, must know of a page.

    `anchors` are its links to places, as (source of the other page, place, link as written); `dead` lead to no file.
    """

    places: tuple[str, ...]
    anchors: tuple[tuple[str, str, str], ...]
    dead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """A page as HTML, its links, and whether the search is to find it."""

    html: Content
    links: Links
    is_found: bool


@dataclass
class PageCache:
    """Finished pages of one site: found, or rendered and kept."""

    renderer: Renderer
    engine: Engine
    _texts: dict[str, Converted] = field(default_factory=dict)
    _surroundings: dict[Language, str] = field(default_factory=dict)
    _common: dict[Language, str] = field(default_factory=dict)

    def quick_key(self, location: PageLocation) -> str:
        """Return the key that is another whenever anything is that the page could show."""
        page = self.renderer.site.pages[location.source]
        return cache_key(self._surroundings_of(location.site_language), location.site_language, repr(page))

    def page(self, location: PageLocation) -> tuple[FinishedPage, bool]:
        """Return a page, the kept one when it would show the same; and whether it was made now."""
        context = self.renderer.context(location)
        common = self._common_of(location.site_language)
        key = cache_key(common, repr(context), repr(self._targets(location)))
        kept: tuple[FinishedPage] | None = self.engine.kept("page", key, self.is_whole)
        if kept is not None:
            return kept[0], False
        made = self._make(location, context)
        self.engine.keep("page", key, made)
        return made, True

    def not_found(self, language: Language) -> Content:
        """Return the page for addresses that do not exist in a language's part of the site."""
        key = cache_key(language, *map(self._surroundings_of, self.renderer.site.portal.languages))
        return self.engine.result(
            NOT_FOUND,
            key,
            lambda: self.engine.contents.put(self.renderer.not_found(language).encode()),
            self.engine.contents.has,
        )

    def gone(self, language: Language) -> Content:
        """Return the page at the addresses of those that have been taken down."""
        return self.engine.result(
            "gone",
            self._surroundings_of(language),
            lambda: self.engine.contents.put(self.renderer.gone(language).encode(errors="xmlcharrefreplace")),
            self.engine.contents.has,
        )

    def is_whole(self, page: FinishedPage) -> bool:
        """Return whether a kept page can be used."""
        return self.engine.contents.has(page.html)

    def text(self, location: PageLocation) -> Converted:
        """Return the text as HTML: languages that fall back to it mostly share one, and so do builds."""
        page = self.renderer.site.pages[location.source]
        told = self._telephones[location.text_language]
        key = cache_key(program_fingerprint(), page.body, repr(self._targets(location)), told)
        if key not in self._texts:
            self._texts[key] = self.engine.result("text", key, lambda: self.renderer.text(location))
        return self._texts[key]

    @cached_property
    def base(self) -> str:
        """The key of what every page is made with: code, libraries, templates, settings."""
        settings = self.renderer.site.settings
        folder = settings.templates
        files = sorted(path for path in folder.rglob("*.html") if path.is_file()) if folder else ()
        contents = (part for file in files for part in (file.relative_to(folder or "").as_posix(), file.read_bytes()))
        told = repr(replace(settings, root=Path(), templates=None))
        names = repr(sorted(self.renderer.site.assets.names.items()))
        return cache_key(program_fingerprint(), told, names, *contents)

    @cached_property
    def _telephones(self) -> Mapping[Language, str]:
        """The fingerprints of the numbers that texts call."""
        return {language: told.fingerprint for language, told in self.renderer.telephones.items()}

    @cached_property
    def _tracks(self) -> str:
        """The fingerprint of what stands around the pages of tracks: the steps, and the pages they lead to."""
        portal = self.renderer.site.portal
        told = ((track, tuple(step_pages(portal, step) for step in track.steps)) for track in portal.tracks)
        return cache_key(*map(repr, told))

    def _make(self, location: PageLocation, context: Mapping[str, Any]) -> FinishedPage:
        text = self.text(location)
        html = self.renderer.page(location, context, text).encode(errors="xmlcharrefreplace")
        return FinishedPage(self.engine.contents.put(html), self._links(location, text), MARK in html)

    def _common_of(self, language: Language) -> str:
        """Return the fingerprint of what all pages in a language's part of the site share."""
        if language not in self._common:
            common = self.renderer.common(language).items()
            told = (f"{name}={value!r}" for name, value in common)
            self._common[language] = cache_key(self.base, *self._telephones.values(), *told)
        return self._common[language]

    def _surroundings_of(self, language: Language) -> str:
        if language not in self._surroundings:
            site = self.renderer.site
            shown = site.facts.fingerprint(*SHOWN_OF_ALL)
            self._surroundings[language] = cache_key(self._common_of(language), site.heads, shown, self._tracks)
        return self._surroundings[language]

    def _targets(self, location: PageLocation) -> tuple[tuple[str, str, tuple[int, int] | None], ...]:
        """Return what a page's links and pictures lead to, and how large the pictures are."""
        page = self.renderer.site.pages[location.source]
        found = self.renderer.resolver(location.site_language).targets(location.source, page.body)
        return tuple((*item, self.renderer.picture_size(location, item[0])) for item in found)

    def _links(self, location: PageLocation, text: Converted) -> Links:
        resolver = self.renderer.resolver(location.site_language)
        anchors, dead = [], []
        for written in text.links:
            anchor = written.partition("#")[2]
            if resolver.resolve(location.source, written) is None:
                dead.append(written)
            elif anchor and (target := resolver.target(location.source, written)):
                anchors.append((target, anchor, written))
        return Links(text.places, tuple(anchors), tuple(dead))
