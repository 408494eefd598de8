"""What a document is made of: frozen blocks, inlines and fields, with the language of every passage.

    blocks   Heading, Paragraph, BulletList, NumberedList, DefinitionList, Table, Callout, Quote, FieldBlock,
    │        TickLine, Figure, PageBreak, ChapterBreak, SideBySide
    └── inlines   Text, Link, InlineField, NoteRef, LineBreak, Beside

Everything that has a `language` is in the document's language when that is None.
"""

from dataclasses import dataclass
from typing import Literal

from vejviser.content.model.docs_files import Picture
from vejviser.content.model.fields import FieldType

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
