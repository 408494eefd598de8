"""A portal that remembers which parts of it were read: what is made of those parts need not be made again."""

from dataclasses import fields
from typing import Any

from vejviser.model.portal import Portal

_PARTS = frozenset(it.name for it in fields(Portal))


class WatchedPortal(Portal):
    """The same portal; `parts_read` are the names of the fields that somebody has looked at."""

    parts_read: set[str]

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 - whatever the portal holds
        if name in _PARTS:
            object.__getattribute__(self, "parts_read").add(name)
        return object.__getattribute__(self, name)


def watched(portal: Portal) -> WatchedPortal:
    """Give the portal with nothing read yet. What a portal works out of its parts is worked out, and read, anew."""
    found = object.__new__(WatchedPortal)
    found.__dict__.update({name: getattr(portal, name) for name in _PARTS}, parts_read=set())
    return found


def same_parts(one: Portal, other: Portal, parts: frozenset[str]) -> bool:
    """Tell whether two portals are alike in these parts."""
    return all(getattr(one, name) == getattr(other, name) for name in parts)
