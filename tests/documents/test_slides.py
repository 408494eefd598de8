"""Slides: one text in, a script for the teacher, a PDF and a presentation with notes out."""

import io
import zipfile
from datetime import date
from pathlib import Path

import page
import pypdfium2
import pytest
from lxml import etree
from openxml_audit import OdfValidator

from tests.documents.samples import FORM, SOURCES
from vejviser.base.problems import Problem
from vejviser.content.languages import Language
from vejviser.content.model.material import Material, MaterialMeta, MaterialText
from vejviser.documents.compose_material import compose_material
from vejviser.documents.document import Document
from vejviser.documents.engine import render
from vejviser.documents.interface_words import LABEL_KEYS
from vejviser.documents.slides import slides_of

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
DRAW, TEXT, PRESENTATION = (f"{{{OASIS}{name}:1.0}}" for name in ("drawing", "text", "presentation"))
TITLES: dict[Language, str] = {"da": "Kursus", "ar": "دورة"}
BODY = """\
Læs det hele først.

## Begynd {#begynd}

!!! slide "Velkommen"
    - Hvem er du?
    - Hvad er du **spændt** på? [@rapport-2024, afsnit 2]

Tag en runde.

1. Et halvt minut til hver.

!!! slide "Pause"
    Ti minutter.
"""


def composed(body: str = BODY, language: Language = "da") -> tuple[Document, tuple[Problem, ...]]:
    material = Material.model_validate(
        FORM.model_dump(mode="json", exclude={"origin"})
        | {"id": "kursus", "fields": [], "formats": ["pdf", "slides", "odp"], "updated": date(2026, 11, 22)}
    )
    text = MaterialText(
        material="kursus", language=language, meta=MaterialMeta(title=TITLES[language]), body=body, body_line=5
    )
    made = compose_material(material, text, sources=SOURCES, labels=dict.fromkeys(LABEL_KEYS, "ord"))
    return made.document, made.problems


def test_every_box_is_a_slide_and_what_follows_it_is_spoken() -> None:
    welcome, pause, sources = slides_of(composed()[0])
    assert [welcome.title, pause.title, sources.title] == ["Velkommen", "Pause", "ord"]
    assert len(welcome.spoken) == 2
    assert pause.spoken == ()


def test_a_slide_shows_no_table_field_or_box() -> None:
    _, problems = composed(BODY + '\n!!! slide "Program"\n    | Kl. | Punkt |\n    | --- | --- |\n    | 18 | Te |\n')
    assert [(problem.line, problem.rule, dict(problem.values)["title"]) for problem in problems] == [
        (20, "slide-unfit", "Program")
    ]


def test_slides_are_asked_for_and_there_are_none() -> None:
    assert [item.rule for item in composed("Kun tekst.\n")[1]] == ["slides-missing"]


@pytest.mark.parametrize("language", ["da", "ar"])
def test_the_pdf_is_accessible_and_has_a_page_a_slide(language: Language) -> None:
    data = render(composed(language=language)[0], "slides")
    assert len(pypdfium2.PdfDocument(data)) == 4
    report = page.validate_pdf_bytes(data, profile="ua1")
    assert [str(failure) for failure in report.failures] == []


@pytest.mark.parametrize("language", ["da", "ar"])
def test_the_presentation_is_valid_and_has_the_notes(language: Language, tmp_path: Path) -> None:
    path = tmp_path / "kursus.odp"
    path.write_bytes(render(composed(language=language)[0], "odp"))
    result = OdfValidator().validate(path)
    assert [str(error) for error in result.errors] == []
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("content.xml"))
    pages = list(root.iter(f"{DRAW}page"))
    assert len(pages) == 4
    assert ["".join(item.itertext()) for item in pages[1].iter(f"{TEXT}list-item")] == [
        "Hvem er du?",
        "Hvad er du spændt på? [1]",
    ]
    notes = pages[1].find(f"{PRESENTATION}notes")
    assert notes is not None
    assert [item.text for item in notes.iter(f"{TEXT}p")] == ["Tag en runde.", "– Et halvt minut til hver."]


def test_the_same_text_gives_the_same_bytes() -> None:
    assert render(composed()[0], "odp") == render(composed()[0], "odp")
    assert zipfile.ZipFile(io.BytesIO(render(composed()[0], "odp"))).namelist()[0] == "mimetype"
