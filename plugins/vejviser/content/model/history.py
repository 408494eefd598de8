"""What git knows of a text: on which days readers first met it, and last met it changed."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TextHistory:
    """The days of one text; none for what was there when the history begins, or has not changed since."""

    added: date | None = None
    changed: date | None = None
