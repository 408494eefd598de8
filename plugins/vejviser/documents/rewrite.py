"""Blocks with something else in them: the same blocks in the same order, with other words or other fields."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from vejviser.documents import blocks as doc


def rewritten(  # noqa: C901, PLR0911 - one line a kind of block
    block: doc.Block, inlines: Callable[[doc.Inlines], doc.Inlines], blocks: Callable[[doc.Blocks], doc.Blocks]
) -> doc.Block:
    """Return a block whose own words are changed by `inlines`, and what it holds by `blocks`."""

    def cells(row: tuple[doc.Inlines, ...]) -> tuple[doc.Inlines, ...]:
        return tuple(map(inlines, row))

    match block:
        case doc.Heading() | doc.Paragraph():
            return replace(block, inlines=inlines(block.inlines))
        case doc.Figure():
            return replace(block, caption=inlines(block.caption))
        case doc.TickLine():
            return replace(block, inlines=inlines(block.inlines), detail=inlines(block.detail))
        case doc.FieldBlock():
            return replace(block, caption=inlines(block.caption), hint=inlines(block.hint))
        case doc.Table():
            return replace(block, header=cells(block.header), rows=tuple(map(cells, block.rows)))
        case doc.BulletList() | doc.NumberedList():
            return replace(block, items=tuple(map(blocks, block.items)))
        case doc.DefinitionList(items=items):
            entries = (doc.Definition(inlines(item.term), tuple(map(blocks, item.explanations))) for item in items)
            return replace(block, items=tuple(entries))
        case doc.Callout() | doc.Quote():
            return replace(block, blocks=blocks(block.blocks))
        case doc.SideBySide():
            return replace(block, rows=tuple((blocks(one), blocks(other)) for one, other in block.rows))
    return block


def with_fields(blocks: doc.Blocks, fields: Mapping[str, doc.Field]) -> doc.Blocks:
    """Return blocks in which every field that has another one of its id in `fields` is that one."""

    def inline(one: doc.Inline) -> doc.Inline:
        match one:
            case doc.InlineField(field=field):
                return doc.InlineField(fields.get(field.id, field))
            case doc.Link() | doc.Beside():
                return replace(one, inlines=inlines(one.inlines))
        return one

    def inlines(words: doc.Inlines) -> doc.Inlines:
        return tuple(map(inline, words))

    def inside(held: doc.Blocks) -> doc.Blocks:
        return with_fields(held, fields)

    def own(block: doc.Block) -> doc.Block:
        if isinstance(block, doc.FieldBlock | doc.TickLine):
            return replace(block, field=fields.get(block.field.id, block.field))
        return block

    return tuple(own(rewritten(block, inlines, inside)) for block in blocks)


def in_language(inlines: doc.Inlines, language: str | None) -> doc.Inlines:
    """Return words of which every one says that it is in `language`, unless it says otherwise itself."""
    return tuple(
        replace(inline, language=inline.language or language) if isinstance(inline, doc.Text | doc.Link) else inline
        for inline in inlines
    )
