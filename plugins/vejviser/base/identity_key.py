"""The very same objects, for caches: told by identity, without reading what may be large or cannot be hashed."""

from typing import Any


class IdentityKey:
    """Objects as the key of a cache, which keeps them alive, so that no other object can take their identity."""

    def __init__(self, *objects: object) -> None:
        self.objects: tuple[Any, ...] = objects
        self._identity = tuple(map(id, objects))

    def __hash__(self) -> int:
        return hash(self._identity)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, IdentityKey) and self._identity == other._identity
