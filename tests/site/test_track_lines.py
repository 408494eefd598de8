"""The lines of tracks around a page: the step it stands at, and where the steps beside it begin."""

import re
from pathlib import Path

import pytest

NAV = re.compile(r'<nav class="track-next" aria-label="([^"]+)">(.*?)</nav>', re.DOTALL)
LINK = re.compile(r'<a rel="(\w+)" href="([^"]+)">(.*?)</a>', re.DOTALL)
LINE = re.compile(r'<p class="track-line">(.*?)</p>', re.DOTALL)


def read(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text("utf-8")


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def line(html: str) -> str:
    (found,) = LINE.findall(html)
    return words(found)


def ways(html: str) -> list[tuple[str, str, str]]:
    return [(way, to, words(text)) for _, inside in NAV.findall(html) for way, to, text in LINK.findall(inside)]


def test_the_first_the_middle_and_the_last_step(small_site: Path) -> None:
    first = read(small_site, "haandboeger/ven/moedet")
    assert line(first) == "Forløb: Din første ven · trin 1 af 3"
    assert ways(first) == [("next", "/tjeklister/foerste-moede/", "Næste trin Mød hinanden")]
    middle = read(small_site, "tjeklister/foerste-moede")
    assert line(middle) == "Forløb: Din første ven · trin 2 af 3 · bruges også i trin 3"
    assert ways(middle) == [
        ("prev", "/haandboeger/ven/moedet/", "Forrige trin Gør dig klar"),
        ("next", "/haandboeger/ven/penge/", "Næste trin Bagefter"),
    ]
    assert ways(read(small_site, "haandboeger/ven/penge")) == [
        ("prev", "/tjeklister/foerste-moede/", "Forrige trin Mød hinanden")
    ]


def test_the_line_leads_to_the_step_in_the_track(small_site: Path) -> None:
    assert 'href="/forloeb/foerste-ven/#moedet"' in read(small_site, "materialer/aftale")


def test_a_list_above_leads_to_the_track_and_nothing_more(small_site: Path) -> None:
    above = read(small_site, "haandboeger/ven")
    assert line(above) == "Forløb: Din første ven"
    assert ways(above) == []


def test_a_page_that_falls_back_has_its_line_in_the_readers_language_with_danish_titles_marked(
    small_site: Path,
) -> None:
    arabic = read(small_site, "ar/haandboeger/ven/penge")
    assert 'href="/ar/forloeb/foerste-ven/#bagefter"><span lang="da" dir="ltr">Din første ven</span></a>' in arabic
    assert ways(arabic)[0][1] == "/ar/tjeklister/foerste-moede/"
    english = read(small_site, "en/tjeklister/foerste-moede")
    assert line(english) == "Track: Your first friend · step 2 of 3 · also used in step 3"


@pytest.mark.parametrize("address", ["", "kilder", "kommuner/hoeje-aaoe", "kommuneguider/modtage/plan", "forloeb"])
def test_a_page_of_no_track_has_nothing_of_them(small_site: Path, address: str) -> None:
    html = read(small_site, address)
    assert "track-line" not in html
    assert "track-next" not in html
    assert "css/track.css" not in html


def test_the_line_is_not_in_what_a_search_reads(small_site: Path) -> None:
    searched = read(small_site, "haandboeger/ven/moedet").partition("data-search-body")[2]
    assert "track-line" not in searched
