"""A file that a reader fills in the browser is the one that the generator makes with the same values, byte for byte."""

import io
import os
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import page
import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import CONTENT_DAY
from tests.documents.browser_filling import ROOT, BrowserFilling, browser_filling
from tests.documents.samples import blank, form, form_template
from vejviser.content.load.portal import load_portal
from vejviser.documents.catalog import DocumentJob, document_jobs
from vejviser.documents.document import Document
from vejviser.documents.engine import Template, fill, template
from vejviser.documents.fonts import field_font, font_bytes
from vejviser.documents.pdf_forms import PdfTemplate
from vejviser.documents.pdf_tounicode import read_letters

pytestmark = [pytest.mark.node, pytest.mark.slow]

LETTERS = {
    "da": "Ærø & <Ø> \"søndag\" 'å'",
    "uk": "Їжак, ґанок – об\u2019єднання №5",
    "ar": "أهلًا وسهلًا يا (محمد) رقم 12 في Odense",
}
HOSTILE = st.text(
    st.one_of(
        st.sampled_from("<>&\"'$\\\x00\x08\x0b\x1b\x7f\x85\ufffe\uffff\u200f\u202e\u2028{}]]>\r\n\t€😀لا\u064b\u0301"),
        st.characters(codec="utf-8"),
    ),
    max_size=40,
)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def browser() -> Iterator[BrowserFilling]:
    with browser_filling() as started:
        yield started


@cache
def all_jobs() -> tuple[DocumentJob, ...]:
    return document_jobs(load_portal(ROOT, "https://portal.example/").portal, CONTENT_DAY)


def jobs(format_: str) -> tuple[DocumentJob, ...]:
    """Every document of the portal that can be filled in, in every one of its languages."""
    return tuple(
        job for job in all_jobs() if job.format == format_ and job.document.fields and job.document.can_be_filled
    )


def answers(document: Document, text: str) -> dict[str, str]:
    """Something for every field: `text` where one writes, and what one can choose where one chooses."""
    fixed = {"date": "2026-12-01", "checkbox": "true", "multiline": f"{text}\n\n{text * 9}"}
    chosen = {field.id: field.choices[-1].id for field in document.fields if field.choices}
    return {field.id: chosen.get(field.id) or fixed.get(field.type, text) for field in document.fields}


def as_in_a_form(values: Mapping[str, str]) -> dict[str, str | bool]:
    return {name: value == "true" or value for name, value in values.items()}


