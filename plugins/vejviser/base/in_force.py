"""What is in force while work is done: set once at the top, seen by everything below, taken along to other processes.

The rooms above say what that is (`content.settings`); here is only where it stands, and its fingerprint, which is part
of every key that results are kept under.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class Surroundings(Protocol):
    """Something that can be in force: it can be pickled, and says what it is made of."""

    @property
    def fingerprint(self) -> str:
        """The key that is another whenever a result could be."""


IN_FORCE: ContextVar[Surroundings | None] = ContextVar("in_force", default=None)


@contextmanager
def put_in_force(what: Surroundings | None) -> Iterator[None]:
    """Put something in force for what is done inside; a thread of its own knows nothing of what was before it."""
    token = IN_FORCE.set(what)
    try:
        yield
    finally:
        IN_FORCE.reset(token)


def fingerprint() -> str:
    """Return the fingerprint of what is in force."""
    found = IN_FORCE.get()
    return found.fingerprint if found else ""
