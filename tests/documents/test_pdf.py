"""PDF: valid as PDF/UA-1, with fields one can fill, and letters one can copy."""

import io
import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import page
import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops
from weasyprint import HTML

from tests.documents.samples import VALUES, blank, filled, form, form_template, material, rendered
from vejviser.documents import blocks as doc
from vejviser.documents import pdf_languages
from vejviser.documents.engine import fill, template
from vejviser.documents.pdf import page_of, without_warnings
from vejviser.documents.pdf_text import Writing, answers, height_of_answers, shaped
from vejviser.documents.pdf_tounicode import read_letters

LANGUAGES = ("da", "ar")


@cache
def opened(data: bytes) -> pikepdf.Pdf:
    """Open a PDF and keep it open: its objects live no longer than it does."""
    return pikepdf.open(io.BytesIO(data))


def fields(data: bytes) -> dict[str, Any]:
    return {str(field.T): field for field in opened(data).Root.AcroForm.Fields}


def structure(data: bytes) -> Iterator[Any]:
    return (
        item
        for item in opened(data).objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/StructElem"
    )


def drawn(data: bytes) -> Image.Image:
    """What Chromium's PDF viewer shows of the first page, a pixel a point."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    picture = document[0].render(scale=1).to_pil()
    assert isinstance(picture, Image.Image)
    return picture.convert("L")


def words(data: bytes) -> str:
    """What a reader copies out of the document, as Chromium's PDF viewer gives it."""
    document = pypdfium2.PdfDocument(data)
    return "\n".join(sheet.get_textpage().get_text_range() for sheet in document)


@pytest.mark.parametrize(
    "data",
    [
        *(pytest.param((blank, language), id=f"form-{language}") for language in LANGUAGES),
        *(pytest.param((filled, language), id=f"filled-{language}") for language in LANGUAGES),
        *(pytest.param((rendered, "checklist", language), id=f"checklist-{language}") for language in LANGUAGES),
        *(pytest.param((rendered, "book", language), id=f"book-{language}") for language in LANGUAGES),
    ],
)
def test_pdf_ua(data: tuple[Any, ...]) -> None:
    make, *which = data
    report = page.validate_pdf_bytes(make(*which, "pdf"), profile="ua1")
    assert [str(failure) for failure in report.failures] == []


