"""A document before it is a file.

    Document
    ├── blocks   what it is made of (blocks.py)
    ├── notes    the numbered notes at the end
    └── fields   every field that stands in the blocks, in the order in which one meets it

Everything that has a `language` is in the document's language when that is None.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from vejviser.content.model.material import MaterialFormat
from vejviser.documents.blocks import Blocks, Field, Inlines
from vejviser.documents.reading import fields_in

Format = MaterialFormat | Literal["epub"]
"""What a document can be written as. Books are written as EPUB too."""


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note at the end, usually a source and the place in it."""

    number: int
    inlines: Inlines
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Second:
    """The second language of a document in two, and the document's names in it."""

    language: str
    title: str
    subtitle: str = ""


@dataclass(frozen=True)
class Document:
    """One document in one language or in two at once, ready to be written in any format.

    `labels` holds the interface words of `labels.LABEL_KEYS`, every one of them, in the document's language. `version`
    may be empty: then the day on which the document was `updated` stands alone.
    """

    id: str
    language: str
    title: str
    version: str
    updated: date
    blocks: Blocks
    subtitle: str = ""
    notes: tuple[Note, ...] = ()
    author: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    second: Second | None = None
    address: str = ""
    """The short address of its page on the web, with its edition; empty where it has none."""
    can_be_filled: bool = True
    """Whether its fields are for writing in; else they are empty lines, as on paper."""

    @property
    def edition(self) -> str:
        """What tells this text from an older one: its version, or else its day."""
        return self.version or self.updated.isoformat()

    @property
    def field_language(self) -> str:
        """The language whose letters people write into the fields, beside Latin ones."""
        return self.second.language if self.second else self.language

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every field, once, in reading order."""
        return tuple({found.id: found for found in fields_in(self.blocks)}.values())
