"""The tokens of a Markdown text to blocks: headings, lists, tables, quotes, boxes, citations and field places."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from itertools import groupby
from typing import cast

from markdown_it.tree import SyntaxTreeNode

from vejviser.base.problems import Problem
from vejviser.content.languages import main_language
from vejviser.content.markdown.boxes import ORIGINAL
from vejviser.content.markdown.reader import inline_tree, tree
from vejviser.content.model.allow_list import may_lead_to
from vejviser.content.model.base import Citation
from vejviser.content.model.docs_files import is_pixels
from vejviser.documents import blocks as doc
from vejviser.documents.fonts import unknown_signs
from vejviser.documents.footnotes import Notes
from vejviser.documents.pictures import NO_PICTURES, Pictures
from vejviser.documents.reading import plain_text

_LONGEST_CAPTION = 60
_NO_NOTE = 0
"""The number of a citation whose source the document does not list: the space before it goes, and nothing comes."""
_CALLOUTS: Mapping[str, doc.CalloutKind] = {
    "tip": "tip",
    "warning": "warning",
    "danger": "warning",
    "example": "example",
    "slide": "slide",
}


@dataclass
class Reader:
    """Reads the Markdown of one text; gathers its notes and everything that is wrong with it.

    `fields` are the fields the text may place; `path` and `line` say where its first line stands. `anchors` comes
    before every heading's id, so that the chapters of a book do not share any. `resolve` gives the address of a link
    in the finished document, or None when the words stand alone.
    """

    notes: Notes
    fields: Mapping[str, doc.Field] = field(default_factory=dict)
    path: str = ""
    line: int = 1
    anchors: str = ""
    resolve: Callable[[str], str | None] = lambda address: address
    pictures: Pictures = NO_PICTURES
    problems: list[Problem] = field(default_factory=list)
    inner_links: list[tuple[str, Problem]] = field(default_factory=list)
    """Each link inside the document, and the problem it is when there is no such place."""

    def blocks(self, markdown: str, language: str | None = None) -> doc.Blocks:
        """Return the blocks of `markdown`; every passage is marked with `language`."""
        self._source = markdown.split("\n")
        self._language = language
        return tuple(self._blocks(tree(markdown).children))

    def inlines(self, markdown: str) -> doc.Inlines:
        """Return a short text without blocks, such as the text of a checklist's item."""
        self._source = markdown.split("\n")
        self._language = None
        return self._inlines(inline_tree(markdown).children)

    def _blocks(self, nodes: list[SyntaxTreeNode]) -> Iterator[doc.Block]:
        for node in nodes:
            make = _BLOCKS.get(node.type)
            if make is None:
                self._report("markdown-not-supported", node, found=self._as_written(node))
            else:
                yield from make(self, node)

    def _heading(self, node: SyntaxTreeNode) -> Iterator[doc.Block]:
        name = str(node.attrs.get("id", ""))
        level = max(1, int(node.tag[1]) - 1)
        inlines = self._inlines(node.children[0].children)
        yield doc.Heading(level, f"{self.anchors}{name}" if name else "", inlines, self._language)

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[doc.Block]:
        for is_picture, part in groupby(node.children[0].children, key=lambda child: child.type == "image"):
            if is_picture:
                yield from (figure for child in part for figure in self._picture(child, ()))
            else:
                yield from self._words(list(part))

    def _figure(self, node: SyntaxTreeNode) -> Iterator[doc.Block]:
        picture, caption = node.children
        yield from self._picture(picture.children[0], self._inlines(caption.children[0].children))

    def _picture(self, node: SyntaxTreeNode, caption: doc.Inlines) -> Iterator[doc.Block]:
        """Yield a picture as a figure; one that documents cannot show is told."""
        written = str(node.attrs.get("src", ""))
        path = self.pictures.path(written)
        if picture := self.pictures.found(path):
            words = str(node.attrs.get("title", ""))
            below = caption or ((doc.Text(words),) if words else ())
            yield doc.Figure(picture, node.content, below, self._language)
        elif path and not is_pixels(path):  # one that is not there, or broken, is told where that is looked for
            self._report("picture-for-web-only", node, written, found=written)

    def _words(self, nodes: list[SyntaxTreeNode]) -> Iterator[doc.Block]:
        inlines = _trimmed(self._inlines(nodes))
        if not inlines:
            return
        first, rest = inlines[:1], inlines[1:]
        match first:
            case _ if all(map(_is_place_or_space, inlines)):
                yield from (field_block(place.field) for place in inlines if isinstance(place, doc.InlineField))
            case (doc.InlineField(field=found),) if found.type == "checkbox":
                yield doc.TickLine(found, _without_leading_space(rest), language=self._language)
            case _ if caption := _caption(inlines):
                yield caption
            case _:
                yield doc.Paragraph(inlines, self._language)

    def _bullet_list(self, node: SyntaxTreeNode) -> Iterator[doc.Block]:
        items = tuple(tuple(self._blocks(item.children)) for item in node.children)
        if all(isinstance(block, doc.TickLine | doc.FieldBlock) for item in items for block in item):
            yield from (block for item in items for block in item)
        else:
            yield doc.BulletList(items, self._language)

    def _ordered_list(self, node: SyntaxTreeNode) -> Iterator[doc.Block]:
        items = tuple(tuple(self._blocks(item.children)) for item in node.children)
        yield doc.NumberedList(items, int(node.attrs.get("start", 1)), self._language)

    def _table(self, node: SyntaxTreeNode) -> Iterator[doc.Block]:
        rows = [
            tuple(self._inlines(cell.children[0].children) for cell in row.children)
            for part in node.children
            for row in part.children
        ]
        columns = tuple(
            cast("doc.Alignment", str(child.attrs.get("class", "")).removeprefix("align-"))
            for child in node.children[0].children[0].children
        )
        yield doc.Table(rows[0], tuple(rows[1:]), self._language, columns if any(columns) else ())

    def _definition_list(self, node: SyntaxTreeNode) -> Iterator[doc.Block]:
        items: list[doc.Definition] = []
        for part in node.children:
            if part.type == "dt":
                items.append(doc.Definition(self._inlines(part.children[0].children), ()))
            else:
                told = (*items[-1].explanations, tuple(self._blocks(part.children)))
                items[-1] = replace(items[-1], explanations=told)
        yield doc.DefinitionList(tuple(items), self._language)

    def _blockquote(self, node: SyntaxTreeNode) -> Iterator[doc.Block]:
        yield doc.Quote(tuple(self._blocks(node.children)), self._language)

    def _box(self, node: SyntaxTreeNode) -> Iterator[doc.Block]:
        if node.info == ORIGINAL:
            before, self._language = self._language, main_language()
            yield from self._blocks(node.children)
            self._language = before
            return
        titles = [child for child in node.children if child.type == "box_title"]
        words = "".join(plain_text(self._inlines(title.children[0].children)) for title in titles)
        rest = [child for child in node.children if child.type != "box_title"]
        yield doc.Callout(_CALLOUTS.get(node.info, "note"), words, tuple(self._blocks(rest)), self._language)

    def _page_break(self, _node: SyntaxTreeNode) -> Iterator[doc.Block]:
        yield doc.PageBreak()

    def _inlines(self, nodes: list[SyntaxTreeNode], *, bold: bool = False, italic: bool = False) -> doc.Inlines:
        return tuple(_joined(inline for node in nodes for inline in self._inline(node, bold=bold, italic=italic)))

    def _inline(  # noqa: C901 - one line a kind of words
        self, node: SyntaxTreeNode, *, bold: bool, italic: bool
    ) -> Iterator[doc.Inline]:
        match node.type:
            case "text" | "code_inline" | "softbreak":
                self._check_signs(node)
                yield doc.Text(" " if node.type == "softbreak" else node.content, bold, italic)
            case "hardbreak":
                yield doc.LineBreak()
            case "strong":
                yield from self._inlines(node.children, bold=True, italic=italic)
            case "em":
                yield from self._inlines(node.children, bold=bold, italic=True)
            case "link":
                yield from self._link(node, bold=bold, italic=italic)
            case "place":
                yield from self._place(node)
            case "image":
                self._report("picture-not-alone", node, found=self._as_written(node))
            case "citation":
                yield from self._citation(node)
            case _:
                self._report("markdown-not-supported", node, found=self._as_written(node))

    def _as_written(self, node: SyntaxTreeNode) -> str:
        """Return the beginning of what the editor wrote; the parser's own word for it would tell her nothing."""
        if node.type == "image":
            return f"![{node.content}]({node.attrs.get('src', '')})"
        first = node.map[0] if node.map else 0
        words = next((line.strip() for line in self._source[first:] if line.strip(" `~")), node.content)
        return words if len(words) <= _LONGEST_CAPTION else words[:_LONGEST_CAPTION].rsplit(" ", 1)[0] + " …"

    def _check_signs(self, node: SyntaxTreeNode) -> None:
        for sign in dict.fromkeys(unknown_signs(node.content)):
            self._report("unknown-sign", node, sign, sign=sign, code=f"U+{ord(sign):04X}")

    def _link(self, node: SyntaxTreeNode, *, bold: bool, italic: bool) -> Iterator[doc.Inline]:
        words = self._inlines(node.children, bold=bold, italic=italic)
        written = str(node.attrs.get("href", ""))
        address = self.resolve(written)
        if address is None or not may_lead_to(address):
            yield from words
            return
        if address.startswith("#"):
            problem = self._problem("link-without-target", node, f"({written})", link=written)
            self.inner_links.append((address.removeprefix("#"), problem))
        yield doc.Link(address, words)

    def _place(self, node: SyntaxTreeNode) -> Iterator[doc.Inline]:
        if found := self.fields.get(node.content):
            yield doc.InlineField(found)
        else:
            close = get_close_matches(node.content, self.fields, n=1)
            rule = "unknown-field-suggestion" if close else "unknown-field"
            named = {"field": node.content, "suggestion": close[0] if close else ""}
            self._report(rule, node, str(node.meta["written"]), **named)

    def _citation(self, node: SyntaxTreeNode) -> Iterator[doc.Inline]:
        citation = Citation(key=str(node.meta["key"]), locator=str(node.meta["locator"]))
        yield doc.NoteRef(self.notes.cite(citation, self._language) or _NO_NOTE)

    def _report(self, rule: str, node: SyntaxTreeNode, written: str = "", **values: str) -> None:
        self.problems.append(self._problem(rule, node, written, **values))

    def _problem(self, rule: str, node: SyntaxTreeNode, written: str = "", **values: str) -> Problem:
        line, column = self._place_of(node, written)
        return Problem(self.path, self.line + line, column, "error", rule, tuple(values.items()))

    def _place_of(self, node: SyntaxTreeNode, written: str) -> tuple[int, int]:
        """Return line (from 0) and column (from 1) of a node, or of where it has the words `written`."""
        around = node
        while not around.is_root and around.map is None:
            around = around.parent or around
        first, end = around.map or (0, len(self._source))
        for number in range(first, end) if written else ():
            if (found := self._source[number].find(written)) >= 0:
                return number, found + 1
        return first, 1


