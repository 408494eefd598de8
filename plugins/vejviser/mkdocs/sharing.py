"""How a page looks when somebody shares it: Open Graph, its section's picture, and the way to it for search engines."""

from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig

from vejviser.content.languages import open_graph
from vejviser.content.types import sections
from vejviser.mkdocs.assets import SITE_FOLDER
from vejviser.mkdocs.workspace import Workspace
from vejviser.model.base import Language
from vejviser.pages.linked_data import Thing, breadcrumbs, site

SECTIONS = sections()
"""The folders that have a picture of their own, and the text that names them. Others have the front page's."""
FRONT = "forside"
PICTURE_SIZE = (1200, 630)


@dataclass(frozen=True, slots=True)
class Share:
    """What a shared link shows. `picture` and `address` are whole addresses."""

    title: str
    address: str
    locale: str
    other_locales: tuple[str, ...]
    picture: str
    picture_text: str
    width: int
    height: int


def share(title: str, where: str, languages: tuple[Language, ...], config: MkDocsConfig, work: Workspace) -> Share:
    """Give what is shown of the page at `where` ("kommuner/odense/"), written in the first of `languages`."""
    written, *others = languages
    portal = work.portal
    section = where.partition("/")[0]
    texts = portal.texts[written]
    picture = section if section in SECTIONS else FRONT
    return Share(
        title,
        site(portal) + portal.root(written) + where,
        open_graph(written),
        tuple(open_graph(it) for it in others),
        f"{(config.site_url or '').rstrip('/')}/{SITE_FOLDER}/img/share/{picture}.png",
        texts("share.picture", section=texts(SECTIONS.get(section, "site.name"))),
        *PICTURE_SIZE,
    )


def way(steps: list[tuple[str, str]], title: str, address: str, work: Workspace) -> Thing | None:
    """Give the BreadcrumbList of a page: the pages above it, by title and path, and itself; none for a front page."""
    host = site(work.portal)
    return breadcrumbs([*((name, host + path) for name, path in steps), (title, address)]) if steps else None
