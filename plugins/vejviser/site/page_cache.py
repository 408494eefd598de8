"""Pages and texts of earlier builds, used again where everything they are made of is the same.

The key of a page is the hash of all that goes into it: the very variables its template is given, its text with where
the links of the text lead, the templates, and the code and libraries. So no page can be older than what it shows.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any

from vejviser.base.cache import Store
from vejviser.base.fingerprints import cache_key, code_fingerprint
from vejviser.content.languages import Language
from vejviser.content.markdown.html import LIBRARIES as CONVERTERS
from vejviser.content.markdown.html import Converted, Heading
from vejviser.site.locations import PageLocation
from vejviser.site.render import Renderer

LIBRARIES = ("jinja2", "markupsafe", *CONVERTERS)


@dataclass(frozen=True, slots=True)
class Links:
    """What other pages, and the check of a whole site, must know of a page.

    `anchors` are its links to places, as (source of the other page, place, link as written); `dead` lead to no file.
    """

    places: tuple[str, ...]
    anchors: tuple[tuple[str, str, str], ...]
    dead: tuple[str, ...]


@dataclass
class PageCache:
    """Finished pages of one site: found, or rendered and kept."""

    renderer: Renderer
    store: Store
    _texts: dict[str, Converted] = field(default_factory=dict)
    _common: dict[Language, str] = field(default_factory=dict)

    def key(self, location: PageLocation, context: Mapping[str, Any]) -> str:
        """Return the key of a page with these template variables."""
        language = location.site_language
        if language not in self._common:
            common = self.renderer.common(language).items()
            self._common[language] = cache_key(self.base, *(f"{name}={value!r}" for name, value in common))
        return cache_key("page", self._common[language], repr(context), repr(self._targets(location)))

    def get(self, key: str) -> tuple[Links, bytes] | None:
        """Return the page kept under a key, or None."""
        found = self.store.get(key)
        if found is None:
            return None
        about, _, html = found.partition(b"\n")
        read = json.loads(about)
        return Links(tuple(read["places"]), tuple(map(tuple, read["anchors"])), tuple(read["dead"])), html

    def make(self, key: str, location: PageLocation, context: Mapping[str, Any]) -> tuple[Links, bytes]:
        """Render a page, and keep it."""
        text = self.text(location)
        html = self.renderer.page(location, context, text).encode(errors="xmlcharrefreplace")
        links = self._links(location, text)
        self.store.put(key, json.dumps(asdict(links), ensure_ascii=False).encode() + b"\n" + html)
        return links, html

    def text(self, location: PageLocation) -> Converted:
        """Return the text as HTML: languages that fall back to it mostly share one, and so do builds."""
        page = self.renderer.site.pages[location.source]
        key = cache_key("text", code_fingerprint(LIBRARIES), page.body, repr(self._targets(location)))
        if key not in self._texts:
            if (found := self.store.get(key)) is not None:
                self._texts[key] = _read(json.loads(found))
            else:
                self._texts[key] = self.renderer.text(location)
                self.store.put(key, json.dumps(asdict(self._texts[key]), ensure_ascii=False).encode())
        return self._texts[key]

    @cached_property
    def base(self) -> str:
        """The key of what every page is made with: code, libraries, templates."""
        folder = self.renderer.site.settings.templates
        files = sorted(path for path in folder.rglob("*.html") if path.is_file()) if folder else ()
        contents = (part for file in files for part in (file.relative_to(folder or "").as_posix(), file.read_bytes()))
        return cache_key(code_fingerprint(LIBRARIES), *contents)

    def _targets(self, location: PageLocation) -> tuple[tuple[str, str], ...]:
        page = self.renderer.site.pages[location.source]
        return self.renderer.resolver(location.site_language).targets(location.source, page.body)

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


def _read(found: Mapping[str, Any]) -> Converted:
    return Converted(found["html"], _headings(found["headings"]), tuple(found["places"]), tuple(found["links"]))


def _headings(found: list[dict[str, Any]]) -> tuple[Heading, ...]:
    return tuple(Heading(item["name"], item["id"], item["level"], _headings(item["children"])) for item in found)
