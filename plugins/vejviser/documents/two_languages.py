"""Two documents of the same content woven into one in two languages: each passage beside itself, each field once.

The first document is the one that is filled in and cited; the second helps to read it. Sections of the same id and
places of the same field find each other. What stands between two of them is put side by side piece by piece where both
are built alike, and else as a whole. A passage that the second does not have in its own language stands once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from vejviser.documents import blocks as doc
from vejviser.documents.document import Document, Second
from vejviser.documents.reading import fields_in, own_inlines, plain_text, words_of
from vejviser.documents.rewrite import with_fields
from vejviser.documents.signing import as_help

_BETWEEN = " / "
"""Between the same words in two languages where there is one line for both: a tooltip, an answer, a prompt."""
_IN_FIELDS = ("choose", "write_here", "pick_date")
"""The interface words that stand in fields, where both readers must understand them."""
_Pair = tuple[doc.Blocks, doc.Blocks]


def woven(first: Document, second: Document, note: doc.Blocks = ()) -> Document:
    """Return `first` with the passages of `second` beside its own, and `note` before all of it."""
    others = {found.id: found for found in second.fields}
    fields = {found.id: _for_both(found, others[found.id]) for found in first.fields if found.id in others}
    labels = {key: _joined(first.labels[key], second.labels[key]) for key in _IN_FIELDS}
    weaver = _Weaver(first.language, second.language)
    return replace(
        first,
        blocks=(*note, *with_fields(weaver.blocks(first.blocks, second.blocks), fields)),
        labels={**first.labels, **labels},
        second=Second(second.language, second.title, second.subtitle),
    )


def _for_both(field: doc.Field, other: doc.Field) -> doc.Field:
    labels = {choice.id: choice.label for choice in other.choices}
    choices = (replace(choice, label=_joined(choice.label, labels.get(choice.id, ""))) for choice in field.choices)
    return replace(
        field,
        label=_joined(field.label, other.label),
        help=_joined(field.help, other.help),
        choices=tuple(choices),
    )


def _joined(one: str, other: str) -> str:
    return one if other in {one, ""} else f"{one}{_BETWEEN}{other}"


@dataclass(frozen=True)
class _Weaver:
    """Puts the blocks of a document in language `second` beside those of one in language `first`."""

    first: str
    second: str

    def blocks(self, first: doc.Blocks, second: doc.Blocks) -> doc.Blocks:
        made = (block for pair in _pairs(first, second) for block in self._woven(*pair))
        return tuple(_rows_together(made, self.second))

    def _woven(self, first: doc.Blocks, second: doc.Blocks) -> Iterator[doc.Block]:
        if self._falls_back(first, second):
            yield from first
            return
        match first, second:
            case (doc.Heading() as one,), (doc.Heading() as other,):
                yield replace(one, inlines=self._beside(one.inlines, other.inlines))
            case (doc.Figure() as one,), (doc.Figure() as other,) if one.picture == other.picture:
                yield replace(one, caption=self._beside(one.caption, other.caption))
            case (doc.FieldBlock() as one,), (doc.FieldBlock() as other,):
                caption, hint = self._beside(one.label, other.label), self._beside(one.help, other.help)
                yield replace(one, caption=caption, hint=hint)
            case (doc.Table() as one,), (doc.Table() as other,) if _shape(one) == _shape(other):
                header = self._cells(one.header, other.header)
                yield replace(one, header=header, rows=tuple(map(self._cells, one.rows, other.rows)))
            case _ if any(isinstance(block, doc.Table | doc.FieldBlock) for block in (*first, *second)):
                yield from first
                yield doc.SideBySide((((), as_help(second)),), self.second)
            case _:
                yield doc.SideBySide(((first, as_help(self._own(first, second))),), self.second)

    def _falls_back(self, first: doc.Blocks, second: doc.Blocks) -> bool:
        """Return whether the second says nothing, or in the first's language what the first says."""
        own = [block for block in second if _language(block) != self.first]
        return not own or words_of(first) == words_of(second)

    def _own(self, first: doc.Blocks, second: doc.Blocks) -> doc.Blocks:
        """Return the second without what falls back in it: the reason below a line, a point of a list."""
        match first, second:
            case (doc.TickLine(detail=one),), (doc.TickLine(detail=other) as tick,):
                return (replace(tick, detail=() if _said(one) == _said(other) else other),)
            case (doc.BulletList(items=ones),), (doc.BulletList(items=others) as points,):
                own = tuple(b for a, b in zip(ones, others, strict=True) if not self._falls_back(a, b))
                return (replace(points, items=own),)
        return tuple(block for block in second if _language(block) != self.first)

    def _cells(self, first: tuple[doc.Inlines, ...], second: tuple[doc.Inlines, ...]) -> tuple[doc.Inlines, ...]:
        return tuple(map(self._beside, first, second))

    def _beside(self, first: doc.Inlines, second: doc.Inlines) -> doc.Inlines:
        """Return the words of a line, a label or a cell with those of the second after them."""
        if _said(second) in {"", _said(first)}:
            return first
        (helped,) = as_help((doc.Paragraph(second),))
        return (*first, *(doc.Beside(words, self.second) for words in own_inlines(helped)))


