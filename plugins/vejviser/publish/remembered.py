"""Names that other stores give to contents (git's hash, a bucket's tag), kept by the contents' SHA-256."""

from collections.abc import Mapping

from vejviser.base.engine import Engine

_STAGE = "names of contents"


def remembered(kind: str, engine: Engine) -> Mapping[str, str]:
    """Return the names of a `kind`, such as "git-blob", by SHA-256; none where nothing is kept."""
    found: tuple[dict[str, str]] | None = engine.kept(_STAGE, kind)
    return found[0] if found else {}


def remember(kind: str, names: Mapping[str, str], engine: Engine) -> None:
    """Keep the names of a `kind`, in the place of those that were kept."""
    engine.keep(_STAGE, kind, names)
