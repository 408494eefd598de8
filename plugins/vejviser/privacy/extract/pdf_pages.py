"""The pages of a PDF as they are drawn: texts with those of notes, stamps and fields, and pages nobody can read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from vejviser.privacy.extract.limits import MAX_PAGES, TooMuchError

_PRINTED = 4
"""The mark of a note that is shown; hidden ones get it too before they are read."""
_FEW_LETTERS = 100
"""A page with fewer letters and a picture over most of it may be a scanned one with a page number."""
_SOME, _MOST = 0.1, 0.7
"""Shares of a page that its pictures cover."""
_MANY_LINES = 100
"""Drawn lines on a page without letters: words whose letters are drawn as shapes have at least so many."""
_PAPER, _HALF = 200, 0.5
"""How light paper is of 255, and how much of a written page is paper."""
_RENDERED = 40_000_000
"""Pixels of a picture that is drawn to be judged."""


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page's text, and whether it is a picture of writing that no computer can read."""

    text: str
    scanned: bool


def page_texts(data: bytes) -> Iterator[DrawnPage]:
    """Yield every page of a PDF; raises pypdfium2.PdfiumError and TooMuchError."""
    import pypdfium2  # noqa: PLC0415 - heavy, and most portals have no PDF of their own

    with pypdfium2.PdfDocument(data) as document:
        if len(document) > MAX_PAGES:
            raise TooMuchError
        for number in range(len(document)):
            yield _page(document, number)


def _page(document: Any, number: int) -> DrawnPage:
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    page = document[number]
    notes, drawn = _shows_notes(page), _is_drawn(page)
    text = _text(page) if drawn or not notes else ""
    scanned = drawn and _is_scanned(page, sum(map(str.isalnum, text[:2_000])))
    if notes:
        pdfium.FPDFPage_Flatten(page, 0)
        page.close()
        page = document[number]
        text = _text(page)
    page.close()
    return DrawnPage(text, scanned)


def _shows_notes(page: Any) -> bool:
    """Make all notes, stamps and fields of a page shown, hidden ones too; return whether there is any but links."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    some = False
    for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, number)
        if pdfium.FPDFAnnot_GetSubtype(note) != pdfium.FPDF_ANNOT_LINK:
            pdfium.FPDFAnnot_SetFlags(note, _PRINTED)
            some = True
        pdfium.FPDFPage_CloseAnnot(note)
    return some


def _text(page: Any) -> str:
    """Return all text of a page, also what lies outside the part of it that is shown."""
    letters = page.get_textpage()
    text = str(letters.get_text_range()).replace("\r\n", "\n")
    letters.close()
    return text


def _is_drawn(page: Any) -> bool:
    """Return whether there is anything on a page that may show words without letters."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    count = pdfium.FPDFPage_CountObjects(page)
    kinds = [pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, number)) for number in range(count)]
    plain = (pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH)
    return any(kind not in plain for kind in kinds) or kinds.count(pdfium.FPDF_PAGEOBJ_PATH) >= _MANY_LINES


def _is_scanned(page: Any, letters: int) -> bool:
    """Return whether what a page says is a picture.

    It has no letters, or few beside a picture that looks like paper.
    """
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    if letters >= _FEW_LETTERS:
        return False
    pictures = list(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=5))
    covered = sum(_area(picture.get_bounds()) for picture in pictures) / max(1.0, page.get_width() * page.get_height())
    if not letters:
        drawn = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING], max_depth=5)
        return covered >= _SOME or sum(1 for _ in drawn) >= _MANY_LINES
    return covered >= _MOST and _looks_like_paper(page, pictures)


def _area(bounds: tuple[float, float, float, float]) -> float:
    left, bottom, right, top = bounds
    return abs((right - left) * (top - bottom))


def _looks_like_paper(page: Any, pictures: list[Any]) -> bool:
    """Return whether most of a page is light, as paper is and a photograph is not."""
    if any(width * height > _RENDERED for width, height in (picture.get_px_size() for picture in pictures)):
        return True
    shades = page.render(scale=0.5).to_pil().convert("L").histogram()
    return bool(sum(shades[_PAPER:]) >= _HALF * sum(shades))
