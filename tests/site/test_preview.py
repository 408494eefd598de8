"""A preview makes anew only what an edit has changed; what readers see is what a fresh build would give."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.privacy.attachments import png
from vejviser.site.preview import Preview

pytestmark = pytest.mark.slow

CHAPTER = "docs/da/haandboeger/ven/moedet.md"
PAGE = "---\ntitle: En side\nsummary: Til at prøve med.\n---\n![Et billede](billede.png)\n"


def preview(root: Path) -> Preview:
    return Preview(root, lambda: TODAY)


def seen(made: Preview) -> dict[str, bytes]:
    """Build, and return every file of the edition."""
    late = made.rebuild()
    while late:
        late = made.rebuild()
    assert made.trouble is None
    assert made.edition is not None
    paths = sorted({*made.edition.pages.files, *made.edition.assets})
    return {path: found for path in paths if (found := made.edition.page(path)) is not None}


@pytest.fixture
def edited(portal_copy: Path) -> Preview:
    """A preview that has shown a page and its picture, and was asked for the search, before both were taken away."""
    found = preview(portal_copy)
    page, picture = portal_copy / "docs/da/side.md", portal_copy / "docs/da/billede.png"
    page.write_text(PAGE, "utf-8")
    picture.write_bytes(png("et billede"))
    assert {"side/index.html", "billede.png"} <= set(seen(found))
    assert found.edition
    assert found.edition.file("search/da.json")
    page.unlink()
    picture.unlink()
    return found


def test_nothing_of_an_old_edition_is_left(edited: Preview, portal_copy: Path, tmp_path: Path) -> None:
    text = (portal_copy / CHAPTER).read_text("utf-8")
    for number in range(4):
        (portal_copy / CHAPTER).write_text(f"{text}\nSætning nummer {number}.\n", "utf-8")
        mine = seen(edited)
        assert f"Sætning nummer {number}." in mine["haandboeger/ven/moedet/index.html"].decode()
        assert edited.edition
        assert edited.edition.file("search/da.json")
        copy = tmp_path / f"fresh-{number}"
        shutil.copytree(portal_copy, copy, ignore=shutil.ignore_patterns(".cache"))
        fresh = preview(copy)
        assert mine == seen(fresh)
        assert fresh.edition
        for path in ("sw.js", "sitemap.xml", "search/da.json", "materialer/aftale/aftale.da.pdf"):
            assert edited.edition.file(path) == fresh.edition.file(path) != None  # noqa: E711 - bytes on both sides


def test_an_edition_stays_whole_while_the_next_is_built_and_goes_wrong(edited: Preview, portal_copy: Path) -> None:
    seen(edited)
    before = seen(edited)
    chapter = portal_copy / CHAPTER
    text = chapter.read_text("utf-8")
    chapter.write_text(text + "\nEn påstand [@findes-ikke].\n", "utf-8")
    edited.rebuild()
    assert edited.trouble is not None
    assert edited.edition
    assert edited.edition.page("haandboeger/ven/moedet/index.html") == before["haandboeger/ven/moedet/index.html"]
    chapter.write_text(text, "utf-8")
    assert seen(edited) == before
