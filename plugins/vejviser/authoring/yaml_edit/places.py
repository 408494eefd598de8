"""Where a part of a YAML file begins and ends, to the letter: a parser's end of a part is where the next one begins."""

from typing import Any

import yaml

Node = Any


def is_block(node: Node) -> bool:
    """Return whether a mapping or a list is written one entry a line, without braces and brackets."""
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def is_empty(node: Node) -> bool:
    """Return whether nothing stands there yet: no value, null, [] or {}."""
    if isinstance(node, yaml.CollectionNode):
        return not node.value
    return bool(node.tag.endswith(":null"))


def start(node: Node) -> int:
    """Return where a value begins."""
    return int(node.start_mark.index)


def end(text: str, node: Node) -> int:
    """Return where the last letter of a value has been passed; remarks and blank lines after it are not its."""
    leaf = _last(node)
    index = int(leaf.end_mark.index)
    if getattr(leaf, "style", None) not in ("|", ">") or keeps_blank_lines(text, leaf):
        return index
    while index and text[index - 1] == "\n" and text[line_start(text, index - 1) : index].strip("\r\n") == "":
        index = line_start(text, index - 1)
    return index - len("\r\n") if text[:index].endswith("\r\n") else index - text[:index].endswith("\n")


def keeps_blank_lines(text: str, node: Node) -> bool:
    """Return whether the blank lines below a value are its: it ends with a text that begins with |+ or >+."""
    leaf = _last(node)
    head = text[start(leaf) : line_end(text, start(leaf))].partition("#")[0]
    return getattr(leaf, "style", None) in ("|", ">") and "+" in head


def heading_remark(text: str, node: Node) -> str:
    """Return the remark behind the | or > that a text of several lines begins with, with the blanks before it."""
    if getattr(node, "style", None) not in ("|", ">"):
        return ""
    head = text[start(node) : line_end(text, start(node))].rstrip("\r\n")
    blanks, mark, remark = head.partition("#")
    return blanks[len(blanks.rstrip(" ")) :] + mark + remark if mark else ""


def below(text: str, node: Node, column: int) -> int:
    """Return where the line after a value begins; remarks right below it, farther right than `column`, are its."""
    index = end(text, node)
    at_start = index > 0 and text[index - 1] == "\n" and index > start(_last(node))
    index = index if at_start else line_end(text, index)
    while index < len(text):
        line = text[index : line_end(text, index)]
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) <= column:
            return index
        index = line_end(text, index)
    return index


def column_of(text: str, index: int) -> int:
    """Return how many letters stand before a place on its line."""
    return index - line_start(text, index)


def line_start(text: str, index: int) -> int:
    """Return where the line of a place begins."""
    return text.rfind("\n", 0, index) + 1


def line_end(text: str, index: int) -> int:
    """Return where the line after a place begins, or the end of the text."""
    return text.find("\n", index) + 1 or len(text)


def newline(text: str, index: int) -> str:
    """Return how the line before a place ends, or else the first line of the text."""
    last = text.rfind("\n", 0, index)
    last = text.find("\n") if last < 0 else last
    return "\r\n" if last > 0 and text[last - 1] == "\r" else "\n"


def _last(node: Node) -> Node:
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        node = node.value[-1]
        node = node[1] if isinstance(node, tuple) else node
    return node
