"""HTML and SVG -> the words people see, and the attributes they do not."""

import html
import re
from collections.abc import Iterator
from functools import cache

from lxml import etree

from vejviser.privacy.extract.embedded import embedded
from vejviser.privacy.extract.file_types import decoded
from vejviser.privacy.extract.office import parsed
from vejviser.privacy.extract.part import Part
from vejviser.privacy.scan_result import ScanResult

_DATA_MARKS = re.compile(r"<!\[CDATA\[|\]\]>")
_CODE_TAG = re.compile(r"<(?P<closing>/?)(?P<name>script|style)(?=[\s>])[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[/?!]?([\w:.-]*)[^<>]*>")
_ATTRIBUTE = re.compile(r"""\s([\w:.-]+)\s?=\s?(?:"([^"<>]{6,})"|'([^'<>]{6,})'|([^\s"'<>=`]{6,}))""")
_WORTH_READING = re.compile(r"\d\D{0,6}\d|@|^tel:")
_NO_WORDS = frozenset(["d", "points", "viewbox", "transform", "style", "class", "integrity", "path", "xmlns"])
_IDS = frozenset(["id", "val", "x", "y", "cx", "cy", "l", "t", "r", "b", "w", "h", "spid", "created"])
"""Attributes in which office files number and measure their parts: ten digits, but nobody's."""
_OWN_SIGNS = "<!ENTITY"
"""Begins a word that stands for others, anywhere in a drawing."""
_LINKS = ("mailto:", "tel:", "sms:", "callto:", "whatsapp:", "viber:", "https://wa.me/", "https://t.me/")
_READ_ATTRIBUTES = frozenset(["alt", "title", "descr", "aria-label", "placeholder", "summary", "label", "instr"])
"""Attributes that are read aloud or shown."""
_CELLS = frozenset(["td", "th"])
_INLINE = frozenset(
    """
    a abbr b bdi bdo cite code em font i ins kbd mark q s small span strong sub sup time tspan textpath u wbr r t
    """.split()  # noqa: SIM905 - a list of names reads best as words
)
_PLACE = re.compile(r"\bGPS(?:Dest)?(?:Latitude|Longitude|Position)\b(?=[\w:]*\s*(?:=|>|<))|<geo:lat\b|\bgeo:lat=")


def look(part: Part) -> Iterator[ScanResult]:
    """Look into an HTML page, a drawing or any other XML that is no office program's."""
    yield from read(part, decoded(part.data) or "")


def read(part: Part, text: str) -> Iterator[ScanResult]:
    """Look into the text of `part`, which is markup."""
    if _OWN_SIGNS in text and (root := parsed(part.data)) is not None:
        yield part.extract(readings(etree.tostring(root, encoding="unicode"))[0])
    seen, rest = readings(text)
    yield part.extract(seen)
    yield part.extract(rest, words=False)
    if says_place(text):
        yield part.located()
    yield from embedded(part, text)


def says_place(text: str) -> bool:
    """Return whether metadata in `text` says where a picture was taken."""
    return bool(_PLACE.search(text))


def readings(markup: str) -> tuple[str, str]:
    """Return what people read (the text between the tags, links of mail and phone, what is read aloud).

    And the rest.
    """
    said, rest = attributes(markup)
    text, scripts = _without_code(markup)
    text, comments = _without_comments(_DATA_MARKS.sub("", text))
    text = _TAG.sub(_stands_for_tag, text)
    return "\n".join([html.unescape(text), said, *map(html.unescape, comments)]), "\n".join([rest, *scripts])


def _without_comments(markup: str) -> tuple[str, list[str]]:
    """Return the markup without its comments, which part no number in two, and these; one that nobody ends is text."""
    first, *pieces = markup.split("<!--")
    texts, comments = [first], []
    for piece in pieces:
        comment, end, after = piece.partition("-->")
        texts.append(after if end else piece)
        comments.append(_TAG.sub(_stands_for_tag, comment) if end else "")
    return "".join(texts), comments


def _without_code(markup: str) -> tuple[str, list[str]]:
    """Return the markup without its scripts and styles, and these; one that nobody ends is none. In one walk."""
    texts, codes, place = [], [], 0
    opened: re.Match[str] | None = None
    for match in _CODE_TAG.finditer(markup):
        if opened is None and not match["closing"]:
            opened = match
        elif opened and match["closing"] and match["name"].lower() == opened["name"].lower():
            texts.append(markup[place : opened.start()])
            codes.append(markup[opened.end() : match.start()])
            place, opened = match.end(), None
    return "\n".join([*texts, markup[place:]]), codes


def attributes(markup: str) -> tuple[str, str]:
    """Return the values of attributes that people read or follow, and of all others with a number or an address."""
    found = [(name.lower(), html.unescape("".join(value))) for name, *value in _ATTRIBUTE.findall(markup)]
    said = (
        value
        for name, value in found
        if name.rpartition(":")[2] in _READ_ATTRIBUTES or value.lower().startswith(_LINKS)
    )
    rest = (value for name, value in found if _is_worth_reading(name, value))
    return "\n".join(dict.fromkeys(said)), "\n".join(dict.fromkeys(rest))


def _stands_for_tag(tag: re.Match[str]) -> str:
    return _stands_for(tag[1].lower(), ending=tag[0].startswith("</"))


@cache
def _stands_for(name: str, *, ending: bool) -> str:
    """Return what parts the words on both sides of a tag.

    0101<b>90</b>-1234 is a CPR number, two paragraphs are not.
    """
    if name in _CELLS:
        return "\t" if ending else ""
    return "" if name.rpartition(":")[2] in _INLINE else "\n"


def _is_worth_reading(name: str, value: str) -> bool:
    unread = name in _NO_WORDS or (name.rpartition(":")[2] in _IDS and value.isdecimal())
    return not unread and bool(_WORTH_READING.search(value))
