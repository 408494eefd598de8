"""HTML, SVG and the XML of office files -> the words people see, and the attributes they do not."""

import html
import re

_COMMENT_MARKS = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>")
_CODE = re.compile(r"<(script|style)\b[^>]*>(.*?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u|wbr"
    r"|w:(?!p\b|tc\b|tr\b|br\b|tab\b|cr\b|tbl\b|sectPr\b)\w+|m:\w+|a:(?!p\b|br\b|tc\b)\w+"
    r"|text:(?:span|a|soft-page-break|bookmark\S*)|r|t|rPr|v)(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)
"""Tags that do not part one word from the next: 0101<b>90</b>-1234 is a CPR number."""
_STANDS_FOR = {"-": re.compile(r"<w:(?:noBreak|soft)Hyphen\b[^<>]*>"), " ": re.compile(r"<text:s\b[^<>]*>")}
"""Tags that office files write in the place of a letter."""
_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')""")
_NO_WORDS = frozenset(["d", "points", "viewbox", "transform", "style", "class", "integrity", "path", "xmlns"])


def words(markup: str) -> str:
    """Give the text between the tags; addresses of mail and phone links count as text."""
    text = _CODE.sub("\n", _COMMENT_MARKS.sub("", markup))
    links = [value for value in attributes(markup).splitlines() if value.startswith(("mailto:", "tel:", "sms:"))]
    for letter, tag in _STANDS_FOR.items():
        text = tag.sub(letter, text)
    text = _TAG.sub("\n", _INLINE.sub("", text))
    return "\n".join([html.unescape(text), *links])


def attributes(markup: str) -> str:
    """Give the values of all attributes that may hold words, one a line."""
    found = (
        value[1:-1]
        for tag in _TAG.findall(markup)
        if "=" in tag
        for name, value in _ATTRIBUTE.findall(tag)
        if name.lower() not in _NO_WORDS and any(letter.isdecimal() or letter in "@(" for letter in value)
    )
    return html.unescape("\n".join(dict.fromkeys(found)))


def code(markup: str) -> str:
    """Give the scripts and styles of an HTML page."""
    return "\n".join(match[2] for match in _CODE.finditer(markup))
