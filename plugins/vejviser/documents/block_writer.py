"""What the bodies of Word and OpenDocument files have in common: the way through blocks, and where a block stands."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from vejviser.content.languages import direction
from vejviser.documents import blocks as doc
from vejviser.documents.document import Document
from vejviser.documents.packaging import Place
from vejviser.documents.reading import parted, plain_text
from vejviser.documents.rewrite import in_language

TAB = doc.Text("\t")
_RIGHT_TO_LEFT = doc.Text("\u200f")
"""Around words in a line that runs the other way: a number before them, or a full stop after them, goes with them."""
TALL_FIELDS = frozenset({"multiline", "signature"})
"""The types of field that need more room than a line."""
HEADING_ROOM, LABEL_ROOM = 30, 42
"""How many letters of a heading, of a field's label or help fit in half a line."""
TEXT_WIDTH, _GAP, _INDENT = 166.0, 6.0, 6.4
"""Millimetres: of the text, between two columns, and how far a list is moved in."""
WHOLE_ROW = 900
"""Up to how many letters the passages of a row side by side stand on one page."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a block stands: its language, the style of its paragraphs, how deep in lists, and in what column."""

    language: str
    style: str = ""
    depth: int = -1
    alignment: doc.Alignment = ""
    is_half: bool = False
    """It stands in one of two columns."""


@dataclass
class BlockWriter(ABC):
    """Writes the blocks of one document into `pieces`; a format says how each kind of block is written."""

    document: Document
    pieces: list[str | Place] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin in the document's language."""
        self._setting = Setting(self.document.language)

    def write_document(self) -> None:
        """Write the whole body, from title to notes."""
        self._paragraph("Title", (doc.Text(self.document.title),))
        second = self.document.second
        if second:
            with self._within(language=second.language):
                self._paragraph("Title", (doc.Text(second.title),))
        if self.document.subtitle:
            self._paragraph("Subtitle", (doc.Text(self.document.subtitle),))
        if second and second.subtitle:
            with self._within(language=second.language):
                self._paragraph("Subtitle", (doc.Text(second.subtitle),))
        self.write_blocks(self.document.blocks)
        if self.document.notes:
            self._paragraph("NotesHeading", (doc.Text(self.document.labels["notes"]),))
        for note in self.document.notes:
            with self._within(language=note.language or self.document.language):
                self._paragraph("Note", (doc.Text(f"{note.number}. "), *note.inlines), anchor=f"note-{note.number}")

    def write_blocks(self, blocks: doc.Blocks) -> None:
        """Write blocks, each in its own language."""
        for block in blocks:
            with self._within(language=getattr(block, "language", None) or self._setting.language):
                self._block(block)

    def _block(self, block: doc.Block) -> None:  # noqa: C901, PLR0912 - one line a kind of block
        match block:
            case doc.Heading():
                self._heading(block)
            case doc.Paragraph():
                self._plain(block)
            case doc.BulletList() | doc.NumberedList():
                self._list(block)
            case doc.DefinitionList():
                self._definitions(block)
            case doc.Table():
                self._table(block)
            case doc.Callout():
                self._callout(block)
            case doc.Quote():
                self._quote(block)
            case doc.Figure():
                self._figure(block)
            case doc.FieldBlock():
                self._field_block(block)
            case doc.TickLine():
                self._tick_line(block)
            case doc.PageBreak():
                self._page_break()
            case doc.ChapterBreak():
                self._chapter(block)
            case doc.SideBySide():
                self._side_by_side(block)

    @property
    def room(self) -> float:
        """How wide a picture may be here, in millimetres."""
        column = TEXT_WIDTH / 2 - _GAP if self._setting.is_half else TEXT_WIDTH
        framed = self._setting.style.startswith("Callout")
        return column - _INDENT * (self._setting.depth + 1 + framed)

    @contextmanager
    def _within(self, **changes: Any) -> Iterator[None]:  # noqa: ANN401
        before = self._setting
        self._setting = replace(before, **changes)
        yield
        self._setting = before

    def _tick_line(self, tick: doc.TickLine) -> None:
        self._paragraph("TickLine", (doc.InlineField(tick.field), TAB, *tick.inlines))
        if tick.detail:
            self._paragraph("TickDetail", tick.detail)

    def _lines_of(self, cell: doc.Inlines) -> Iterator[doc.Inlines]:
        """Yield the words of a cell, and then those in the second language, to be written as a paragraph each."""
        first, beside = parted(cell)
        yield first
        if beside:
            with self._within(language=beside.language):
                yield beside.inlines

    @abstractmethod
    def _paragraph(self, style: str, inlines: doc.Inlines, *, anchor: str = "") -> None: ...

    @abstractmethod
    def _heading(self, heading: doc.Heading) -> None: ...

    @abstractmethod
    def _plain(self, paragraph: doc.Paragraph) -> None: ...

    @abstractmethod
    def _list(self, items: doc.BulletList | doc.NumberedList) -> None: ...

    @abstractmethod
    def _definitions(self, definitions: doc.DefinitionList) -> None: ...

    @abstractmethod
    def _table(self, table: doc.Table) -> None: ...

    @abstractmethod
    def _callout(self, callout: doc.Callout) -> None: ...

    @abstractmethod
    def _quote(self, quote: doc.Quote) -> None: ...

    @abstractmethod
    def _figure(self, figure: doc.Figure) -> None: ...

    @abstractmethod
    def _field_block(self, block: doc.FieldBlock) -> None: ...

    @abstractmethod
    def _side_by_side(self, passages: doc.SideBySide) -> None: ...

    @abstractmethod
    def _page_break(self) -> None: ...

    @abstractmethod
    def _chapter(self, chapter: doc.ChapterBreak) -> None: ...


def on_a_line(inlines: doc.Inlines, room: int) -> tuple[doc.Inlines, bool]:
    """Return words with those of the second language at the other end of the line, or below where there is no `room`.

    `room` is how many letters fit in half a line. The second value says whether the line needs a tab stop.
    """
    first, beside = parted(inlines)
    if beside is None:
        return inlines, False
    lengths = [len(plain_text(words)) for words in (first, beside.inlines)]
    turned = direction(beside.language) == "rtl"
    fits, fits_below = max(lengths) <= room, turned and lengths[1] <= 2 * room
    gap: doc.Inlines = (*(() if fits else (doc.LineBreak(),)), *((TAB,) if fits or fits_below else ()))
    mark = (_RIGHT_TO_LEFT,) if turned else ()
    return (*first, *gap, *in_language((*mark, *beside.inlines, *mark), beside.language)), TAB in gap


def in_bold(inlines: doc.Inlines) -> doc.Inlines:
    """Return the words of `inlines` in bold."""
    return tuple(replace(inline, bold=True) if isinstance(inline, doc.Text) else inline for inline in inlines)


def field_of_cell(cell: doc.Inlines) -> doc.Field | None:
    """Return the field of a cell in which one writes; None when it holds anything else."""
    match cell:
        case (doc.InlineField(field=found),):
            return found
    return None
