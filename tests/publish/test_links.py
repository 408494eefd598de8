"""Links of a finished site after edits: what is remembered of pages that did not change finds what a first look finds."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.publish.sites import STAMPS
from vejviser.base.engine import Engine
from vejviser.cli.main import main
from vejviser.publish import links
from vejviser.publish.links import DeadLink, dead_links
from vejviser.publish.manifest import read_files, write_manifest

PAGES = ("index.html", "a/index.html", "a/b/index.html")
PARTS = (
    '<h2 id="et">Et</h2>',
    '<h2 id="to">To</h2>',
    '<a href="/">Hjem</a>',
    '<a href="/a/#et">A</a>',
    '<a href="/a/b/#to">B</a>',
    '<a href="../brev.pdf">Brev</a>',
    '<a href="#et">Her</a>',
)
SITES = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from(PAGES), st.lists(st.sampled_from(PARTS), max_size=4).map("".join)),
        st.booleans(),
    ),
    min_size=2,
    max_size=5,
)


def write(site: Path, pages: Mapping[str, str], *, letter: bool = False) -> None:
    site.mkdir(exist_ok=True)
    for path in [path for path in site.rglob("*") if path.is_file()]:
        path.unlink()
    for name, text in {**pages, **({"brev.pdf": "%PDF"} if letter else {})}.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<!doctype html><p>{text}</p>", "utf-8")


@settings(max_examples=40, deadline=None)
@given(editions=SITES)
def test_what_is_remembered_finds_what_a_first_look_finds(editions: list[tuple[Mapping[str, str], bool]]) -> None:
    with TemporaryDirectory() as folder:
        site, engine = Path(folder) / "site", Engine(Path(folder) / "cache")
        for pages, letter in editions:
            write(site, pages, letter=letter)
            files = read_files(site).facts
            assert dead_links(site, files, "/", engine) == dead_links(site, files)


def test_only_pages_that_changed_are_read_and_those_that_link_to_what_is_gone_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, engine = tmp_path / "site", Engine(tmp_path / "cache")
    sound = {"index.html": '<a href="/a/#et">A</a>', "a/index.html": '<h2 id="et">Et</h2>', "b/index.html": "x"}
    read: list[str] = []
    reading = links.page_links
    monkeypatch.setattr(links, "page_links", lambda name, *rest: (read.append(name), reading(name, *rest))[1])
    found = []
    for pages in (sound, {**sound, "a/index.html": '<h2 id="to">Et</h2>'}, {"index.html": sound["index.html"]}):
        write(site, pages)
        found.append(dead_links(site, read_files(site).facts, "/", engine))
    assert read == ["a/index.html", "b/index.html", "index.html", "a/index.html"]
    assert found == [
        [],
        [DeadLink("index.html", links.NO_PLACE, "/a/#et")],
        [DeadLink("index.html", links.NO_FILE, "/a/#et")],
    ]


def test_a_site_with_a_dead_link_is_not_published(tmp_path: Path) -> None:
    write(tmp_path / "site", {"index.html": '<a href="/a/">A</a><a href="/venner/">Hjem</a>'})
    write_manifest(tmp_path / "site", ("content",))
    (tmp_path / "mkdocs.yml").write_text("site_url: https://portal.example/venner/\n", "utf-8")
    asked = ["--root", str(tmp_path), "publish", "site", "www", "--stamp", STAMPS[0]]
    done = CliRunner().invoke(main, asked)
    assert done.exit_code == 2
    assert done.stderr.splitlines() == [
        "index.html: /a/ (uden for siden)",
        "Siden er ikke udgivet. Steder ovenfor, der ikke fører nogen steder hen eller kan betyde to ting: 1. "
        "Ret dem, og byg siden igen. Den gamle side er, som den var.",
    ]
    assert not (tmp_path / "www").exists()