_BLOCKS: Mapping[str, Callable[[Reader, SyntaxTreeNode], Iterator[doc.Block]]] = {
    "heading": Reader._heading,
    "paragraph": Reader._paragraph,
    "bullet_list": Reader._bullet_list,
    "ordered_list": Reader._ordered_list,
    "dl": Reader._definition_list,
    "table": Reader._table,
    "blockquote": Reader._blockquote,
    "box": Reader._box,
    "figure": Reader._figure,
    "hr": Reader._page_break,
}


def field_block(found: doc.Field) -> doc.Block:
    """Return a field as a block of its own; the label of a checkbox stands beside it."""
    if found.type == "checkbox":
        return doc.TickLine(found, (doc.Text(found.label),), language=found.language)
    return doc.FieldBlock(found)


def _caption(inlines: doc.Inlines) -> doc.FieldBlock | None:
    """Return "Navn: {{ navn }}" as a field under a caption; a long sentence keeps its field at its end."""
    match inlines:
        case (doc.Text(text=text) as words, doc.InlineField(field=found)):
            caption = text.rstrip().removesuffix(":")
            if caption != text.rstrip() and len(caption) <= _LONGEST_CAPTION and found.type != "checkbox":
                return doc.FieldBlock(found, (replace(words, text=caption),))
    return None


