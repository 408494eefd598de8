"""Numbers to call, in a composed document: each becomes a `tel:` link, in every format that has links."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vejviser.content.telephone import GAP, Call, Directory
from vejviser.documents import blocks as doc
from vejviser.documents.document import Document
from vejviser.documents.rewrite import rewritten

_BORDER = doc.Text(GAP)
"""Between the cells of a row, whose words say together what a number in it is."""


def with_telephone_links(document: Document, directory: Directory) -> Document:
    """Return a document in which the numbers to call are links; headings and the captions of fields stay."""
    return replace(document, blocks=_Linker(directory).blocks(document.blocks))


@dataclass(frozen=True, slots=True)
class _Linker:
    directory: Directory

    def blocks(self, held: doc.Blocks) -> doc.Blocks:
        return tuple(map(self._block, held))

    def _block(self, block: doc.Block) -> doc.Block:
        match block:
            case doc.Heading() | doc.FieldBlock():
                return block
            case doc.Table():
                return replace(block, rows=tuple(map(self._row, block.rows)))
        return rewritten(block, self._inlines, self.blocks)

    def _row(self, cells: tuple[doc.Inlines, ...]) -> tuple[doc.Inlines, ...]:
        """Return the cells of a row, looked through as one text."""
        made: list[list[doc.Inline]] = []
        for word in self._inlines(tuple(word for cell in cells for word in (_BORDER, *cell))):
            if word == _BORDER:
                made.append([])
            else:
                made[-1].append(word)
        return tuple(map(tuple, made))

    def _inlines(self, words: doc.Inlines) -> doc.Inlines:
        shown = "".join(map(_shown, words))
        calls = tuple(self.directory.calls(shown)) if self.directory.is_in(shown) else ()
        made: list[doc.Inline] = []
        at = 0
        for word in words:
            end = at + len(_shown(word))
            if isinstance(word, doc.Beside):
                made.append(replace(word, inlines=self._inlines(word.inlines)))
            elif isinstance(word, doc.Text):
                here = [call for call in calls if at <= call.start and call.end <= end]
                made += _parted(word, [replace(call, start=call.start - at, end=call.end - at) for call in here])
            else:
                made.append(word)
            at = end
        return tuple(made)


def _parted(word: doc.Text, calls: Sequence[Call]) -> Iterator[doc.Inline]:
    """Yield a text with its numbers as links."""
    if not calls:
        yield word
        return
    done = 0
    for call in calls:
        if done < call.start:
            yield replace(word, text=word.text[done : call.start])
        number = replace(word, text=word.text[call.start : call.end])
        yield doc.Link(f"tel:{call.dialled}", (number,), word.language)
        done = call.end
    if done < len(word.text):
        yield replace(word, text=word.text[done:])


def _shown(word: doc.Inline) -> str:
    return word.text if isinstance(word, doc.Text) else GAP
