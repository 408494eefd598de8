"""What stands in the blocks of a document, read in the order in which one meets it."""

from collections.abc import Iterator

from vejviser.content.model.docs_files import Picture
from vejviser.documents.blocks import (
    Beside,
    Block,
    Blocks,
    BulletList,
    Callout,
    ChapterBreak,
    DefinitionList,
    Field,
    FieldBlock,
    Figure,
    Heading,
    Inline,
    InlineField,
    Inlines,
    LineBreak,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    SideBySide,
    Table,
    Text,
    TickLine,
)


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
