"""Blocks to XHTML elements: the common half of PDF and EPUB."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby, starmap
from typing import Any

from lxml import etree

from vejviser.content.languages import direction
from vejviser.content.model.docs_files import Picture
from vejviser.documents import blocks as doc
from vejviser.documents.columns import has_row_headers, is_signed, widths
from vejviser.documents.pictures import file_name
from vejviser.documents.reading import parted, plain_text, words_of
from vejviser.documents.xml import allowed

Element = etree._Element
Note = Callable[[int], str]
_SHORT = 40
"""How many letters fit in half a line."""
_WHOLE = 900
"""Up to how many letters two passages side by side stand on one page."""


def element(tag: str, *children: "Element | str | None", **attributes: str | None) -> Element:
    """Make an element; a trailing underscore of an attribute's name is dropped, dashes are written as underscores."""
    made = etree.Element(tag)
    for name, value in attributes.items():
        if value is not None:
            made.set(name.rstrip("_").replace("_", "-"), allowed(value))
    append(made, children)
    return made


def append(parent: Element, children: Iterable["Element | str | None"]) -> None:
    """Append elements and texts to `parent`, in order."""
    for child in children:
        if isinstance(child, str):
            _append_text(parent, allowed(child))
        elif child is not None:
            parent.append(child)


def _append_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def mark_language(made: Element, language: str | None) -> Element:
    """Set the language of an element, and so its direction."""
    if language:
        made.set("lang", language)
        made.set("dir", direction(language))
    return made