def entries(data: bytes) -> list[tuple[object, ...]]:
    """All that stands in a zip file, but for the bytes that are compressed in the one way or the other."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [
            (
                entry.filename, entry.date_time, entry.compress_type, entry.create_system, entry.create_version,
                entry.extract_version, entry.flag_bits, entry.external_attr, entry.extra, archive.read(entry),
            )
            for entry in archive.infolist()
        ]  # fmt: skip


@pytest.mark.parametrize("format_", ["docx", "odt"])
def test_every_document_of_the_portal_is_filled_as_the_generator_fills_it(
    format_: str, browser: BrowserFilling
) -> None:
    found = jobs(format_)
    assert len({job.document.id for job in found}) > 10
    assert {job.document.language for job in found} >= {"da", "uk", "ar", "en"}
    for job in found:
        form_, values = (
            template(job.document, job.format),
            answers(job.document, LETTERS.get(job.document.language, "x")),
        )
        empty = fill(form_, {})
        made = browser.fill(job.document, format_, empty, as_in_a_form(values))
        assert entries(made) == entries(fill(form_, values)), job.owner
        assert entries(browser.fill(job.document, format_, empty, {})) == entries(empty)


@pytest.mark.parametrize("format_", ["docx", "odt"])
def test_what_is_known_of_a_municipality_stays_or_is_written_over(format_: str, browser: BrowserFilling) -> None:
    found = [job for job in jobs(format_) if len(job.variants) > 1]
    assert len(found) > 3
    for job in found:
        known = dict(job.variants[1].values)
        form_, values = template(job.document, job.format), answers(job.document, "Ny tekst")
        added = {name: value for name, value in values.items() if name not in known}
        for more in (added, values):
            made = browser.fill(job.document, format_, fill(form_, known), more)
            assert entries(made) == entries(fill(form_, known | more)), job.owner


@pytest.mark.parametrize("format_", ["docx", "odt"])
@pytest.mark.parametrize("language", ["da", "ar"])
@QUICK
@given(text=HOSTILE)
def test_whatever_somebody_writes(language: str, format_: str, browser: BrowserFilling, text: str) -> None:
    values = dict.fromkeys((field.id for field in form(language).fields), text)
    made = browser.fill(form(language), format_, blank(language, format_), values)
    assert entries(made) == entries(fill(form_template(language, format_), values))


@pytest.mark.parametrize("format_", ["docx", "odt"])
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("gruppe", "findes-ikke"),
        ("gruppe", ""),
        ("ja", False),
        ("dato", "2026-02-30"),
        ("dato", "2024-02-29"),
        ("dato", "20261201"),
        ("dato", "0099-01-01"),
        ("kontakt", "\x00"),
        ("oensker", "a\r\nb"),
        ("intet-felt", "x"),
    ],
)
def test_values_at_the_edge(field: str, value: str | bool, format_: str, browser: BrowserFilling) -> None:
    made = browser.fill(form("da"), format_, blank("da", format_), {field: value})
    assert entries(made) == entries(fill(form_template("da", format_), {field: value or ""}))  # type: ignore[dict-item]


@pytest.mark.parametrize(("format_", "part"), [("docx", "word/document.xml"), ("odt", "content.xml")])
def test_a_field_can_be_emptied_again(format_: str, part: str, browser: BrowserFilling) -> None:
    full = fill(form_template("da", format_), answers(form("da"), "Aftalt"))
    made = browser.fill(form("da"), format_, full, dict.fromkeys((field.id for field in form("da").fields), ""))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert "Aftalt" not in archive.read(part).decode()
    again = browser.fill(form("da"), format_, made, answers(form("da"), "Aftalt"))
    assert entries(again) == entries(full)


# ---- PDF


@cache
def opened(data: bytes) -> pikepdf.Pdf:
    """Open a PDF and keep it open: its objects live no longer than it does."""
    return pikepdf.open(io.BytesIO(data))


def pdf_template(job: DocumentJob) -> Template:
    """The document as PDF with empty fields: out of the built site where there is one, else typeset here."""
    if built := os.environ.get("VEJVISER_SITE"):
        file = (Path(built) / job.variants[0].path).read_bytes()
        days = frozenset(field.id for field in job.document.fields if field.type == "date")
        return PdfTemplate(file, job.document.language, field_font(job.document.field_language), days)
    return template(job.document, "pdf")


def drawn(data: bytes) -> dict[str, list[tuple[object, ...]]]:
    """What every field of a PDF holds, and how each of its places is drawn."""
    return {str(field.T): [_drawn(field, place) for place in field.get("/Kids", [field])] for field in _fields(data)}


def _fields(data: bytes) -> list[Any]:
    return list(opened(data).Root.AcroForm.Fields)


def _drawn(field: Any, place: Any) -> tuple[object, ...]:
    held, state = str(field.get("/V", "")), str(place.get("/AS", ""))
    if pikepdf.Name.Btn == field.FT:
        return held, state
    look = place.AP.N
    return held, state, look.read_bytes(), [float(side) for side in look.BBox], list(look.Resources.get("/Font", {}))


def changed(before: bytes, after: bytes) -> set[str]:
    """The kinds of the objects that are others than before, by what they are; new ones are not looked at."""
    old, new = opened(before), opened(after)
    return {
        str(item.get("/Subtype", item.get("/FT", item.get("/Type"))))
        for item in old.objects
        if isinstance(item, pikepdf.Dictionary | pikepdf.Stream)
        and item.get("/Type") not in ("/ObjStm", "/XRef")
        and _said(item) != _said(new.get_object(item.objgen))
    }


def _said(item: Any) -> tuple[bytes, bytes]:
    plain = pikepdf.Dictionary({key: value for key, value in item.items() if key not in ("/Length", "/AP")})
    return plain.unparse(), item.read_raw_bytes() if isinstance(item, pikepdf.Stream) else b""


def test_every_pdf_of_the_portal_is_filled_as_the_generator_fills_it(browser: BrowserFilling) -> None:
    found = jobs("pdf")
    assert {job.document.language for job in found} >= {"da", "uk", "ar", "en"}
    for job in found:
        form_, values = pdf_template(job), answers(job.document, LETTERS.get(job.document.language, "Ганна ليلى € 5"))
        empty, known = fill(form_, {}), dict(job.variants[-1].values)
        made = browser.fill(job.document, "pdf", empty, as_in_a_form(values))
        assert drawn(made) == drawn(fill(form_, values)), job.owner
        assert changed(empty, made) <= {"/Widget", "/Tx", "/Ch", "/Btn"}
        if known:
            added = {name: value for name, value in values.items() if name not in known}
            made = browser.fill(job.document, "pdf", fill(form_, known), added)
            assert drawn(made) == drawn(fill(form_, known | added)), job.owner


@pytest.mark.parametrize("language", ["da", "ar"])
@pytest.mark.parametrize("text", [LETTERS["da"], LETTERS["ar"], LETTERS["uk"], "Їжак და ليلى 漢字 € 😀"])
def test_a_filled_pdf_is_still_accessible(language: str, text: str, browser: BrowserFilling) -> None:
    made = browser.fill(form(language), "pdf", blank(language, "pdf"), as_in_a_form(answers(form(language), text)))
    assert [str(failure) for failure in page.validate_pdf_bytes(made, profile="ua1").failures] == []


@cache
def signs(language: str) -> list[str]:
    return [chr(point) for point in sorted(TTFont(io.BytesIO(font_bytes(field_font(language)))).getBestCmap())]


def written(language: str) -> st.SearchStrategy[str]:
    """Text in the letters that people of a language write, in all that the fonts of fields have, and signs between."""
    common = {"da": "abcæøå ABC 12,. -", "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآءئؤلالاـ ،؟ًٌٍَُِّْٰ 12 ab"}[language]
    between = " \n()«»123-.,/€😀\u200f\u200e\u200d\u200c\u061cא漢"
    every = [*signs("da"), *signs("uk"), *signs("ar")]
    sign = st.one_of(*(st.sampled_from(pool) for pool in (common, common, common, between, signs(language), every)))
    return st.text(sign, max_size=40)


@pytest.mark.parametrize("language", ["da", "ar"])
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_glyph_stands_where_harfbuzz_puts_it(language: str, browser: BrowserFilling, data: st.DataObject) -> None:
    values = {name: data.draw(written(language)) for name in ("kommune", "kontakt", "antal", "oensker")}
    made = browser.fill(form(language), "pdf", blank(language, "pdf"), values)
    assert drawn(made) == drawn(fill(form_template(language, "pdf"), values))


@pytest.mark.parametrize(("language", "word"), [("da", "ønsker"), ("ar", "أهلًا")])
@pytest.mark.parametrize("times", [20, 60, 90, 130, 180, 3000])
def test_a_long_text_is_written_as_small_as_the_generator_writes_it(
    language: str, word: str, times: int, browser: BrowserFilling
) -> None:
    for text in (f"{word} " * times, word * times, f"{word}\n" * (times // 15)):
        values = {"oensker": text, "kontakt": text}
        made = browser.fill(form(language), "pdf", blank(language, "pdf"), values)
        assert drawn(made) == drawn(fill(form_template(language, "pdf"), values))


@pytest.mark.parametrize("language", ["da", "ar"])
@QUICK
@given(text=HOSTILE)
def test_a_pdf_holds_whatever_somebody_writes(language: str, browser: BrowserFilling, text: str) -> None:
    values = dict.fromkeys((field.id for field in form(language).fields), text)
    held, expected = (
        {name: [place[0] for place in places] for name, places in drawn(data).items()}
        for data in (
            browser.fill(form(language), "pdf", blank(language, "pdf"), values),
            fill(form_template(language, "pdf"), values),
        )
    )
    assert held | {"ja": []} == expected | {"ja": []}


@pytest.mark.parametrize(
    ("language", "text", "letters"),
    [
        ("da", "Ганна Шевченко", "Ганна Шевченко"),
        ("da", "ليلى Odense", "ىليل Odense"),
        ("ar", "Ганна", "Ганна"),
        ("ar", "Ərəb", "Ərəb"),
        ("da", "50 € – №5", "50 € – №5"),
    ],
)
def test_a_name_in_other_letters_is_drawn_with_another_font(
    language: str, text: str, letters: str, browser: BrowserFilling
) -> None:
    """In the order in which it stands on paper, as the letters that were written."""
    made = browser.fill(form(language), "pdf", blank(language, "pdf"), {"kontakt": text})
    (look,) = [field.AP.N for field in _fields(made) if str(field.T) == "kontakt"]
    maps = {name: read_letters(font.ToUnicode.read_bytes()) for name, font in look.Resources.Font.items()}
    read, held = "", ""
    for name, glyphs in re.findall(rb"(/Drawn\d?) |<((?:\w{4})+)>", look.read_bytes()):
        held = name.decode() or held
        read += "".join(maps[held][int(glyph, 16)] for glyph in re.findall(rb"\w{4}", glyphs))
    assert read == letters


@pytest.mark.parametrize(("language", "text"), [("da", "Ганна سلام"), ("ar", "Ганна Hansen")])
def test_what_is_drawn_is_seen(language: str, text: str, browser: BrowserFilling) -> None:
    made = browser.fill(form(language), "pdf", blank(language, "pdf"), {"kontakt": text})
    (field,) = [field for field in _fields(made) if str(field.T) == "kontakt"]
    left, bottom, right, top = (float(side) for side in field.Rect)
    document = pypdfium2.PdfDocument(made)
    document.init_forms()
    sheet = document[0]
    picture = sheet.render(scale=1, may_draw_forms=True).to_pil().convert("L")
    height = sheet.get_height()
    seen = picture.crop((round(left), round(height - top), round(right), round(height - bottom)))
    assert sum(seen.histogram()[:100]) > 3 * len(text)


@pytest.mark.parametrize("language", ["da", "ar"])
def test_a_pdf_field_can_be_emptied_again(language: str, browser: BrowserFilling) -> None:
    full = fill(form_template(language, "pdf"), answers(form(language), "Aftalt"))
    made = browser.fill(form(language), "pdf", full, dict.fromkeys((field.id for field in form(language).fields), ""))
    assert {tuple(place[:3]) for places in drawn(made).values() for place in places} == {
        ("", "", b""),
        ("/Off", "/Off"),
    }
