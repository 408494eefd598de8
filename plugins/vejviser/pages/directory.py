"""The municipality directory: the list with its map."""

from collections.abc import Iterator, Sequence
from datetime import date

from vejviser.content.addresses import at
from vejviser.content.languages import Language
from vejviser.content.model.download import Downloads
from vejviser.content.model.municipality import Municipality
from vejviser.content.model.portal import Portal
from vejviser.pages import municipality as municipality_pages
from vejviser.pages.choropleth import map_colourings
from vejviser.pages.compose import Composer
from vejviser.pages.municipality_rows import Row, filters, rows
from vejviser.pages.page import Page
from vejviser.pages.page_layout import with_layout
from vejviser.pages.speech import place_names, typing
from vejviser.pages.tile_grid_map import tile_map

INDEX = "<places>/index.md"
DATA = "<data>.md"
"""The page that explains the open data, where a site has one."""
PLURALS = ("one", "few", "many", "other")
SORTS = ("navn", "indbyggere", "region", "erfaringer")


def pages(portal: Portal, today: date, downloads: Downloads = ()) -> Iterator[Page]:
    """Yield the directory in every language: the list, and a page for each municipality."""
    for language in portal.languages:
        yield _index(portal, language, today)
    yield from municipality_pages.pages(portal, today, downloads)


def municipality_uri(municipality: Municipality) -> str:
    """Return the address of a municipality's page."""
    return municipality_pages.municipality_uri(municipality)


def _index(portal: Portal, language: Language, today: date) -> Page:
    page = Composer(portal, language, at(INDEX), today)
    every = rows(portal, today)
    body = page.render(
        "directory.md.jinja",
        rows=every,
        filters=filters(page, every),
        sorts=sorts(every),
        shown=shown(every),
        found_texts=_found_texts(page),
        speech={"typing": typing(portal), "fillers": place_names(portal)},
        explained=any(article.uri == at(DATA) for article in portal.articles),
        map=tile_map(page, map_colourings(page, every)) if every else "",
    )
    title, lead = page.text("directory.title"), page.text("directory.lead")
    return Page(
        page.uri,
        language,
        "index",
        title,
        with_layout(page, body),
        lead,
        styles=("directory",),
        scripts=("directory",),
    )


def shown(every: Sequence[Row]) -> frozenset[str]:
    """Return the columns that any row has something in, by what they are sorted by."""
    known = {
        "region": any(row.region.name for row in every),
        "indbyggere": any(row.population is not None for row in every),
        "erfaringer": any(row.stories for row in every),
    }
    return frozenset(key for key, has in known.items() if has)


def sorts(every: Sequence[Row]) -> tuple[str, ...]:
    """Return what the list can be sorted by; there is always the name."""
    return tuple(key for key in SORTS if key == SORTS[0] or key in shown(every))


def _found_texts(page: Composer) -> dict[str, str]:
    """Return "{number} municipalities" in every plural form the language has, for the script that counts."""
    own = page.portal.texts[page.language].own
    return {form: own[f"directory.found.{form}"] for form in PLURALS if f"directory.found.{form}" in own} or {
        "other": page.text("directory.found.other")
    }
