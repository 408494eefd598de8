"""The tags of HTML that is written plainly, as we write it; what is not is told as such, and nobody has to guess.

Browsers make something of whatever they are given, each a little differently, and that is how harm slips past a
reader that is more honest than they are. So this one reads a strict part of HTML, in which all readers agree: no
comments, every `<` begins a tag, every value stands in double quotes with no `<` in it.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_TAG = re.compile(r"<(?:[^<>\"]++|\"[^\"<]*+\")*+>|<")
_NAME = re.compile(r"<(?P<closing>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<rest>.*)>", re.DOTALL)
_ATTRIBUTES = re.compile(r"(?:\s++[A-Za-z_][\w:.-]*+(?:=\"[^\"]*+\")?)*+\s*+/?")
_ATTRIBUTE = re.compile(r"\s(?P<name>[A-Za-z_][\w:.-]*+)(?:=\"(?P<value>[^\"]*+)\")?")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, opening or closing. Without a name it is something else that begins with `<`."""

    written: str
    name: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """Names in lower case, with the values as browsers see them."""
    opens: bool = True


def find_tags(markup: str) -> Iterator[tuple[int, str]]:
    """Return everything that begins with `<`, with its offset; takes time as the text is long."""
    return ((match.start(), match[0]) for match in _TAG.finditer(markup))


def parse_tag(written: str) -> Tag:
    """Read what `tags` has found. A tag that says the same thing twice is none: readers differ in what they take."""
    match = _NAME.fullmatch(written)
    if match is None or not _ATTRIBUTES.fullmatch(match["rest"]):
        return Tag(written)
    pairs = [(item["name"].lower(), html.unescape(item["value"] or "")) for item in _ATTRIBUTE.finditer(match["rest"])]
    values = dict(pairs)
    if len(values) < len(pairs) or (match["closing"] and pairs):
        return Tag(written)
    return Tag(written, match["name"].lower(), values, opens=not match["closing"])