@dataclass(frozen=True)
class Scribe:
    """Writes blocks as XHTML. `field` makes the element in which one writes; `note` gives the address of a note."""

    field: Callable[[doc.Field, str], Element]
    note: Note
    link: Callable[[str], str] = str
    picture: Callable[[Picture], str] = file_name
    """Gives the address of a picture."""

    def blocks(self, blocks: doc.Blocks) -> list[Element]:
        """Return the elements of `blocks`; neighbouring short fields stand in pairs."""
        made: list[Element] = []
        for kind, group in groupby(blocks, key=_pairable):
            neighbours = tuple(group)
            written = [each for block in neighbours for each in self.block(block)]
            paired = kind and all(map(_is_short, neighbours))
            language = _language_of(neighbours[0])
            pairs = (mark_language(element("div", *item, class_="pair"), language) for item in batched(written, 2))
            made += pairs if paired else written
        return made

    def block(self, block: doc.Block) -> Iterable[Element]:
        """Return the elements of one block."""
        write: Callable[[Scribe, Any], Iterable[Element]] = _WRITERS[type(block)]
        return write(self, block)

    def inlines(self, inlines: doc.Inlines) -> list["Element | str"]:
        """Return the elements and texts of `inlines`."""
        return [self._inline(inline) for inline in inlines]

    def _inline(self, inline: doc.Inline) -> "Element | str":
        match inline:
            case doc.Text():
                return _text(inline)
            case doc.Link(address=address, inlines=inner, language=language):
                return mark_language(self._link(address, inner), language)
            case doc.InlineField(field=field):
                return self.field(field, "inline")
            case doc.NoteRef(number=number):
                return element("sup", element("a", str(number), href=self.note(number), class_="noteref"))
            case doc.LineBreak():
                return element("br")
            case doc.Beside(inlines=inner, language=language):
                return mark_language(element("span", *self.inlines(inner), class_="beside"), language)

    def ends(self, inlines: doc.Inlines) -> list["Element | str"]:
        """Return the words of a line; where there are words in a second language, those stand at its other end."""
        first, beside = parted(inlines)
        if beside is None:
            return self.inlines(inlines)
        ends = element("span", *self.inlines(first), class_="first"), " ", self._inline(beside)
        return [element("span", *ends, class_="ends")]

    def _link(self, address: str, inner: doc.Inlines) -> Element:
        """Return a link whose typeface stands around it.

        WeasyPrint makes a second, untagged link of an element in it.
        """
        look, *others = [item for item in inner if isinstance(item, doc.Text)] or [doc.Text("")]
        alike = all(replace(other, text=look.text) == look for other in others)
        made = element("a", plain_text(inner), href=self.link(address))
        return _styled(made, look) if alike else made

    def _heading(self, heading: doc.Heading) -> Iterable[Element]:
        tag = f"h{min(6, heading.level + 1)}"
        yield mark_language(element(tag, *self.ends(heading.inlines), id=heading.id or None), heading.language)

    def _paragraph(self, paragraph: doc.Paragraph) -> Iterable[Element]:
        leads_on = plain_text(paragraph.inlines).rstrip().endswith(":")
        kind = "quiet" if paragraph.quiet else "leads-on" if leads_on else None
        yield mark_language(element("p", *self.inlines(paragraph.inlines), class_=kind), paragraph.language)

    def _list(self, items: doc.BulletList | doc.NumberedList) -> Iterable[Element]:
        numbered = isinstance(items, doc.NumberedList)
        first = items.start if isinstance(items, doc.NumberedList) else 1
        # WeasyPrint heeds only the style, readers of e-books only the attribute.
        start, style = (None, None) if first == 1 else (str(first), f"counter-reset: list-item {first - 1}")
        rows = (element("li", *self.blocks(item)) for item in items.items)
        yield mark_language(element("ol" if numbered else "ul", *rows, start=start, style=style), items.language)

    def _definitions(self, definitions: doc.DefinitionList) -> Iterable[Element]:
        made = element("dl")
        for item in definitions.items:
            append(made, [element("dt", *self.inlines(item.term))])
            append(made, [element("dd", *self.blocks(blocks)) for blocks in item.explanations])
        yield mark_language(made, definitions.language)

    def _table(self, table: doc.Table) -> Iterable[Element]:
        columns = element("colgroup", *(element("col", style=f"width: {width}%") for width in widths(table)))
        styles = [f"text-align: {item}" if item else None for item in table.alignment] or [None] * len(table.header)
        cells = zip(table.header, styles, strict=True)
        head = element("tr", *(element("th", *self.inlines(cell), scope="col", style=style) for cell, style in cells))
        rows = (self._row(row, "th" if has_row_headers(table) else "td", styles) for row in table.rows)
        kinds = [kind for kind, holds in (("form", has_row_headers(table)), ("signed", is_signed(table))) if holds]
        made = element(
            "table", columns, element("thead", head), element("tbody", *rows), class_=" ".join(kinds) or None
        )
        yield mark_language(made, table.language)

    def _row(self, row: tuple[doc.Inlines, ...], first: str, styles: list[str | None]) -> Element:
        head = element(first, *self._cell(row[0]), scope="row" if first == "th" else None, style=styles[0])
        cells = zip(row[1:], styles[1:], strict=True)
        return element("tr", head, *(element("td", *self._cell(cell), style=style) for cell, style in cells))

    def _cell(self, cell: doc.Inlines) -> list["Element | str"]:
        match cell:
            case (doc.InlineField(field=field),):
                return [self.field(field, "cell")]
        return self.ends(cell)

    def _callout(self, callout: doc.Callout) -> Iterable[Element]:
        title = element("p", callout.title, class_="callout-title") if callout.title else None
        made = element("div", title, *self.blocks(callout.blocks), class_=f"callout {callout.kind}")
        yield mark_language(made, callout.language)

    def _quote(self, quote: doc.Quote) -> Iterable[Element]:
        yield mark_language(element("blockquote", *self.blocks(quote.blocks)), quote.language)

    def _figure(self, figure: doc.Figure) -> Iterable[Element]:
        picture = element("img", src=self.picture(figure.picture), alt=figure.alt)
        below = element("figcaption", *self.ends(figure.caption)) if figure.caption else None
        made = element("figure", picture, below) if figure.caption else element("p", picture, class_="picture")
        yield mark_language(made, figure.language)

    def _field_block(self, block: doc.FieldBlock) -> Iterable[Element]:
        field = block.field
        label = element("p", *self.ends(block.label), class_="label")
        hint = element("p", *self.ends(block.help), class_="help") if block.help else None
        place = element("p", self.field(field, "block"), class_="place")
        yield mark_language(element("div", label, hint, place, class_=f"field {field.type}"), field.language)

    def _tick_line(self, tick: doc.TickLine) -> Iterable[Element]:
        detail = element("p", *self.inlines(tick.detail), class_="detail") if tick.detail else None
        words = element("p", self.field(tick.field, "tick"), *self.inlines(tick.inlines), class_="words")
        yield mark_language(element("div", words, detail, class_="tick"), tick.language)

    def _side_by_side(self, passages: doc.SideBySide) -> Iterable[Element]:
        yield element("div", *starmap(partial(self._passages, passages.second_language), passages.rows), class_="sides")

    def _passages(self, language: str, first: doc.Blocks, second: doc.Blocks) -> Element:
        kind = "row whole" if len(words_of(first + second)) < _WHOLE else "row"
        cells = element("div", *self.blocks(first)), mark_language(element("div", *self.blocks(second)), language)
        return element("div", *cells, class_=kind)

    def _page_break(self, _block: doc.PageBreak) -> Iterable[Element]:
        yield element("div", class_="page-break")

    def _chapter(self, chapter: doc.ChapterBreak) -> Iterable[Element]:
        yield mark_language(element("h1", chapter.title, id=chapter.id, class_="chapter"), chapter.language)
        if chapter.summary:
            yield mark_language(element("p", chapter.summary, class_="lead"), chapter.language)


