"""What a push brings: refs that are set, versions of files, and the words that git keeps beside them."""

from dataclasses import dataclass
from typing import Literal

BRANCHES, TAGS, NOTES = "refs/heads/", "refs/tags/", "refs/notes/"
RECEIVED = (BRANCHES, TAGS, NOTES)
"""Refs that people use. Others can swap objects (refs/replace/) or are shown by no program, and are refused."""
AGAIN = "refs/vejviser/again"
"""Pushed to have a server try once more to publish what it has; it takes the ref away again."""


def is_null_id(object_id: str) -> bool:
    """Return whether this is how git writes that a ref points nowhere."""
    return not object_id.strip("0")


@dataclass(frozen=True, slots=True)
class RefUpdate:
    """A ref that a push sets: what it pointed to, and what it shall point to. No ref where only a commit is named."""

    ref: str
    old: str
    new: str

    @property
    def name(self) -> str:
        """The name as people write it: refs/heads/kladde/gaver -> kladde/gaver."""
        return next((self.ref.removeprefix(item) for item in RECEIVED if self.ref.startswith(item)), self.ref)

    @property
    def place(self) -> str:
        """The kind of ref, such as "refs/heads/": where a name that must not be shown stands."""
        return "/".join(self.ref.split("/")[:2]) + "/"


@dataclass(frozen=True, slots=True)
class WrittenVersion:
    """A file as a commit left it, not read yet. `object` is the hash of its content, or of where a link leads."""

    commit: str
    path: str
    object: str
    link: bool = False


@dataclass(frozen=True, slots=True)
class FileVersion:
    """A file as a commit left it. `object` is the hash of its content, which for a symbolic link is where it leads."""

    commit: str
    path: str
    object: str
    data: bytes
    link: bool = False


@dataclass(frozen=True, slots=True)
class GitText:
    """A text that git keeps beside the files: a message, a note, a person's name, the name of a branch or a tag.

    `object` is the hash of what it stands in; a ref's name stands in none. `read` is false for what nobody reads, such
    as a signature. `own` are the mail addresses of those who wrote it, which git keeps with the name.
    """

    kind: Literal["message", "author", "ref-name"]
    place: str
    object: str
    text: str
    read: bool = True
    own: frozenset[str] = frozenset()
