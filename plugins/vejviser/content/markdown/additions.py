"""What may be written: the parts of CommonMark in use, the additions to it, and what is left out of it.

The editors' handbook shows every one of these by its name (data/ui/markdown/), and nothing else may be written.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.deflist import deflist_plugin

from vejviser.content.markdown.boxes import box_plugin
from vejviser.content.markdown.headings import named

CITATION = re.compile(r"\[@(?P<key>[a-z0-9-]+)(?:,\s*(?P<locator>[^\]\s][^\]]*))?\]")
"""A citation in running text: [@als-2023] or [@als-2023, afsnit 3.2]."""
PLACE = re.compile(r"\{\{\s*(?P<id>[^{}\n]*?)\s*\}\}")
"""A place for a field: {{ municipality-name }}."""
AUTOLINK = re.compile(r"<(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@:/]+@[\w.-]+)>")
"""An address that is its own words: <https://example.org>."""
_ALIGNED = re.compile(r"text-align:(left|right|center)")


def fields_placed(markdown: str) -> frozenset[str]:
    """Return the ids of the fields that a text has places for."""
    return frozenset(match["id"] for match in PLACE.finditer(markdown))


def _table_plugin(reader: MarkdownIt) -> None:
    """Read tables; how a column is aligned stands in a class, for a style would break the page's policy."""
    reader.enable("table")
    reader.core.ruler.after("block", "table_alignment", _aligned)


def _aligned(state: StateCore) -> None:
    for token in state.tokens:
        if token.type in ("th_open", "td_open") and (found := _ALIGNED.fullmatch(str(token.attrs.pop("style", "")))):
            token.attrs["class"] = f"align-{found[1]}"


def _heading_name_plugin(reader: MarkdownIt) -> None:
    reader.core.ruler.after("block", "heading_name", _heading_names)


def _heading_names(state: StateCore) -> None:
    """Take the name in curly brackets off every heading: `## Words {#name}`."""
    for opening, inline in pairwise(state.tokens):
        if opening.type == "heading_open":
            inline.content, name, _ = named(inline.content)
            if name:
                opening.attrs["id"] = name


def _special(state: StateInline, silent: bool, kind: str, pattern: re.Pattern[str]) -> bool:
    match = pattern.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push(kind, "", 0)
        token.meta = {name: text or "" for name, text in match.groupdict().items()} | {"written": match[0]}
        token.content = token.meta.get("id", "")
    state.pos = match.end()
    return True


def _special_plugin(reader: MarkdownIt, kind: str, pattern: re.Pattern[str]) -> None:
    reader.inline.ruler.before("link", kind, partial(_special, kind=kind, pattern=pattern))
    reader.add_render_rule(kind, _as_written)


def _as_written(
    _renderer: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType
) -> str:
    """Show a citation or a place for a field as it was written: who shows it otherwise has replaced it before."""
    return str(escapeHtml(tokens[index].meta["written"]))


def _caption_plugin(reader: MarkdownIt) -> None:
    reader.core.ruler.after("inline", "caption", _captions)


def _captions(state: StateCore) -> None:
    """Make a figure of every picture that stands alone and says what is to stand below it: ![Words](file "Caption")."""
    found: list[Token] = []
    for token in state.tokens:
        found.append(token)
        if token.type == "paragraph_close" and (picture := _alone(found[-2])) and "title" in picture.attrs:
            opening, inline = found[-3:-1]
            caption = str(picture.attrs.pop("title"))
            opening.type, opening.tag, opening.hidden = "figure_open", "figure", False
            token.type, token.tag, token.hidden = "figure_close", "figure", False
            below = Token("figcaption_open", "figcaption", 1, map=opening.map, block=True)
            words = Token("inline", "", 0, content=caption, map=opening.map, level=inline.level, block=True)
            words.children = state.md.parseInline(caption, state.env)[0].children
            found[-1:] = [below, words, Token("figcaption_close", "figcaption", -1, block=True), token]
    state.tokens[:] = found


def _alone(inline: Token) -> Token | None:
    """Return the picture that is all there is in a paragraph."""
    (picture, *others) = inline.children or [inline]
    return picture if picture.type == "image" and not others else None


ADDITIONS: Mapping[str, Callable[[MarkdownIt], None]] = {
    "table": _table_plugin,
    "definition-list": deflist_plugin,
    "box": box_plugin,
    "heading-name": _heading_name_plugin,
    "citation": partial(_special_plugin, kind="citation", pattern=CITATION),
    "field-place": partial(_special_plugin, kind="place", pattern=PLACE),
    "caption": _caption_plugin,
}
"""What is read beside CommonMark, and how the reader learns it."""

COMMONMARK = (
    "paragraph",
    "heading",
    "emphasis",
    "bullet-list",
    "numbered-list",
    "quote",
    "link",
    "address",
    "picture",
    "code",
    "line-break",
    "page-break",
    "escape",
)
"""What is written as CommonMark says."""

LEFT_OUT = ("code", "lheading")
"""Rules of CommonMark that are only ever met by accident: text moved in by four signs, and text above a line."""
