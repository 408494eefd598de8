"""sitemap.xml and robots.txt: what is there, in the languages it is written in, and nothing else."""

import re
from datetime import date
from pathlib import Path

from lxml import etree

from vejviser.content.model.portal import Portal
from vejviser.content.settings import current
from vejviser.pages.page import Page
from vejviser.pages.search import PLACE
from vejviser.pages.sitemap import sitemap, sitemap_files

OLD, NEW = date(2026, 3, 1), date(2026, 11, 2)
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def written(uri: str, *languages: str) -> list[Page]:
    return [Page(uri, language, "article", "T", "") for language in languages]  # type: ignore[arg-type]


def test_a_page_stands_once_for_each_language_it_is_written_in(portal: Portal) -> None:
    pages = [*written("ven.md", "da", "ar"), *written("index.md", "da")]
    assert sitemap(portal, pages).splitlines()[2:] == [
        "<url><loc>https://portal.example/</loc></url>",
        *(
            f"<url><loc>https://portal.example/{own}ven/</loc>"
            '<xhtml:link rel="alternate" hreflang="da" href="https://portal.example/ven/"/>'
            '<xhtml:link rel="alternate" hreflang="ar" href="https://portal.example/ar/ven/"/>'
            '<xhtml:link rel="alternate" hreflang="x-default" href="https://portal.example/ven/"/></url>'
            for own in ("", "ar/")
        ),
        "</urlset>",
    ]


def test_a_place_is_as_new_as_the_number_read_for_it_and_a_list_as_its_newest_page(portal: Portal) -> None:
    place = Page("kommuner/lilleby.md", "da", PLACE, "T", "")
    old, new = (Page(f"tjeklister/{day}.md", "da", "checklist", "T", "", updated=day) for day in (OLD, NEW))
    lists = [*written("kommuner/index.md", "da"), *written("tjeklister/index.md", "da", "ar")]
    told = dict(
        re.findall(
            r"<loc>https://portal.example/(\S*)</loc>(?:<lastmod>(\S*)</lastmod>)?",
            sitemap(portal, [place, old, new, *lists]),
        )
    )
    read = max(str(item.phone.read) for item in current().organisations.values() if item.phone)
    assert told["kommuner/lilleby/"] == told["kommuner/"] == read
    assert (told["tjeklister/"], told["ar/tjeklister/"]) == (str(NEW), "")


def test_nothing_is_said_of_a_portal_without_an_address(portal: Portal) -> None:
    homeless = Portal(portal.languages, portal.texts)
    assert sitemap_files(homeless, written("ven.md", "da")) == {}


def test_every_address_of_the_sitemap_is_a_page_in_its_own_language(small_site: Path) -> None:
    tree = etree.parse(str(small_site / "sitemap.xml"))
    places = tree.xpath("//s:loc/text()", namespaces=NAMES)
    linked = tree.xpath("//x:link/@href", namespaces=NAMES)
    assert len(places) == len(set(places)) > 20
    assert set(linked) <= set(places)
    for place in places:
        page = (small_site / place.removeprefix("https://portal.example/") / "index.html").read_text("utf-8")
        assert "notice-fallback" not in page, place
        assert f'<link rel="canonical" href="{place}">' in page
    assert not (small_site / "sitemap.xml.gz").exists()


def test_robots_are_shown_the_sitemap(small_site: Path) -> None:
    assert (small_site / "robots.txt").read_text("utf-8") == (
        "User-agent: *\nAllow: /\n\nSitemap: https://portal.example/sitemap.xml\n"
    )
