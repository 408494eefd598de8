"""A stylesheet that was written for some pages, made such that it reaches no others, although all pages have it.

Each selector asks, at its beginning, for a page that has said it wants the sheet. `:where` counts for nothing, so no
rule gets stronger than it was.

Pure: text in, text out.
"""

from collections.abc import Iterable, Iterator

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

from vejviser.base.memo import answers_once

_INSIDE = ("media", "supports", "container", "layer")
"""What holds rules; all other at-rules are about no element."""
_COMBINATORS = frozenset(">+~")


def page_class(sheet: str) -> str:
    """Return the class of the root element of pages that want a sheet."""
    return f"with-{sheet.replace('_', '-')}"


@answers_once
def limited(css: str, sheet: str) -> str:
    """Return the stylesheet `sheet` with rules only for pages that want it, without comments."""
    own = f".{page_class(sheet)}"
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "".join(_rules(rules, f":where({own},{own} *)"))


def _rules(rules: Iterable[Node], wanted: str) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = ",".join(_selector(part, wanted) for part in _parts(rule.prelude))
            yield f"{selectors}{{{tinycss2.serialize(rule.content).strip()}}}\n"
        elif isinstance(rule, AtRule) and rule.content is not None and rule.lower_at_keyword in _INSIDE:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{\n{''.join(_rules(inner, wanted))}}}\n"
        else:
            yield f"{rule.serialize()}\n"


def _parts(prelude: Iterable[Node]) -> Iterator[list[Node]]:
    """Yield the selectors of a list of them."""
    part: list[Node] = []
    for node in prelude:
        if node.type == "literal" and node.value == ",":
            yield part
            part = []
        elif node.type != "comment":
            part.append(node)
    yield part


def _selector(nodes: list[Node], wanted: str) -> str:
    """Return a selector whose first compound asks for a page that wants the sheet, too."""
    while nodes and nodes[0].type == "whitespace":
        nodes = nodes[1:]
    end = next((place for place, _ in enumerate(nodes) if _ends(nodes, place)), len(nodes))
    return f"{tinycss2.serialize(nodes[:end])}{wanted}{tinycss2.serialize(nodes[end:])}".strip()


def _ends(nodes: list[Node], place: int) -> bool:
    """Return whether the first compound ends before a node: at a combinator, or at a pseudo-element."""
    node, after = nodes[place], nodes[place + 1 : place + 2]
    if node.type == "whitespace":
        return True
    if node.type != "literal":
        return False
    return node.value in _COMBINATORS or (node.value == ":" and bool(after) and getattr(after[0], "value", "") == ":")
