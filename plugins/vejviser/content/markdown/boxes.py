"""Boxes: `!!! tip "Title"`, and below it the text, moved in by four signs (or one tabulator)."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from vejviser.content.languages import direction, main_language

KINDS = ("example", "tip", "note", "warning", "danger", "slide")
"""The boxes that pages and documents know how to show."""
ORIGINAL = "original"
"""A box that nobody writes: in it stands, without a frame, a passage of the original in the place of a translation."""
INDENT = 4
OPENING = re.compile(r"!!!\+?[ \t]*(?P<kind>[\w-]+)(?:[ \t]+(?P<title>.*?))?[ \t]*$")
"""The first line of a box."""
_QUOTED = re.compile(r"""(?P<open>["“”„»«'‘’‚])(?P<words>.*)["“”„»«'‘’‚]""")
"""Any quotation marks will do: Word and phones write them in their own way."""


def title_of(written: str) -> str:
    """Return the title without its quotation marks."""
    found = _QUOTED.fullmatch(written)
    return (found["words"] if found else written).strip()


def box_plugin(reader: MarkdownIt) -> None:
    """Let a reader know boxes."""
    reader.block.ruler.before("fence", "box", _box, {"alt": ["paragraph", "reference", "blockquote", "list"]})


def _box(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    opening = OPENING.match(state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]])
    if opening is None:
        return False
    if silent:
        return True
    indent = state.sCount[start] + INDENT
    stop = start + 1
    while stop < end and (state.isEmpty(stop) or state.sCount[stop] >= indent):
        stop += 1
    while state.isEmpty(stop - 1):
        stop -= 1
    _open(state, opening["kind"].lower(), title_of(opening["title"] or ""), start, stop)
    before = state.parentType, state.lineMax, state.blkIndent
    state.parentType, state.lineMax, state.blkIndent = "box", stop, indent
    state.md.block.tokenize(state, start + 1, stop)
    state.parentType, state.lineMax, state.blkIndent = before
    state.push("box_close", "div", -1).block = True
    state.line = stop
    return True


def _open(state: StateBlock, kind: str, title: str, start: int, stop: int) -> None:
    token = state.push("box_open", "div", 1)
    token.attrs = {"class": f"admonition {kind}"}
    if kind == ORIGINAL:
        token.attrs = {"class": kind, "lang": main_language(), "dir": direction(main_language())}
    token.block, token.map, token.info = True, [start, stop], kind
    if not title:
        return
    token = state.push("box_title_open", "p", 1)
    token.attrs = {"class": "admonition-title"}
    token.block, token.map = True, [start, start + 1]
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = title, [start, start + 1], []
    state.push("box_title_close", "p", -1).block = True
