"""Blocks as OpenDocument text: the paragraphs, lists and tables of `content.xml`, and the styles only they need."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from vejviser.content.bidi import marked
from vejviser.content.languages import country, direction, subtag
from vejviser.content.model.docs_files import Picture
from vejviser.documents import blocks as doc
from vejviser.documents.block_writer import (
    HEADING_ROOM,
    LABEL_ROOM,
    TALL_FIELDS,
    WHOLE_ROW,
    BlockWriter,
    Setting,
    field_of_cell,
    in_bold,
    on_a_line,
)
from vejviser.documents.columns import widths
from vejviser.documents.odt_fields import box, control, input_field
from vejviser.documents.packaging import Place
from vejviser.documents.pictures import file_name, size
from vejviser.documents.reading import words_of
from vejviser.documents.rewrite import in_language
from vejviser.documents.xml import escaped

_LEVELS = "".join(
    f'<text:list-level-style-number text:level="{level}" style:num-format="1" style:num-suffix=".">'
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
    '<style:list-level-label-alignment text:label-followed-by="listtab"'
    f' text:list-tab-stop-position="{7 * level / 10}cm" fo:text-indent="-0.6cm" fo:margin-left="{7 * level / 10}cm"/>'
    '</style:list-level-properties><style:text-properties fo:color="#0b5a5e"/></text:list-level-style-number>'
    for level in range(1, 11)
)
_BULLETS_INSIDE = "".join(
    f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="{"–•"[level % 2]}">'
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
    '<style:list-level-label-alignment text:label-followed-by="listtab"'
    f' text:list-tab-stop-position="{6 * level / 10}cm" fo:text-indent="-0.5cm" fo:margin-left="{6 * level / 10}cm"/>'
    '</style:list-level-properties><style:text-properties fo:color="#0b5a5e"/></text:list-level-style-bullet>'
    for level in range(1, 11)
)
_DEEP = 4
"""How many lists in each other the styles of every document know."""
_WITHOUT_LABEL = (doc.BulletList, doc.NumberedList, doc.Table)
"""What leaves the item that begins with it without its bullet or number, unless a paragraph stands before it."""
_PICTURE = (
    '<style:style style:name="Picture" style:family="graphic"><style:graphic-properties style:vertical-pos="top"'
    ' style:vertical-rel="baseline"/></style:style>'
)
_NUMBERS_INSIDE = f'<text:list-style style:name="NumbersInside">{_LEVELS}</text:list-style>'
"""A numbered list inside another list counts 1, 2, 3 as everywhere else, not a, b, c."""


@dataclass
class Body(BlockWriter):
    """Writes the blocks of one document: `pieces` of its text, `controls` of its form, and `styles` made on the way."""

    controls: list[Place] = field(default_factory=list)
    styles: dict[str, str] = field(default_factory=dict)
    pictures: list[Picture] = field(default_factory=list)
    _places: Counter[str] = field(default_factory=Counter)
    _tables: int = 0
    _items: list["_Item"] = field(default_factory=list)
    """The open items of lists, from the outermost."""

    def __post_init__(self) -> None:
        """Begin with running text."""
        self._setting = Setting(self.document.language, "Standard")

    def _paragraph(self, style: str, inlines: doc.Inlines, *, anchor: str = "", level: int = 0) -> None:
        tag = "text:h" if level else "text:p"
        outline = f' text:outline-level="{level}"' if level else ""
        self.pieces.append(f'<{tag} text:style-name="{self._turned(style)}"{outline}>')
        if anchor:
            self.pieces.append(f'<text:bookmark text:name="{escaped(anchor)}"/>')
        self._inlines(inlines)
        self.pieces.append(f"</{tag}>")

    def _turned(self, style: str) -> str:
        """Return a style, or the variant of it for a passage that runs the other way than the document."""
        turn = direction(self._setting.language)
        if self._setting.alignment:
            aligned = f"{style}-{self._setting.alignment}"
            look = f'<style:paragraph-properties fo:text-align="{self._setting.alignment}"/>'
            self.styles[aligned] = _paragraph_style(aligned, style, look)
            style = aligned
        if turn == direction(self.document.language):
            return style
        align, mode = ("right", "rl-tb") if turn == "rtl" else ("left", "lr-tb")
        align = self._setting.alignment or align
        name = f"{style}-{turn}"
        look = f'<style:paragraph-properties fo:text-align="{align}" style:writing-mode="{mode}"/>'
        self.styles[name] = _paragraph_style(name, style, look)
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
                case doc.Beside(inlines=inner, language=language):
                    self._inlines((doc.Text(" "), *in_language(inner, language)))

    def _text(self, text: doc.Text) -> None:
        language = text.language or self._setting.language
        words = _spaced(escaped(marked(text.text) if direction(language) == "rtl" else text.text))
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
            self.pieces.append(input_field(found, number, self.document))

    def _heading(self, heading: doc.Heading) -> None:
        level = min(heading.level, 4)
        self._line(f"Heading_20_{level}", heading.inlines, HEADING_ROOM, anchor=heading.id, level=level)

    def _line(self, style: str, inlines: doc.Inlines, room: int, *, anchor: str = "", level: int = 0) -> None:
        """Write a line at whose other end the words in the second language stand, where there are any."""
        words, at_a_stop = on_a_line(inlines, room)
        if at_a_stop:
            parent, style = style, f"{style}-two"
            self.styles[style] = _paragraph_style(style, parent, self._stop())
        self._paragraph(style, words, anchor=anchor, level=level)

    def _stop(self) -> str:
        second = self.document.second
        other_way = second and direction(second.language) != direction(self.document.language)
        where = 'style:position="16.6cm" style:type="right"' if other_way else 'style:position="8.62cm"'
        stops = f"<style:tab-stops><style:tab-stop {where}/></style:tab-stops>"
        return f"<style:paragraph-properties>{stops}</style:paragraph-properties>"

    def _plain(self, paragraph: doc.Paragraph) -> None:
        self._paragraph("SmallPrint" if paragraph.quiet else self._setting.style, paragraph.inlines)

    def _list(self, items: doc.BulletList | doc.NumberedList) -> None:
        first = items.start if isinstance(items, doc.NumberedList) else None
        look = "Bullets" if first is None else "Numbers"
        if first is not None and self._items:
            look = "NumbersInside"
            self.styles[look] = _NUMBERS_INSIDE
        elif len(self._items) >= _DEEP:
            look = "BulletsInside"
            self.styles[look] = f'<text:list-style style:name="{look}">{_BULLETS_INSIDE}</text:list-style>'
        self.pieces.append(f'<text:list text:style-name="{look}">')
        broken = True
        for index, item in enumerate(items.items):
            start = f' text:start-value="{first + index}"' if broken and first is not None else ""
            self.pieces.append(f"<text:list-item{start}>")
            self._items.append(_Item(look))
            with self._within(style="ListText"):
                if not item or isinstance(item[0], _WITHOUT_LABEL):
                    self._paragraph("ListText", ())
                self.write_blocks(item)
            done = self._items.pop()
            broken = done.broken
            self.pieces.append(done.end)
        self.pieces.append("</text:list>")

    @contextmanager
    def _outside_lists(self) -> Iterator[None]:
        """Write something that no OpenDocument list may hold: the lists end before it, and go on after it."""
        self.pieces += [f"{item.end}</text:list>" for item in reversed(self._items)]
        yield
        for item in self._items:
            item.broken = True
            self.pieces.append(f'<text:list text:style-name="{item.look}"><text:list-header>')

    def _definitions(self, definitions: doc.DefinitionList) -> None:
        side = "right" if direction(self.document.language) == "rtl" else "left"
        look = f'<style:paragraph-properties fo:margin-{side}="0.6cm"/>'
        self.styles["Explanation"] = _paragraph_style("Explanation", "Standard", look)
        for item in definitions.items:
            self._paragraph(self._setting.style, in_bold(item.term))
            with self._within(style="Explanation"):
                for blocks in item.explanations:
                    self.write_blocks(blocks)

    def _table(self, table: doc.Table) -> None:
        with self._outside_lists():
            self._rows_of(table)

    def _rows_of(self, table: doc.Table) -> None:
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
        self._row(table.header, "HeaderCell", "TableHeading", table.alignment)
        self.pieces.append("</table:table-header-rows>")
        for row in table.rows:
            self._row(row, "Cell", "TableText", table.alignment)
        self.pieces.append("</table:table>")

    def _row(
        self, cells: tuple[doc.Inlines, ...], cell_style: str, style: str, alignment: tuple[doc.Alignment, ...]
    ) -> None:
        self.pieces.append('<table:table-row table:style-name="Row">')
        for cell, where in zip(cells, alignment or ("",) * len(cells), strict=True):
            written, paragraph = _place_styles(cell) or (cell_style, style)
            self.pieces.append(f'<table:table-cell table:style-name="{written}" office:value-type="string">')
            with self._within(alignment=where):
                for words in self._lines_of(cell):
                    self._paragraph(paragraph, words)
            self.pieces.append("</table:table-cell>")
        self.pieces.append("</table:table-row>")

    def _side_by_side(self, passages: doc.SideBySide) -> None:
        self._tables += 1
        self.pieces.append(
            f'<table:table table:name="Table{self._tables}" table:style-name="Table">'
            '<table:table-column table:style-name="HalfColumn" table:number-columns-repeated="2"/>'
        )
        for first, second in passages.rows:
            whole = "Row" if len(words_of(first + second)) < WHOLE_ROW else "LongRow"
            self.pieces.append(f'<table:table-row table:style-name="{whole}">')
            cells = ("FirstSide", first, self._setting.language), ("SecondSide", second, passages.second_language)
            for style, blocks, language in cells:
                self.pieces.append(f'<table:table-cell table:style-name="{style}" office:value-type="string">')
                with self._within(language=language, is_half=True):
                    self.write_blocks(blocks or (doc.Paragraph(()),))
                self.pieces.append("</table:table-cell>")
            self.pieces.append("</table:table-row>")
        self.pieces.append("</table:table>")

    def _callout(self, callout: doc.Callout) -> None:
        style = f"Callout{callout.kind.capitalize()}"
        with self._within(style=style):
            if callout.title:
                self._paragraph(style, (doc.Text(callout.title, bold=True),))
            self.write_blocks(callout.blocks)

    def _quote(self, quote: doc.Quote) -> None:
        with self._within(style="Quotations"):
            self.write_blocks(quote.blocks)

    def _figure(self, figure: doc.Figure) -> None:
        self.pictures.append(figure.picture)
        self.styles["Picture"] = _PICTURE
        wide, tall = size(figure.picture, self.room)
        style = self._turned(self._setting.style)
        if figure.caption:
            look = '<style:paragraph-properties fo:keep-with-next="always"/>'
            self.styles[f"{style}-kept"] = _paragraph_style(f"{style}-kept", style, look)
            style = f"{style}-kept"
        self.pieces.append(
            f'<text:p text:style-name="{style}"><draw:frame draw:name="picture{len(self.pictures)}"'
            f' draw:style-name="Picture" text:anchor-type="as-char" svg:x="0mm" svg:y="0mm"'
            f' svg:width="{wide}mm" svg:height="{tall}mm">'
            f'<draw:image xlink:href="{picture_path(figure.picture)}" xlink:type="simple" xlink:show="embed"'
            f' xlink:actuate="onLoad"/><svg:title>{escaped(figure.alt)}</svg:title></draw:frame></text:p>'
        )
        for words in self._lines_of(figure.caption) if figure.caption else ():
            self._paragraph("SmallPrint", words)

    def _field_block(self, block: doc.FieldBlock) -> None:
        found = block.field
        with self._within(language=found.language or self._setting.language):
            self._line("FieldLabel", block.label, LABEL_ROOM)
            if block.help:
                self._line("FieldHelp", block.help, LABEL_ROOM)
        self._paragraph("FieldPlaceTall" if found.type in TALL_FIELDS else "FieldPlace", (doc.InlineField(found),))

    def _page_break(self) -> None:
        self._paragraph("PageBreak", ())

    def _chapter(self, chapter: doc.ChapterBreak) -> None:
        self._paragraph("PageBreak", ())
        self._paragraph("Heading_20_1", (doc.Text(chapter.title),), anchor=chapter.id, level=1)
        if chapter.summary:
            self._paragraph("Subtitle", (doc.Text(chapter.summary),))


def picture_path(picture: Picture) -> str:
    """Return where a picture lies in an OpenDocument file."""
    return f"Pictures/{file_name(picture)}"


@dataclass
class _Item:
    """An open item of a list. Once `broken` it is a header: what goes on in it has no bullet or number of its own."""

    look: str
    broken: bool = False

    @property
    def end(self) -> str:
        return "</text:list-header>" if self.broken else "</text:list-item>"


def _paragraph_style(name: str, parent: str, look: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{parent}">{look}'
        "</style:style>"
    )


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
    """Return the styles of a cell in which one writes, and of the paragraph in it."""
    found = field_of_cell(cell)
    return ("PlaceCell", "CellPlaceTall" if found.type in TALL_FIELDS else "TableText") if found else None
