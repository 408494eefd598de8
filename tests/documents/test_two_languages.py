"""Two languages at once: the Danish text with a translation beside it, every field once, nothing said twice."""

import io
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OdfValidator, OpenXmlValidator

from tests.documents.samples import checklist, form, labels
from vejviser.content.model.base import Translation
from vejviser.documents import blocks as doc
from vejviser.documents.block_writer import TAB, on_a_line
from vejviser.documents.compose_two_languages import compose_two_languages
from vejviser.documents.document import Document, Format
from vejviser.documents.engine import fill, template
from vejviser.documents.reading import anchors_in, fields_in, plain_text, words_of
from vejviser.documents.two_languages import woven

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
FORM = "{urn:oasis:names:tc:opendocument:xmlns:form:1.0}"
KINDS = ("form", "checklist")


def of_language(kind: str, language: str) -> Document:
    return form(language) if kind == "form" else checklist(language).document


@cache
def two(kind: str) -> Document:
    return compose_two_languages(of_language(kind, "da"), of_language(kind, "ar"), Translation(status="machine"))


@cache
def written(kind: str, form_: Format) -> bytes:
    return fill(template(two(kind), form_), {})


def part(kind: str, form_: Format) -> etree._Element:
    name = {"docx": "word/document.xml", "odt": "content.xml"}[str(form_)]
    with zipfile.ZipFile(io.BytesIO(written(kind, form_))) as archive:
        return etree.fromstring(archive.read(name))


def plain(text: str, language: str = "da") -> Document:
    blocks = tuple(doc.Paragraph((doc.Text(each),)) for each in text.split())
    return replace(form("ar" if language == "ar" else "da"), language=language, blocks=blocks, notes=())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form_", ["docx", "odt", "pdf"])
def test_every_format_is_valid(kind: str, form_: Format, tmp_path: Path) -> None:
    file = tmp_path / f"x.{form_}"
    file.write_bytes(written(kind, form_))
    if form_ == "pdf":
        assert [str(failure) for failure in page.validate_pdf_bytes(file.read_bytes(), profile="ua1").failures] == []
    else:
        result = (OpenXmlValidator() if form_ == "docx" else OdfValidator()).validate(file)
        assert [str(error) for error in result.errors] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_document_gives_the_same_bytes(kind: str) -> None:
    for form_ in ("docx", "odt", "pdf"):
        assert fill(template(two(kind), form_), {}) == written(kind, form_)


