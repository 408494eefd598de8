"""Which pages and files a text's links lead to."""

import posixpath
import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urlsplit, urlunsplit

from vejviser.content.languages import Language, languages, main_language
from vejviser.pages.page import address_of

_TARGET = re.compile(
    r"""\]\(\s*<?(?P<inline>[^)\s>]+)"""
    r"""|^[ ]{0,3}\[[^\]]+\]:\s*<?(?P<reference>[^\s>]+)"""
    r"""|\b(?:href|src)\s*=\s*["']?(?P<html>[^"'\s>]+)""",
    re.MULTILINE,
)
"""Everything in Markdown that can be the target of a link or a picture; more than that does no harm."""


@dataclass(frozen=True, slots=True)
class LinkResolver:
    """The files of a site as one of its languages sees them; `sources` are their paths below docs/."""

    language: Language
    sources: Collection[str]

    def resolve(self, source: str, written: str) -> str | None:
        """Return the address of a link in the page `source`, as seen from that page; None when no file answers to it.

        What is no path to a file (an address on the web, a place in the page itself) comes back as it was written.
        """
        if not is_relative(written):
            return written
        parts = urlsplit(written)
        target = self.source(source, written)
        if target is None:
            return None
        path = relative_url(self.address(target), self.address(source))
        return urlunsplit(("", "", path, parts.query, parts.fragment))

    def targets(self, source: str, text: str) -> tuple[tuple[str, str], ...]:
        """Return each target in the text of the page `source`, as written, with its address as seen from that page.

        A target that no file answers to has the address "".
        """
        return tuple((item, self.resolve(source, item) or "") for item in _relative(text))

    def source(self, source: str, written: str) -> str | None:
        """Return the path of the file that a link in the page `source` leads to, or None."""
        path = unquote(urlsplit(written).path)
        if not path:
            return source
        return self._seen(posixpath.normpath(posixpath.join(posixpath.dirname(source), path).lstrip("/")))

    def target(self, source: str, written: str) -> str | None:
        """Return the path of the file that a link leads to, where it leads to a file of the site, the page included."""
        if is_relative(written) or written.startswith("#"):
            return self.source(source, written)
        return None

    def address(self, source: str) -> str:
        """Return the address below the site's root that a file has in this language: "da/ven.md" -> "ar/ven/".

        A picture or another file has one address, where no language has its own.
        """
        folder, _, rest = source.partition("/")
        own = rest if folder in (self.language, main_language()) else source
        is_page = own.endswith(".md")
        if is_page:
            own = address_of(own)
        if self.language == main_language() or not (is_page or folder == self.language):
            return own
        return f"{self.language}/{own}"

    def _seen(self, path: str) -> str | None:
        """Return the file at a path: the language's own before the original, seen only where there is none."""
        folder, _, rest = path.partition("/")
        rest = rest if folder in (self.language, main_language()) else path
        of_none = [rest] if rest.partition("/")[0] not in languages() else []
        wanted = (f"{self.language}/{rest}", f"{main_language()}/{rest}", *of_none)
        return next((item for item in wanted if item in self.sources), None)


def is_relative(written: str) -> bool:
    """Return whether this is a path to a file of the site."""
    try:
        parts = urlsplit(written)
    except ValueError:
        return False
    return bool(parts.path) and not (parts.scheme or parts.netloc or written.startswith(("/", "\\")))


@lru_cache(maxsize=16384)
def relative_url(address: str, here: str) -> str:
    """Return one address below the site's root as seen from another: ("ven/", "kilder/") -> "../ven/"."""
    path = posixpath.relpath(f"/{address}", f"/{here}")
    return f"{path}/" if address.endswith("/") or not address else path


@lru_cache(maxsize=4096)
def _relative(text: str) -> tuple[str, ...]:
    """Return the targets in a text, once each; languages that fall back to it ask again."""
    written = (match["inline"] or match["reference"] or match["html"] for match in _TARGET.finditer(text))
    return tuple(sorted({item for item in written if is_relative(item)}))
