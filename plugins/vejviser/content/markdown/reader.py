"""Markdown to tokens: the one reader, and its tokens as a tree."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.list import list_block
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin

from vejviser.content.markdown.additions import ADDITIONS, LEFT_OUT

_CODE_INDENT = 4
"""How far in CommonMark takes text for code."""
_PATH_BREAK = re.compile(r"(?<=/)(?=\w)|(?<=\w)(?=\.\w)")
"""Where a path may go on in the next line: after a stroke, and before the ending of a name."""


def new_reader(*, html: bool = False) -> MarkdownIt:
    """Make a reader; with `html` it reads HTML too."""
    reader = MarkdownIt("commonmark", {"html": html}).disable(list(LEFT_OUT))
    reader.block.ruler.at("list", _list, {"alt": ["paragraph", "reference", "blockquote"]})
    for teach in ADDITIONS.values():
        teach(reader)
    return reader


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a list. Moved in by four signs it is no code, as in CommonMark, and its items stand under each other."""
    before, indent = state.blkIndent, state.sCount[start]
    if silent or indent - before < _CODE_INDENT:
        return list_block(state, start, end, silent)
    state.blkIndent = indent
    found = list_block(state, start, end, silent)
    state.blkIndent = before
    return found


@cache
def text_reader() -> MarkdownIt:
    """Return the reader of editors' texts."""
    return new_reader()


@cache
def page_reader() -> MarkdownIt:
    """Return the reader of composed pages: the same, and what our own templates need, which is HTML and attributes."""
    reader = new_reader(html=True)
    attrs_plugin(reader, after=("link_close",))
    attrs_block_plugin(reader)
    reader.add_render_rule("code_inline", _code)
    return reader


def _code(_renderer: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType) -> str:
    """Show code in a line; on a narrow screen a path is parted between its folders, and no word inside it is."""
    return f"<code>{_PATH_BREAK.sub('<wbr>', str(escapeHtml(tokens[index].content)))}</code>"


@lru_cache(maxsize=4096)
def tree(markdown: str) -> SyntaxTreeNode:
    """Return an editor's text as a tree of its tokens. It is kept, for several ask for it: nobody may change it."""
    return SyntaxTreeNode(text_reader().parse(markdown))


def inline_tree(markdown: str) -> SyntaxTreeNode:
    """Return the words of a text without blocks, such as the text of a checklist's item, as a tree."""
    (inline,) = SyntaxTreeNode(text_reader().parseInline(markdown)).children
    return inline


def lowered(markdown: str) -> str:
    """Return a text whose headings are all one level lower."""
    lines = markdown.split("\n")
    for node in tree(markdown).walk():
        if node.type == "heading":
            lines[line_of(node)] = lines[line_of(node)].replace("#", "##", 1)
    return "\n".join(lines)


def line_of(node: SyntaxTreeNode) -> int:
    """Return the line of the text, from 0, on which a block begins."""
    return node.map[0] if node.map else 0


def offset_of(text: str, line: int, words: str) -> int:
    """Return where `words` stand in the line of a text, or where the line begins when they do not."""
    lines = text.split("\n")
    start = sum(len(item) + 1 for item in lines[:line])
    return start + max(0, lines[line].find(words)) if line < len(lines) else len(text)
