"""The slides in a text: every box `!!! slide "Title"` is one, and what follows it is what the speaker says."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vejviser.documents import blocks as doc
from vejviser.documents.document import Document
from vejviser.documents.reading import fields_in, inside, plain_text

PLAIN = (doc.Paragraph, doc.BulletList, doc.NumberedList, doc.Quote)
"""What a slide can hold: words that can be read from the back of a room."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. `spoken` is what stands in the text between it and the next one."""

    title: str
    blocks: doc.Blocks
    spoken: doc.Blocks = ()


def slides_of(document: Document) -> tuple[Slide, ...]:
    """Return the slides of a text in order, and one with its sources at the end where it has any."""
    found: list[Slide] = []
    for block in document.blocks:
        if isinstance(block, doc.Callout) and block.kind == "slide":
            found.append(Slide(block.title, tuple(_with_plain_notes(block.blocks))))
        elif found:
            found[-1] = replace(found[-1], spoken=(*found[-1].spoken, block))
    if found and document.notes:
        notes = tuple(
            doc.Paragraph((doc.Text(f"[{note.number}] "), *note.inlines), note.language, quiet=True)
            for note in document.notes
        )
        found.append(Slide(document.labels["notes"], notes))
    return tuple(found)


def unfit(document: Document) -> Iterator[str]:
    """Yield the titles of slides that hold something no slide can show: a table, a field, another box."""
    for block in document.blocks:
        if isinstance(block, doc.Callout) and block.kind == "slide":
            items = (item for inner in block.blocks for item in _all(inner))
            if not all(isinstance(item, PLAIN) for item in items) or any(fields_in(block.blocks)):
                yield block.title


def spoken_words(blocks: doc.Blocks) -> Iterator[str]:
    """Yield what the speaker says as lines of plain words."""
    for block in blocks:
        match block:
            case doc.Paragraph(inlines=inlines) | doc.Heading(inlines=inlines):
                yield plain_text(inlines)
            case doc.DefinitionList(items=entries):
                told = (f"{plain_text(entry.term)}: {_in_one(entry.explanations)}" for entry in entries)
                yield from (f"– {line}" for line in told)
            case doc.BulletList(items=items) | doc.NumberedList(items=items):
                yield from (f"– {line}" for item in items for line in spoken_words(item))
            case doc.Table(header=header, rows=rows):
                yield from (" · ".join(map(plain_text, row)) for row in (header, *rows))
            case doc.Callout(title=title, blocks=inner):
                yield title
                yield from spoken_words(inner)
            case doc.Quote(blocks=inner):
                yield from spoken_words(inner)


def _in_one(explanations: tuple[doc.Blocks, ...]) -> str:
    return " ".join(line for blocks in explanations for line in spoken_words(blocks))


def _all(block: doc.Block) -> Iterator[doc.Block]:
    yield block
    yield from (item for inner in inside(block) for one in inner for item in _all(one))


def _with_plain_notes(blocks: doc.Blocks) -> Iterator[doc.Block]:
    """Write the numbers of notes as words: the notes stand on a slide of their own."""
    for block in blocks:
        match block:
            case doc.Paragraph(inlines=inlines):
                yield replace(block, inlines=tuple(map(_plain_note, inlines)))
            case doc.BulletList(items=items) | doc.NumberedList(items=items):
                yield replace(block, items=tuple(tuple(_with_plain_notes(item)) for item in items))
            case doc.Quote(blocks=inner):
                yield replace(block, blocks=tuple(_with_plain_notes(inner)))
            case _:
                yield block


def _plain_note(inline: doc.Inline) -> doc.Inline:
    return doc.Text(f" [{inline.number}]") if isinstance(inline, doc.NoteRef) else inline
