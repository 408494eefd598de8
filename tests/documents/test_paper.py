"""What stands on paper leads to the living page: the code is read out of the picture of every page."""

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import page
import pypdfium2
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OdfValidator, OpenXmlValidator
from PIL import Image

from tests.documents.samples import book, checklist, form
from vejviser.documents.document import Document, Format
from vejviser.documents.engine import fill, render, template
from vejviser.documents.qr_code import modules, png

ADDRESSES = {"da": "https://portal.example/s/bcdfghj/?v=1.2", "ar": "https://portal.example/ar/s/bcdfghj/?v=1.2"}
LANGUAGES = tuple(ADDRESSES)


def placed(document: Document) -> Document:
    return replace(document, address=ADDRESSES[document.language])


@cache
def written(language: str, format_: Format) -> bytes:
    return render(placed(form(language)), format_)  # type: ignore[arg-type]


def read(picture: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def read_pages(pdf: bytes) -> list[list[str]]:
    """The codes of each page, as a phone finds them in its picture at 144 dots an inch."""
    return [read(sheet.render(scale=2).to_pil()) for sheet in pypdfium2.PdfDocument(pdf)]


def words(pdf: bytes) -> str:
    return "\n".join(sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(pdf))


def inside(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_pdf_leads_to_the_page_in_its_language(language: str) -> None:
    pages = read_pages(written(language, "pdf"))
    assert pages == [[ADDRESSES[language]]] * len(pages)


def test_every_page_of_a_book_leads_to_the_book() -> None:
    pages = read_pages(render(placed(book("da").document), "pdf"))
    assert len(pages) > 2
    assert pages == [[ADDRESSES["da"]]] * len(pages)


def test_version_day_and_address_stand_beside_the_code_in_words() -> None:
    found = words(written("da", "pdf"))
    assert "version da 1.2 · 22. november 2026" in found
    assert re.search(r"newest da \W*portal\.example/s/bcdfghj/", found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_with_a_code_is_pdf_ua(language: str) -> None:
    report = page.validate_pdf_bytes(written(language, "pdf"), profile="ua1")
    assert [str(failure) for failure in report.failures] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_takes_the_code_and_tells_what_it_is(language: str, tmp_path: Path) -> None:
    data = written(language, "docx")
    file = tmp_path / "x.docx"
    file.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []
    assert read(Image.open(io.BytesIO(inside(data, "word/media/qr.png")))) == [ADDRESSES[language]]
    footer = etree.fromstring(inside(data, "word/footer.xml"))
    told = {item.get("descr") for item in footer.iter("{*}docPr")}
    assert told == {f"code {language}: {ADDRESSES[language].partition('://')[2].partition('?')[0]}"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_opendocument_holds_the_code_and_lists_it(language: str, tmp_path: Path) -> None:
    data = written(language, "odt")
    file = tmp_path / "x.odt"
    file.write_bytes(data)
    assert [str(error) for error in OdfValidator().validate(file).errors] == []
    assert read(Image.open(io.BytesIO(inside(data, "Pictures/qr.png")))) == [ADDRESSES[language]]
    assert b"Pictures/qr.png" in inside(data, "META-INF/manifest.xml")
    styles = etree.fromstring(inside(data, "styles.xml"))
    assert [image.get("{http://www.w3.org/1999/xlink}href") for image in styles.iter("{*}image")] == ["Pictures/qr.png"]


def test_an_e_book_has_a_link_instead() -> None:
    title = inside(render(placed(book("da").document), "epub"), "EPUB/title.xhtml").decode()
    assert f'href="{ADDRESSES["da"]}"' in title


@pytest.mark.parametrize("format_", ["docx", "odt", "pdf"])
def test_a_document_without_an_address_has_no_code(format_: Format) -> None:
    data = render(replace(checklist("da").document, address=""), format_)
    assert b"qr.png" not in data
    assert format_ != "pdf" or read_pages(data)[0] == []


def test_all_copies_have_the_same_code_and_the_same_input_gives_the_same_bytes() -> None:
    form_ = template(placed(form("da")), "docx")
    one, other = (fill(form_, {"kommune": name}) for name in ("Odense", "Vejle"))
    assert inside(one, "word/media/qr.png") == inside(other, "word/media/qr.png")
    assert render(placed(form("da")), "docx") == written("da", "docx")


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789-/", max_size=60))
def test_any_address_is_read_back_and_has_its_quiet_zone(path: str) -> None:
    address = f"https://portal.example/{path}"
    picture = Image.open(io.BytesIO(png(address))).convert("L")
    assert read(picture) == [address]
    side = (len(modules(address)) + 2 * 4) * 4
    assert picture.size == (side, side)
    assert picture.crop((0, 0, picture.width, 4 * 4)).getextrema() == (255, 255)
    assert picture.crop((0, 0, 4 * 4, picture.height)).getextrema() == (255, 255)
