"""What stands in a file, wherever in it: the values that the privacy rules go through."""

from dataclasses import dataclass
from typing import Literal

Reason = Literal[
    "locked",
    "too-large",
    "too-deep",
    "broken",
    "unknown-archive",
    "unknown-kind",
    "wrong-kind",
    "old-format",
    "pointer",
    "scanned",
    "earlier-versions",
    "link",
]
"""Why something cannot be looked into, or not as what it says it is."""


@dataclass(frozen=True, slots=True)
class Extract:
    """A text found in a file. `inside` names the part of the file it stands in; empty for the file itself.

    `words` is false for what people do not read as text: scripts, attributes, the readable bytes of a binary file.
    Such a text is searched for CPR numbers only; in it, any eight digits look like a phone number. `exact` is false
    for a text whose lines are not the file's own, such as the words of an HTML page.

    What a reader sees beside each other stands beside each other here, so that a number in two halves is found: runs
    of one paragraph have nothing between them; a tab stands for a tab and between two cells of a table row, a line
    break for a line break and between two paragraphs, rows or slides. A cell with a number is written as a person
    would read it: all digits, never 1.2E9, and with the zeros and dashes that its number format adds (000000-0000).
    """

    path: str
    text: str
    inside: str = ""
    words: bool = True
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file, or a part of one, that nobody can look into."""

    path: str
    inside: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Geotagged:
    """A picture that says where it was taken."""

    path: str
    inside: str


ScanResult = Extract | Unreadable | Geotagged