def _language(block: doc.Block) -> str | None:
    """Return the language of a block where it is not the document's; a field's help may be in another."""
    match block:
        case doc.FieldBlock(field=field):
            return None if field.help else field.language
    return getattr(block, "language", None)


def _said(inlines: doc.Inlines) -> str:
    return plain_text(inlines).strip()


def _pairs(first: doc.Blocks, second: doc.Blocks) -> Iterator[_Pair]:
    """Yield what belongs side by side, in the order of the first."""
    for one, other in _stretches(first, second):
        if tuple(map(_shape, one)) == tuple(map(_shape, other)):
            yield from (((each,), (its,)) for each, its in zip(one, other, strict=True))
        elif one or other:
            yield one, other


def _stretches(first: doc.Blocks, second: doc.Blocks) -> Iterator[_Pair]:
    """Yield the blocks that find each other by their ids, and what stands between one such pair and the next."""
    ones, others = _named(first), _named(second)
    at = other_at = 0
    for match in SequenceMatcher(None, [*ones], [*others], autojunk=False).get_matching_blocks():
        for name in [*ones][match.a : match.a + match.size]:
            one, other = ones[name], others[name]
            yield first[at:one], second[other_at:other]
            yield (first[one],), (second[other],)
            at, other_at = one + 1, other + 1
    yield first[at:], second[other_at:]


def _named(blocks: doc.Blocks) -> dict[tuple[str, ...], int]:
    """Return where the blocks first stand that have a name: a heading its id, and whatever has fields theirs."""
    found: dict[tuple[str, ...], int] = {}
    for at, block in enumerate(blocks):
        heading = (f"#{block.id}",) if isinstance(block, doc.Heading) and block.id else ()
        if name := heading or tuple(field.id for field in fields_in((block,))):
            found.setdefault(name, at)
    return found


def _shape(block: doc.Block) -> tuple[object, ...]:
    """Return how a block is built; two that are built alike stand side by side."""
    match block:
        case doc.BulletList(items=items) | doc.NumberedList(items=items):
            return type(block), len(items)
        case doc.Table(header=header, rows=rows):
            return type(block), len(header), len(rows)
        case doc.Callout(kind=kind):
            return type(block), kind
        case doc.Paragraph(quiet=quiet):
            return type(block), quiet
    return (type(block),)


def _rows_together(blocks: Iterator[doc.Block], language: str) -> Iterator[doc.Block]:
    """Put neighbours that stand side by side into one block with a row for each."""
    for kind, group in groupby(blocks, key=lambda block: isinstance(block, doc.SideBySide)):
        if kind:
            rows = (row for block in group if isinstance(block, doc.SideBySide) for row in block.rows)
            yield doc.SideBySide(tuple(rows), language)
        else:
            yield from group
