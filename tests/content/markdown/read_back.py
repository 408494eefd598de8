"""What a reader gets of a finished file: its words, list numbers, headings, cells and links, part by part.

A part begins with a heading that says "Del: name"; everything is taken from the file itself, as a program that shows it
would take it.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import lxml.html
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree

MARK = "Del: "
BULLET = "•"
Event = tuple[str, str]
"""What comes next: ("words", "Husk"), ("label", "3."), ("heading", "2"), ("cell", ""), ("link", address), ("end", kind)."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass
class Part:
    """One part; words are without spaces, which every format breaks in its own way."""

    words: str = ""
    labels: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


@dataclass
class _Gathering:
    """Gathers the parts of a file from its events."""

    found: dict[str, Part] = field(default_factory=dict)
    part: Part = field(default_factory=Part)
    level: str = ""
    open: str = ""
    words: str = ""
    """The words of the heading or cell that is open."""

    def take(self, kind: str, value: str) -> None:
        match kind:
            case "words":
                self._words(re.sub(r"[\s\u00ad\u200e\u200f\u2066-\u2069]", "", value))
            case "label":
                self.part.labels.append(BULLET if value in "•–◦▪" else value)
            case "link" if value and not value.startswith("#"):
                self.part.links.append(value)
            case "heading" | "cell":
                self.open, self.level, self.words = kind, value, ""
            case "end":
                self._end()

    def _words(self, words: str) -> None:
        self.part.words += words
        self.words += words

    def _end(self) -> None:
        if self.open == "cell":
            self.part.cells.append(self.words)
        elif self.words.startswith(MARK.strip()):
            self.part.words = self.part.words.removesuffix(self.words)
            self.part = self.found[self.words.removeprefix(MARK.strip())] = Part()
        elif self.open == "heading":
            self.part.headings.append(f"{self.level} {self.words}")
        self.open = ""


def parts(events: Iterator[Event]) -> dict[str, Part]:
    """Return the parts of a file by name."""
    gathering = _Gathering()
    for kind, value in events:
        gathering.take(kind, value)
    return gathering.found


def html_parts(html: str) -> dict[str, Part]:
    """Read a page."""
    return parts(_of_html(lxml.html.fragment_fromstring(html, create_parent="div")))


def epub_parts(data: bytes) -> dict[str, Part]:
    """Read an e-book, chapter by chapter as its spine says."""
    with zipfile.ZipFile(BytesIO(data)) as book:
        package = etree.fromstring(book.read("EPUB/package.opf"))
        items = {item.get("id"): item.get("href") for item in package.iter("{*}item")}
        spine = [items[item.get("idref")] for item in package.iter("{*}itemref")]
        bodies = [etree.fromstring(book.read(f"EPUB/{name}")).find(f"{XHTML}body") for name in spine]
    return parts(event for body in bodies if body is not None for event in _of_html(body))


def _of_html(element: Any, label: str = "") -> Iterator[Event]:
    tag = str(element.tag).removeprefix(XHTML)
    kind = "heading" if re.fullmatch(r"h[1-6]", tag) else "cell" if tag in ("td", "th") else ""
    if label:
        yield "label", label
    if kind:
        yield kind, tag[1:]
    if tag == "a":
        yield "link", element.get("href", "")
    yield "words", element.text or ""
    number = int(element.get("start", "1")) - 1
    for child in element:
        inner = ""
        if isinstance(child.tag, str):
            if child.tag.removeprefix(XHTML) == "li":
                number += 1
                inner = f"{number}." if tag == "ol" else BULLET
            yield from _of_html(child, inner)
        yield "words", child.tail or ""
    if kind:
        yield "end", kind


