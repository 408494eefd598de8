"""What only rendering can see: a link in a finished text that leads to no file of the site, or to no place in one."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import TODAY
from vejviser.base.engine import Engine
from vejviser.base.problems import ContentError
from vejviser.content.load.settings import read_settings
from vejviser.site.composed import Composed, compose
from vejviser.site.content_check import load
from vejviser.site.edition import place_files
from vejviser.site.page_cache import PageCache
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
