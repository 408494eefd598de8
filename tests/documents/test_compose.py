"""Content in, documents out: the same fields in every language, and honest about languages."""

import pytest

from tests.documents.samples import CHECKLIST, FORM, book, checklist, material
from vejviser.documents import blocks as doc
from vejviser.documents.columns import has_row_headers, widths
from vejviser.documents.compose import web_links
from vejviser.documents.reading import fields_in, plain_text


@pytest.mark.parametrize("language", ["da", "ar"])
def test_every_declared_field_has_its_place(language: str) -> None:
    composed = material(language)
    assert composed.problems == ()
    assert sorted(field.id for field in composed.document.fields) == sorted(spec.id for spec in FORM.fields)


def test_a_field_in_two_places_is_one_field() -> None:
    document = material("da").document
    places = [field.id for field in fields_in(document.blocks)]
    assert places.count("kommune") == 2
    assert [field.id for field in document.fields].count("kommune") == 1


def test_a_field_without_a_place_is_told() -> None:
    problems = material("da", "{{ kommune }}").problems
    assert {problem.rule for problem in problems} == {"field-without-place"}
    assert [dict(problem.values)["field"] for problem in problems] == [spec.id for spec in FORM.fields[1:]]


def test_a_danish_label_in_an_arabic_form_says_that_it_is_danish() -> None:
    fields = {field.id: field for field in material("ar").document.fields}
    assert (fields["kontakt"].label, fields["kontakt"].language) == ("Kontakt", "da")
    assert (fields["kommune"].label, fields["kommune"].language) == ("البلدية", None)


def test_an_agreement_says_that_it_is_a_template() -> None:
    first = material("da").document.blocks[0]
    assert isinstance(first, doc.Callout)
    assert first.kind == "template"


def test_sources_of_the_material_come_after_those_of_the_text() -> None:
    notes = material("da").document.notes
    assert [(note.number, plain_text(note.inlines)) for note in notes] == [
        (1, "Analyse (2024): En rapport. Udgiver, afsnit 3.2."),
        (2, "Analyse (2015): Gamle regler. Udgiver, afsnit 4. old_source da"),
    ]


def test_notes_are_danish_in_every_document() -> None:
    assert {note.language for note in material("ar").document.notes} == {"da"}


def test_a_checklist_has_its_items_fields_and_dates() -> None:
    document = checklist("da").document
    assert [field.id for field in document.fields] == ["hilse", "tavshed", "sted", "ring", "moedes-1", "moedes-2"]
    assert [field.label for field in document.fields][3:] == [
        "1 dag efter mødet",
        "3 måneder efter mødet",
        "6 måneder efter mødet",
    ]


def test_arabic_counts_days_and_months_in_words() -> None:
    labels = [field.label for field in checklist("ar").document.fields][3:]
    assert labels == ["يوم بعد اللقاء", "3 أشهر بعد اللقاء", "6 أشهر بعد اللقاء"]


def test_a_retired_item_is_left_out() -> None:
    retired = {item.id for section in CHECKLIST.sections for item in section.items if item.retired}
    assert not retired & {field.id for field in checklist("da").document.fields}


def test_an_item_names_who_does_it() -> None:
    ticks = [block for block in checklist("da").document.blocks if isinstance(block, doc.TickLine)]
    assert plain_text(ticks[0].inlines) == "role-volunteer da: Hils på hinanden"


def test_an_item_that_is_not_translated_stays_danish() -> None:
    ticks = [block for block in checklist("ar").document.blocks if isinstance(block, doc.TickLine)]
    assert [tick.language for tick in ticks] == [None, "da"]


def test_links_between_chapters_stay_in_the_book() -> None:
    document = book("da").document
    links = [
        inline.address
        for block in document.blocks
        if isinstance(block, doc.Paragraph)
        for inline in block.inlines
        if isinstance(inline, doc.Link)
    ]
    assert links == ["#sidst--slut", "#sidst--slut"]


def test_a_link_to_no_place_is_told() -> None:
    (problem,) = [
        item
        for item in material("da", "Se\n\n[mere](#mere) og [parter](#parter)\n\n## A {#parter}").problems
        if "link" in item.rule
    ]
    assert (problem.line, problem.column, problem.values) == (6, 7, (("link", "#mere"),))


def test_a_missing_chapter_is_left_out() -> None:
    chapters = [block.id for block in book("da").document.blocks if isinstance(block, doc.ChapterBreak)]
    assert chapters == ["foerst", "sidst"]


def test_a_chapter_in_another_language_says_so() -> None:
    chapters = [block for block in book("ar").document.blocks if isinstance(block, doc.ChapterBreak)]
    assert [chapter.language for chapter in chapters] == [None, "da"]


def test_a_table_of_places_to_write_has_row_headers_and_wide_places() -> None:
    (table,) = [block for block in material("da").document.blocks if isinstance(block, doc.Table)]
    assert has_row_headers(table)
    assert sum(widths(table)) == 100
    assert widths(table)[1] > widths(table)[0]


@pytest.mark.parametrize(
    "address", ["https://example.org", "HTTPS://Example.org", "mailto:ven@example.org", "tel:112", "#maal"]
)
def test_a_document_keeps_the_links_that_lead_somewhere_from_paper(address: str) -> None:
    assert web_links(address) == address


@pytest.mark.parametrize("address", ["penge.md", "/data/", "javascript:alert(1)"])
def test_other_links_of_a_document_are_plain_words(address: str) -> None:
    assert web_links(address) is None
