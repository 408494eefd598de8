"""What only rendering can see: a link in a finished text that leads to no file of the site, or to no place in one."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import TODAY
from vejviser.base.engine import Engine
from vejviser.base.problems import ContentError
from vejviser.content.facts import track_reads
from vejviser.content.load.settings import read_settings
from vejviser.site.composed import Composed, compose
from vejviser.site.content_check import load
from vejviser.site.edition import place_files
from vejviser.site.page_cache import SHOWN_OF_ALL, PageCache
from vejviser.site.render import Renderer
from vejviser.site.site_pages import finished_pages

CHAPTER = "haandboeger/ven/moedet.md"


@pytest.fixture
def handbooks(portal_copy: Path) -> Composed:
    """The small portal's handbooks, without the files for download."""
    settings = replace(read_settings(portal_copy), contents=("handbooks",), languages=("da", "ar"))
    loaded = load(portal_copy, TODAY, settings.site_url, settings.languages)
    found = compose(settings, loaded.facts, TODAY, Engine())
    pages = (replace(item, body="## Et sted\n\nTekst.") for item in found.by_content["handbooks"])
    return replace(found, by_content={"handbooks": tuple(pages)})


def with_text(site: Composed, text: str) -> Composed:
    pages = site.by_content["handbooks"]
    changed = (replace(page, body=text) if (page.uri, page.language) == (CHAPTER, "da") else page for page in pages)
    return replace(site, by_content={"handbooks": tuple(changed)})


def write(site: Composed, folder: Path) -> tuple[str, ...]:
    engine = Engine(folder / "kept")
    pages = finished_pages(PageCache(Renderer(site), engine))
    place_files(pages.files, engine.contents, folder / "site")
    return pages.made


def test_links_that_lead_somewhere_stop_nothing_and_pages_are_used_again(handbooks: Composed, tmp_path: Path) -> None:
    site = with_text(handbooks, "## Her\n\n[Penge](penge.md#et-sted) [her](#her) [ud](https://a.example/#x)")
    made = write(site, tmp_path)
    assert {"haandboeger/ven/moedet/index.html", "ar/haandboeger/ven/penge/index.html"} <= {*made}
    page = (tmp_path / "site/haandboeger/ven/moedet/index.html").read_text("utf-8")
    assert '<a href="../penge/#et-sted">Penge</a> <a href="#her">her</a> <a href="https://a.example/#x">ud</a>' in page
    assert write(site, tmp_path) == ()


@pytest.mark.parametrize("written", ["vaek.md", "penge.md#findes-ikke", "#heller-ikke", "billeder/vaek.png"])
def test_a_link_that_leads_nowhere_is_told_at_its_line(handbooks: Composed, tmp_path: Path, written: str) -> None:
    text = f"Se [her]({written})."
    chapter = handbooks.settings.root / "docs/da" / CHAPTER
    chapter.write_text(chapter.read_text("utf-8") + f"\n{text}\n", "utf-8")
    with pytest.raises(ContentError) as stopped:
        write(with_text(handbooks, text), tmp_path)
    (problem,) = stopped.value.problems
    assert (problem.path, problem.rule) == (f"docs/da/{CHAPTER}", "link-without-target")
    assert problem.line == len(chapter.read_text("utf-8").splitlines())
    assert (problem.column, problem.values) == (10, (("link", written),))


def shown_parts(site: Composed) -> frozenset[str]:
    """The parts of the portal that the frames of all pages read."""
    seen = track_reads(site.portal)
    renderer = Renderer(replace(site, facts=site.facts.with_portal(seen)))
    assert len(site.locations) > 100
    for location in site.locations:
        renderer.context(location)
    return frozenset(seen.parts_read)


def test_a_page_shows_no_part_of_the_portal_that_its_quick_key_does_not_know(portal_copy: Path) -> None:
    """Beside its own text, a page is made of what its template is given; all of that must be in the key."""
    settings = read_settings(portal_copy)
    facts = load(portal_copy, TODAY, settings.site_url, settings.languages).facts
    without_tracks = facts.with_portal(replace(facts.portal, tracks=()))
    assert shown_parts(compose(settings, without_tracks, TODAY, Engine())) == {*SHOWN_OF_ALL, "tracks"}


def test_what_stands_around_the_pages_of_a_track_is_in_it_too(portal_copy: Path) -> None:
    def keys() -> dict[str, str]:
        settings = read_settings(portal_copy)
        facts = load(portal_copy, TODAY, settings.site_url, settings.languages).facts
        cache = PageCache(Renderer(compose(settings, facts, TODAY, Engine())), Engine())
        return {location.place: cache.quick_key(location) for location in cache.renderer.site.locations}

    before = keys()
    track = next((portal_copy / "data/tracks").glob("*.yml"))
    text = track.read_text("utf-8")
    steps = text.index("steps:")
    track.write_text(text[:steps] + text[steps:].replace("da: ", "da: Nu ", 1), "utf-8")
    after = keys()
    assert [place for place in before if before[place] == after[place]] == []
