"""The key a finished file is kept under: another one as soon as anything the file is made of is another."""

import os
from pathlib import Path

import pytest

from tests.conftest import TODAY
from vejviser.base.cache import Store
from vejviser.content.load.portal import load_portal
from vejviser.documents import builder, catalog


def keys(root: Path) -> dict[str, str]:
    """Return the key of every file by its path."""
    portal = load_portal(root, "https://portal.example/").portal
    return {variant.path: key for job in catalog.document_jobs(portal, TODAY) for key, variant in job.with_keys()}


def changed(root: Path, path: str, old: str, new: str) -> set[str]:
    """Make an edit, and return the files that are made anew for it."""
    before = keys(root)
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")
    after = keys(root)
    return {name for name in after if after[name] != before.get(name)}


def test_every_format_language_and_municipality_has_a_key_of_its_own(portal_copy: Path) -> None:
    found = keys(portal_copy)
    assert len(set(found.values())) == len(found)
    assert keys(portal_copy) == found


def test_a_text_makes_its_own_document_anew_for_everybody(portal_copy: Path) -> None:
    files = {"aftale.da.docx", "aftale.da.pdf"}
    assert changed(portal_copy, "materials/aftale/da.md", "Aftalen gælder", "Denne aftale gælder") == {
        f"{folder}/{name}"
        for folder in ("materialer/aftale", "kommuner/proeveby", "kommuner/hoeje-aaoe")
        for name in files
    }


def test_a_name_makes_the_files_of_its_municipality_anew(portal_copy: Path) -> None:
    found = changed(portal_copy, "data/kommuner/0801-proeveby.yml", "name: Prøveby", "name: Prøvestad")
    assert found == {"kommuner/proevestad/aftale.da.docx", "kommuner/proevestad/aftale.da.pdf"}


def test_another_engine_makes_everything_anew(portal_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = keys(portal_copy)
    monkeypatch.setattr(catalog, "engine_version", lambda: "another")
    after = keys(portal_copy)
    assert [name for name in after if after[name] == before[name]] == []


def test_another_engine_makes_the_packs_anew(
    portal_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    portal, store = load_portal(portal_copy).portal, Store(tmp_path / "store")
    one = {item.download.path: item.key for item in builder.build_all(portal, TODAY, store, ["materials"])}
    monkeypatch.setattr(builder, "engine_version", lambda: "another")
    other = {item.download.path: item.key for item in builder.build_all(portal, TODAY, store, ["materials"])}
    assert (
        {name for name in one if one[name] != other[name]} == {name for name in one if name.endswith(".zip")} != set()
    )


@pytest.mark.slow
def test_files_are_the_same_however_they_are_made(
    portal_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    portal = load_portal(portal_copy).portal

    def made(name: str) -> dict[str, str]:
        files = builder.build_all(portal, TODAY, Store(tmp_path / name), ["materials"])
        return {file.download.path: file.download.sha256 for file in files}

    alone = made("by one process")
    monkeypatch.setattr(builder, "POOL_THRESHOLD", 1)
    assert made("by forked processes") == alone
    monkeypatch.delattr(os, "fork")
    assert made("by new processes") == alone
