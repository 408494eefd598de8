"""A document as PDF/UA-1: tagged, titled, with bookmarks and with fields that one can fill in."""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from importlib.resources import files
from typing import Literal

from lxml import etree
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from vejviser.content.bidi import isolated
from vejviser.content.languages import direction
from vejviser.documents import blocks as doc
from vejviser.documents.document import Document
from vejviser.documents.fonts import TEXT_FACES, field_font, font_bytes, writable
from vejviser.documents.footer_text import address_words, footer_words
from vejviser.documents.pdf_code import MARGIN_IN_TWO
from vejviser.documents.pdf_languages import passages_in_their_language
from vejviser.documents.pdf_text import height_of_answers
from vejviser.documents.pictures import MEDIA_TYPES
from vejviser.documents.qr_code import MILLIMETRES
from vejviser.documents.reading import pictures_in
from vejviser.documents.slides import slides_of
from vejviser.documents.xhtml import Element, Scribe, element, mark_language
from vejviser.documents.xml import allowed

_OURS, _PICTURES = "vejviser-font:", "vejviser-picture:"
_NEW_LINE = r'"\a "'


def typeset(document: Document) -> bytes:
    """Return `document` as PDF with empty fields, as WeasyPrint writes it; `pdf_forms` makes it ready for filling.

    Raises RuntimeError when WeasyPrint or fontTools warns of anything: what they skip, a reader would miss.
    """
    fonts = _fonts()
    page = HTML(string=writable(isolated(page_of(document))), base_url=None, url_fetcher=_OurFiles(document))
    styles = [_style(field_font(document.field_language)), CSS(string=_page_style(document), font_config=fonts)]
    with without_warnings(), passages_in_their_language():
        made = page.write_pdf(stylesheets=styles, font_config=fonts, pdf_variant="pdf/ua-1", pdf_forms=True)
    return bytes(made)


def typeset_slides(document: Document) -> bytes:
    """Return the slides of `document` as PDF: a page each, wide as a screen. Raises RuntimeError as `typeset` does."""
    fonts = _fonts()
    page = HTML(string=writable(isolated(_slides_page(document))), base_url=None, url_fetcher=_OurFonts())
    with without_warnings(), passages_in_their_language():
        made = page.write_pdf(
            stylesheets=[_style(field_font(document.language)), _slides_style()],
            font_config=fonts,
            pdf_variant="pdf/ua-1",
        )
    return bytes(made)


def _slides_page(document: Document) -> str:
    scribe = _scribe(document)
    opening = element(
        "section",
        element("p", document.author, class_="publisher") if document.author else None,
        element("h1", document.title),
        element("p", document.subtitle, class_="subtitle") if document.subtitle else None,
        class_="slide opening",
    )
    slides = (
        element("section", element("h2", slide.title), *scribe.blocks(slide.blocks), class_="slide")
        for slide in slides_of(document)
    )
    return _html(document, element("body", opening, *slides))


@contextmanager
def without_warnings() -> Iterator[None]:
    """Make a failure, a RuntimeError with all of them, of the warnings that the libraries log. Raises RuntimeError."""
    told = _WarningCollector()
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    for logger in loggers:
        logger.addHandler(told)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(told)
    if told.messages:
        raise RuntimeError("; ".join(told.messages))


class _WarningCollector(logging.Handler):
    """Keeps the warnings it is told."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning."""
        self.messages.append(record.getMessage())


def page_of(document: Document) -> str:
    """Return the HTML page that is typeset."""
    scribe = _scribe(document)
    kind = "two" if document.second else None
    body = element("body", _header(document), _contents(document), *scribe.blocks(document.blocks), class_=kind)
    if document.notes:
        body.append(_notes(document, scribe))
    return _html(document, body)


def _html(document: Document, body: Element) -> str:
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("title", document.title),
        element("meta", name="author", content=document.author),
        element("meta", name="description", content=document.subtitle or document.title),
        element("meta", name="dcterms.created", content=document.updated.isoformat()),
        element("meta", name="dcterms.modified", content=document.updated.isoformat()),
    )
    page = mark_language(element("html", head, body), document.language)
    return etree.tostring(page, encoding="unicode", method="html", doctype="<!DOCTYPE html>")


def _header(document: Document) -> Element:
    return element(
        "header",
        element("p", document.author, class_="publisher") if document.author else None,
        element("h1", *_in_both(document, "title")),
        element("p", *_in_both(document, "subtitle"), class_="subtitle") if document.subtitle else None,
    )


def _in_both(document: Document, name: Literal["title", "subtitle"]) -> list[Element | str]:
    """Return a document's title or subtitle, and at the other end of its line what the second language says."""
    words: doc.Inlines = (doc.Text(getattr(document, name)),)
    if document.second and (beside := getattr(document.second, name)):
        words = (*words, doc.Beside((doc.Text(beside),), document.second.language))
    return _scribe(document).ends(words)


def _scribe(document: Document) -> Scribe:
    return Scribe(
        field=partial(_field, document.labels["choose"]),
        note="#note-{}".format,
        picture=lambda picture: f"{_PICTURES}{picture.fingerprint}",
    )