@pytest.mark.parametrize("kind", ["checklist", "book"])
def test_what_a_reader_of_the_tree_does_not_meet_is_an_artifact(kind: str) -> None:
    pdf = opened(rendered(kind, "ar", "pdf"))
    tree = pdf.Root.StructTreeRoot
    pages = [one for one in list(tree.ParentTree.Nums)[1::2] if isinstance(one, pikepdf.Array)]
    owners = {owner.objgen for one in pages for owner in one if owner is not None}
    assert owners <= set(elements(tree.K[0]))
    assert all(b"/Pagination /Subtype /Footer" in operators(sheet) for sheet in pdf.pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_font_holds_what_draws_it_and_no_more(language: str) -> None:
    """There are thousands of filled-in files: what no reader of a PDF looks at is in none of them (ISO 32000-1, 9.9)."""
    found = [it for it in opened(filled(language, "pdf")).objects if isinstance(it, pikepdf.Dictionary)]
    fonts = [font for font in found if font.get("/Type") == "/FontDescriptor"]
    held = {str(font.FontName): set(TTFont(io.BytesIO(font.FontFile2.read_bytes())).keys()) for font in fonts}
    drawing = {"GlyphOrder", "glyf", "head", "hhea", "hmtx", "loca", "maxp"}
    of_text = [tables for name, tables in held.items() if "Fields" not in name]
    assert of_text == [drawing] * len(of_text) != []
    assert [name for name, tables in held.items() if "Fields" in name and not tables > drawing] == []


def test_a_table_names_its_headers_where_readers_look_for_them() -> None:
    data = blank("da", "pdf")
    cells = [found for found in structure(data) if str(found.S) in {"/TH", "/TD"}]
    headers = {bytes(cell.ID): cell for cell in cells if str(cell.S) == "/TH"}
    names = list(opened(data).Root.StructTreeRoot.IDTree.Names)
    assert [bytes(name) for name in names[::2]] == sorted(headers)
    assert [found.objgen for found in names[1::2]] == [headers[name].objgen for name in sorted(headers)]
    assert {str(cell.A.Scope) for cell in headers.values()} <= {"/Column", "/Row"}
    asked = {bytes(name) for cell in cells for name in cell.A.get("/Headers", pikepdf.Array())}
    assert asked
    assert asked <= set(headers)


def elements(element: Any) -> Iterator[tuple[int, int]]:
    """What stands below an element of the tree, and itself, by object number."""
    yield element.objgen
    for kid in element.get("/K", pikepdf.Array()):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from elements(kid)


def operators(sheet: Any) -> bytes:
    contents = sheet.obj.Contents
    return b"".join(part.read_bytes() for part in (contents if isinstance(contents, pikepdf.Array) else [contents]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_fields_have_the_declared_names_and_a_tooltip(language: str) -> None:
    found = fields(blank(language, "pdf"))
    assert {name: str(field.TU) for name, field in found.items()} == {
        field.id: field.tooltip for field in form(language).fields
    }


def test_a_field_in_two_places_is_one_field_with_two_widgets() -> None:
    field = fields(filled("da", "pdf"))["kommune"]
    assert len(field.Kids) == 2
    assert {"/AP" in kid for kid in field.Kids} == {True}
    assert str(field.V) == VALUES["da"]["kommune"]


def test_what_is_not_known_stays_an_empty_field_with_a_label() -> None:
    found = fields(fill(form_template("da", "pdf"), {"kommune": ""}))
    assert {str(found[name].get("/V", "")) for name in ("kommune", "kontakt", "antal", "gruppe")} == {""}
    assert "Kommune" in words(blank("da", "pdf"))
    assert "None" not in words(blank("da", "pdf"))


def test_an_empty_list_shows_its_answers_with_a_box_to_tick_on_paper_and_a_chosen_one_alone() -> None:
    empty, chosen = (fields(data)["gruppe"].AP.N for data in (blank("da", "pdf"), filled("da", "pdf")))
    assert [look.read_bytes().count(b" re S") for look in (empty, chosen)] == [2, 0]
    assert [look.read_bytes().count(b" Tm ") for look in (empty, chosen)] == [2, 1]


def test_the_boxes_of_an_arabic_list_stand_to_the_right_of_their_answers() -> None:
    field = fields(blank("ar", "pdf"))["gruppe"]
    boxes = [
        float(words.split()[0]) for words in field.AP.N.read_bytes().decode().splitlines() if words.endswith("re S")
    ]
    assert min(boxes) > float(field.Rect[2] - field.Rect[0]) - 20


def test_a_long_answer_in_a_narrow_column_is_wrapped_and_all_are_as_large() -> None:
    labels = ["Kort", "En lang forening med et langt navn og en lang adresse"]
    writing = Writing(
        ("FieldsLatin.ttf",), "/Drawn", 11.5, "0 0 0 rg", (120.0, height_of_answers(labels)), rtl=False, many=False
    )
    look = answers(labels, writing).decode()
    assert (look.count(" re S"), look.count(" Tf")) == (2, 1)
    assert look.count(" Tm ") > 2


def test_values_of_each_kind() -> None:
    found = fields(filled("da", "pdf"))
    assert {name: str(found[name].V) for name in VALUES["da"]} == {
        **VALUES["da"],
        "ja": "/on",
        "dato": "1. december 2026",
    }
    assert str(found["ja"].AS) == "/on"


def test_an_answer_nobody_declared_is_left_out() -> None:
    found = fields(fill(form_template("da", "pdf"), {"gruppe": "tredje"}))
    assert str(found["gruppe"].V) == ""


def test_title_language_and_version_are_told() -> None:
    document = opened(blank("ar", "pdf"))
    assert str(document.Root.Lang) == "ar"
    assert str(document.docinfo.Title) == form("ar").title
    assert document.Root.ViewerPreferences.DisplayDocTitle
    assert "الإصدار 1.2" in words(blank("ar", "pdf"))
    assert "version da 1.2 · 22. november 2026" in words(blank("da", "pdf"))
    assert re.search(r"Side 1 af \d", words(blank("da", "pdf")))


def test_headings_are_bookmarks() -> None:
    with opened(blank("da", "pdf")).open_outline() as outline:
        assert [item.title for item in outline.root] == ["Prøveskema"]
        assert [item.title for item in outline.root[0].children] == ["1. Parterne", "notes da"]


def test_links_inside_say_where_they_lead() -> None:
    links = [
        note
        for sheet in opened(blank("da", "pdf")).pages
        for note in sheet.obj.get("/Annots", [])
        if note.Subtype == "/Link"
    ]
    assert [str(link.Contents) for link in links] == ["notes da 1", "notes da 1", "https://example.org/"]


def test_a_passage_in_another_language_says_so() -> None:
    assert {str(item.Lang) for item in structure(blank("ar", "pdf")) if "/Lang" in item} == {"da", "ar"}


def test_weasyprint_has_not_learned_passages_yet() -> None:
    """The day this fails, `pdf_languages` can go."""
    made = HTML(string='<html lang="da"><title>x</title><p>En <span lang="en">word</span>').write_pdf(
        pdf_variant="pdf/ua-1"
    )
    assert [item for item in structure(made or b"") if "/Lang" in item] == []
    assert pdf_languages.__doc__


def test_what_weasyprint_warns_of_is_a_failure(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(RuntimeError, match="sad"), without_warnings():
        logging.getLogger("weasyprint").warning("sad")
    caplog.clear()


def test_a_list_item_holds_a_label_and_a_body() -> None:
    items = [item for item in structure(rendered("book", "da", "pdf")) if item.S == "/LI"]
    assert items
    assert {tuple(str(kid.S) for kid in item.K) for item in items} <= {("/Lbl", "/LBody"), ("/LBody",)}


@pytest.mark.parametrize("passage", ["هذا مهم ولا شك", "وسهلًا", "بالأصدقاء", "البلدية"])
def test_arabic_is_copied_as_the_letters_that_were_written(passage: str) -> None:
    bare = re.sub("[\u064b-\u0652]", "", passage)
    assert bare in re.sub("[\u064b-\u0652]", "", words(blank("ar", "pdf")))


def test_no_presentation_forms_are_copied() -> None:
    assert re.findall("[\ufb50-\ufdff\ufe70-\ufefc]", words(blank("ar", "pdf"))) == []


def test_a_filled_arabic_field_is_drawn_from_the_right() -> None:
    x1, y1, x2, y2 = (float(side) for side in fields(filled("ar", "pdf"))["kommune"].Rect)
    empty, full = (drawn(make("ar", "pdf")) for make in (blank, filled))
    height = full.height
    written = ImageChops.difference(empty, full).crop((round(x1), round(height - y2), round(x2), round(height - y1)))
    left, _, right, _ = written.getbbox() or (0, 0, 0, 0)
    assert left > (x2 - x1) / 4
    assert right > x2 - x1 - 8


def test_drawn_arabic_maps_back_to_letters() -> None:
    field = fields(filled("ar", "pdf"))["kommune"]
    drawn = field.AP.N
    (font,) = drawn.Resources.Font.values()
    mapped = read_letters(font.ToUnicode.read_bytes())
    shown = re.findall(rb"<(\w{4})>", drawn.read_bytes().split(b"Tm")[1])
    letters = "".join(mapped[int(glyph, 16)] for glyph in shown)
    assert sorted(letters) == sorted(VALUES["ar"]["kommune"])


def test_long_values_are_written_smaller_and_long_texts_wrapped() -> None:
    template = form_template("da", "pdf")
    found = fields(fill(template, {"kontakt": "x" * 200, "oensker": "ord " * 60}))
    sizes = [float(size) for size in re.findall(rb"([\d.]+) Tf", found["kontakt"].AP.N.read_bytes())]
    assert sizes == [6.0]
    lines = [float(y) for y in re.findall(rb"([\d.-]+) Tm", found["oensker"].AP.N.read_bytes())]
    assert len(lines) > 2
    assert all(above > below for above, below in pairwise(lines))


@pytest.mark.parametrize(
    ("words", "sizes", "inside"), [(20, {12.5}, True), (90, {6.5, 7.0, 7.5, 8.0}, True), (2000, {6.0}, False)]
)
def test_a_text_that_is_too_long_for_its_field_is_written_smaller(words: int, sizes: set[float], inside: bool) -> None:
    found = fields(fill(form_template("da", "pdf"), {"oensker": "ordene " * words}))
    drawing = found["oensker"].AP.N.read_bytes()
    assert {float(size) for size in re.findall(rb"([\d.]+) Tf", drawing)} <= sizes
    assert (min(float(y) for y in re.findall(rb"([\d.-]+) Tm", drawing)) > 0) == inside


def test_signs_without_a_glyph_are_not_drawn() -> None:
    assert len(shaped("a🙂b", "FieldsLatin.ttf", rtl=False).glyphs) == 2


def test_mixed_directions_stand_in_visual_order() -> None:
    def numbers(text: str) -> list[int]:
        return [glyph.number for glyph in shaped(text, "FieldsArabic.ttf", rtl=True).glyphs]

    arabic, latin, space = numbers("بلدية"), numbers("Odense"), numbers("ب ب")[1]
    assert numbers("بلدية Odense") == [*latin, space, *arabic]


def test_fonts_are_ours_and_embedded() -> None:
    names = {
        str(item.BaseFont)
        for item in opened(blank("ar", "pdf")).objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"
    }
    assert {name.partition("+")[2].split("-")[0] for name in names} == {"Vejviser"}


def test_the_page_is_the_same_whatever_signs_it_holds() -> None:
    assert "<script>" not in page_of(form("da"))


@pytest.mark.parametrize(("language", "text"), [("da", "Blåbær Šćž"), ("ar", "بلدية")])
def test_what_a_reader_types_is_shown(language: str, text: str) -> None:
    x1, y1, x2, y2 = (float(side) for side in fields(blank(language, "pdf"))["kontakt"].Rect)
    document = pypdfium2.PdfDocument(blank(language, "pdf"))
    document.init_forms()
    sheet, viewer = document[0], document.formenv

    def shown() -> Image.Image:
        top = sheet.get_height()
        picture = sheet.render(scale=1).to_pil().convert("L")
        return picture.crop((round(x1), round(top - y2), round(x2), round(top - y1)))

    before = shown()
    pypdfium2.raw.FORM_OnLButtonDown(viewer, sheet, 0, (x1 + x2) / 2, (y1 + y2) / 2)
    pypdfium2.raw.FORM_OnLButtonUp(viewer, sheet, 0, (x1 + x2) / 2, (y1 + y2) / 2)
    for sign in text:
        pypdfium2.raw.FORM_OnChar(viewer, sheet, ord(sign), 0)
    pypdfium2.raw.FORM_ForceToKillFocus(viewer)
    dark = sum(ImageChops.difference(before, shown()).histogram()[80:])
    assert dark > 5 * len(text)


@pytest.mark.parametrize(
    "inner",
    [
        (doc.Text("Loven", italic=True),),
        (doc.Text("Loven", bold=True, italic=True),),
        (doc.Text("القانون", language="ar"),),
        (doc.Text("Loven om "), doc.Text("alt", bold=True)),
    ],
)
def test_a_link_in_any_typeface_is_one_link(inner: doc.Inlines) -> None:
    paragraph = doc.Paragraph((doc.Text("Se "), doc.Link("https://example.org/", inner), doc.Text(".")))
    document = replace(material("da").document, blocks=(paragraph,), notes=())
    made = fill(template(document, "pdf"), {})
    assert [str(failure) for failure in page.validate_pdf_bytes(made, profile="ua1").failures] == []
    with pikepdf.Pdf.open(io.BytesIO(made)) as pdf:
        assert len([item for item in pdf.pages[0].get("/Annots", []) if item.Subtype == pikepdf.Name.Link]) == 1


@pytest.mark.parametrize("lines", [24, 26, 28, 30, 32])
def test_the_lines_one_signs_on_stay_with_the_words_before_them(lines: int) -> None:
    places = {
        item: doc.Field(item, kind, item)
        for item, kind in (("ja", "checkbox"), ("navn", "text"), ("hånd", "signature"))
    }
    rows = tuple(((doc.Text(item),), (doc.InlineField(places[item]),)) for item in ("navn", "hånd"))
    blocks = (
        *(doc.Paragraph((doc.Text(f"Linje {number}."),)) for number in range(lines)),
        doc.Heading(2, "underskrift", (doc.Text("Underskrift"),)),
        doc.TickLine(places["ja"], (doc.Text("Jeg har læst det."),)),
        doc.Table(((doc.Text("Linje"),), (doc.Text("Mig"),)), rows),
    )
    document = replace(material("da").document, blocks=blocks, notes=())
    made = opened(fill(template(document, "pdf"), {}))
    found = [{str(item.T) for item in sheet.get("/Annots", ()) if "/T" in item} for sheet in made.pages]
    assert [item for item in found if item] == [set(places)]
