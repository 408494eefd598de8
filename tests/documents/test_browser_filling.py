"""A file that a reader fills in the browser is the one that the generator makes with the same values, byte for byte."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import CONTENT_DAY
from tests.documents.browser_filling import ROOT, BrowserFilling, browser_filling
from tests.documents.samples import blank, form, form_template
from vejviser.content.load.portal import load_portal
from vejviser.documents import document as doc
from vejviser.documents.catalog import DocumentJob, document_jobs
from vejviser.documents.engine import fill, template

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
def jobs(*formats: str) -> tuple[DocumentJob, ...]:
    """Every document of the portal that has fields, in every one of its languages."""
    portal = load_portal(ROOT).portal
    return tuple(job for job in document_jobs(portal, CONTENT_DAY) if job.format in formats and job.document.fields)


def answers(document: doc.Document, text: str) -> dict[str, str]:
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
