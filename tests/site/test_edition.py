"""A build of what has been built already looks whether the site still stands, and puts right what somebody touched."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.site.test_incremental import files
from vejviser.base.engine import engine_of
from vejviser.content.model.short_address import leads_on
from vejviser.site import pipeline
from vejviser.site.edition import Edition, edition_options, inputs, place, standing
from vejviser.site.pipeline import build_site

pytestmark = pytest.mark.slow


@pytest.fixture
def built(small_site: Path, tmp_path: Path) -> Path:
    """A small portal with its site and what was kept of the build."""
    root = tmp_path / "portal"
    shutil.copytree(small_site.parent, root)
    build_site(root, root / "site", TODAY)
    return root


def nothing_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a build was begun")

    monkeypatch.setattr(pipeline, "prepare", refused)


def test_nothing_changed_is_done_at_once(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing_is_built(monkeypatch)
    before = files(built / "site")
    done = build_site(built, built / "site", TODAY)
    assert (done.made, done.pages) == (0, sum(name.endswith(".html") and not leads_on(name) for name in before))
    assert files(built / "site") == before


def other_times(site: Path) -> None:
    for path in site.rglob("*"):
        if path.is_file():
            os.utime(path, (1, 1))


def one_more(site: Path) -> None:
    (site / "mine.txt").write_text("My own.", "utf-8")


def one_less(site: Path) -> None:
    (site / "index.html").unlink()


def another(site: Path) -> None:
    path = site / "index.html"
    text = path.read_bytes()
    path.unlink()
    path.write_bytes(text.replace(b"e", b"E"))


def a_link(site: Path) -> None:
    (site / "index.html").rename(site.parent / "index.html")
    (site / "index.html").symlink_to(site.parent / "index.html")


@pytest.mark.parametrize("touch", [other_times, one_more, one_less, another, a_link])
def test_what_somebody_touched_is_put_right_without_a_build(
    built: Path, monkeypatch: pytest.MonkeyPatch, touch: Callable[[Path], None]
) -> None:
    before = files(built / "site")
    nothing_is_built(monkeypatch)
    touch(built / "site")
    build_site(built, built / "site", TODAY)
    assert files(built / "site") == before
    assert not (built / "site/index.html").is_symlink()


def test_a_file_changed_where_it_stands_is_made_again(built: Path) -> None:
    """It is the kept file too, for both are one on the disk."""
    path = built / "site/index.html"
    before = path.read_bytes()
    with path.open("r+b") as file:
        file.write(b"MINE")
    build_site(built, built / "site", TODAY)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "docs/da/moedet-igen.md").write_text("---\ntitle: Igen\n---\nTekst.\n", "utf-8"),
        lambda root: (root / "data/glossary.yml").unlink(),
        lambda root: (root / "docs/xx").mkdir(),
        lambda root: (root / "data/glossary.yml").rename(root / "data/ordliste.yml"),
        lambda root: (root / "mkdocs.yml").write_text("", "utf-8"),
    ],
)
def test_every_change_of_the_content_is_something_to_build(built: Path, change: Callable[[Path], object]) -> None:
    options = edition_options(TODAY)
    assert standing(engine_of(built), built / "site", built, *options) is not None
    change(built)
    assert standing(engine_of(built), built / "site", built, *options) is None


def test_so_is_another_day_and_another_kind_of_build(built: Path) -> None:
    engine, site = engine_of(built), built / "site"
    assert standing(engine, site, built, *edition_options(date(2031, 1, 1))) is None
    assert standing(engine, site, built, *edition_options(TODAY, demo=True)) is None
    assert standing(engine, site, built, *edition_options(TODAY, extra={"admin/index.html": b""})) is None
    assert standing(engine, built / "another", built, *edition_options(TODAY)) is None


def test_a_place_of_its_own_does_not_count_as_another_content(built: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere"
    shutil.copytree(built, copy)
    read = ("docs", "data", "materials", "overrides")
    assert inputs(built, read, "x") == inputs(copy, read, "x") != inputs(copy, read, "y")


def test_until_the_last_step_the_site_is_whole(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine, before = engine_of(built), files(built / "site")

    def full(*_: object) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr("vejviser.site.edition.replace_folder", full)
    with pytest.raises(OSError, match="no space left"):
        place(Edition({"a.html": engine.contents.put(b"a")}, 1), engine, built / "site")
    assert files(built / "site") == before
    assert not list(built.glob(".site.*"))
