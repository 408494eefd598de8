"""The form of a material: its fields in the order of its text, under its headings, with the words one ticks."""

import re
from datetime import date
from pathlib import Path

import pytest

from vejviser.content.load.portal import load_portal
from vejviser.content.model.download import Download
from vejviser.content.model.portal import Portal
from vejviser.pages.material_forms import form_uri, pages

TODAY = date(2026, 6, 15)
FIELDS = """fields:
  - {id: gruppe, label: {da: Gruppe}, help: {da: Gruppens navn.}, depends_on: {field: hvem, value: familie}}
  - {id: kommune, label: {da: Kommune}, prefill: municipality.title, required: true}
  - {id: dato, type: date, label: {da: Dato}, depends_on: {field: ja}}
  - {id: hvem, type: choice, label: {da: "Hvem »er« det?"}, choices: [{id: en, label: {da: En & to}}, {id: familie, label: {da: Familie}}]}
  - {id: ja, type: checkbox, label: {da: Ja tak}, required: true}
  - {id: ord, type: multiline, label: {da: Ord}}
  - {id: hånd, type: signature, label: {da: Underskrift for kommunen}}
""".replace("hånd", "haand")
TEXT = """---
title: Aftale
---
Aftalen gælder {{ kommune }}.

## 1. Formål {#formaal}

| Felt | Skriv her |
| --- | --- |
| Hvem | {{ hvem }} |
| Dato | {{ dato }} |

- {{ ja }} Jeg siger **ja**, når det passer,
  og kan sige nej [@rapport-2024, afsnit 7].
- {{ gruppe }}

## 2. Resten {#resten}

{{ ord }}

Kommune igen: {{ kommune }}

| Linje | Kommunen |
| --- | --- |
| Underskrift | {{ haand }} |
"""


@pytest.fixture
def form(portal_copy: Path) -> str:
    yml, text = portal_copy / "materials/aftale/material.yml", portal_copy / "materials/aftale/da.md"
    before = yml.read_text("utf-8")
    head, _, rest = before.partition("fields:\n")
    yml.write_text(head.replace("legal_note: true", "signed: true") + FIELDS + rest[rest.index("changes:") :], "utf-8")
    text.write_text(TEXT, "utf-8")
    (found,) = pages(load_portal(portal_copy).portal, TODAY)
    return found.body


def test_the_fields_stand_in_the_order_of_the_text_each_once(form: str) -> None:
    assert re.findall(r'data-field="([\w-]+)"', form) == ["kommune", "hvem", "dato", "ja", "gruppe", "ord"]


def test_the_headings_of_the_text_are_the_groups(form: str) -> None:
    assert re.findall(r"<legend>(.*?)</legend>", form) == ["Felter", "&#49;. Formål", "&#50;. Resten"]


def test_a_tick_has_the_words_of_the_document_beside_it_without_its_sources(form: str) -> None:
    (words,) = re.findall(r'id="ord--\w+">(.*?)</span>', form, re.DOTALL)
    assert " ".join(words.split()) == "Jeg siger <strong>ja</strong>, når det passer, og kan sige nej."


def test_a_field_says_what_it_needs_and_what_it_is(form: str) -> None:
    fields = dict(re.findall(r'<div class="field [\w-]+" data-field="(\w+)" (.*?)>', form))
    assert fields["kommune"] == 'data-type="text" data-required'
    assert fields["dato"] == 'data-type="date" data-needs="ja"'
    assert fields["gruppe"] == 'data-type="text" data-needs="hvem" data-answer="familie"'


def test_every_field_is_named_described_and_has_a_place_for_what_is_wrong(form: str) -> None:
    ids = re.findall(r'\bid="([^"]+)"', form)
    assert len(ids) == len(set(ids))
    for name in ["kommune", "hvem", "dato", "ja", "gruppe", "ord"]:
        assert form.count(f'<label for="felt--{name}">') == 1
        (described,) = re.findall(rf'id="felt--{name}" [^>]*aria-describedby="([^"]+)"', form)
        assert described.split()[-1] == f"fejl--{name}"
        assert set(described.split()) <= set(ids)


def test_a_signature_is_named_and_not_asked_for(form: str) -> None:
    assert "haand" not in form
    assert "Underskrift for kommunen" in form


def test_nothing_an_editor_writes_becomes_markup(form: str) -> None:
    assert ">En &#38; to</option>" in form


def test_only_a_material_with_fields_and_a_file_for_them_has_a_form(portal: Portal) -> None:
    (material,) = portal.materials
    assert material.can_be_filled
    assert not material.model_copy(update={"fields": ()}).can_be_filled
    assert not material.model_copy(update={"formats": ("slides",)}).can_be_filled


def test_the_form_stands_in_each_language_the_material_is_written_in(portal: Portal) -> None:
    (material,) = portal.materials
    found = [(page.language, page.uri, page.address) for page in pages(portal, TODAY)]
    assert found == [("da", form_uri(material), "materialer/aftale/udfyld/")]


def test_files_in_two_languages_are_filled_in_too(portal: Portal) -> None:
    path = "materialer/aftale/aftale"
    files = (
        Download(f"{path}.da.pdf", "materialer/aftale", "da", "pdf", 1000, "0" * 64),
        Download(f"{path}.da-en.pdf", "materialer/aftale", "da", "pdf", 1000, "1" * 64, second="en"),
        Download(f"{path}-slides.da.pdf", "materialer/aftale", "da", "slides", 1000, "2" * 64),
    )
    (page,) = pages(portal, TODAY, files)
    buttons = re.findall(
        r'data-make="(\w+)" data-written="da" data-blank="([^"]+)" data-name="([^"]+)"( data-pair)?', page.body
    )
    assert buttons == [
        ("pdf", f"/{path}.da.pdf", "aftale-udfyldt.da.pdf", ""),
        ("pdf", f"/{path}.da-en.pdf", "aftale-udfyldt.da-en.pdf", " data-pair"),
    ]
