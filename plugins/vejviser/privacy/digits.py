"""Where digits stand close to each other in a text: what may be a number that somebody has."""

import re
from collections.abc import Iterator

ZONE = re.compile(r"[0-9](?:[\W_]{0,24}+[0-9]){7,}+")
"""At least eight digits with no letter between them. Everything else is passed over quickly."""
_GROUP = re.compile(r"[0-9]+")

Group = tuple[int, int]
"""Where digits that stand together begin and end."""


def zones(text: str) -> Iterator[list[Group]]:
    """Yield the groups of digits of every stretch of the text that holds at least eight digits and no letter."""
    for zone in ZONE.finditer(text):
        yield [match.span() for match in _GROUP.finditer(text, zone.start(), zone.end())]
