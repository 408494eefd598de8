"""What is signed: the Danish text. A translation stands before it to help, with nothing to fill in."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import cast

from vejviser.documents import document as doc

BLANK = doc.Text("…")
"""What stands in a help translation where one writes in the Danish text."""


def as_help(blocks: doc.Blocks) -> doc.Blocks:
    """Return blocks in which nothing can be filled in: fields become dots, and ticks become points of a list."""
    return tuple(_helped(blocks))


def _helped(blocks: doc.Blocks) -> Iterator[doc.Block]:
    for kind, group in groupby(blocks, key=lambda block: isinstance(block, doc.TickLine)):
        if kind:
            ticks = cast("tuple[doc.TickLine, ...]", tuple(group))
            items = tuple((doc.Paragraph(_blank(tick.inlines), tick.language),) for tick in ticks)
            yield doc.BulletList(items)
        else:
            yield from map(_block, group)


def _block(block: doc.Block) -> doc.Block:
    match block:
        case doc.FieldBlock(field=found, caption=caption):
            label = caption or (doc.Text(found.label),)
            return doc.Paragraph((*label, doc.Text(": "), BLANK), found.language)
        case doc.Heading(inlines=inlines) | doc.Paragraph(inlines=inlines):
            return replace(block, inlines=_blank(inlines))
        case doc.Table(header=header, rows=rows):
            return replace(
                block, header=tuple(map(_blank, header)), rows=tuple(tuple(map(_blank, row)) for row in rows)
            )
        case _:
            return _holding(block)


def _holding(block: doc.Block) -> doc.Block:
    match block:
        case doc.BulletList(items=items) | doc.NumberedList(items=items):
            return replace(block, items=tuple(map(as_help, items)))
        case doc.DefinitionList(items=entries):
            helped = (doc.Definition(_blank(entry.term), tuple(map(as_help, entry.explanations))) for entry in entries)
            return replace(block, items=tuple(helped))
        case doc.Callout(blocks=inner) | doc.Quote(blocks=inner):
            return replace(block, blocks=as_help(inner))
    return block


def _blank(inlines: doc.Inlines) -> doc.Inlines:
    return tuple(BLANK if isinstance(inline, doc.InlineField) else inline for inline in inlines)


def unlabelled_signatures(blocks: doc.Blocks) -> Iterator[doc.Field]:
    """Yield the signature fields in tables whose row does not say in words, before the field, what to write there."""
    for block in blocks:
        if isinstance(block, doc.Table):
            for row in block.rows:
                if not doc.plain_text(row[0]).strip():
                    alone = replace(block, header=(), rows=(row,), alignment=())
                    yield from filter(_is_signature, doc.fields_in((alone,)))
        yield from (found for inner in doc.inside(block) for found in unlabelled_signatures(inner))


def _is_signature(field: doc.Field) -> bool:
    return field.type == "signature"
