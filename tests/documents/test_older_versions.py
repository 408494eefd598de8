"""An older version can be fetched, and says in its name, on every page and in its first words that it is old."""

import io
from datetime import date
from pathlib import Path

import page
import pikepdf
import pypdfium2
import zxingcpp

from tests.two_versions import edit, two_versions
from vejviser.content.load.portal import load_portal
from vejviser.content.model.short_address import short_code
from vejviser.documents.catalog import DocumentJob, document_jobs, problems
from vejviser.documents.engine import render

OLDER = "materialer/aftale/versioner"


def older(root: Path) -> list[DocumentJob]:
    portal = load_portal(root, "https://portal.example/").portal
    return [job for job in document_jobs(portal, date(2026, 11, 22)) if job.owner == OLDER]


def test_it_is_one_file_to_read_and_for_no_municipality(portal_copy: Path) -> None:
    (job,) = older(two_versions(portal_copy))
    assert [(item.path, item.municipality, item.values) for item in job.variants] == [
        (f"{OLDER}/aftale-1.1.da.pdf", None, ())
    ]


def test_it_says_that_it_is_old_and_leads_to_what_is_newer(portal_copy: Path) -> None:
    (job,) = older(two_versions(portal_copy))
    data = render(job.document, "pdf")
    (sheet,) = pypdfium2.PdfDocument(data)
    words = " ".join(sheet.get_textpage().get_text_range().split())
    assert words.count("ældre version 1.1") == 2, "in the title, and at the foot"
    assert "Det her er en ældre version: 1.1. Den nyeste er version 1.2." in words
    assert "Aftalen gælder" in words
    assert "Ophør" not in words
    (code,) = zxingcpp.read_barcodes(sheet.render(scale=2).to_pil())
    assert code.text == f"https://portal.example/s/{short_code(OLDER)}/?v=1.1"
    assert "/AcroForm" not in pikepdf.Pdf.open(io.BytesIO(data)).Root, "nobody fills it in"
    assert [str(failure) for failure in page.validate_pdf_bytes(data, profile="ua1").failures] == []


def test_a_text_that_nobody_may_change_is_no_problem_for_anybody(portal_copy: Path) -> None:
    edit(portal_copy, "da.md", "{{ dato }}", "{{ dato }} [Bogen](../bog.md)")
    two_versions(portal_copy)
    edit(portal_copy, "da.md", " [Bogen](../bog.md)", "")
    assert problems(load_portal(portal_copy).portal) == ()
    assert len(older(portal_copy)) == 1
