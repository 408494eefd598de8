"""The pages that the content leads to, before any of them is made."""

from typing import Any

from vejviser.content.addresses import at
from vejviser.content.content_type import ContentType
from vejviser.content.model.portal import Portal
from vejviser.content.model.track import MY_MATCH
from vejviser.content.news import PAGE as NEWS
from vejviser.content.news import has_news
from vejviser.content.older_versions import older_versions
from vejviser.content.types import type_named, type_of, types

_GENERATED = ("index.md", "<languages>.md")


def page_uris(portal: Portal) -> frozenset[str]:
    """Return the path, without the language, of every page that the content leads to."""
    return frozenset(
        {
            *map(at, _GENERATED),
            *([at("<places>/<status>.md")] if portal.status else []),
            *([at("<approvals>.md")] if portal.approvers else []),
            *(item.index for item in types() if item.index and portal.shows(item)),
            *(
                page.format(item)
                for kind in types()
                for item in portal.all_of(kind)
                for page in _pages_of(kind, item, portal)
            ),
            *(f"{type_of(item).owner(item)}/{at('<fill_in>')}.md" for item in portal.materials if item.can_be_filled),
            *(
                f"{type_of(item).owner(item)}/{at('<versions>')}.md"
                for item in portal.materials
                if older_versions(portal, item)
            ),
            *(at(f"<editors>/<rules>/{family.id}.md") for family in portal.rules),
            *([at("<editors>/<rules>/index.md")] if portal.rules else []),
            *([at(NEWS)] if has_news(portal) else []),
            *([at(MY_MATCH)] if any(track.is_course for track in portal.tracks) else []),
            *([at("<editors>/<writing>.md")] if portal.writing else []),
        }
    )


def address_of_page(uri: str) -> str:
    """Return the address, without the language, of the page with a Markdown path."""
    stem = uri.removesuffix(".md")
    return "/" if stem == "index" else f"/{stem.removesuffix('/index')}/"


def waiting_pages(portal: Portal) -> dict[str, str]:
    """Return the page that each page of figures leads to until there are figures, by its path without the language."""
    if not portal.shows_figures:
        return {}
    places = type_named("municipality")
    own = [item for item in portal.municipalities if item.code not in portal.figured]
    whole = {} if portal.status else {at("<places>/<status>.md"): places.index}
    return whole | {places.pages[1].format(item): places.pages[0].format(item) for item in own}


def _pages_of(kind: ContentType, item: Any, portal: Portal) -> tuple[str, ...]:
    """Return the pages of an item; a place of which no figures are shown has only the first of its two."""
    return kind.pages if kind.id != "municipality" or item.code in portal.figured else kind.pages[:1]
