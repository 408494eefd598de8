"""The doors: the same in gives the same out, and rendering is a filled template."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.samples import VALUES, book, filled, form, form_template, rendered
from vejviser.documents.document import Document, Format
from vejviser.documents.engine import fill, render
from vejviser.documents.version import engine_version

ROOT = Path(__file__).parents[2]
FORMATS: tuple[Format, ...] = ("pdf", "docx", "odt")


@pytest.mark.parametrize("format_", FORMATS)
def test_a_filled_document_is_the_same_every_time(format_: Format) -> None:
    assert fill(form_template("da", format_), VALUES["da"]) == filled("da", format_)


@pytest.mark.parametrize("format_", FORMATS)
def test_rendering_writes_the_values_of_the_fields(format_: Format) -> None:
    document = with_values(form("da"), VALUES["da"])
    assert render(document, format_) == filled("da", format_)


@pytest.mark.parametrize("format_", ["pdf", "epub"])
def test_a_book_is_the_same_every_time(format_: Format) -> None:
    assert render(book("ar").document, format_) == rendered("book", "ar", format_)


@pytest.mark.slow
def test_another_process_gives_the_same_bytes() -> None:
    code = (
        "import hashlib; from pathlib import Path; from vejviser.content.settings import activate;"
        "activate(Path('tests/site/portal')); from tests.documents.samples import filled;"
        "print(*(hashlib.sha256(filled('ar', it)).hexdigest() for it in ('pdf', 'docx', 'odt')))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={"PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}", "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(runs) == 1


def test_unknown_values_are_ignored() -> None:
    assert fill(form_template("da", "docx"), {"findes-ikke": "x"}) == fill(form_template("da", "docx"), {})


def test_the_engine_has_a_version() -> None:
    assert engine_version() == engine_version()
    assert re.fullmatch(r"[0-9a-f]{16} pango \d+", engine_version())


def with_values(document: Document, values: dict[str, str]) -> Document:
    return replace(document, blocks=tuple(_with_values(block, values) for block in document.blocks))


def _with_values(value: object, values: dict[str, str]) -> object:
    """Return any part of a document with `values` in the fields in it."""
    if isinstance(value, tuple):
        return tuple(_with_values(each, values) for each in value)
    if getattr(value, "id", None) in values and hasattr(value, "tooltip"):
        return replace(value, value=values[value.id])
    if hasattr(value, "__dataclass_fields__"):
        return replace(
            value, **{name: _with_values(getattr(value, name), values) for name in value.__dataclass_fields__}
        )
    return value
