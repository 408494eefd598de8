"""A text as passages, each in one line, to be compared with another: no typeface, no links, no notes."""

from collections.abc import Callable, Iterator

from markdown_it.tree import SyntaxTreeNode

from vejviser.content.comparison import Passage
from vejviser.content.markdown.reader import tree

_FORMS = {"list_item": "item", "blockquote": "quote", "dd": "item"}
"""What the paragraphs in a block are called."""
_CELLS = " · "
"""Between the cells of a row."""


def passages(markdown: str, field: Callable[[str], str]) -> Iterator[Passage]:
    """Yield the passages of a text: its headings, paragraphs, items, rows and titles.

    `field` gives the words that stand in a field's place, by its id.
    """
    yield from _passages(tree(markdown).children, "paragraph", field)


def _passages(nodes: list[SyntaxTreeNode], form: str, field: Callable[[str], str]) -> Iterator[Passage]:
    for node in nodes:
        match node.type:
            case "paragraph":
                yield from _passage(form, _words(node, field))
            case "heading":
                yield from _passage("heading", _words(node, field))
            case "box_title" | "dt":
                yield from _passage("title", _words(node, field))
            case "tr":
                cells = [" ".join(_words(cell, field).split()) for cell in node.children]
                yield from _passage("row", _CELLS.join(cell or "–" for cell in cells))
            case "figure":
                yield from _passage(form, " ".join(_words(part, field) for part in node.children))
            case "fence" | "code_block":
                yield from _passage(form, node.content)
            case _:
                yield from _passages(node.children, _FORMS.get(node.type, form), field)


def _passage(form: str, words: str) -> Iterator[Passage]:
    if line := " ".join(words.split()):
        yield Passage(form, line)


def _words(node: SyntaxTreeNode, field: Callable[[str], str]) -> str:
    """Return the words of a node and all that stands in it."""
    match node.type:
        case "text" | "code_inline":
            return node.content
        case "softbreak" | "hardbreak":
            return " "
        case "place":
            return f"[{field(node.content)}]"
        case "image":
            return f"[{node.content}]"
        case _:
            words = ""
            for child in node.children:
                words = words.rstrip() if child.type == "citation" else words + _words(child, field)
            return words
