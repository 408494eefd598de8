"""What search engines read first: sitemap.xml, with the pages there really are, and robots.txt.

MkDocs' own sitemap names every page in every language. Where pages fall back to the original that would be one text
under four addresses, so here each page stands once, with the languages it is written in.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import quoteattr

from vejviser.content.languages import Language, languages, main_language
from vejviser.content.model.portal import Portal
from vejviser.content.news import changed_days
from vejviser.content.settings import current
from vejviser.pages.escape import plain
from vejviser.pages.linked_data import absolute_url
from vejviser.pages.page import Page
from vejviser.pages.search import PLACE

SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
"""


def sitemap_files(portal: Portal, pages: Iterable[Page], *, draft: bool = False) -> dict[str, bytes]:
    """Return both files by their path; no sitemap when it is not known where the portal will be, and of a draft."""
    if draft:
        return {ROBOTS: b"User-agent: *\nDisallow: /\n"}
    if not portal.site_url:
        return {}
    address = f"{portal.site_url.rstrip('/')}/{SITEMAP}"
    return {
        SITEMAP: sitemap(portal, pages).encode(),
        ROBOTS: f"User-agent: *\nAllow: /\n\nSitemap: {address}\n".encode(),
    }


def sitemap(portal: Portal, pages: Iterable[Page]) -> str:
    """Return the sitemap of `pages`: each in the languages it is written in, and where the others are."""
    written: dict[str, list[Language]] = defaultdict(list)
    pages = tuple(pages)
    days = _days(portal, pages)
    for page in pages:
        written[page.uri].append(page.language)
    entries = (
        _entry(portal, uri, language, found, days.get((uri, language)))
        for uri, found in sorted(written.items())
        for language in found
    )
    return f"{_HEAD}{''.join(entries)}</urlset>\n"


def _days(portal: Portal, pages: Iterable[Page]) -> dict[tuple[str, Language], date]:
    """Return the days of the pages that have one: of a place's, also the day a number on it was read.

    A list is as new as the newest page that it lists.
    """
    changed = changed_days(portal)
    read = [item.phone.read for item in current().organisations.values() if item.phone]
    days: dict[tuple[str, Language], date] = {}
    newest: dict[tuple[str, Language], date] = {}
    for page in pages:
        told = [page.updated, changed.get(page.uri), *(read if page.kind == PLACE else ())]
        if dated := [day for day in told if day]:
            day = max(dated)
            days[page.uri, page.language] = day
            above = (f"{page.uri.partition('/')[0]}/index.md", page.language)
            newest[above] = max(day, newest.get(above, day))
    return newest | days


def _entry(portal: Portal, uri: str, language: Language, written: list[Language], day: date | None) -> str:
    others = [item for item in languages() if item in written]
    links = [(other, other) for other in others] + (
        [("x-default", main_language())] if main_language() in others else []
    )
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{name}" href={quoteattr(absolute_url(portal, uri, link))}/>'
        for name, link in links
        if len(others) > 1
    )
    last = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<url><loc>{plain(absolute_url(portal, uri, language))}</loc>{last}{alternates}</url>\n"
