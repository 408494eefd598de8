"""Numbers to call, in the finished text of a page: each becomes a `tel:` link, wherever on the page it stands.

A link says who answers, so that a list of the page's links, read out, is no list of figures; and it keeps its figures
in their order on a page from right to left.
"""

import re
from collections.abc import Iterator
from html import escape, unescape

from vejviser.content.telephone import GAP, Call, Directory

_PIECE = re.compile(r"<!--.*?-->|<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)[^>]*>|[^<]+|<", re.DOTALL)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
_LEFT = frozenset(
    """
    a bdi button cite code datalist dialog h1 h2 h3 h4 h5 h6 kbd math nav option output pre script
    select style sub summary sup svg template textarea title
    """.split()  # noqa: SIM905
)
"""Elements whose text stays as it is: no running text, or of another use when it is tapped."""
_BLOCKS = frozenset(
    """
    article aside blockquote caption dd details div dl dt fieldset figcaption figure footer form header
    legend li main ol p section table tbody tfoot thead tr ul
    """.split()  # noqa: SIM905
)
_CELLS = frozenset(["td", "th"])
_ENTITY = re.compile(r"&#?\w+;")


def with_telephone_links(html: str, directory: Directory) -> str:
    """Return HTML in which the numbers to call are links; what is a link or a control already stays as it is."""
    if not directory.is_in(html):
        return html
    made: list[str] = []
    block: list[str] = []
    left: list[str] = []
    """The open elements that are left as they are, the outermost first."""
    for piece in _PIECE.finditer(html):
        name = (piece["name"] or "").lower()
        if left:
            block.append(piece[0])
            _follow(left, name, piece)
            continue
        if name in _BLOCKS:
            made += _linked(block, directory)
            block = []
            made.append(piece[0])
            continue
        block.append(piece[0])
        if name in _LEFT and not piece["end"] and not piece[0].endswith("/>"):
            left.append(name)
    return "".join([*made, *_linked(block, directory)])


def _follow(left: list[str], name: str, piece: re.Match[str]) -> None:
    """Keep which of the elements inside one that is left are open."""
    if not name or name in _VOID or piece[0].endswith("/>"):
        return
    if not piece["end"]:
        left.append(name)
    elif name in left:
        while left.pop() != name:
            pass


def _linked(block: list[str], directory: Directory) -> Iterator[str]:
    """Yield the pieces of a block with its numbers as links."""
    if not any(directory.is_in(piece) for piece in block if piece[:1] != "<"):
        yield from block
        return
    shown = list(_shown(block))
    calls = list(directory.calls("".join(shown)))
    at = 0
    for piece, text in zip(block, shown, strict=True):
        here = [call for call in calls if at <= call.start and call.end <= at + len(text)]
        yield _with_links(piece, [(call, call.start - at, call.end - at) for call in here]) if here else piece
        at += len(text)


def _shown(block: list[str]) -> Iterator[str]:
    """Yield for each piece the text to look through, as long as the piece where a number may stand in it."""
    left: list[str] = []
    for piece in block:
        match = _PIECE.match(piece)
        name = (match["name"] or "").lower() if match else ""
        if left and match:
            _follow(left, name, match)
            yield ""
        elif name in _LEFT and match and not match["end"] and not piece.endswith("/>"):
            left.append(name)
            yield GAP
        elif name in _CELLS or name == "br":
            yield GAP
        elif name or piece.startswith("<"):
            yield ""
        else:
            yield _ENTITY.sub(_as_long, piece)


def _as_long(entity: re.Match[str]) -> str:
    """Return a sign as many times as its entity is long: places in the text stay places in the HTML."""
    sign = unescape(entity[0])[:1]
    return (sign if sign.isspace() else GAP) * len(entity[0])


def _with_links(text: str, calls: list[tuple[Call, int, int]]) -> str:
    made, done = [], 0
    for call, start, end in calls:
        name = f' aria-label="{escape(f"{text[start:end]}, {call.whose}")}"' if call.whose else ""
        made += [text[done:start], f'<a href="tel:{call.dialled}" dir="ltr"{name}>{text[start:end]}</a>']
        done = end
    return "".join([*made, text[done:]])
