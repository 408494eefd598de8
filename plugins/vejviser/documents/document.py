"""A document before it is a file: frozen blocks, inlines and fields, with the language of every passage.

    Document
    ├── blocks   Heading, Paragraph, BulletList, NumberedList, DefinitionList, Table, Callout, Quote, FieldBlock,
    │            TickLine, Figure, PageBreak, ChapterBreak, SideBySide
    │   └── inlines   Text, Link, InlineField, NoteRef, LineBreak, Beside
    ├── notes    the numbered notes at the end
    └── fields   every field that stands in the blocks, in the order in which one meets it

Everything that has a `language` is in the document's language when that is None.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from vejviser.content.model.docs_files import Picture
from vejviser.content.model.fields import FieldType
from vejviser.content.model.material import MaterialFormat

Format = MaterialFormat | Literal["epub"]
"""What a document can be written as. Books are written as EPUB too."""
Alignment = Literal["", "left", "center", "right"]
"""Where the words of a column stand; "" is where the language begins."""
CalloutKind = Literal["note", "tip", "warning", "example", "template", "slide"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a choice field."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """A place to write. `id` is its name in every format; `value` is what stands in it already.

    A choice's value is the id of the answer; a checkbox's is "true" or "".
    """

    id: str
    type: FieldType
    label: str
    help: str = ""
    choices: tuple[Choice, ...] = ()
    value: str = ""
    language: str | None = None

    @property
    def tooltip(self) -> str:
        """What a screen reader says at the field: its label, and its help when it has one."""
        return f"{self.label.rstrip('.:')}: {self.help}" if self.help else self.label


@dataclass(frozen=True, slots=True)
class Text:
    """Running text in one typeface."""

    text: str
    bold: bool = False
    italic: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to `address`: an absolute address, or "#id" inside the document."""

    address: str
    inlines: tuple["Inline", ...]
    language: str | None = None


@dataclass(frozen=True, slots=True)
class InlineField:
    """A place to write in the middle of a sentence or in a table's cell."""

    field: Field


@dataclass(frozen=True, slots=True)
class NoteRef:
    """A raised number that leads to a note."""

    number: int


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line in the same paragraph."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The same words in the document's second language: the last inline of a heading, a label or a table's cell."""

    inlines: tuple["Inline", ...]
    language: str


Inline = Text | Link | InlineField | NoteRef | LineBreak | Beside
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the highest below the document's title."""

    level: int
    id: str
    inlines: Inlines
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `quiet` is small print: a reason below a point, a note about the document."""

    inlines: Inlines
    language: str | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list; every item is blocks, so that lists may hold lists."""

    items: tuple["Blocks", ...]
    language: str | None = None


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A numbered list that begins with `start`."""

    items: tuple["Blocks", ...]
    start: int = 1
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """A word and the one or more explanations of it."""

    term: Inlines
    explanations: tuple["Blocks", ...]


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Words with their explanations."""

    items: tuple[Definition, ...]
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row. Every row has as many cells as the header.

    `alignment` says for every column where its words stand; none at all when no column says so.
    """

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    language: str | None = None
    alignment: tuple[Alignment, ...] = ()


@dataclass(frozen=True, slots=True)
class Callout:
    """A framed passage with a title, such as a piece of advice."""

    kind: CalloutKind
    title: str
    blocks: "Blocks"
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody else's words."""

    blocks: "Blocks"
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture on a line of its own. `alt` is what it shows, for those who do not see it; it may have a `caption`."""

    picture: Picture
    alt: str
    caption: Inlines = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class FieldBlock:
    """A field on a line of its own, with its label over it and its help between them.

    `caption` and `hint` are the field's own label and help when they are empty.
    """

    field: Field
    caption: Inlines = ()
    hint: Inlines = ()

    @property
    def label(self) -> Inlines:
        """What stands over the field."""
        return self.caption or (Text(self.field.label),)

    @property
    def help(self) -> Inlines:
        """What stands between label and field; nothing where the field has no help."""
        return self.hint or ((Text(self.field.help),) if self.field.help else ())


@dataclass(frozen=True, slots=True)
class TickLine:
    """A box to tick and the words beside it; `detail` stands in small print below."""

    field: Field
    inlines: Inlines
    detail: Inlines = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block begins a new page."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The same passages in two languages, a row each: in the document's, and in its second. Either may be empty."""

    rows: tuple[tuple["Blocks", "Blocks"], ...]
    second_language: str


@dataclass(frozen=True, slots=True)
class ChapterBreak:
    """A new chapter of a book: a new page in print, a new file in an EPUB."""

    id: str
    title: str
    summary: str = ""
    language: str | None = None