def docx_parts(data: bytes) -> dict[str, Part]:
    """Read a Word file; numbers are counted as Word counts them."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        body = etree.fromstring(file.read("word/document.xml"))[0]
        numbering = etree.fromstring(file.read("word/numbering.xml"))
        relations = etree.fromstring(file.read("word/_rels/document.xml.rels"))
    links = {relation.get("Id"): relation.get("Target") for relation in relations}
    return parts(_of_docx(body, links, _Numbers(numbering)))


class _Numbers:
    """Counts the lists of a Word file."""

    def __init__(self, numbering: Any) -> None:
        abstract = {item.get(f"{W}abstractNumId"): item for item in numbering.iter(f"{W}abstractNum")}
        self.levels: dict[tuple[str, str], Any] = {}
        self.starts: dict[tuple[str, str], int] = {}
        for num in numbering.iter(f"{W}num"):
            name = num.get(f"{W}numId")
            for level in abstract[num.find(f"{W}abstractNumId").get(f"{W}val")].iter(f"{W}lvl"):
                self.levels[name, level.get(f"{W}ilvl")] = level
            for override in num.iter(f"{W}lvlOverride"):
                at = name, override.get(f"{W}ilvl")
                self.starts[at] = int(override.find(f"{W}startOverride").get(f"{W}val"))
                if (level := override.find(f"{W}lvl")) is not None:
                    self.levels[at] = level
        self.counts: dict[tuple[str, str], int] = {}

    def label(self, properties: Any) -> str:
        at = properties.find(f"{W}numId").get(f"{W}val"), properties.find(f"{W}ilvl").get(f"{W}val")
        if self.levels[at].find(f"{W}numFmt").get(f"{W}val") == "bullet":
            return BULLET
        form = self.levels[at].find(f"{W}numFmt").get(f"{W}val")
        self.counts[at] = self.counts[at] + 1 if at in self.counts else self.starts.get(at, 1)
        return f"{self.counts[at]}." if form == "decimal" else f"{form} {self.counts[at]}"


def _of_docx(element: Any, links: dict[str, str], numbers: _Numbers) -> Iterator[Event]:
    if element.tag == f"{W}sdt":
        return
    begun = tuple(_begun_in_docx(element, links, numbers))
    yield from begun
    for child in element:
        yield from _of_docx(child, links, numbers)
    if kind := next((kind for kind, _ in begun if kind in ("cell", "heading")), ""):
        yield "end", kind


def _begun_in_docx(element: Any, links: dict[str, str], numbers: _Numbers) -> Iterator[Event]:
    match element.tag.removeprefix(W):
        case "t":
            yield "words", element.text or ""
        case "hyperlink" if element.get(f"{R}id"):
            yield "link", links[element.get(f"{R}id")]
        case "tc":
            yield "cell", ""
        case "p":
            if (label := element.find(f"{W}pPr/{W}numPr")) is not None:
                yield "label", numbers.label(label)
            style = element.find(f"{W}pPr/{W}pStyle")
            if style is not None and (found := re.fullmatch(r"Heading(\d)", style.get(f"{W}val"))):
                yield "heading", str(int(found[1]) + 1)


def odt_parts(data: bytes) -> dict[str, Part]:
    """Read an OpenDocument text."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        content, styles = etree.fromstring(file.read("content.xml")), etree.fromstring(file.read("styles.xml"))
    lists = {item.get(f"{STYLE}name"): item for root in (styles, content) for item in root.iter(f"{TEXT}list-style")}
    return parts(_of_odt(content, lists, ()))


def _of_odt(element: Any, lists: dict[str, Any], around: tuple[str, ...]) -> Iterator[Event]:
    tag, kind = str(element.tag), ""
    if tag == f"{TEXT}list":
        yield from _odt_list(element, lists, (*around, element.get(f"{TEXT}style-name")))
        return
    if tag in (f"{TEXT}text-input", f"{TEXT}drop-down"):
        return
    if tag == f"{TEXT}h":
        kind = "heading"
        yield kind, str(int(element.get(f"{TEXT}outline-level")) + 1)
    elif tag == f"{TABLE}table-cell":
        kind = "cell"
        yield kind, ""
    elif tag == f"{TEXT}a":
        yield "link", element.get(f"{XLINK}href")
    yield "words", element.text or ""
    for child in element:
        yield from _of_odt(child, lists, around)
        yield "words", child.tail or ""
    if kind:
        yield "end", kind


