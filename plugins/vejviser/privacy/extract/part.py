"""A file, or a file inside a file, on its way to being looked into."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vejviser.privacy.extract.file_types import kind_of
from vejviser.privacy.extract.limits import MAX_DEPTH, MAX_PART, Budget
from vejviser.privacy.scan_result import Extract, Geotagged, Reason, ScanResult, Unreadable

_BLANK = b"\0\r\n\t "
_PADDING = _BLANK + b"\xff"
"""What programs fill empty places with."""


@dataclass(frozen=True, slots=True)
class Part:
    """The bytes of a file or of a file inside it; `packaged` for the parts that an office program gave their names."""

    path: str
    inside: str
    data: bytes
    depth: int
    budget: Budget
    look: Callable[["Part"], Iterator[ScanResult]]
    """Looks into any part; the readers of containers call it for what they find inside."""
    packaged: bool = False

    @property
    def name(self) -> str:
        """The name the part has in its own folder or archive."""
        return (self.inside or self.path).rsplit(" › ", 1)[-1].rsplit("/", 1)[-1].lower()

    @property
    def ending(self) -> str:
        """The ending of the name with its dot, or nothing."""
        stem, dot, ending = self.name.rpartition(".")
        return dot + ending if stem else ""

    def extract(self, text: str, *, words: bool = True, exact: bool = False, where: str = "") -> Extract:
        """Make a text found here; raises TooMuchError."""
        return Extract(self.path, self.budget.read(text), self._place(where), words, exact)

    def unreadable(self, reason: Reason, where: str = "") -> Unreadable:
        """Report that this cannot be looked into."""
        return Unreadable(self.path, self._place(where), reason)

    def located(self) -> Geotagged:
        """Report that this tells where it was made."""
        return Geotagged(self.path, self.inside)

    def inner(self, name: str, data: bytes, *, packaged: bool = False) -> Iterator[ScanResult]:
        """Look into a part found in this one; raises TooMuchError."""
        if len(data) > MAX_PART:
            yield self.unreadable("too-large", name)
        elif self.depth >= MAX_DEPTH:
            yield self.unreadable("too-deep", name)
        else:
            self.budget.unpack(len(data))
            below = Part(self.path, self._place(name), data, self.depth + 1, self.budget, self.look, packaged)
            yield from self.look(below)

    def aside(self, start: int, end: int | None = None) -> Iterator[ScanResult]:
        """Look into bytes that belong to no part of a format: before it begins, after its end, between its parts."""
        data = self.data[start:end].lstrip(_BLANK)
        if kind_of(data) == "unknown":
            data = data.rstrip(_PADDING)
        if data.strip(_PADDING):
            yield from self.inner(f"byte {start}-{len(self.data) if end is None else end}", data)

    def _place(self, where: str) -> str:
        return " › ".join(part for part in (self.inside, where) if part)
