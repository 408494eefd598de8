"""A document as EPUB 3: one file a chapter, a table of contents, notes, and what it says about its accessibility."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from vejviser.content.bidi import isolated
from vejviser.content.languages import direction
from vejviser.content.model.docs_files import Picture
from vejviser.content.model.short_address import as_typed
from vejviser.documents import blocks as doc
from vejviser.documents.document import Document
from vejviser.documents.footer_text import version_words
from vejviser.documents.packaging import Part, zipped
from vejviser.documents.pictures import MEDIA_TYPES, file_name
from vejviser.documents.reading import anchors_in, pictures_in, plain_text
from vejviser.documents.xhtml import Element, Scribe, element
from vejviser.documents.xml import escaped

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_FEATURES = ("structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability")
_XHTML = "application/xhtml+xml"


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the book: `name` without its ending, and the blocks in it."""

    name: str
    title: str
    language: str
    blocks: doc.Blocks


@dataclass(frozen=True)
class EpubTemplate:
    """A finished book: it has no fields to fill."""

    data: bytes

    def filled(self, values: Mapping[str, str]) -> bytes:
        """Return the book; there is nowhere to put `values`."""
        del values
        return self.data


def epub_template(document: Document) -> EpubTemplate:
    """Return `document` as EPUB; blocks before the first chapter stand on the title page."""
    pages = tuple(_pages(document))
    places = {anchor: page.name for page in pages for anchor in anchors_in(page.blocks) if anchor}
    pictures = {file_name(picture): picture for picture in pictures_in(document.blocks)}
    scribe = Scribe(field=_blank, note="notes.xhtml#note-{}".format, link=lambda address: _target(address, places))
    contents = [(page, _xhtml(page.title, _body(document, page, scribe), page.language)) for page in pages]
    notes = (("notes.xhtml", _notes(document, scribe)),) if document.notes else ()
    parts: tuple[Part, ...] = (
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", _resource("container.xml").encode()),
        (
            "EPUB/package.opf",
            _package(document, [*(page.name for page in pages), *(["notes"] if notes else [])], pictures),
        ),
        ("EPUB/nav.xhtml", _navigation(document, pages)),
        ("EPUB/style.css", _resource("style.css").encode()),
        *((f"EPUB/{page.name}.xhtml", text) for page, text in contents),
        *((f"EPUB/{name}", text) for name, text in notes),
        *((f"EPUB/{name}", picture.data) for name, picture in pictures.items()),
    )
    return EpubTemplate(zipped(parts))


@cache
def _resource(name: str) -> str:
    return (files("vejviser.documents") / "styles" / "epub" / name).read_text("utf-8")


def _pages(document: Document) -> Iterable[Page]:
    """Share the blocks out among the files: the title page, and one file a chapter."""
    page = Page("title", document.title, document.language, ())
    blocks: list[doc.Block] = []
    for block in document.blocks:
        if isinstance(block, doc.ChapterBreak):
            yield Page(page.name, page.title, page.language, tuple(blocks))
            page, blocks = Page(f"chapter-{block.id}", block.title, block.language or document.language, ()), []
        blocks.append(block)
    yield Page(page.name, page.title, page.language, tuple(blocks))


def _target(address: str, places: Mapping[str, str]) -> str:
    """Return the address of a place inside the book with the file it stands in."""
    anchor = address.removeprefix("#")
    return f"{places[anchor]}.xhtml{address}" if anchor != address and anchor in places else address


def _body(document: Document, page: Page, scribe: Scribe) -> Element:
    if page.name != "title":
        return element("body", *scribe.blocks(page.blocks))
    return element(
        "body",
        element("p", document.author, class_="publisher") if document.author else None,
        element("h1", document.title),
        element("p", document.subtitle, class_="subtitle") if document.subtitle else None,
        element("p", version_words(document), class_="version"),
        element("p", document.labels["newest"], " ", _newest(document.address)) if document.address else None,
        *scribe.blocks(page.blocks),
    )


def _newest(address: str) -> Element:
    """Return the link to the book's page: whoever reads on a screen needs no code."""
    return element("a", as_typed(address), href=address)


def _notes(document: Document, scribe: Scribe) -> bytes:
    rows = (element("li", *scribe.inlines(note.inlines), id=f"note-{note.number}") for note in document.notes)
    notes = element("ol", *rows)
    if language := document.notes[0].language:
        notes.set("lang", language)
        notes.set("dir", direction(language))
    title = document.labels["notes"]
    body = element("body", element("section", element("h1", title), notes, role="doc-endnotes"))
    return _xhtml(title, body, document.language)


