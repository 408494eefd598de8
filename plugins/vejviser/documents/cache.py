"""Files that were made before are not made again: a key for what goes into a file, and a store by that key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from weasyprint.text.ffi import pango

from vejviser.documents.document import Document
from vejviser.documents.engine import Format, Template, fill, template

_LIBRARIES = ("babel", "fonttools", "lxml", "pikepdf", "pydyf", "uharfbuzz", "weasyprint")
_ENDINGS = (".py", ".css", ".xml", ".ttf")


def key_of(document: Document, format: Format, values: Mapping[str, str] | None = None) -> str:  # noqa: A002
    """Give the key of a file: another document, value, font, library or line of the engine gives another key."""
    ordered = replace(document, labels=dict(sorted(document.labels.items())))
    content = repr((engine_key(), format, ordered, sorted((values or {}).items())))
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def engine_key() -> str:
    """Give the key of the engine itself: its code, styles and fonts, and the versions of what it is built on."""
    digest = sha256(repr([(name, version(name)) for name in _LIBRARIES]).encode())
    digest.update(f"pango {pango.pango_version()}".encode())
    package = files("vejviser")
    for folder in (package / "documents", package / "assets" / "fonts" / "documents"):
        for name, data in sorted(_contents(folder, "")):
            digest.update(f"{name} {len(data)}\n".encode() + data)
    return digest.hexdigest()


def _contents(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            yield from _contents(entry, name)
        elif entry.name.endswith(_ENDINGS):
            yield name, entry.read_bytes()


@dataclass
class Store:
    """Files by key, in `folder`. Remembers which keys were asked for, so that the others can be thrown away."""

    folder: Path
    used: set[str] = field(default_factory=set)

    def get(self, key: str) -> bytes | None:
        """Give the file stored under `key`, or None."""
        self.used.add(key)
        try:
            return self._path(key).read_bytes()
        except FileNotFoundError:
            return None

    def put(self, key: str, data: bytes) -> None:
        """Store a file, whole or not at all: several builds may share the folder."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".new")
        unfinished.write_bytes(data)
        unfinished.replace(path)

    def forget_unused(self) -> None:
        """Throw away every file whose key was not asked for since the store was opened."""
        for path in self.folder.glob("*/*"):
            if path.parent.name + path.name not in self.used:
                path.unlink()

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def written(
    document: Document,
    format: Format,  # noqa: A002
    values: Mapping[str, Mapping[str, str]],
    store: Store | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Write one file a set of field values, as (name, bytes); only what `store` does not hold is made.

    `values` are the sets by name, for example by municipality code; the template is made when the first file needs it.
    """
    made: Template | None = None
    for name, each in values.items():
        key = key_of(document, format, each)
        data = store.get(key) if store else None
        if data is None:
            made = made or template(document, format)
            data = fill(made, each)
            if store:
                store.put(key, data)
        yield name, data
