"""What is signed: the original. A translation stands beside it to help, with nothing to fill in."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from vejviser.documents import blocks as doc
from vejviser.documents.reading import fields_in, inside, plain_text
from vejviser.documents.rewrite import rewritten

BLANK = doc.Text("…")
"""What stands in a help text where one writes in the other."""


def as_help(blocks: doc.Blocks) -> doc.Blocks:
    """Return blocks beside which others are filled in and cited: fields become dots, and boxes and notes are dropped.

    Headings lose their ids, which are those of the other text.
    """
    return tuple(chain.from_iterable(map(_block, blocks)))


def _block(block: doc.Block) -> Iterator[doc.Block]:
    match block:
        case doc.TickLine(inlines=inlines, detail=detail, language=language):
            yield doc.Paragraph(_blank(inlines), language)
            if detail:
                yield doc.Paragraph(_blank(detail), language, quiet=True)
        case doc.FieldBlock(field=found):
            yield doc.Paragraph((*block.label, doc.Text(": "), BLANK), found.language)
        case doc.Heading():
            yield replace(block, inlines=_blank(block.inlines), id="")
        case _:
            yield rewritten(block, _blank, as_help)


def _blank(inlines: doc.Inlines) -> doc.Inlines:
    written = tuple(inline for inline in inlines if not isinstance(inline, doc.NoteRef))
    return tuple(BLANK if isinstance(inline, doc.InlineField) else inline for inline in written)


def unlabelled_signatures(blocks: doc.Blocks) -> Iterator[doc.Field]:
    """Yield the signature fields in tables whose row does not say in words, before the field, what to write there."""
    for block in blocks:
        if isinstance(block, doc.Table):
            for row in block.rows:
                if not plain_text(row[0]).strip():
                    alone = replace(block, header=(), rows=(row,), alignment=())
                    yield from filter(_is_signature, fields_in((alone,)))
        yield from (found for inner in inside(block) for found in unlabelled_signatures(inner))


def _is_signature(field: doc.Field) -> bool:
    return field.type == "signature"