def _contents(document: Document) -> Element | None:
    """Return a book's table of contents; a document without chapters has none."""
    chapters = [block for block in document.blocks if isinstance(block, doc.ChapterBreak)]
    if not chapters:
        return None
    rows = (element("li", element("a", each.title, href=f"#{each.id}", lang=each.language)) for each in chapters)
    return element("section", element("h2", document.labels["contents"]), element("ol", *rows), class_="contents")


def _notes(document: Document, scribe: Scribe) -> Element:
    rows = (element("li", *scribe.inlines(note.inlines), id=f"note-{note.number}") for note in document.notes)
    notes = mark_language(element("ol", *rows), document.notes[0].language)
    return element("section", element("h2", document.labels["notes"]), notes, class_="notes")


def _field(choose: str, field: doc.Field, place: str) -> Element:
    make: Callable[..., Element] = partial(element, name=field.id, title=field.tooltip, class_=f"{place} {field.type}")
    match field.type:
        case "checkbox":
            return make("input", type="checkbox")
        case "multiline":
            return make("textarea")
        case "choice":
            empty = element("option", choose, value="")
            answers = (element("option", choice.label, value=choice.id) for choice in field.choices)
            height = height_of_answers([choice.label for choice in field.choices])
            return make("select", empty, *answers, style=f"height: {height:g}pt")
        case _:
            return make("input", type="text")


def _page_style(document: Document) -> str:
    """Return the style that belongs to this document alone: its footer, and the margins of two languages on a sheet."""
    left, page, of = footer_words(document)
    start, end = ("left", "right") if direction(document.language) == "ltr" else ("right", "left")
    font = 'font: 8.5pt "Vejviser Sans", "Vejviser Arabic"; color: #55625f; vertical-align: top; padding-top: 8mm;'
    number = f"{_quoted(page + ' ')} counter(page) {_quoted(f' {of} ')} counter(pages)"
    margins = f"margin: 13mm {MARGIN_IN_TWO}mm 18mm; " if document.second else ""
    words, code = _quoted(left), ""
    if document.address:
        words = f"{_quoted(left)} {_NEW_LINE} {_quoted(address_words(document))}"
        code = f"white-space: pre-wrap; padding-{start}: {MILLIMETRES + 2}mm;"
    fields = "" if document.can_be_filled else "input, textarea, select { appearance: none }"
    return (
        f"{fields} @page {{ {margins}"
        f" @bottom-{start} {{ {font} {code} content: {words}; text-align: {start}; width: 78% }}"
        f" @bottom-{end} {{ {font} content: {number}; text-align: {end}; width: 22% }} }}"
    )


def _quoted(text: str) -> str:
    r"""Write a text as a CSS string: every character that is not a letter or a digit as \hex."""
    return '"' + "".join(sign if sign.isalnum() else f"\\{ord(sign):x} " for sign in writable(allowed(text))) + '"'


def _slides_style() -> CSS:
    return _slides_style_of(os.getpid())


@cache
def _slides_style_of(process: int) -> CSS:  # noqa: ARG001 - with the fonts of each
    sheet = (files("vejviser.documents") / "styles" / "slides.css").read_text("utf-8")
    return CSS(string=sheet, font_config=_fonts(), url_fetcher=_OurFonts())


def _fonts() -> FontConfiguration:
    """Return the fonts of this process: one that was forked must not write the files of the one it came from."""
    return _fonts_of(os.getpid())


@cache
def _fonts_of(process: int) -> FontConfiguration:  # noqa: ARG001 - each has its own
    return FontConfiguration()


def _style(field_font_name: str) -> CSS:
    return _style_of(field_font_name, os.getpid())


@cache
def _style_of(field_font_name: str, process: int) -> CSS:  # noqa: ARG001 - with the fonts of each
    family = f"Vejviser Fields {field_font_name.removesuffix('.ttf')}"
    faces = "\n".join(_face(*face) for face in (*TEXT_FACES, (family, "normal", "normal", field_font_name)))
    sheet = (files("vejviser.documents") / "styles" / "pdf.css").read_text("utf-8")
    return CSS(string=faces + sheet.replace("Vejviser Fields", family), font_config=_fonts(), url_fetcher=_OurFonts())


def _face(family: str, weight: str, style: str, name: str) -> str:
    look = f'font-family: "{family}"; font-weight: {weight}; font-style: {style}'
    return f'@font-face {{ {look}; src: url("{_OURS}{name}") }}'


class _OurFonts(URLFetcher):  # type: ignore[misc]
    """Answers with the package's fonts, and refuses every other address: no document asks anybody for anything."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return the font named by `url`; raises ValueError for any other address."""
        del headers
        if not url.startswith(_OURS):
            raise ValueError(url)
        return URLFetcherResponse(url, font_bytes(url.removeprefix(_OURS)), {"Content-Type": "font/ttf"})


class _OurFiles(_OurFonts):
    """Answers with the pictures of a document, too."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._pictures = {f"{_PICTURES}{picture.fingerprint}": picture for picture in pictures_in(document.blocks)}

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return the picture or the font named by `url`; raises ValueError for any other address."""
        if picture := self._pictures.get(url):
            return URLFetcherResponse(url, picture.data, {"Content-Type": MEDIA_TYPES[picture.kind]})
        return super().fetch(url, headers)
