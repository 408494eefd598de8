"""Blocks as WordprocessingML: the paragraphs, tables and runs of `word/document.xml`."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from zlib import crc32

from vejviser.content.bidi import LEFT_TO_RIGHT_MARK, ordered
from vejviser.content.languages import direction, main_language, tag
from vejviser.content.model.docs_files import Picture
from vejviser.documents import blocks as doc
from vejviser.documents.block_writer import (
    HEADING_ROOM,
    LABEL_ROOM,
    TAB,
    TALL_FIELDS,
    WHOLE_ROW,
    BlockWriter,
    field_of_cell,
    in_bold,
    on_a_line,
)
from vejviser.documents.columns import widths
from vejviser.documents.docx_fields import content_control
from vejviser.documents.docx_pictures import in_line
from vejviser.documents.packaging import Pieces
from vejviser.documents.pictures import size
from vejviser.documents.reading import words_of
from vejviser.documents.rewrite import in_language
from vejviser.documents.xml import escaped

TEXT_WIDTH = 9412
"""Width of the text on the page, in twentieths of a point."""
_BULLETS = 1
_LONGEST_BOOKMARK = 40
_ANYHOW: tuple[doc.Alignment, ...] = ("",)
_GAP = 180
"""Half the room between two passages side by side, in twentieths of a point."""
_BESIDE = (
    '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>'
    '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="E3EAE8"/></w:tblBorders><w:tblLayout w:type="fixed"/>'
    '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
    "</w:tblCellMar>"
    '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
    ' w:noVBand="1"/></w:tblPr>'
)
"""The beginning of a table in which two languages stand side by side: no header, and a quiet line below each row."""


@dataclass
class Body(BlockWriter):
    """Writes the blocks of one document into `pieces`; gathers addresses of links and starts of numbered lists."""

    links: list[str] = field(default_factory=list)
    lists: list[tuple[int, int]] = field(default_factory=list)
    """Each numbered list: with what it begins, and how many lists it stands in."""
    pictures: list[Picture] = field(default_factory=list)
    _places: int = 0
    _bookmarks: int = 0
    _label: tuple[int, int] | None = None
    """The bullet or number that the next paragraph has: its list, and how many lists that stands in."""

    def written(self) -> Pieces:
        """Return the whole body, from title to notes."""
        self.write_document()
        return tuple(self.pieces)

    def _paragraph(
        self, style: str, inlines: doc.Inlines, *, anchor: str = "", properties: str = "", indent: str = ""
    ) -> None:
        if self._label:
            number, depth = self._label
            properties += f'<w:numPr><w:ilvl w:val="{min(depth, 3)}"/><w:numId w:val="{number}"/></w:numPr>'
            self._label = None
        bidi = "<w:bidi/>" if direction(self._setting.language) == "rtl" else ""
        name = style or self._setting.style
        styled = f'<w:pStyle w:val="{name}"/>' if name else ""
        self.pieces.append(f"<w:p><w:pPr>{styled}{properties}{bidi}{indent}</w:pPr>")
        if anchor:
            self._bookmarks += 1
            mark = f'w:id="{self._bookmarks}"'
            self.pieces.append(f'<w:bookmarkStart {mark} w:name="{bookmark(anchor)}"/><w:bookmarkEnd {mark}/>')
        self._inlines(inlines)
        self.pieces.append("</w:p>")

    def _inlines(self, inlines: doc.Inlines, style: str = "") -> None:
        for inline in inlines:
            match inline:
                case doc.Text(text=text, language=language):
                    self.pieces += self._runs(text, inline, language or self._setting.language, style)
                case doc.Link(address=address, inlines=inner):
                    self._link(address, inner)
                case doc.InlineField(field=found):
                    self._place(found)
                case doc.NoteRef(number=number):
                    run = f'<w:r><w:rPr><w:rStyle w:val="NoteNumber"/></w:rPr><w:t>{number}</w:t></w:r>'
                    self.pieces.append(f'<w:hyperlink w:anchor="{bookmark(f"note-{number}")}">{run}</w:hyperlink>')
                case doc.LineBreak():
                    self.pieces.append("<w:r><w:br/></w:r>")
                case doc.Beside(inlines=inner, language=language):
                    self._inlines((doc.Text(" "), *in_language(inner, language)))

    def _runs(self, text: str, look: doc.Text, language: str, style: str) -> Iterator[str]:
        """Yield the runs of a text; in one from right to left, what runs the other way is a run of its own."""
        if direction(language) != "rtl" or look is TAB:
            yield self._run(text, look, language, style)
            return
        for piece, kept in ordered(text):
            if kept:  # Word goes by the run, LibreOffice by the marks
                yield self._run(f"{LEFT_TO_RIGHT_MARK}{piece}{LEFT_TO_RIGHT_MARK}", look, main_language(), style)
            else:
                yield self._run(piece, look, language, style)

    def _run(self, text: str, look: doc.Text, language: str, style: str) -> str:
        properties = f'<w:rStyle w:val="{style}"/>' if style else ""
        properties += "<w:b/><w:bCs/>" if look.bold else ""
        properties += "<w:i/><w:iCs/>" if look.italic else ""
        properties += self._speech(language)
        words = "<w:tab/>" if look is TAB else f'<w:t xml:space="preserve">{escaped(text)}</w:t>'
        return f"<w:r><w:rPr>{properties}</w:rPr>{words}</w:r>"

    def _speech(self, language: str) -> str:
        """Return the run properties of a language: its direction, and its name where it is not the document's."""
        if direction(language) == "rtl":
            return f'<w:rtl/><w:lang w:bidi="{tag(language)}"/>'
        return "" if language == self.document.language else f'<w:lang w:val="{tag(language)}"/>'

    def _link(self, address: str, inner: doc.Inlines) -> None:
        if address.startswith("#"):
            self.pieces.append(f'<w:hyperlink w:anchor="{bookmark(address[1:])}">')
        else:
            if address not in self.links:
                self.links.append(address)
            self.pieces.append(f'<w:hyperlink r:id="link{self.links.index(address) + 1}">')
        self._inlines(inner, "Hyperlink")
        self.pieces.append("</w:hyperlink>")

    def _place(self, found: doc.Field) -> None:
        self._places += 1
        language = self._setting.language
        speech = self._speech(language)
        self.pieces.append(content_control(found, self._places, language, self.document, speech))

    def _heading(self, heading: doc.Heading) -> None:
        self._line(f"Heading{min(heading.level, 4)}", heading.inlines, HEADING_ROOM, anchor=heading.id)

    def _line(self, style: str, inlines: doc.Inlines, room: int, *, anchor: str = "") -> None:
        """Write a line at whose other end the words in the second language stand, where there are any."""
        words, at_a_stop = on_a_line(inlines, room)
        self._paragraph(style, words, anchor=anchor, properties=self._stop() if at_a_stop else "")

    def _stop(self) -> str:
        second = self.document.second
        if second and direction(second.language) != direction(self.document.language):
            return f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
        return f'<w:tabs><w:tab w:val="left" w:pos="{TEXT_WIDTH // 2 + _GAP}"/></w:tabs>'

    def _plain(self, paragraph: doc.Paragraph) -> None:
        depth = self._setting.depth
        if depth >= 0:
            indent = "" if self._label else f'<w:ind w:left="{360 * (depth + 1)}"/>'
            self._paragraph("ListParagraph", paragraph.inlines, indent=indent)
        else:
            self._paragraph("SmallPrint" if paragraph.quiet else "", paragraph.inlines)

    def _list(self, items: doc.BulletList | doc.NumberedList) -> None:
        self._label_alone()
        number = _BULLETS
        if isinstance(items, doc.NumberedList):
            self.lists.append((items.start, self._setting.depth + 1))
            number = _BULLETS + len(self.lists)
        for item in items.items:
            with self._within(depth=self._setting.depth + 1):
                self._label = (number, self._setting.depth)
                self.write_blocks(item)
                self._label_alone()

    def _label_alone(self) -> None:
        """Write the bullet or number of an item that begins with something else than a paragraph, or holds nothing."""
        if self._label:
            self._paragraph("ListParagraph", ())

    def _definitions(self, definitions: doc.DefinitionList) -> None:
        self._label_alone()
        depth = self._setting.depth
        for item in definitions.items:
            indent = f'<w:ind w:left="{360 * (depth + 1)}"/>' if depth >= 0 else ""
            self._paragraph("", in_bold(item.term), properties="<w:keepNext/>", indent=indent)
            with self._within(depth=depth + 1):
                for blocks in item.explanations:
                    self.write_blocks(blocks)

    def _table(self, table: doc.Table) -> None:
        self._label_alone()
        shares = [TEXT_WIDTH * share // 100 for share in widths(table)]
        visual = "<w:bidiVisual/>" if direction(self._setting.language) == "rtl" else ""
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in shares)
        self.pieces.append(
            f'<w:tbl><w:tblPr><w:tblStyle w:val="VejviserTable"/>{visual}<w:tblW w:w="5000" w:type="pct"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
            ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>"
        )
        columns_at = tuple(zip(shares, map(self._aligned, table.alignment or _ANYHOW * len(shares)), strict=True))
        self._row(table.header, columns_at, "<w:cantSplit/><w:tblHeader/>", "TableHeading")
        for row in table.rows:
            self._row(row, columns_at, "<w:cantSplit/>", "TableText")
        self.pieces.append("</w:tbl>")
        self._paragraph("AfterTable", ())

    def _aligned(self, alignment: doc.Alignment) -> str:
        """Return the paragraph property of a column; Word turns left and right around in a text from right to left."""
        if not alignment:
            return ""
        turned = {"left": "right", "right": "left"} if direction(self._setting.language) == "rtl" else {}
        return f'<w:jc w:val="{turned.get(alignment, alignment)}"/>'

    def _row(
        self, cells: tuple[doc.Inlines, ...], columns: tuple[tuple[int, str], ...], properties: str, style: str
    ) -> None:
        self.pieces.append(f"<w:tr><w:trPr>{properties}</w:trPr>")
        for cell, (width, alignment) in zip(cells, columns, strict=True):
            self.pieces.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>')
            for words in self._lines_of(cell):
                self._paragraph(_cell_style(cell, style), words, indent=alignment)
            self.pieces.append("</w:tc>")
        self.pieces.append("</w:tr>")

    def _side_by_side(self, passages: doc.SideBySide) -> None:
        columns = f'<w:gridCol w:w="{TEXT_WIDTH // 2}"/>' * 2
        self.pieces.append(f"{_BESIDE}<w:tblGrid>{columns}</w:tblGrid>")
        for first, second in passages.rows:
            whole = "<w:trPr><w:cantSplit/></w:trPr>" if len(words_of(first + second)) < WHOLE_ROW else ""
            self.pieces.append(f"<w:tr>{whole}")
            self._passage(first, self._setting.language, f'<w:right w:w="{_GAP}" w:type="dxa"/>')
            self._passage(second, passages.second_language, f'<w:left w:w="{_GAP}" w:type="dxa"/>')
            self.pieces.append("</w:tr>")
        self.pieces.append("</w:tbl>")
        self._paragraph("AfterTable", ())

    def _passage(self, blocks: doc.Blocks, language: str, margin: str) -> None:
        cell = f'<w:tcW w:w="{TEXT_WIDTH // 2}" w:type="dxa"/><w:tcMar>{margin}</w:tcMar>'
        self.pieces.append(f"<w:tc><w:tcPr>{cell}</w:tcPr>")
        with self._within(language=language, is_half=True):
            self.write_blocks(blocks or (doc.Paragraph(()),))
        self.pieces.append("</w:tc>")

    def _callout(self, callout: doc.Callout) -> None:
        style = f"Callout{callout.kind.capitalize()}"
        with self._within(style=style, depth=-1):
            if callout.title:
                self._paragraph(style, (doc.Text(callout.title, bold=True),), properties="<w:keepNext/>")
            self.write_blocks(callout.blocks)

    def _quote(self, quote: doc.Quote) -> None:
        with self._within(style="Quote", depth=-1):
            self.write_blocks(quote.blocks)

    def _figure(self, figure: doc.Figure) -> None:
        self._label_alone()
        self.pictures.append(figure.picture)
        depth = self._setting.depth
        indent = f'<w:ind w:left="{360 * (depth + 1)}"/>' if depth >= 0 else ""
        drawn = in_line(len(self.pictures), figure.alt, size(figure.picture, self.room))
        keep = "<w:keepNext/>" if figure.caption else ""
        style = f'<w:pStyle w:val="{self._setting.style}"/>' if self._setting.style else ""
        bidi = "<w:bidi/>" if direction(self._setting.language) == "rtl" else ""
        self.pieces.append(f"<w:p><w:pPr>{style}{keep}{bidi}{indent}</w:pPr>{drawn}</w:p>")
        for words in self._lines_of(figure.caption) if figure.caption else ():
            self._paragraph("SmallPrint", words, indent=indent)

    def _field_block(self, block: doc.FieldBlock) -> None:
        found = block.field
        with self._within(language=found.language or self._setting.language, depth=-1):
            self._line("FieldLabel", block.label, LABEL_ROOM)
            if block.help:
                self._line("FieldHelp", block.help, LABEL_ROOM)
        tall = "Tall" if found.type in TALL_FIELDS else ""
        self._paragraph(f"FieldPlace{tall}", (doc.InlineField(found),))

    def _page_break(self) -> None:
        self.pieces.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')

    def _chapter(self, chapter: doc.ChapterBreak) -> None:
        self._paragraph("Heading1", (doc.Text(chapter.title),), anchor=chapter.id, properties="<w:pageBreakBefore/>")
        if chapter.summary:
            self._paragraph("Subtitle", (doc.Text(chapter.summary),))


def bookmark(anchor: str) -> str:
    """Return the name of a bookmark: Word allows letters, digits and underscores, forty at most."""
    name = "_" + "".join(sign if sign.isalnum() else "_" for sign in anchor)
    return name if len(name) <= _LONGEST_BOOKMARK else f"{name[: _LONGEST_BOOKMARK - 9]}_{crc32(anchor.encode()):08x}"


def _cell_style(cell: doc.Inlines, style: str) -> str:
    found = field_of_cell(cell)
    return ("CellPlaceTall" if found.type in TALL_FIELDS else "CellPlace") if found else style
