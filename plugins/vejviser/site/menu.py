"""The menu of a language, with the places its items lead to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from vejviser.content.languages import Language
from vejviser.pages.navigation import navigation
from vejviser.site.composed import Composed
from vejviser.site.locations import PageLocation


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A page of the menu, or (with `children`) a section of it. `url` is the path below the site's root."""

    title: str
    url: str = ""
    is_index: bool = False
    children: tuple["MenuItem", ...] = ()

    @property
    def is_section(self) -> bool:
        """Whether other items stand below this one."""
        return bool(self.children)

    def holds(self, url: str) -> bool:
        """Return whether this is the page at `url`, or a section with it."""
        return any(child.holds(url) for child in self.children) if self.children else self.url == url


def menu(site: Composed, language: Language) -> tuple[MenuItem, ...]:
    """Return the menu of a language; pages that the site does not have are left out."""
    return tuple(_items(navigation(site.portal, language), site, language))


def section_of(items: Iterable[MenuItem], url: str) -> MenuItem | None:
    """Return the innermost section of the menu with the page at `url`."""
    for item in items:
        if item.is_section and item.holds(url):
            return section_of(item.children, url) or item
    return None


def _items(entries: Iterable[Any], site: Composed, language: Language) -> Iterator[MenuItem]:
    for entry in entries:
        title, inside = next(iter(entry.items())) if isinstance(entry, dict) else ("", entry)
        if isinstance(inside, list):
            children = tuple(_items(inside, site, language))
            if children:
                yield MenuItem(title, children=children)
        elif page := site.page(inside, language):
            location = PageLocation(page.uri, page.language, language)
            yield MenuItem(title or page.title, location.url, page.uri.rpartition("/")[2] == "index.md")
