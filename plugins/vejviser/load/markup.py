"""HTML, SVG and the XML of office files -> the words people see, and the attributes they do not."""

import html
import re
from collections.abc import Iterator
from functools import cache

_COMMENT_MARKS = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>")
_CODE_TAG = re.compile(r"<(?P<closing>/?)(?P<name>script|style)(?=[\s>])[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[/?!]?([\w:.-]*)[^<>]*>")
_ATTRIBUTE = re.compile(r"""\s([\w:.-]+)\s?=\s?(?:"([^"<>]{6,})"|'([^'<>]{6,})')""")
_WORTH_READING = re.compile(r"\d\D{0,6}\d|@|^tel:")
_NO_WORDS = frozenset(["d", "points", "viewbox", "transform", "style", "class", "integrity", "path", "xmlns"])
_IDS = frozenset(["id", "w:id", "w:val"])
"""Attributes in which office files number their parts: ten digits, but nobody's."""
_INLINE_HTML = frozenset(
    """
    a abbr b bdi bdo cite code em i ins kbd mark q s small span strong sub sup time u wbr r t rpr v
    text:span text:a text:soft-page-break text:bookmark text:bookmark-start text:bookmark-end
    """.split()  # noqa: SIM905 - a list of names reads best as words
)
_BLOCK_OFFICE = frozenset("w:p w:tc w:tr w:br w:tab w:cr w:tbl w:sectpr w:body a:p a:br a:tc".split())  # noqa: SIM905
_LETTERS = {"w:nobreakhyphen": "-", "w:softhyphen": "-", "text:s": " "}
"""Tags that office files write in the place of a letter."""


def words(markup: str) -> str:
    """Give the text between the tags; addresses of mail and phone links count as text."""
    text = _without_code(_COMMENT_MARKS.sub("", markup))
    links = [value for value in attributes(markup).splitlines() if value.startswith(("mailto:", "tel:", "sms:"))]
    text = _TAG.sub(lambda tag: _stands_for(tag[1]), text)
    return "\n".join([html.unescape(text), *links])


@cache
def _stands_for(name: str) -> str:
    """Give what parts the words on both sides of a tag: 0101<b>90</b>-1234 is a CPR number, two paragraphs are not."""
    name = name.lower()
    if name in _LETTERS:
        return _LETTERS[name]
    office = name.startswith(("w:", "m:", "a:")) and name not in _BLOCK_OFFICE
    return "" if office or name in _INLINE_HTML else "\n"


def attributes(markup: str) -> str:
    """Give the values of all attributes that may hold a number or an address, one a line."""
    found = (
        double or single
        for name, double, single in _ATTRIBUTE.findall(markup)
        if name.lower() not in _NO_WORDS
        and _WORTH_READING.search(double or single)
        and not (name in _IDS and (double or single).isdecimal())
    )
    return html.unescape("\n".join(dict.fromkeys(found)))


def code(markup: str) -> str:
    """Give the scripts and styles of an HTML page."""
    return "\n".join(markup[start:end] for _, start, end, _ in _codes(markup))


def _without_code(markup: str) -> str:
    parts, end = [], 0
    for begin, _, _, after in _codes(markup):
        parts.append(markup[end:begin])
        end = after
    return "\n".join([*parts, markup[end:]])


def _codes(markup: str) -> Iterator[tuple[int, int, int, int]]:
    """Give where each script and style begins, where its content does and ends, and where it ends; in one walk."""
    opened: re.Match[str] | None = None
    for match in _CODE_TAG.finditer(markup):
        if opened is None and not match["closing"]:
            opened = match
        elif opened and match["closing"] and match["name"].lower() == opened["name"].lower():
            yield opened.start(), opened.end(), match.start(), match.end()
            opened = None
