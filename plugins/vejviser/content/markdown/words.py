"""Markdown to plain words, for where no markup can stand."""

import re

from vejviser.content.markdown.reader import tree


def plain_words(markdown: str) -> str:
    """Return a text without citations, links, emphasis and line breaks; numbers of lists stay."""
    pieces = []
    for node in tree(markdown).walk(include_self=False):
        if node.type in ("text", "code_inline"):
            pieces.append(node.content)
        elif node.type == "list_item" and node.info:
            pieces.append(f" {node.info}{node.markup} ")
        elif node.block or node.type in ("softbreak", "hardbreak"):
            pieces.append(" ")
    return re.sub(r"\s+([.,;:])", r"\1", " ".join("".join(pieces).split()))
