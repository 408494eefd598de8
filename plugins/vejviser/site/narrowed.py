"""Our stylesheets, written for whole pages of our own, made such that they reach only our text in another's page."""

import re
from collections.abc import Iterable, Iterator

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

TEXT = ".vejviser"
"""The element around our text."""
_STRONG = TEXT * 3
"""Counts for more than the strongest that Material says of lists and tables: `[dir=ltr] .md-typeset ul li ul`."""
_SCALE = 0.8
"""Material's `rem` is 20 pixels, and its running text 0.8 of it."""
_REM = re.compile(r"(?<![\w.#])(\d*\.?\d+)rem\b")
_DIRECTION = re.compile(r'(\[dir="(?:rtl|ltr)"\])(?: (.+))?$', re.DOTALL)
_SCRIPTED = re.compile(r"(\.(?:no-)?js) (.+)$", re.DOTALL)
_WHOLE_PAGE = re.compile(r":root|html\b|body\b|main\b")
_NAMED = re.compile(r"[.\[](?!prose\b)")
_LEFT_OUT = re.compile(r"prefers-color-scheme|min-width:\s*(?:[6-9]\d|\d{3})")
"""Dark or light is the site's choice; beside its menu there is no room for the two columns of our wide pages."""


def narrowed(css: str) -> str:
    """Return a stylesheet with only the rules about parts of our text, each said of those parts inside `TEXT`.

    What is said of bare elements is left out: headings, paragraphs and links look as everywhere on the site.
    """
    return "".join(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


def _rules(rules: Iterable[Node]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            if selectors := list(_selectors(rule.prelude)):
                yield f"{', '.join(selectors)} {{{_declarations(rule.content)}}}\n"
        elif isinstance(rule, AtRule) and rule.content is not None and rule.lower_at_keyword in {"media", "supports"}:
            condition = tinycss2.serialize(rule.prelude).strip()
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            kept = "" if _LEFT_OUT.search(condition) else "".join(_rules(inner))
            if kept:
                yield f"@{rule.lower_at_keyword} {condition} {{\n{kept}}}\n"


def _selectors(prelude: list[Node]) -> Iterator[str]:
    part: list[Node] = []
    for node in [*prelude, tinycss2.ast.LiteralToken(0, 0, ",")]:
        if node.type == "literal" and node.value == ",":
            if found := _narrow_selector(tinycss2.serialize(part).strip()):
                yield found
            part = []
        elif node.type != "comment":
            part.append(node)


def _narrow_selector(selector: str) -> str | None:
    if selector == ":root":
        return TEXT
    if found := _DIRECTION.match(selector):
        if not found[2]:
            return TEXT + found[1]
        return f"{_STRONG}{found[1]} {found[2]}" if _NAMED.search(found[2]) else None
    if found := _SCRIPTED.match(selector):
        return f"{found[1]} {_STRONG} {found[2]}"
    if _WHOLE_PAGE.match(selector) or not _NAMED.search(selector):
        return None
    return f"{_STRONG} {selector}"


def _declarations(content: list[Node]) -> str:
    text = tinycss2.serialize([item for item in content if item.type != "comment"])
    shorter = _REM.sub(lambda item: f"{float(item[1]) * _SCALE:.4g}rem", text)
    return " ".join(shorter.split())