@pytest.mark.parametrize("kind", KINDS)
def test_the_fields_are_those_of_the_danish_text_in_its_order(kind: str) -> None:
    danish, both = of_language(kind, "da"), two(kind)
    assert [field.id for field in fields_in(both.blocks)] == [field.id for field in fields_in(danish.blocks)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_has_the_fields_under_the_names_of_the_danish_file(kind: str) -> None:
    def names(document: Document) -> tuple[list[str], list[str], list[str]]:
        word, odt, pdf = (fill(template(document, form_), {}) for form_ in ("docx", "odt", "pdf"))
        with zipfile.ZipFile(io.BytesIO(word)) as archive:
            tags = etree.fromstring(archive.read("word/document.xml")).iter(f"{W}tag")
            tagged = [tag.get(f"{W}val", "") for tag in tags]
        with zipfile.ZipFile(io.BytesIO(odt)) as archive:
            content = etree.fromstring(archive.read("content.xml"))
            labels = [item.get(f"{TEXT}description", "") for item in content.iter(f"{TEXT}text-input")]
            inputs = [label.partition(" / ")[0] for label in labels]  # LibreOffice knows a field by its label
            boxes = [item.get(f"{FORM}name", "") for item in content.iter(f"{FORM}checkbox")]
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            return tagged, [*inputs, *boxes], [str(field.T) for field in opened.Root.AcroForm.Fields]

    assert names(two(kind)) == names(of_language(kind, "da"))


def test_a_field_says_its_label_and_its_answers_in_both_languages() -> None:
    fields = {field.id: field for field in two("form").fields}
    assert fields["kommune"].label == "Kommune / البلدية"
    assert fields["kontakt"].label == "Kontakt", "it has no Arabic label, and is not said twice"
    assert [choice.label for choice in fields["gruppe"].choices] == ["Den ene / الأولى", "Den anden"]
    assert two("form").labels["write_here"] == f"{labels('da')['write_here']} / {labels('ar')['write_here']}"


def test_headings_are_one_heading_in_both_languages() -> None:
    heading = next(block for block in two("checklist").blocks if isinstance(block, doc.Heading))
    assert heading.inlines == (doc.Text("Goddag"), doc.Beside((doc.Text("الترحيب"),), "ar"))


def test_a_line_to_tick_has_one_box_and_its_words_in_both_languages() -> None:
    first, second = next(row for row in rows(two("checklist")) if isinstance(row[0][0], doc.TickLine))
    assert words_of(first).endswith("Hils på hinanden")
    assert words_of(second).endswith("رحبوا ببعضكم")
    assert not any(isinstance(block, doc.TickLine) for block in second)


def test_what_has_no_translation_stands_once_and_alone() -> None:
    words = words_of(two("checklist").blocks)
    assert words.count("Tal om tavshed") == 1
    assert words.count("Det giver ro") == 1
    silent = next(block for block in two("checklist").blocks if "Tal om tavshed" in words_of((block,)))
    assert isinstance(silent, doc.TickLine), "it has the whole width"


def test_a_reason_without_a_translation_stands_below_the_danish_words_only() -> None:
    box = doc.Field("a", "checkbox", "a")
    first = doc.TickLine(box, (doc.Text("Hils"),), (doc.Text("Det giver ro"),))
    second = doc.TickLine(box, (doc.Text("Say hello"),), (doc.Text("Det giver ro", language="da"),))
    (row,) = rows(woven(with_blocks("da", first), with_blocks("en", second)))
    assert row == ((first,), (doc.Paragraph((doc.Text("Say hello"),)),))


def test_a_point_without_a_translation_is_not_said_twice() -> None:
    def points(*texts: str) -> doc.BulletList:
        return doc.BulletList(tuple((doc.Paragraph((doc.Text(text),)),) for text in texts))

    (row,) = rows(woven(with_blocks("da", points("Et", "To")), with_blocks("en", points("One", "To"))))
    assert row == ((points("Et", "To"),), (points("One"),))


def test_a_table_has_both_languages_in_each_cell_and_its_fields_once() -> None:
    def table(*words: str) -> doc.Table:
        place = (doc.InlineField(doc.Field("navn", "text", words[2])),)
        header = tuple((doc.Text(word),) for word in words[:2])
        return doc.Table(header, (((doc.Text(words[2]),), place),))

    made = woven(with_blocks("da", table("Hvad", "Skriv", "Navn")), with_blocks("en", table("What", "Write", "Name")))
    (both,) = made.blocks
    assert isinstance(both, doc.Table)
    assert both.header[0] == (doc.Text("Hvad"), doc.Beside((doc.Text("What"),), "en"))
    assert both.rows[0][1] == (doc.InlineField(doc.Field("navn", "text", "Navn / Name")),)


def test_parts_that_are_built_otherwise_stand_beside_each_other_as_a_whole() -> None:
    (row,) = rows(woven(plain("et to tre"), plain("one two", "en")))
    assert [words_of(passage) for passage in row] == ["ettotre", "onetwo"]


def test_a_sentence_with_a_field_in_it_has_dots_in_the_other_language() -> None:
    def sentence(before: str) -> doc.Paragraph:
        return doc.Paragraph((doc.Text(before), doc.InlineField(doc.Field("dag", "date", before)), doc.NoteRef(1)))

    (row,) = rows(woven(with_blocks("da", sentence("Den ")), with_blocks("en", sentence("On "))))
    assert row[1] == (doc.Paragraph((doc.Text("On "), doc.Text("…"))),)


@pytest.mark.parametrize(
    ("status", "signed", "said"),
    [
        ("machine", False, "help_machine"),
        ("machine", True, "help_signed_machine"),
        ("reviewed", True, "help_signed"),
        ("reviewed", False, ""),
    ],
)
def test_both_languages_say_that_the_translation_is_a_help(status: str, signed: bool, said: str) -> None:
    read = {"reviewed_by": "En tolk", "reviewed": "2026-11-01"} if status == "reviewed" else {}
    translation = Translation.model_validate({"status": status, **read})
    made = compose_two_languages(plain("et"), plain("one", "ar"), translation, signed=signed)
    words = [words_of(passage) for passage in rows(made)[0]]
    if said:
        assert [labels(language)[said] in word for language, word in zip(("da", "ar"), words, strict=True)] == [
            True
        ] * 2
    else:
        assert words == ["et", "one"]


def test_the_line_about_the_translation_alone_is_not_said_again() -> None:
    assert labels("ar")["machine_translation"] in words_of(checklist("ar").document.blocks)
    assert labels("ar")["machine_translation"] not in words_of(two("checklist").blocks)


@pytest.mark.parametrize("kind", KINDS)
def test_in_word_each_passage_runs_its_own_way(kind: str) -> None:
    cells = [
        [*row.iter(f"{W}tc")]
        for row in part(kind, "docx").iter(f"{W}tr")
        if row.find(f"{W}tc/{W}tcPr/{W}tcMar") is not None
    ]
    assert cells
    for first, second in cells:
        assert [each.find(f"{W}pPr/{W}bidi") is not None for each in first.iter(f"{W}p")] == [False] * len(
            [*first.iter(f"{W}p")]
        )
        assert {each.find(f"{W}pPr/{W}bidi") is not None for each in second.iter(f"{W}p")} == {True}
        assert {run.find(f"{W}rPr/{W}rtl") is not None for run in second.iter(f"{W}r")} == {True}


@pytest.mark.parametrize(
    ("first", "second", "language", "between"),
    [
        ("Navn", "Name", "en", (TAB,)),
        ("Navn", "الاسم", "ar", (TAB,)),
        ("Et langt navn", "Name", "en", (doc.LineBreak(),)),
        ("Et langt navn", "الاسم", "ar", (doc.LineBreak(), TAB)),
        ("Navn", "الاسم الكامل للمشاركة أو المشارك", "ar", (doc.LineBreak(),)),
    ],
)
def test_the_second_language_stands_at_the_other_end_of_a_line_or_below(
    first: str, second: str, language: str, between: doc.Inlines
) -> None:
    words, stop = on_a_line((doc.Text(first), doc.Beside((doc.Text(second),), language)), room=10)
    assert words[1 : 1 + len(between)] == between
    assert plain_text(words[1 + len(between) :]).strip("\u200f") == second
    assert stop == (TAB in between)


@pytest.mark.parametrize("form_", ["docx", "odt"])
def test_a_number_before_arabic_words_goes_with_them(form_: Format) -> None:
    words = "".join(part("form", form_).itertext())
    assert "\u200f1. الطرفان\u200f" in words


@pytest.mark.parametrize("kind", KINDS)
def test_in_opendocument_each_passage_runs_its_own_way(kind: str) -> None:
    sides: dict[str, list[str]] = {"FirstSide": [], "SecondSide": []}
    for cell in part(kind, "odt").iter(f"{TABLE}table-cell"):
        sides.get(cell.get(f"{TABLE}style-name", ""), []).extend(
            item.get(f"{TEXT}style-name", "") for item in cell.iter(f"{TEXT}p")
        )
    assert sides["FirstSide"]
    assert [name for name in sides["FirstSide"] if name.endswith("-rtl")] == []
    assert [name for name in sides["SecondSide"] if not name.endswith("-rtl")] == []


@pytest.mark.parametrize("kind", KINDS)
def test_in_a_pdf_each_passage_is_tagged_with_its_language(kind: str) -> None:
    with pikepdf.open(io.BytesIO(written(kind, "pdf"))) as opened:
        assert str(opened.Root.Lang) == "da"
        tagged = [
            str(found.Lang) for found in opened.objects if isinstance(found, pikepdf.Dictionary) and is_passage(found)
        ]
        title = str(opened.docinfo.Title)
    assert tagged.count("ar") >= len(rows(two(kind)))
    assert title == of_language(kind, "da").title


def is_passage(found: Any) -> bool:
    return found.get("/Type") == pikepdf.Name.StructElem and "/Lang" in found


def test_arabic_can_be_typed_into_the_fields() -> None:
    arabic = fill(template(two("form"), "pdf"), {"kommune": "بلدية"})
    with pikepdf.open(io.BytesIO(arabic)) as opened:
        field = next(each for each in opened.Root.AcroForm.Fields if str(each.T) == "kommune")
        drawn = field.Kids[0].AP.N.read_bytes()
    assert b"TJ" in drawn


def rows(document: Document) -> list[tuple[doc.Blocks, doc.Blocks]]:
    return [row for block in document.blocks if isinstance(block, doc.SideBySide) for row in block.rows]


def with_blocks(language: str, *blocks: doc.Block) -> Document:
    return replace(form("da"), language=language, blocks=blocks, notes=())


WORDS = st.text(st.sampled_from("abcæøå "), min_size=1, max_size=8)
NAMES = st.sampled_from("pqrstu")


def a_field(name: str) -> doc.Field:
    return doc.Field(name, "text", name)


BLOCKS = st.one_of(
    WORDS.map(lambda text: doc.Paragraph((doc.Text(text),))),
    NAMES.map(lambda name: doc.Heading(1, name, (doc.Text(name),))),
    NAMES.map(lambda name: doc.FieldBlock(a_field(name))),
    NAMES.map(lambda name: doc.TickLine(replace(a_field(f"{name}-box"), type="checkbox"), (doc.Text(name),))),
    NAMES.map(lambda name: doc.Paragraph((doc.Text("x"), doc.InlineField(a_field(name))))),
    NAMES.map(lambda name: doc.Table(((doc.Text("x"),),), (((doc.InlineField(a_field(name)),),),))),
)


@given(st.lists(BLOCKS, max_size=8).map(tuple), st.lists(BLOCKS, max_size=8).map(tuple))
def test_whatever_the_two_are_the_danish_keeps_its_words_its_fields_and_its_order(
    first: doc.Blocks, second: doc.Blocks
) -> None:
    made = woven(with_blocks("da", *first), with_blocks("en", *second)).blocks
    assert [field.id for field in fields_in(made)] == [field.id for field in fields_in(first)]
    assert [*filter(None, anchors_in(made))] == [*anchors_in(first)]


@given(st.lists(BLOCKS, max_size=8).map(tuple))
def test_a_text_beside_itself_is_itself(blocks: doc.Blocks) -> None:
    assert woven(with_blocks("da", *blocks), with_blocks("en", *blocks)).blocks == blocks
