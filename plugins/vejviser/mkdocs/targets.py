"""Which files a page's links lead to: looked up the way MkDocs does, before it converts the text."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from mkdocs.structure.files import File, Files
from mkdocs.utils import get_relative_url

_TARGET = re.compile(
    r"""\]\(\s*<?(?P<inline>[^)\s>]+)"""
    r"""|^[ ]{0,3}\[[^\]]+\]:\s*<?(?P<reference>[^\s>]+)"""
    r"""|\b(?:href|src)\s*=\s*["']?(?P<html>[^"'\s>]+)""",
    re.MULTILINE,
)
"""Everything in Markdown that can be the target of a link or a picture; more than that does no harm."""


@dataclass
class Targets:
    """The files of one language, looked up by what stands in links."""

    files: Files
    _found: dict[str, File | None] = field(default_factory=dict)

    def of(self, file: File, text: str) -> list[tuple[str, str | None]]:
        """Give each target in `text` as written, and the address it gets in the page of `file` (None: no such file)."""
        written = sorted({it for it in _written(text) if is_relative(it)})
        return [(it, self._address(file, it)) for it in written]

    def file(self, source: str, written: str) -> File | None:
        """Give the file that a link in the file `source` leads to."""
        path = unquote(urlsplit(written).path)
        uri = posixpath.normpath(posixpath.join(posixpath.dirname(source), path).lstrip("/")) if path else source
        if uri not in self._found:
            self._found[uri] = self.files.get_file_from_path(uri)
        return self._found[uri]

    def _address(self, file: File, written: str) -> str | None:
        target = self.file(file.src_uri, written)
        return get_relative_url(target.url, file.url) if target else None


def is_relative(written: str) -> bool:
    """Tell whether MkDocs takes this for a path to one of its files."""
    try:
        parts = urlsplit(written)
    except ValueError:
        return False
    return bool(parts.path) and not (parts.scheme or parts.netloc or written.startswith(("/", "\\")))


def _written(text: str) -> Iterator[str]:
    return (it["inline"] or it["reference"] or it["html"] for it in _TARGET.finditer(text))
