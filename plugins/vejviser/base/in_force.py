"""What is in force while work is done: set once at the top, seen by everything below, taken along to other processes.

The rooms above say what that is (`content.settings`); here is only where it stands, and its fingerprint, which is part
of every key that results are kept under.
"""

from contextvars import ContextVar
from typing import Protocol


class Surroundings(Protocol):
    """Something that can be in force: it can be pickled, and says what it is made of."""

    @property
    def fingerprint(self) -> str:
        """The key that is another whenever a result could be."""


IN_FORCE: ContextVar[Surroundings | None] = ContextVar("in_force", default=None)


def fingerprint() -> str:
    """Return the fingerprint of what is in force."""
    found = IN_FORCE.get()
    return found.fingerprint if found else ""
