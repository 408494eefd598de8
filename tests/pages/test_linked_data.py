"""What search engines are told: required properties by type, whole addresses, and words without Markdown."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.conftest import TODAY
from vejviser.content.model.portal import Portal
from vejviser.pages.linked_data import element, plain_words
from vejviser.site.content_check import all_pages
from vejviser.site.sharing import share

REQUIRED = {
    "HowTo": {"name", "description", "url", "inLanguage", "step"},
    "HowToSection": {"name", "itemListElement"},
    "HowToStep": set(),
    "FAQPage": {"url", "mainEntity"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "DigitalDocument": {"name", "description", "url", "inLanguage", "version", "dateModified", "encoding"},
    "MediaObject": {"contentUrl", "encodingFormat"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "GovernmentOrganization": {"name", "identifier", "areaServed"},
    "AdministrativeArea": {"name"},
    "PropertyValue": {"propertyID", "value"},
    "GeoCoordinates": {"latitude", "longitude"},
}


def blocks(text: str) -> list[Any]:
    return [
        json.loads(item.text)
        for item in html.fromstring(text).iter("script")
        if item.get("type") == "application/ld+json"
    ]


def things(data: Any) -> Iterator[dict[str, Any]]:
    for item in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from things(item)
    if isinstance(data, dict) and "@type" in data:
        yield data


def mistakes(text: str) -> list[str]:
    """Return what is wrong with the data blocks of a page."""
    found = blocks(text)
    wrong = [f"no context: {entry}" for entry in found if entry.get("@context") != "https://schema.org"]
    for item in (thing for block in found for thing in things(block)):
        missing = {name for name in REQUIRED[item["@type"]] if item.get(name) in (None, "", [])}
        wrong += [f"{item['@type']} without {name}" for name in sorted(missing)]
        if item["@type"] == "HowToStep" and not (item.get("text") or (item.get("name") and item.get("url"))):
            wrong.append(f"a step that says neither what to do nor where it stands: {item}")
    return wrong


def body(portal: Portal, uri: str, language: str = "da") -> str:
    return next(page.body for page in all_pages(portal, TODAY, ()) if (page.uri, page.language) == (uri, language))


@pytest.mark.parametrize(
    ("uri", "language", "types"),
    [
        ("tjeklister/foerste-moede.md", "da", ["HowTo"]),
        ("tjeklister/foerste-moede.md", "ar", ["HowTo"]),
        ("kommuneguider/modtage.md", "da", ["HowTo", "FAQPage"]),
        ("materialer/aftale.md", "da", ["DigitalDocument"]),
        ("kommuner/proeveby.md", "da", ["GovernmentOrganization"]),
    ],
)
def test_a_page_says_what_it_is(portal: Portal, uri: str, language: str, types: list[str]) -> None:
    (block,) = blocks(body(portal, uri, language))
    assert [item["@type"] for item in block.get("@graph", [block])] == types
    assert block.get("inLanguage", language) == language


@pytest.mark.parametrize(
    ("uri", "names"),
    [
        ("tjeklister/foerste-moede.md", ("name", "text")),
        ("kommuneguider/modtage.md", ("name", "text")),
        ("materialer/aftale.md", ("name", "version")),
        ("kommuner/proeveby.md", ("name",)),
    ],
)
def test_what_the_block_says_is_on_the_page(small_site: Path, uri: str, names: tuple[str, ...]) -> None:
    text = (small_site / uri.replace(".md", "/index.html")).read_text("utf-8")
    page = html.fromstring(text)
    for gone in page.xpath("//script | //style | //*[contains(@class, 'footnote-ref')]"):
        gone.drop_tree()
    shown = re.sub(r"\W+", "", page.text_content())
    said = {
        str(thing[name])
        for block in blocks(text)
        for thing in things(block)
        for name in names
        if isinstance(thing.get(name), str)
    }
    assert said
    assert [item for item in said if re.sub(r"\W+", "", item) not in shown] == []


def test_every_page_of_the_site_is_well_described(small_site: Path) -> None:
    pages = {path.relative_to(small_site).as_posix(): path.read_text("utf-8") for path in small_site.rglob("*.html")}
    wrong = {name: found for name, text in pages.items() if (found := mistakes(text))}
    assert wrong == {}


def test_the_way_to_a_page_is_whole_addresses(small_site: Path) -> None:
    found = blocks((small_site / "en/haandboeger/ven/moedet/index.html").read_text("utf-8"))
    (way,) = (item for item in found if item["@type"] == "BreadcrumbList")
    assert [item["item"] for item in way["itemListElement"]] == [
        "https://portal.example/en/",
        "https://portal.example/en/haandboeger/",
        "https://portal.example/en/haandboeger/ven/",
        "https://portal.example/en/haandboeger/ven/moedet/",
    ]


def test_a_shared_link_has_title_picture_and_languages(small_site: Path) -> None:
    page = html.fromstring((small_site / "en/haandboeger/ven/moedet/index.html").read_text("utf-8"))
    shown = {item.get("property"): item.get("content") for item in page.iter("meta") if item.get("property")}
    assert shown["og:url"] == "https://portal.example/en/haandboeger/ven/moedet/"
    assert shown["og:locale"] == "en_GB"
    assert shown["og:locale:alternate"] == "da_DK"
    assert shown["og:title"]
    assert shown["og:description"]
    assert "og:image" not in shown  # the small portal has drawn none


@pytest.mark.parametrize(
    ("where", "pictures", "shown"),
    [
        ("haandboeger/ven/", {"forside", "haandboeger"}, "haandboeger.png"),
        ("haandboeger/ven/", {"forside"}, "forside.png"),
        ("kontakt/", {"forside", "haandboeger"}, "forside.png"),
        ("haandboeger/ven/", set(), ""),
    ],
)
def test_a_shared_link_shows_the_picture_of_its_section(
    portal: Portal, where: str, pictures: set[str], shown: str
) -> None:
    found = share("Ven", where, ("da",), portal, frozenset(pictures))
    assert found.picture.rpartition("/")[2] == shown


@pytest.mark.parametrize(
    ("markdown", "said"),
    [
        ("Aftal **tid** og _sted_ [@kilde, s. 2].", "Aftal tid og sted."),
        ("Se [listen](../tjeklister/x.md#a) først.", "Se listen først."),
        ("mit_navn_her", "mit_navn_her"),
    ],
)
def test_words_are_free_of_markdown(markdown: str, said: str) -> None:
    assert plain_words(markdown) == said


def test_nothing_can_end_the_element() -> None:
    assert element({"name": "</script><b>&"}).count("<") == 2
