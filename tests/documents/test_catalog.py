"""The key a finished file is kept under: another one as soon as anything the file is made of is another."""

import os
from pathlib import Path

import pytest

from tests.conftest import TODAY
from vejviser.base.engine import Engine
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


def test_a_checklist_is_there_in_each_language_and_in_danish_with_each_other_one(portal_copy: Path) -> None:
    folder = "tjeklister/foerste-moede/"
    names = {path.removeprefix(folder) for path in keys(portal_copy) if path.startswith(folder)}
    languages = ("da", "en", "uk", "ar", "da-en", "da-uk", "da-ar")
    assert names == {f"foerste-moede.{language}.{form}" for language in languages for form in ("docx", "odt", "pdf")}


def test_a_chapter_for_participants_is_there_in_two_languages(portal_copy: Path) -> None:
    folder = "haandboeger/ven/"
    assert [path for path in keys(portal_copy) if path.startswith(f"{folder}penge/")] == []
    book = portal_copy / "docs/da/haandboeger/ven/handbook.yml"
    book.write_text(book.read_text("utf-8").replace("[volunteer]", "[participant]"), "utf-8")
    forms = ("docx", "odt", "pdf")
    assert [f"{folder}penge/penge.da-en.{form}" in keys(portal_copy) for form in forms] == [True] * 3


def in_english(root: Path, more: str = "") -> None:
    """Give the agreement an English text, and `more` in its YAML."""
    folder = root / "materials/aftale"
    written = (folder / "material.yml").read_text("utf-8").replace("languages: [da]", f"languages: [da, en]\n{more}")
    (folder / "material.yml").write_text(written, "utf-8")
    body = "---\ntitle: Agreement\ntranslation: {status: machine}\n---\nFor {{ kommune }}\n\n{{ dato }}\n"
    (folder / "en.md").write_text(body, "utf-8")


def test_a_form_is_there_in_two_languages_and_blank(portal_copy: Path) -> None:
    in_english(portal_copy)
    found = {path for path in keys(portal_copy) if "aftale.da-en" in path}
    assert found == {"materialer/aftale/aftale.da-en.docx", "materialer/aftale/aftale.da-en.pdf"}


def test_what_is_signed_has_its_danish_text_in_every_file(portal_copy: Path) -> None:
    in_english(portal_copy, "signed: true")
    portal = load_portal(portal_copy).portal
    jobs = [job for job in catalog.document_jobs(portal, TODAY) if job.document.id == "aftale"]
    assert {(job.language, job.second, job.document.second is not None) for job in jobs} == {
        ("da", None, False),
        ("en", None, True),
        ("da", "en", True),
    }
    filled = {variant.path for job in jobs for variant in job.variants if variant.municipality}
    assert "kommuner/proeveby/aftale-proeveby.en.pdf" in filled
    assert [path for path in filled if "da-en" in path] == []


def test_a_text_makes_its_own_document_anew_for_everybody(portal_copy: Path) -> None:
    assert changed(portal_copy, "materials/aftale/da.md", "Aftalen gælder", "Denne aftale gælder") == {
        f"{stem}.da.{form}"
        for stem in (
            "materialer/aftale/aftale",
            "kommuner/proeveby/aftale-proeveby",
            "kommuner/hoeje-aaoe/aftale-hoeje-aaoe",
        )
        for form in ("docx", "pdf")
    }


def test_a_name_makes_the_files_of_its_municipality_anew(portal_copy: Path) -> None:
    found = changed(portal_copy, "data/kommuner/0801-proeveby.yml", "name: Prøveby", "name: Prøvestad")
    assert found == {f"kommuner/proevestad/aftale-proevestad.da.{form}" for form in ("docx", "pdf")}


def test_another_engine_makes_everything_anew(portal_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = keys(portal_copy)
    monkeypatch.setattr(catalog, "engine_version", lambda: "another")
    after = keys(portal_copy)
    assert [name for name in after if after[name] == before[name]] == []


def test_another_engine_makes_the_packs_anew(
    portal_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = load_portal(portal_copy).facts

    def packs() -> int:
        engine = Engine(tmp_path)
        builder.build_all(facts, TODAY, engine, ["materials"])
        return engine.made.get("pack", 0)

    assert packs() > 0
    assert packs() == 0
    monkeypatch.setattr(builder, "engine_version", lambda: "another")
    assert packs() > 0


def test_a_change_elsewhere_composes_no_document(portal_copy: Path, tmp_path: Path) -> None:
    def composed() -> set[str]:
        engine = Engine(tmp_path)
        builder.build_all(load_portal(portal_copy).facts, TODAY, engine)
        return {name for name, count in engine.made.items() if count and name.startswith("documents of")} - {
            name for name in engine.made if name.endswith(", read")
        }

    assert composed() >= {"documents of materials", "documents of checklists", "documents of handbooks"}
    assert composed() == set()
    chapter = portal_copy / "docs/da/haandboeger/ven/moedet.md"
    chapter.write_text(chapter.read_text("utf-8") + "\nEn sætning mere.\n", "utf-8")
    assert composed() == {"documents of handbooks"}


@pytest.mark.slow
def test_files_are_the_same_however_they_are_made(
    portal_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = load_portal(portal_copy).facts

    def made(name: str) -> dict[str, str]:
        files = builder.build_all(facts, TODAY, Engine(tmp_path / name), ["materials"])
        return {file.download.path: file.download.sha256 for file in files}

    alone = made("by one process")
    assert made("by a process that has made some before") == alone
    monkeypatch.setattr(builder, "POOL_THRESHOLD", 1)
    assert made("by forked processes") == alone
    assert made("by forked processes, again") == alone
    monkeypatch.delattr(os, "fork")
    assert made("by new processes") == alone
