"""Signs from other programs that our reader of Markdown does not know: every one is told, with what to write instead.

What may be written is the list in `vejviser.content.markdown.additions`. What is told here would be shown to readers
letter by letter, or silently lose a word.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from markdown_it.rules_block.table import escapedSplit
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.attrs.parse import ParseError, parse

from vejviser.base.memo import answers_once
from vejviser.base.problems import Problem
from vejviser.check.allowed_markup import labours
from vejviser.check.habit_patterns import LINES, REPEATED, SIGNS, WORDS
from vejviser.check.literal_markdown import shown_as_written
from vejviser.content.markdown.reader import line_of, offset_of, tree
from vejviser.content.model.allow_list import may_lead_to
from vejviser.content.model.fenced_code import without_code
from vejviser.content.model.portal import Portal
from vejviser.content.text_walker import Passage, passages

_LONGEST = 60
_DEEPEST = 5
_MOVED_IN = re.compile(r"(?:[ ]{4}|[ ]{0,3}\t)\s*(?:[-+*>]|\d{1,3}[.)]|#{2,6}|!!!|```)[ \t]+\S")
"""A line that would begin a block if it were not moved so far in, right under words."""
_RULE_OF_TABLE = re.compile(r"[ ]*:?-{2,}:?[ ]*")
_STAR = re.compile(r"\*(?=[^\W\d_])[^*]*$")
_BARE_NUMBER = re.compile(r"(?P<number>\d{1,2})[ ]+(?=[^\W\d_])")
_NOTE = re.compile(r"[ >]*\[(?P<name>[^\]]+)\]:")
_IN_CURLY = re.compile(r"\{[^{}]*\}[ #]*$")
_CLOSING_SIGNS = re.compile(r"[ ]#+$")
_ONLY_A_NAME = re.compile(r"\{:?[ ]*#[\w-]+[ ]*\}[ #]*")


@dataclass(frozen=True, slots=True)
class _Finding:
    """What breaks a rule, and the line of the text, from 0, on which it stands."""

    rule: str
    line: int
    words: str = ""


def problems(portal: Portal) -> Iterator[Problem]:
    """Yield every sign that readers would see, or that would swallow something of theirs."""
    for passage in passages(portal):
        if worth_reading(passage, SIGNS):
            for habit in _habits(passage.text):
                offset = offset_of(passage.text, habit.line, habit.words)
                yield passage.problem("error", habit.rule, offset, found=_short(habit.words))


def worth_reading(passage: Passage, signs: re.Pattern[str]) -> bool:
    """Return whether a text holds signs that matter, is read as Markdown at all, and is not too much for a reader."""
    text = passage.text
    return bool(signs.search(text)) and not shown_as_written(passage) and not any(labours(text))


@answers_once
def _habits(text: str) -> tuple[_Finding, ...]:
    lines = text.split("\n")
    found = (item for node in tree(text).walk() for item in _KINDS.get(node.type, _nothing)(node, lines))
    return tuple(dict.fromkeys([*_notes(text), *found]))


def _notes(text: str) -> Iterator[_Finding]:
    """Look for lines that CommonMark takes for the address of a link, "[siden]: https://…", and so shows to nobody."""
    plain = without_code(text)
    for number, line in enumerate(plain.split("\n")):
        if not (match := _NOTE.match(line)):
            continue
        if match["name"].startswith("^"):
            yield _Finding("no-footnotes", number, f"[{match['name']}]")
        elif plain.casefold().count(f"[{match['name']}]".casefold()) == 1 and not _is_shown(text, number):
            yield _Finding("reference-unused", number, line.strip())


def _is_shown(text: str, line: int) -> bool:
    maps = (item.map for item in tree(text).walk(include_self=False) if item.type == "inline" and item.map)
    return any(first <= line < end for first, end in maps)


def _nothing(_node: SyntaxTreeNode, _lines: list[str]) -> Iterator[_Finding]:
    return iter(())


def _in_words(node: SyntaxTreeNode, _lines: list[str]) -> Iterator[_Finding]:
    """Look at the words of a paragraph, a heading, a cell or a title."""
    first, written = node.map[0] if node.map else 0, node.content.split("\n")
    parent = node.parent.type if node.parent else ""
    if parent in ("paragraph", "dt"):
        yield from _in_beginnings(first, written)
    yield from _between_words(node, first, written)
    for link in node.walk():
        if link.type == "link" and not (any(map(_is_seen, link.children)) and link.attrs.get("href")):
            yield _Finding("link-empty", *_where("](", first, written))


def _in_beginnings(first: int, written: list[str]) -> Iterator[_Finding]:
    """Look at how the lines of a paragraph begin."""
    begins = list(enumerate(map(str.strip, written), first))
    moved = {number for number, line in enumerate(written, first) if number > first and _MOVED_IN.match(line)}
    for number, line in begins:
        if number in moved:
            yield _Finding("moved-in", number, line)
        if _is_swallowed(line):
            yield _Finding("attribute-in-markdown", number, line)
    yield from _lone_star(begins)
    yield from _bare_numbers(begins)
    told = set()
    for rule, pattern in (*LINES.items(), *REPEATED.items()):
        matching = [(number, line) for number, line in begins if pattern.match(line)]
        enough = 1 if pattern is LINES.get(rule) else 2
        if len(matching) >= enough and rule not in told and not (rule == "list-run-on" and "number-space" in told):
            told.add(rule)
            yield _Finding(rule, *matching[0])


def _lone_star(begins: list[tuple[int, str]]) -> Iterator[_Finding]:
    """Look for one point alone without the space after its star; a star that refers to another is meant."""
    number, line = begins[0]
    if _STAR.match(line) and sum(text.count("*") for _, text in begins) == 1:
        yield _Finding("bullet-sign", number, line)


def _bare_numbers(begins: list[tuple[int, str]]) -> Iterator[_Finding]:
    """Look for "1 Ring" with "2 Skriv" below it."""
    counted = [match and int(match["number"]) for _, line in begins for match in [_BARE_NUMBER.match(line)]]
    if counted[:2] == [1, 2]:
        yield _Finding("number-sign", *begins[0])


def _is_swallowed(line: str) -> bool:
    """Return whether a page takes a whole line for the attributes of what follows."""
    if not (line.startswith("{") and line.endswith("}")):
        return False
    try:
        parse(line)
    except ParseError:
        return False
    return True


def _is_seen(node: SyntaxTreeNode) -> bool:
    return bool(node.children or node.content.strip() or node.type == "image")


def _between_words(node: SyntaxTreeNode, first: int, written: list[str]) -> Iterator[_Finding]:
    """Look for signs that are left in the words; those with a backslash before them are meant."""
    shown = "".join(_leaf_text(item) for item in node.walk() if item is not node and not item.children)
    broken = set()
    for rule, pattern in WORDS.items():
        for match in pattern.finditer(shown):
            words = max(match[0].split("\0"), key=len)
            number, line = _where(words, first, written)
            meant = words not in line or f"\\{words[0]}" in line
            if meant or number in broken or _reported_as_address(match.groupdict().get("address")):
                continue
            yield _Finding(rule, number, words)
            if rule == "link-broken":
                broken.add(number)  # a part of what is no link looks like another one
    if shown.count("[") != shown.count("]") and "\\[" not in node.content and "\\]" not in node.content:
        yield _Finding("bracket-left", *_where("[" if "[" in shown else "]", first, written))


def _leaf_text(node: SyntaxTreeNode) -> str:
    """Return the words of a leaf, with a sign before them when they stand right after something else.

    Such as a link.
    """
    if node.type == "softbreak":
        return "\n"
    after = node.previous_sibling
    return ("\0" if after and after.type != "text" else "") + ("" if node.type == "code_inline" else node.content)


def _reported_as_address(address: str | None) -> bool:
    """Return whether `vejviser.check.allowed_markup` tells of an address already."""
    return address is not None and address.isprintable() and not may_lead_to(address)


def _where(words: str, first: int, written: list[str]) -> tuple[int, str]:
    return next(((number, line) for number, line in enumerate(written, first) if words in line), (first, written[0]))


def _in_heading(node: SyntaxTreeNode, lines: list[str]) -> Iterator[_Finding]:
    if int(node.tag[1]) > _DEEPEST:
        yield _Finding("heading-too-deep", line_of(node), lines[line_of(node)].strip())
    if not node.children[0].content:
        yield _Finding("heading-empty", line_of(node), lines[line_of(node)].strip())
    name = _IN_CURLY.search(lines[line_of(node)])
    if name and not _ONLY_A_NAME.fullmatch(name[0]):
        yield _Finding("attribute-in-markdown", line_of(node), name[0])
    elif _CLOSING_SIGNS.search(node.children[0].content):
        yield _Finding("heading-closed", line_of(node), lines[line_of(node)].strip())


def _in_line(node: SyntaxTreeNode, lines: list[str]) -> Iterator[_Finding]:
    """Look for a line right under words: elsewhere it makes a heading of them."""
    before = node.previous_sibling
    if before and before.type == "paragraph" and before.map and before.map[1] == line_of(node):
        yield _Finding("heading-underlined", line_of(node), lines[line_of(node)].strip())


def _in_box(node: SyntaxTreeNode, lines: list[str]) -> Iterator[_Finding]:
    opening = lines[line_of(node)].strip()
    titles = [child for child in node.children if child.type == "box_title"]
    if not titles:
        yield _Finding("box-title-missing", line_of(node), opening)
    if re.search(r"[\"“”„][^\"“”„]+$|\s[^\"“”„]+[\"“”„]$", opening) and sum(map(opening.count, '"“”„')) == 1:
        yield _Finding("box-signs", line_of(node), opening)
    if len(titles) == len(node.children):
        first = line_of(node) + 1
        below = first < len(lines) and bool(lines[first].strip())
        yield _Finding("box-empty", first if below else line_of(node), opening)
    if any(item.type in ("link", "image", "citation", "place") for title in titles for item in title.walk()):
        yield _Finding("box-title-plain", line_of(node), opening)


def _in_list(node: SyntaxTreeNode, lines: list[str]) -> Iterator[_Finding]:
    """Look for a list right under a line of text: other programs that read the file make one paragraph of both."""
    if node.markup == ")":
        yield _Finding("number-sign", line_of(node), lines[line_of(node)].strip())
    elif len(node.children) > 1 and _right_under_words(node):
        yield _Finding("blank-line-missing", line_of(node), lines[line_of(node)].strip())


def _right_under_words(node: SyntaxTreeNode) -> bool:
    before = node.previous_sibling
    inside = node.parent is not None and node.parent.type == "list_item"
    return bool(not inside and before and before.type == "paragraph" and before.map and before.map[1] == line_of(node))


def _in_table(node: SyntaxTreeNode, lines: list[str]) -> Iterator[_Finding]:
    if _right_under_words(node):
        yield _Finding("blank-line-missing", line_of(node), lines[line_of(node)].strip())
    head, *rows = [row for part in node.children for row in part.children]
    for row in rows:
        written = lines[line_of(row)].lstrip("> \t").rstrip()
        cells = escapedSplit(written.removeprefix("|").removesuffix("|"))
        if all(map(_RULE_OF_TABLE.fullmatch, cells)):
            yield _Finding("table-swallows", line_of(row) - 1, lines[line_of(row) - 1].strip())
        elif "|" not in written:
            yield _Finding("table-swallows", line_of(row), written)
        elif len(cells) > len(head.children):
            yield _Finding("table-cells", line_of(row), written)


def _in_definition(node: SyntaxTreeNode, lines: list[str]) -> Iterator[_Finding]:
    written = lines[line_of(node)].strip()
    if written.startswith("~"):
        yield _Finding("definition-sign", line_of(node), written)


def _in_fence(node: SyntaxTreeNode, lines: list[str]) -> Iterator[_Finding]:
    if node.markup.startswith("~"):
        yield _Finding("fence-tildes", line_of(node), lines[line_of(node)].strip())


_KINDS: Mapping[str, Callable[[SyntaxTreeNode, list[str]], Iterator[_Finding]]] = {
    "inline": _in_words,
    "heading": _in_heading,
    "hr": _in_line,
    "box": _in_box,
    "table": _in_table,
    "bullet_list": _in_list,
    "ordered_list": _in_list,
    "dd": _in_definition,
    "fence": _in_fence,
}


def _short(found: str) -> str:
    return found if len(found) <= _LONGEST else found[: _LONGEST - 1] + "…"