def _odt_list(element: Any, lists: dict[str, Any], around: tuple[str, ...]) -> Iterator[Event]:
    level = next(entry for entry in lists[around[-1]] if entry.get(f"{TEXT}level") == str(len(around)))
    number = 0
    for item in element:
        if item.tag == f"{TEXT}list-item":
            number = int(item.get(f"{TEXT}start-value", number + 1))
            form = level.get(f"{STYLE}num-format")
            bullet = level.tag.endswith("bullet")
            yield "label", BULLET if bullet else f"{number}." if form == "1" else f"{form} {number}"
        for child in item:
            yield from _of_odt(child, lists, around)


def pdf_parts(data: bytes) -> dict[str, Part]:
    """Read a PDF by its tags, as a screen reader does; where its links lead stands in `pdf_links`."""
    words = _marked_words(data)
    with pikepdf.open(data if isinstance(data, BytesIO) else BytesIO(data)) as pdf:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        return parts(_of_pdf(pdf.Root.StructTreeRoot, words, pages, -1))


def pdf_links(data: bytes) -> set[str]:
    """Return where the links of a PDF lead, outside it."""
    with pikepdf.open(BytesIO(data)) as pdf:
        actions = [item.get("/A") for page in pdf.pages for item in page.get("/Annots", [])]
        return {str(action.URI) for action in actions if action is not None and "/URI" in action}


def _marked_words(data: bytes) -> dict[tuple[int, int], str]:
    """Return the words of every piece of marked content, by page and number."""
    found: dict[tuple[int, int], str] = {}
    document = pypdfium2.PdfDocument(data)
    for number, page in enumerate(document):
        text = page.get_textpage()
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            mark = pdfium.FPDFPageObj_GetMarkedContentID(item.raw)
            if mark >= 0:
                found[number, mark] = found.get((number, mark), "") + _text_of(item, text)
    return found


def _text_of(item: Any, text: Any) -> str:
    size = pdfium.FPDFTextObj_GetText(item.raw, text.raw, None, 0)
    buffer = (pdfium.FPDF_WCHAR * (size // 2 + 1))()
    pdfium.FPDFTextObj_GetText(item.raw, text.raw, buffer, size)
    return bytes(buffer)[: max(0, size - 2)].decode("utf-16-le").replace("\x02", "-")  # a hyphen where a line ends


def _of_pdf(node: Any, words: dict[tuple[int, int], str], pages: dict[Any, int], page: int) -> Iterator[Event]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _of_pdf(child, words, pages, page)
    elif not isinstance(node, pikepdf.Dictionary):
        yield "words", words.get((page, int(node)), "")
    else:
        page = pages[node.Pg.objgen] if "/Pg" in node else page
        if "/MCID" in node:
            yield "words", words.get((page, int(node.MCID)), "")
        else:
            yield from _of_tag(str(node.get("/S", ""))[1:], list(_inside(node, words, pages, page)))


def _inside(node: Any, words: dict[tuple[int, int], str], pages: dict[Any, int], page: int) -> Iterator[Event]:
    """Read what a tag holds. The first row of a table stands again on its next page, and is read once."""
    children = node.get("/K", pikepdf.Array())
    before: list[Event] = []
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        events = list(_of_pdf(child, words, pages, page))
        head = list(_of_pdf(child.K[0], words, pages, page)) if _is_table(child) else []
        yield from events[len(head) :] if head == before else events
        before = head


def _is_table(node: Any) -> bool:
    return isinstance(node, pikepdf.Dictionary) and str(node.get("/S", "")) == "/Table"


def _of_tag(tag: str, inside: list[Event]) -> Iterator[Event]:
    kind = "heading" if re.fullmatch(r"H[1-6]", tag) else "cell" if tag in ("TD", "TH") else ""
    if tag == "Lbl":
        yield "label", "".join(value for _, value in inside).strip()
    else:
        yield from [(kind, tag[1:])] if kind else []
        yield from inside
        yield from [("end", kind)] if kind else []