Block = (
    Heading
    | Paragraph
    | BulletList
    | NumberedList
    | DefinitionList
    | Table
    | Callout
    | Quote
    | Figure
    | FieldBlock
    | TickLine
    | PageBreak
    | ChapterBreak
    | SideBySide
)
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note at the end, usually a source and the place in it."""

    number: int
    inlines: Inlines
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Second:
    """The second language of a document in two, and the document's names in it."""

    language: str
    title: str
    subtitle: str = ""


@dataclass(frozen=True)
class Document:
    """One document in one language or in two at once, ready to be written in any format.

    `labels` holds the interface words of `labels.LABEL_KEYS`, every one of them, in the document's language. `version`
    may be empty: then the day on which the document was `updated` stands alone.
    """

    id: str
    language: str
    title: str
    version: str
    updated: date
    blocks: Blocks
    subtitle: str = ""
    notes: tuple[Note, ...] = ()
    author: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    second: Second | None = None
    address: str = ""
    """The short address of its page on the web, with its edition; empty where it has none."""
    can_be_filled: bool = True
    """Whether its fields are for writing in; else they are empty lines, as on paper."""

    @property
    def edition(self) -> str:
        """What tells this text from an older one: its version, or else its day."""
        return self.version or self.updated.isoformat()

    @property
    def field_language(self) -> str:
        """The language whose letters people write into the fields, beside Latin ones."""
        return self.second.language if self.second else self.language

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every field, once, in reading order."""
        return tuple({found.id: found for found in fields_in(self.blocks)}.values())


def fields_in(blocks: Blocks) -> Iterator[Field]:
    """Yield the fields of `blocks` in reading order; one that stands in two places comes twice."""
    for block in blocks:
        if isinstance(block, FieldBlock | TickLine):
            yield block.field
        yield from (found for inlines in own_inlines(block) for found in _fields_of(inlines))
        yield from (found for inner in inside(block) for found in fields_in(inner))


def own_inlines(block: Block) -> tuple[Inlines, ...]:  # noqa: PLR0911 - one line a kind of block
    """Return the words of a block itself, in reading order, without those of the blocks that it holds."""
    match block:
        case Heading(inlines=inlines) | Paragraph(inlines=inlines):
            return (inlines,)
        case TickLine(inlines=inlines, detail=detail):
            return (inlines, detail)
        case FieldBlock():
            return (block.label, block.help)
        case Figure(caption=caption):
            return (caption,)
        case Table(header=header, rows=rows):
            return (*header, *(cell for row in rows for cell in row))
        case DefinitionList(items=items):
            return tuple(item.term for item in items)
        case Callout(title=title) | ChapterBreak(title=title):
            return ((Text(title),),)
    return ()


def words_of(blocks: Blocks) -> str:
    """Return all words of `blocks`, those of their fields left out."""
    return "".join(
        "".join(map(plain_text, own_inlines(block))) + "".join(map(words_of, inside(block))) for block in blocks
    )


def pictures_in(blocks: Blocks) -> Iterator[Picture]:
    """Yield the pictures in `blocks`, in reading order; one that stands in two places comes twice."""
    for block in blocks:
        if isinstance(block, Figure):
            yield block.picture
        yield from (picture for inner in inside(block) for picture in pictures_in(inner))


def anchors_in(blocks: Blocks) -> Iterator[str]:
    """Yield the ids of every heading and chapter in `blocks`: the places a link inside the document may lead to."""
    for block in blocks:
        if isinstance(block, Heading | ChapterBreak):
            yield block.id
        yield from (anchor for inner in inside(block) for anchor in anchors_in(inner))


def inside(block: Block) -> tuple[Blocks, ...]:
    """Return the blocks that a block holds: of every item, explanation, box, quotation or passage beside another."""
    match block:
        case BulletList(items=items) | NumberedList(items=items):
            return items
        case DefinitionList(items=entries):
            return tuple(inner for entry in entries for inner in entry.explanations)
        case Callout(blocks=inner) | Quote(blocks=inner):
            return (inner,)
        case SideBySide(rows=rows):
            return tuple(passage for row in rows for passage in row)
    return ()


def _fields_of(inlines: Inlines) -> Iterator[Field]:
    for inline in inlines:
        match inline:
            case InlineField(field=found):
                yield found
            case Link(inlines=inner) | Beside(inlines=inner):
                yield from _fields_of(inner)


def parted(inlines: Inlines) -> tuple[Inlines, Beside | None]:
    """Return the words in the first language, and those in the second beside them."""
    match inlines:
        case (*first, Beside() as beside):
            return tuple(first), beside
    return inlines, None


def plain_text(inlines: Inlines) -> str:
    """Return only the words: what a bookmark, a tooltip or an outline shows."""
    return "".join(_inline_text(inline) for inline in inlines)


def _inline_text(inline: Inline) -> str:
    match inline:
        case Text(text=text):
            return text
        case Link(inlines=inner):
            return plain_text(inner)
        case LineBreak():
            return " "
        case Beside(inlines=inner):
            return f" · {plain_text(inner)}"
        case _:
            return ""
