"""Headings in Markdown and the names they carry: `## Words {#name}`."""

import re
from dataclasses import dataclass

_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<words>.*)")
_NAME = re.compile(r"\{:?[ ]*#(?P<name>[\w-]+)[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level from 1, its words, its name (or "") and where on the line that begins, from 0."""

    level: int
    words: str
    name: str
    at: int


def heading(line: str) -> Heading | None:
    """Read a line of Markdown; takes time as the line is long, whatever stands in it."""
    match = _HEADING.match(line)
    if match is None:
        return None
    words, name, at = named(match["words"])
    return Heading(len(match["marks"]), words, name, match.start("words") + at)


def named(words: str) -> tuple[str, str, int]:
    """Part a heading's words from its name; return both, and the offset at which the name begins."""
    plain = words.rstrip()
    if plain.endswith("}") and (match := _NAME.fullmatch(plain, plain.rfind("{"))):
        return plain[: match.start()].rstrip(), match["name"], match.start("name")
    return plain, "", len(plain)
