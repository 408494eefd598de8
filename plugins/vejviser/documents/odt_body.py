"""Blocks as OpenDocument text: the paragraphs, lists and tables of `content.xml`, and the styles only they need."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from vejviser.content.languages import country, direction, subtag
from vejviser.documents import document as doc
from vejviser.documents.columns import widths
from vejviser.documents.odt_fields import box, control, input_field
from vejviser.documents.packaging import Place
from vejviser.documents.xml import escaped

_TALL = frozenset({"multiline", "signature"})


@dataclass(frozen=True, slots=True)
class _Setting:
    """Where a block stands: its language, and the style of its paragraphs."""

    language: str
    style: str = "Standard"


@dataclass
class Body:
    """Writes the blocks of one document: `pieces` of its text, `controls` of its form, and `styles` made on the way."""

    document: doc.Document
    pieces: list[str | Place] = field(default_factory=list)
    controls: list[Place] = field(default_factory=list)
    styles: dict[str, str] = field(default_factory=dict)
    _places: Counter[str] = field(default_factory=Counter)
    _tables: int = 0

    def __post_init__(self) -> None:
        """Begin in the document's language."""
        self._setting = _Setting(self.document.language)

    def write_blocks(self, blocks: doc.Blocks) -> None:
        """Write some blocks alone, such as those of a slide."""
        self._blocks(blocks)

    def write(self) -> None:
        """Write the whole body, from title to notes."""
        self._paragraph("Title", (doc.Text(self.document.title),))
        if self.document.subtitle:
            self._paragraph("Subtitle", (doc.Text(self.document.subtitle),))
        self._blocks(self.document.blocks)
        if self.document.notes:
            self._paragraph("NotesHeading", (doc.Text(self.document.labels["notes"]),))
        for note in self.document.notes:
            with self._within(language=note.language or self.document.language):
                self._paragraph("Note", (doc.Text(f"{note.number}. "), *note.inlines), anchor=f"note-{note.number}")

    def _blocks(self, blocks: doc.Blocks) -> None:
        for block in blocks:
            write: Callable[[Body, Any], None] = _WRITERS[type(block)]
            with self._within(language=getattr(block, "language", None) or self._setting.language):
                write(self, block)

    @contextmanager
    def _within(self, **changes: Any) -> Iterator[None]:  # noqa: ANN401
        before = self._setting
        self._setting = replace(before, **changes)
        yield
        self._setting = before

    def _paragraph(self, style: str, inlines: doc.Inlines, *, anchor: str = "", level: int = 0) -> None:
        tag = "text:h" if level else "text:p"
        outline = f' text:outline-level="{level}"' if level else ""
        self.pieces.append(f'<{tag} text:style-name="{self._turned(style)}"{outline}>')
        if anchor:
            self.pieces.append(f'<text:bookmark text:name="{escaped(anchor)}"/>')
        self._inlines(inlines)
        self.pieces.append(f"</{tag}>")

    def _turned(self, style: str) -> str:
        """Give a style, or the variant of it for a passage that runs the other way than the document."""
        turn = direction(self._setting.language)
        if turn == direction(self.document.language):
            return style
        align, mode = ("right", "rl-tb") if turn == "rtl" else ("left", "lr-tb")
        name = f"{style}-{turn}"
        self.styles[name] = (
            f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{style}">'
            f'<style:paragraph-properties fo:text-align="{align}" style:writing-mode="{mode}"/></style:style>'
        )
        return name

    def _inlines(self, inlines: doc.Inlines) -> None:
        for inline in inlines:
            match inline:
                case doc.Text():
                    self._text(inline)
                case doc.Link(address=address, inlines=inner):
                    self.pieces.append(f'<text:a xlink:type="simple" xlink:href="{escaped(address)}">')
                    self._inlines(inner)
                    self.pieces.append("</text:a>")
                case doc.InlineField(field=found):
                    self._place(found)
                case doc.NoteRef(number=number):
                    self.pieces.append(
                        f'<text:a xlink:type="simple" xlink:href="#note-{number}" text:style-name="NoteNumber"'
                        f' text:visited-style-name="NoteNumber">{number}</text:a>'
                    )
                case doc.LineBreak():
                    self.pieces.append("<text:line-break/>")

    def _text(self, text: doc.Text) -> None:
        words = _spaced(escaped(text.text))
        language = text.language or self._setting.language
        if not (text.bold or text.italic or language != self.document.language):
            self.pieces.append(words)
            return
        name = f"T{'b' * text.bold}{'i' * text.italic}-{language}"
        self.styles[name] = _text_style(name, text, language if language != self.document.language else "")
        self.pieces.append(f'<text:span text:style-name="{name}">{words}</text:span>')

    def _place(self, found: doc.Field) -> None:
        self._places[found.id] += 1
        number = self._places[found.id]
        if found.type == "checkbox":
            self.controls.append(control(found, number))
            self.pieces.append(box(found, number))
        else:
            self.pieces.append(input_field(found, number, self.document.labels))

    def _heading(self, heading: doc.Heading) -> None:
        level = min(heading.level, 4)
        self._paragraph(f"Heading_20_{level}", heading.inlines, anchor=heading.id, level=level)

    def _plain(self, paragraph: doc.Paragraph) -> None:
        self._paragraph("SmallPrint" if paragraph.quiet else self._setting.style, paragraph.inlines)

    def _list(self, items: doc.BulletList | doc.NumberedList) -> None:
        numbered = isinstance(items, doc.NumberedList)
        self.pieces.append(f'<text:list text:style-name="{"Numbers" if numbered else "Bullets"}">')
        for index, item in enumerate(items.items):
            begins = isinstance(items, doc.NumberedList) and not index
            start = f' text:start-value="{getattr(items, "start", 1)}"' if begins else ""
            self.pieces.append(f"<text:list-item{start}>")
            with self._within(style="ListText"):
                self._blocks(item)
            self.pieces.append("</text:list-item>")
        self.pieces.append("</text:list>")

    def _table(self, table: doc.Table) -> None:
        self._tables += 1
        name = f"Table{self._tables}"
        for index, width in enumerate(widths(table)):
            column = f"{name}.{index}"
            self.styles[column] = (
                f'<style:style style:name="{column}" style:family="table-column">'
                f'<style:table-column-properties style:rel-column-width="{width * 100}*"/></style:style>'
            )
            self.pieces.append(
                f'<table:table table:name="{name}" table:style-name="Table">' * (not index)
                + f'<table:table-column table:style-name="{column}"/>'
            )
        self.pieces.append("<table:table-header-rows>")
        self._row(table.header, "HeaderCell", "TableHeading")
        self.pieces.append("</table:table-header-rows>")
        for row in table.rows:
            self._row(row, "Cell", "TableText")
        self.pieces.append("</table:table>")

    def _row(self, cells: tuple[doc.Inlines, ...], cell_style: str, style: str) -> None:
        self.pieces.append('<table:table-row table:style-name="Row">')
        for cell in cells:
            written, paragraph = _place_styles(cell) or (cell_style, style)
            self.pieces.append(f'<table:table-cell table:style-name="{written}" office:value-type="string">')
            self._paragraph(paragraph, cell)
            self.pieces.append("</table:table-cell>")
        self.pieces.append("</table:table-row>")

    def _callout(self, callout: doc.Callout) -> None:
        style = f"Callout{callout.kind.capitalize()}"
        with self._within(style=style):
            if callout.title:
                self._paragraph(style, (doc.Text(callout.title, bold=True),))
            self._blocks(callout.blocks)

    def _quote(self, quote: doc.Quote) -> None:
        with self._within(style="Quotations"):
            self._blocks(quote.blocks)

    def _field_block(self, block: doc.FieldBlock) -> None:
        found = block.field
        with self._within(language=found.language or self._setting.language):
            self._paragraph("FieldLabel", block.caption or (doc.Text(found.label),))
            if found.help:
                self._paragraph("FieldHelp", (doc.Text(found.help),))
        self._paragraph("FieldPlaceTall" if found.type in _TALL else "FieldPlace", (doc.InlineField(found),))

    def _tick_line(self, tick: doc.TickLine) -> None:
        self._paragraph("TickLine", (doc.InlineField(tick.field), doc.Text("\t"), *tick.inlines))
        if tick.detail:
            self._paragraph("TickDetail", tick.detail)

    def _page_break(self, _block: doc.PageBreak) -> None:
        self._paragraph("PageBreak", ())

    def _chapter(self, chapter: doc.ChapterBreak) -> None:
        self._paragraph("PageBreak", ())
        self._paragraph("Heading_20_1", (doc.Text(chapter.title),), anchor=chapter.id, level=1)
        if chapter.summary:
            self._paragraph("Subtitle", (doc.Text(chapter.summary),))


