"""How a page looks when somebody shares it: Open Graph, its section's picture, and the way to it for search engines."""

from dataclasses import dataclass

from vejviser.content.languages import Language, open_graph
from vejviser.content.model.portal import Portal
from vejviser.content.types import sections
from vejviser.pages.linked_data import Thing, breadcrumb_list, site_host

PICTURES = "assets/vejviser/img/share"
FRONT = "forside"
PICTURE_SIZE = (1200, 630)


@dataclass(frozen=True, slots=True)
class Share:
    """What a shared link shows. `picture` and `address` are whole addresses; a portal without pictures shows none."""

    title: str
    address: str
    locale: str
    other_locales: tuple[str, ...]
    picture: str
    picture_text: str
    width: int
    height: int


def share(
    title: str, where: str, languages: tuple[Language, ...], portal: Portal, pictures: frozenset[str] = frozenset()
) -> Share:
    """Return what is shown of the page at `where` ("places/sampleton/"), written in the first of `languages`.

    `pictures` are the names of those that the portal has, each of its section.
    """
    written, *others = languages
    section, named = where.partition("/")[0], sections()
    texts = portal.texts[written]
    picture = section if section in named and section in pictures else FRONT
    return Share(
        title,
        site_host(portal) + portal.root(written) + where,
        open_graph(written),
        tuple(open_graph(other) for other in others),
        f"{portal.site_url.rstrip('/')}/{PICTURES}/{picture}.png" if picture in pictures else "",
        texts("share.picture", section=texts(named.get(picture, "site.name"))),
        *PICTURE_SIZE,
    )


def way(steps: list[tuple[str, str]], title: str, address: str, portal: Portal) -> Thing | None:
    """Return the BreadcrumbList of a page: the pages above it, by title and path, and itself; none for a front page."""
    host = site_host(portal)
    return breadcrumb_list([*((name, host + path) for name, path in steps), (title, address)]) if steps else None
