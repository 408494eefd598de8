"""Word: valid, with a content control for every field, and right to left where it must be."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from tests.documents.samples import VALUES, blank, filled, form, rendered

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
LANGUAGES = ("da", "ar")


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def controls(data: bytes) -> list[etree._Element]:
    return list(part(data).iter(f"{W}sdt"))


def value(control: etree._Element, name: str) -> str:
    found = control.find(f"{W}sdtPr/{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")


def content(data: bytes, name: str) -> list[str]:
    return [
        "\n".join(text.text or "" for text in control.iter(f"{W}t"))
        for control in controls(data)
        if value(control, "tag") == name
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", ["blank", "filled", "checklist", "book"])
def test_word_opens_it(which: str, language: str, tmp_path: Path) -> None:
    file = tmp_path / "x.docx"
    data = (
        {"blank": blank, "filled": filled}[which](language, "docx")
        if which in {"blank", "filled"}
        else rendered(which, language, "docx")
    )
    file.write_bytes(data)
    result = OpenXmlValidator().validate(file)
    assert [str(error) for error in result.errors] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_controls_have_the_declared_tags_and_labels(language: str) -> None:
    found = {value(control, "tag"): value(control, "alias") for control in controls(blank(language, "docx"))}
    assert found == {field.id: field.label for field in form(language).fields}


def test_every_control_has_a_number_of_its_own() -> None:
    numbers = [value(control, "id") for control in controls(blank("da", "docx"))]
    assert len(numbers) == len(set(numbers)) == len(form("da").fields) + 1


def test_an_empty_field_shows_its_prompt_and_nothing_else() -> None:
    for control in controls(blank("da", "docx")):
        if control.find(f"{W}sdtPr/{W14}checkbox") is None:
            assert control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    assert content(blank("da", "docx"), "kommune") == ["write_here da"] * 2
    assert content(blank("da", "docx"), "gruppe") == ["☐\u00a0Den ene\u2003☐\u00a0Den anden"]  # to tick on paper
    assert "None" not in etree.tostring(part(blank("da", "docx")), encoding="unicode")


def test_values_of_each_kind() -> None:
    data = filled("da", "docx")
    assert content(data, "kommune") == [VALUES["da"]["kommune"]] * 2
    assert content(data, "gruppe") == ["Den anden"]
    assert content(data, "oensker") == ["En\nto"]
    assert content(data, "dato") == ["1. december 2026"]
    assert content(data, "ja") == ["☒"]


def test_kinds_of_controls() -> None:
    kinds = {
        value(control, "tag"): [
            etree.QName(item).localname
            for item in control.find(f"{W}sdtPr")
            if etree.QName(item).localname not in {"alias", "tag", "id", "showingPlcHdr"}
        ]
        for control in controls(blank("da", "docx"))
    }
    assert kinds == {
        "kommune": ["text"],
        "kontakt": ["text"],
        "dato": ["date"],
        "gruppe": ["dropDownList"],
        "antal": ["text"],
        "oensker": ["text"],
        "ja": ["checkbox"],
        "underskrift": ["text"],
    }


def test_headings_have_real_styles() -> None:
    styles = [item.get(f"{W}val") for item in part(blank("da", "docx")).iter(f"{W}pStyle")]
    assert styles[:2] == ["Title", "Subtitle"]
    assert {"Heading1", "Heading2", "TableHeading", "FieldLabel", "ListParagraph", "Quote", "CalloutTip"} <= set(styles)
    named = {item.get(f"{W}styleId") for item in part(blank("da", "docx"), "word/styles.xml").iter(f"{W}style")}
    assert set(styles) <= named


def test_arabic_runs_from_right_to_left() -> None:
    body = part(blank("ar", "docx"))
    section = body.find(f"{W}body/{W}sectPr")
    assert section is not None
    assert section.find(f"{W}bidi") is not None
    assert body.find(f".//{W}bidiVisual") is not None
    title = next(body.iter(f"{W}p"))
    assert title.find(f"{W}pPr/{W}bidi") is not None
    assert title.find(f"{W}r/{W}rPr/{W}rtl") is not None


def test_a_danish_passage_in_an_arabic_document_runs_from_left_to_right() -> None:
    body = part(blank("ar", "docx"))
    notes = [item for item in body.iter(f"{W}p") if item.find(f"{W}pPr/{W}pStyle[@{W}val='Note']") is not None]
    assert notes
    assert all(note.find(f"{W}pPr/{W}bidi") is None for note in notes)
    assert notes[0].find(f"{W}r/{W}rPr/{W}lang").get(f"{W}val") == "da-DK"


def test_title_language_version_and_page_numbers() -> None:
    core = etree.tostring(part(blank("da", "docx"), "docProps/core.xml"), encoding="unicode")
    assert "<dc:title>Prøveskema</dc:title>" in core
    assert "<dc:language>da-DK</dc:language>" in core
    footer = part(blank("da", "docx"), "word/footer.xml")
    assert "version da 1.2" in "".join(footer.itertext())
    assert [item.get(f"{W}instr").strip() for item in footer.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]


def test_links_inside_lead_to_bookmarks() -> None:
    for kind in ("checklist", "book"):
        body = part(rendered(kind, "da", "docx"))
        marks = {item.get(f"{W}name") for item in body.iter(f"{W}bookmarkStart")}
        assert {item.get(f"{W}anchor") for item in body.iter(f"{W}hyperlink")} - {None} <= marks