def _spaced(text: str) -> str:
    """Write tabs and runs of spaces, which OpenDocument would swallow, as elements."""
    return text.replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>").replace("  ", " <text:s/>")


def _text_style(name: str, text: doc.Text, language: str) -> str:
    bold = ' fo:font-weight="bold" style:font-weight-complex="bold"' if text.bold else ""
    italic = ' fo:font-style="italic" style:font-style-complex="italic"' if text.italic else ""
    spoken = ""
    if language:
        own, place = subtag(language), country(language)
        spoken = f' fo:language="{own}" fo:country="{place}"'
        if direction(language) == "rtl":
            spoken = f' style:language-complex="{own}" style:country-complex="{place}"'
    look = f"<style:text-properties{bold}{italic}{spoken}/>"
    return f'<style:style style:name="{name}" style:family="text">{look}</style:style>'


def _place_styles(cell: doc.Inlines) -> tuple[str, str] | None:
    """Give the styles of a cell in which one writes, and of the paragraph in it."""
    match cell:
        case (doc.InlineField(field=found),):
            return "PlaceCell", "CellPlaceTall" if found.type in _TALL else "TableText"
    return None


_WRITERS: dict[type, Callable[[Body, Any], None]] = {
    doc.Heading: Body._heading,
    doc.Paragraph: Body._plain,
    doc.BulletList: Body._list,
    doc.NumberedList: Body._list,
    doc.Table: Body._table,
    doc.Callout: Body._callout,
    doc.Quote: Body._quote,
    doc.FieldBlock: Body._field_block,
    doc.TickLine: Body._tick_line,
    doc.PageBreak: Body._page_break,
    doc.ChapterBreak: Body._chapter,
}