_WRITERS: dict[type, Callable[[Scribe, Any], Iterable[Element]]] = {
    doc.Heading: Scribe._heading,
    doc.Paragraph: Scribe._paragraph,
    doc.BulletList: Scribe._list,
    doc.NumberedList: Scribe._list,
    doc.DefinitionList: Scribe._definitions,
    doc.Table: Scribe._table,
    doc.Callout: Scribe._callout,
    doc.Quote: Scribe._quote,
    doc.Figure: Scribe._figure,
    doc.FieldBlock: Scribe._field_block,
    doc.TickLine: Scribe._tick_line,
    doc.PageBreak: Scribe._page_break,
    doc.ChapterBreak: Scribe._chapter,
    doc.SideBySide: Scribe._side_by_side,
}


def _pairable(block: doc.Block) -> type | None:
    """Return the kind of a block that may stand beside another one of its kind; None for all the others."""
    match block:
        case doc.FieldBlock(field=field) if field.type in {"text", "date", "choice"}:
            return doc.FieldBlock if _is_short(block) else None
        case doc.TickLine(detail=()):
            return doc.TickLine
    return None


def _language_of(block: doc.Block) -> str | None:
    """Return the language of a field with its label, or of a line to tick."""
    match block:
        case doc.FieldBlock(field=field):
            return field.language
        case doc.TickLine(language=language):
            return language
    return None


def _is_short(block: doc.Block) -> bool:
    match block:
        case doc.FieldBlock(field=field, caption=caption):
            return len(plain_text(caption) or field.label) <= _SHORT and len(field.help) <= 2 * _SHORT
        case doc.TickLine(inlines=inlines):
            return len(plain_text(inlines)) <= _SHORT
    return False


def batched(items: list[Element], size: int) -> Iterator[list[Element]]:
    """Return `items` in groups of `size`; the last one may be smaller."""
    return (items[start : start + size] for start in range(0, len(items), size))


_BOLD = partial(element, "strong")
_ITALIC = partial(element, "em")


def _text(text: doc.Text) -> "Element | str":
    if text.bold or text.italic or text.language:
        return _styled(text.text, text)
    return text.text


def _styled(made: "Element | str", look: doc.Text) -> Element:
    """Return words, or the link they are, in a typeface and a language."""
    if look.italic:
        made = _ITALIC(made)
    if look.bold:
        made = _BOLD(made)
    if look.language or isinstance(made, str):
        made = mark_language(made if not isinstance(made, str) else element("span", made), look.language)
    return made
