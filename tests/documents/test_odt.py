"""OpenDocument: valid, with a named field for every field, and right to left where it must be."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OdfValidator

from tests.documents.samples import VALUES, blank, filled, form, rendered

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, FORM, STYLE, FO = (f"{{{OASIS}{name}:1.0}}" for name in ("text", "form", "style", "xsl-fo-compatible"))
LANGUAGES = ("da", "ar")


def part(data: bytes, name: str = "content.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", ["blank", "filled", "checklist", "book"])
def test_it_is_opendocument(which: str, language: str, tmp_path: Path) -> None:
    file = tmp_path / "x.odt"
    data = (
        {"blank": blank, "filled": filled}[which](language, "odt")
        if which in {"blank", "filled"}
        else rendered(which, language, "odt")
    )
    file.write_bytes(data)
    result = OdfValidator().validate(file)
    assert [str(error) for error in result.errors] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_fields_have_the_declared_names(language: str) -> None:
    body = part(blank(language, "odt"))
    marked = {item.get(f"{TEXT}name").removeprefix("field-") for item in body.iter(f"{TEXT}bookmark-start")}
    ticked = {item.get(f"{FORM}name") for item in body.iter(f"{FORM}checkbox")}
    assert {name.split(".")[0] for name in marked if "note-" not in name} | ticked >= {
        field.id for field in form(language).fields
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_meet_a_field_by_its_label(language: str) -> None:
    body = part(blank(language, "odt"))
    written = {item.get(f"{TEXT}description") for item in body.iter(f"{TEXT}text-input")}
    chosen = {item.get(f"{TEXT}name") for item in body.iter(f"{TEXT}drop-down")}
    assert written | chosen == {field.tooltip for field in form(language).fields if field.type != "checkbox"}


def test_a_box_to_tick_says_what_it_is() -> None:
    (box,) = part(blank("da", "odt")).iter(f"{FORM}checkbox")
    assert (box.get(f"{FORM}title"), box.get(f"{FORM}current-state")) == ("Ja, tak", "unchecked")


def test_an_empty_list_shows_its_answers_with_a_box_to_tick_on_paper() -> None:
    (choice,) = part(blank("da", "odt")).iter(f"{TEXT}drop-down")
    assert "".join(choice.itertext()) == "☐\u00a0Den ene\u2003☐\u00a0Den anden"


def test_values_of_each_kind() -> None:
    body = part(filled("da", "odt"))
    ids = {field.tooltip: field.id for field in form("da").fields}
    inputs = body.iter(f"{TEXT}text-input")
    texts = {ids[item.get(f"{TEXT}description", "")]: "".join(item.itertext()) for item in inputs}
    assert texts["kommune"] == VALUES["da"]["kommune"]
    assert texts["kontakt"] == "write_here da"
    (choice,) = body.iter(f"{TEXT}drop-down")
    assert [item.get(f"{TEXT}value") for item in choice if item.get(f"{TEXT}current-selected")] == ["Den anden"]
    assert next(body.iter(f"{FORM}checkbox")).get(f"{FORM}current-state") == "checked"


def test_arabic_is_aligned_right_by_name() -> None:
    standard = next(
        item
        for item in part(blank("ar", "odt"), "styles.xml").iter(f"{STYLE}style")
        if item.get(f"{STYLE}name") == "Standard"
    )
    properties = standard.find(f"{STYLE}paragraph-properties")
    assert properties is not None
    assert (properties.get(f"{FO}text-align"), properties.get(f"{STYLE}writing-mode")) == ("right", "rl-tb")


def test_every_style_that_is_used_exists() -> None:
    data = blank("ar", "odt")
    named = {
        item.get(f"{STYLE}name")
        for sheet in ("content.xml", "styles.xml")
        for item in part(data, sheet).iter(f"{STYLE}style")
    }
    used = {
        value
        for item in part(data).iter()
        for name, value in item.attrib.items()
        if name.endswith("}style-name") and item.tag != f"{TEXT}list"
    }
    assert used <= named


def test_the_type_of_the_file_comes_first_and_plain() -> None:
    with zipfile.ZipFile(io.BytesIO(blank("da", "odt"))) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
