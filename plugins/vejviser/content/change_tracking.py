"""What is the same in two portals: what is made of it need not be made again.

A portal that is read anew can be given the very objects of an earlier one where they are equal. And a portal can
remember which of its parts were read.
"""

from collections.abc import Mapping
from dataclasses import fields, replace
from operator import is_
from typing import Any

from vejviser.content.model.portal import Portal

_FIELDS = frozenset(field.name for field in fields(Portal))


class TrackedPortal(Portal):
    """The same portal; `parts_read` are the names of the fields that somebody has looked at."""

    parts_read: set[str]

    def __getattribute__(self, name: str) -> Any:
        if name in _FIELDS:
            object.__getattribute__(self, "parts_read").add(name)
        return object.__getattribute__(self, name)


def track_reads(portal: Portal) -> TrackedPortal:
    """Return the portal with nothing read yet. What a portal works out of its parts is worked out, and read, anew."""
    found = object.__new__(TrackedPortal)
    found.__dict__.update({name: getattr(portal, name) for name in _FIELDS}, parts_read=set())
    return found


def reuse_objects(portal: Portal, earlier: Portal) -> Portal:
    """Return the portal with the objects of the earlier one in the place of equal ones."""
    return replace(portal, **{name: _reuse(getattr(portal, name), getattr(earlier, name)) for name in sorted(_FIELDS)})


def _reuse(new: Any, old: Any) -> Any:
    if isinstance(new, Mapping) and isinstance(old, Mapping):
        found = {key: old[key] if key in old and old[key] == value else value for key, value in new.items()}
        same = list(found) == list(old) and all(value is old[key] for key, value in found.items())
        return old if same else found
    if isinstance(new, tuple) and isinstance(old, tuple):
        found_items = tuple(theirs if theirs == mine else mine for mine, theirs in zip(new, old, strict=False))
        items = (*found_items, *new[len(found_items) :])
        return old if len(items) == len(old) and all(map(is_, items, old)) else items
    return old if new == old else new


def equal_parts(one: Portal, other: Portal, parts: frozenset[str]) -> bool:
    """Return whether two portals are alike in these parts."""
    return all(getattr(one, name) == getattr(other, name) for name in parts)
