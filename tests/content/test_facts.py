"""What is made of a portal is made again exactly when a part it reads is another."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import PORTAL
from vejviser.base.engine import Engine
from vejviser.content.facts import Facts, made_of_parts, track_reads
from vejviser.content.load.portal import load_portal
from vejviser.content.model.download import Download, Downloads, of_municipality, of_owner
from vejviser.content.model.portal import Portal


def test_what_is_read_is_remembered_also_through_what_a_portal_works_out(portal: Portal) -> None:
    seen = track_reads(portal)
    assert seen.parts_read == set()
    assert seen.sources == portal.sources
    assert seen.parts_read == {"sources"}
    assert seen.cases_by_municipality == portal.cases_by_municipality
    assert seen.parts_read == {"sources", "cases"}
    assert seen.address("ven/index.md") == "/ven/"
    assert seen.parts_read == {"sources", "cases", "site_url"}


def test_each_reader_begins_with_nothing_read(portal: Portal) -> None:
    first = track_reads(portal)
    assert first.cases_by_municipality
    second = track_reads(first)
    assert second.cases_by_municipality
    assert second.parts_read == {"cases"}


def with_part(facts: Facts, **parts: str) -> Facts:
    return facts.with_portal(facts.portal, **parts)


@pytest.fixture
def facts() -> Facts:
    return load_portal(PORTAL, "https://portal.example/").facts


def test_it_is_made_again_only_for_parts_it_reads(facts: Facts, tmp_path: Path) -> None:
    made: list[str] = []

    def make(portal: Portal, _: Downloads) -> int:
        made.append("again")
        return len(portal.sources)

    def ask(facts: Facts, key: str = "") -> int:
        return made_of_parts(Engine(tmp_path), "stage", key, facts, make)

    ask(facts)
    ask(facts)
    ask(with_part(facts, chapters="others"))
    assert len(made) == 1
    ask(with_part(facts, sources="others"))
    assert len(made) == 2
    ask(facts)
    assert len(made) == 2
    ask(facts, "another day")
    assert len(made) == 3


def test_what_it_reads_may_hang_on_what_it_has_read(facts: Facts, tmp_path: Path) -> None:
    one = facts
    other = replace(with_part(facts, sources="none"), portal=replace(facts.portal, sources={}))

    def make(portal: Portal, _: Downloads) -> tuple[str, int]:
        return ("chapters", len(portal.chapters)) if portal.sources else ("terms", len(portal.terms))

    for asked in (one, other, one, with_part(other, chapters="others"), with_part(one, terms="others")):
        fresh = make(asked.portal, ())
        assert made_of_parts(Engine(tmp_path), "stage", "", asked, make) == fresh
    emptied = replace(with_part(one, chapters="none"), portal=replace(facts.portal, chapters={}))
    assert made_of_parts(Engine(tmp_path), "stage", "", emptied, make) == ("chapters", 0)


def download(path: str, owner: str, municipality: str | None = None, size: int = 1) -> Download:
    return Download(path, owner, "da", "pdf", size, "00", municipality)


def test_files_are_parts_too_by_what_they_belong_to(facts: Facts, tmp_path: Path) -> None:
    files = [download("a.pdf", "materialer/a"), download("b.pdf", "materialer/b"), download("o/a.pdf", "a", "0461")]
    larger = [*files[:1], replace(files[1], bytes=2), files[2]]
    made: list[str] = []

    def make(name: str) -> None:
        def read(_: Portal, downloads: Downloads) -> None:
            made.append(name)
            if name == "all":
                list(downloads)
            elif name == "place":
                of_municipality(downloads, "0461", "da")
            else:
                of_owner(downloads, f"materialer/{name}")

        for downloads in (files, files, larger):
            made_of_parts(Engine(tmp_path), name, "", facts.with_downloads(downloads), read)

    for name in ("a", "b", "place", "all"):
        make(name)
    assert made == ["a", "b", "b", "place", "all", "all"]


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("docs/da/haandboeger/ven/moedet.md", {"chapters"}),
        ("data/glossary.yml", {"terms"}),
        ("data/kommuner/0801-proeveby.yml", {"municipalities"}),
        ("data/sources.yml", {"sources"}),
    ],
)
def test_a_file_counts_for_the_part_it_stands_in(portal_copy: Path, path: str, parts: set[str]) -> None:
    before = load_portal(portal_copy).fingerprints
    (portal_copy / path).write_text((portal_copy / path).read_text("utf-8") + "\n", "utf-8")
    after = load_portal(portal_copy).fingerprints
    assert before.keys() == after.keys() >= {*Portal.__dataclass_fields__} - {"history"}  # which git tells, not a file
    assert {name for name in after if after[name] != before[name]} == parts