def _xhtml(title: str, body: Element, language: str) -> bytes:
    for passage in body.iter():
        if spoken := passage.get("lang"):
            passage.set("{http://www.w3.org/XML/1998/namespace}lang", spoken)
    spoken = f'lang="{language}" xml:lang="{language}" dir="{direction(language)}"'
    head = (
        f'<head><meta charset="utf-8"/><title>{escaped(title)}</title><link rel="stylesheet" href="style.css"/></head>'
    )
    text = etree.tostring(body, encoding="unicode")
    root = f'<html xmlns="http://www.w3.org/1999/xhtml" {spoken}>'
    return f"{_XML}<!DOCTYPE html>\n{isolated(f'{root}{head}{text}</html>')}".encode()


def _navigation(document: Document, pages: tuple[Page, ...]) -> bytes:
    entries = [_entry(f"{page.name}.xhtml", page.title, _sections(page), page.language) for page in pages]
    if document.notes:
        entries.append(_entry("notes.xhtml", document.labels["notes"], [], document.language))
    title = document.labels["contents"]
    navigation = element("nav", element("h1", title), element("ol", *entries), role="doc-toc", id="toc")
    navigation.set("{http://www.idpf.org/2007/ops}type", "toc")
    return _xhtml(title, element("body", navigation), document.language)


def _sections(page: Page) -> list[Element]:
    return [
        _entry(f"{page.name}.xhtml#{block.id}", plain_text(block.inlines), [], page.language)
        for block in page.blocks
        if isinstance(block, doc.Heading) and block.level == 1 and block.id
    ]


def _entry(address: str, title: str, inner: list[Element], language: str) -> Element:
    return element("li", element("a", title, href=address, lang=language), element("ol", *inner) if inner else None)


def _blank(field: doc.Field, place: str) -> Element:
    """Return a field as one sees it on paper: a box, or a line to write on."""
    del place
    if field.type == "checkbox":
        return element("span", "☐ ")
    return element("span", "\u00a0", class_="blank", role="img", aria_label=field.label)


def _package(document: Document, names: list[str], pictures: Mapping[str, Picture]) -> bytes:
    modified = f"{document.updated.isoformat()}T00:00:00Z"
    identity = uuid5(NAMESPACE_URL, f"vejviser:{document.id}.{document.language}")
    accessibility = [
        ("accessMode", "textual"),
        *([("accessMode", "visual")] if pictures else []),
        ("accessModeSufficient", "textual"),
        *(("accessibilityFeature", feature) for feature in _FEATURES),
        *([("accessibilityFeature", "alternativeText")] if pictures else []),
        ("accessibilityHazard", "none"),
        ("accessibilitySummary", escaped(document.labels["accessibility"])),
    ]
    claims = "".join(f'<meta property="schema:{name}">{value}</meta>' for name, value in accessibility)
    items = "".join(f'<item id="{name}" href="{name}.xhtml" media-type="{_XHTML}"/>' for name in names)
    items += "".join(
        f'<item id="picture-{number}" href="{name}" media-type="{MEDIA_TYPES[picture.kind]}"/>'
        for number, (name, picture) in enumerate(pictures.items(), 1)
    )
    order = "".join(f'<itemref idref="{name}"/>' for name in names)
    about = f"<dc:description>{escaped(document.subtitle)}</dc:description>" if document.subtitle else ""
    author = (
        f"<dc:creator>{escaped(document.author)}</dc:creator><dc:publisher>{escaped(document.author)}</dc:publisher>"
    )
    return (
        f'{_XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="identity"'
        f' xml:lang="{document.language}" dir="{direction(document.language)}">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="identity">urn:uuid:{identity}</dc:identifier>'
        f"<dc:title>{escaped(document.title)}</dc:title>"
        f"<dc:language>{document.language}</dc:language>{author if document.author else ''}{about}"
        f'<dc:date>{document.updated.isoformat()}</dc:date><meta property="dcterms:modified">{modified}</meta>{claims}'
        f'</metadata><manifest><item id="nav" href="nav.xhtml" media-type="{_XHTML}" properties="nav"/>'
        f'<item id="style" href="style.css" media-type="text/css"/>{items}</manifest>'
        f'<spine page-progression-direction="{direction(document.language)}">{order}</spine></package>'
    ).encode()