def _trimmed(inlines: doc.Inlines) -> doc.Inlines:
    """Return words without the line breaks and spaces at their ends: there stood a picture."""
    while inlines and _is_space(inlines[0]):
        inlines = inlines[1:]
    while inlines and _is_space(inlines[-1]):
        inlines = inlines[:-1]
    return inlines


def _is_space(inline: doc.Inline) -> bool:
    return isinstance(inline, doc.LineBreak) or (isinstance(inline, doc.Text) and not inline.text.strip())


def _is_place_or_space(inline: doc.Inline) -> bool:
    return isinstance(inline, doc.InlineField | doc.LineBreak) or (
        isinstance(inline, doc.Text) and not inline.text.strip()
    )


def _without_leading_space(inlines: doc.Inlines) -> doc.Inlines:
    if inlines and isinstance(first := inlines[0], doc.Text):
        return (replace(first, text=first.text.lstrip()), *inlines[1:])
    return inlines


def _joined(inlines: Iterator[doc.Inline]) -> list[doc.Inline]:
    """Join neighbouring texts of the same kind, and drop the space between a word and the number of its note."""
    joined: list[doc.Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        match last, inline:
            case doc.Text(), doc.Text() if (last.bold, last.italic) == (inline.bold, inline.italic):
                joined[-1] = replace(last, text=last.text + inline.text)
            case doc.Text(), doc.NoteRef(number=number):
                joined[-1:] = [replace(last, text=last.text.rstrip()), *([] if number == _NO_NOTE else [inline])]
            case _, doc.NoteRef(number=number) if number == _NO_NOTE:
                continue
            case _, doc.Text(text=""):
                continue
            case _:
                joined.append(inline)
    return joined
