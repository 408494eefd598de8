"""Names that other stores give to contents (git's hash, a bucket's tag), kept by the contents' SHA-256."""

import json
from collections.abc import Mapping

from vejviser.base.cache import Store
from vejviser.base.fingerprints import cache_key


def remembered(kind: str, store: Store | None) -> dict[str, str]:
    """Return the names of a `kind`, such as "git-blob", by SHA-256; none where nobody keeps anything."""
    found = store.get(_key(kind)) if store else None
    return json.loads(found) if found else {}


def remember(kind: str, names: Mapping[str, str], store: Store | None) -> None:
    """Keep the names of a `kind`, in the place of those that were kept."""
    if store:
        store.put(_key(kind), json.dumps(names, separators=(",", ":")).encode())


def _key(kind: str) -> str:
    return cache_key("names", kind)
