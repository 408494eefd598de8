"""Lines that become a list or a quotation though nobody meant it, and lose a sign: "22. november", "- 5", "> 18"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel.dates import get_month_names
from markdown_it.tree import SyntaxTreeNode

from vejviser.base.memo import answers_once
from vejviser.base.problems import Problem
from vejviser.check.habits import worth_reading
from vejviser.content.languages import Language, main_language
from vejviser.content.markdown.reader import line_of, offset_of, tree
from vejviser.content.model.portal import Portal
from vejviser.content.text_walker import passages

_BEGINNINGS = re.compile(r"^[ \t>]*(?:[-+*]|\d{1,9}[.)]|>)[ \t]*\S", re.MULTILINE)
_FIGURE = re.compile(r"[<>=±~]?[ ]?\d")


@dataclass(frozen=True, slots=True)
class _Accident:
    """A line that begins something by accident: the sign it begins with, and how it is written to stay words."""

    rule: str
    line: int
    sign: str
    cure: str


def problems(portal: Portal) -> Iterator[Problem]:
    """Yield a warning for every line that probably should not begin a list or a quotation."""
    for passage in passages(portal):
        if worth_reading(passage, _BEGINNINGS):
            for accident in _accidents(passage.text, passage.language):
                offset = offset_of(passage.text, accident.line, accident.sign)
                yield passage.problem("warning", accident.rule, offset, found=accident.sign, cure=accident.cure)


@answers_once
def _accidents(text: str, language: Language) -> tuple[_Accident, ...]:
    return tuple(item for node in tree(text).walk() for item in _in_node(node, language))


def _in_node(node: SyntaxTreeNode, language: Language) -> Iterator[_Accident]:
    match node.type:
        case "ordered_list":
            yield from _numbers(node, language)
        case "bullet_list" if len(node.children) == 1 and _is_no_bullet(node):
            sign = node.markup
            yield _Accident("bullet-by-accident", line_of(node), sign, f"\\{sign}")
        case "blockquote" if _FIGURE.match(_first_words(node)):
            yield _Accident("quote-by-accident", line_of(node), ">", "\\>")


def _numbers(node: SyntaxTreeNode, language: Language) -> Iterator[_Accident]:
    first = _written(node.children[0])
    alone = len(node.children) == 1
    meant = not (alone and _interrupts(node)) if first == 1 else not alone or _goes_on(node, first)
    for number, item in enumerate(node.children, first):
        sign, written = f"{item.info}{node.markup}", _written(item)
        if _begins_with_month(_first_words(item), language) or (item is node.children[0] and not meant):
            yield _Accident("list-by-accident", line_of(item), sign, f"{item.info}\\{node.markup}")
        elif written not in (number, first):
            yield _Accident("number-not-shown", line_of(item), sign, f"{number}{node.markup}")


def _written(item: SyntaxTreeNode) -> int:
    return int(item.info or 1)


def _goes_on(node: SyntaxTreeNode, first: int) -> bool:
    """Return whether an earlier list beside this one ended just below its number."""
    before = node.previous_sibling
    while before:
        if before.type == "ordered_list":
            return _written(before.children[0]) + len(before.children) == first
        before = before.previous_sibling
    return False


def _interrupts(node: SyntaxTreeNode) -> bool:
    """Return whether the list stands right under words that do not lead on to it."""
    before = node.previous_sibling
    if (
        (node.parent and node.parent.type == "list_item")
        or before is None
        or before.type != "paragraph"
        or before.map is None
        or before.map[1] != line_of(node)
    ):
        return False
    return not _first_words(before).rstrip("*_ ").endswith(":")


def _is_no_bullet(node: SyntaxTreeNode) -> bool:
    return bool(_FIGURE.match(_first_words(node))) or _interrupts(node)


@cache
def _months(language: Language) -> re.Pattern[str]:
    names = {
        name.rstrip(".").casefold()
        for spoken in (language, main_language())
        for width in ("wide", "abbreviated")
        for name in get_month_names(width, "format", spoken).values()
    }
    return re.compile(rf"(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})\b")


def _begins_with_month(words: str, language: Language) -> bool:
    return bool(_months(language).match(words.casefold()))


def _first_words(node: SyntaxTreeNode) -> str:
    """Return the first words in a node."""
    return next((item.content for item in node.walk() if item.type == "inline"), "")
