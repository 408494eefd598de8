"""Which pages a text's links lead to, looked up as MkDocs and static-i18n do, before either has begun."""

import posixpath
import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from mkdocs.utils import get_relative_url

from vejviser.model.base import LANGUAGES, MAIN_LANGUAGE, Language

_TARGET = re.compile(
    r"""\]\(\s*<?(?P<inline>[^)\s>]+)"""
    r"""|^[ ]{0,3}\[[^\]]+\]:\s*<?(?P<reference>[^\s>]+)"""
    r"""|\b(?:href|src)\s*=\s*["']?(?P<html>[^"'\s>]+)""",
    re.MULTILINE,
)
"""Everything in Markdown that can be the target of a link or a picture; more than that does no harm."""


@dataclass(frozen=True, slots=True)
class Targets:
    """The files of a site as one of its languages sees them; `sources` are their paths below docs/."""

    language: Language
    sources: Collection[str]

    def of(self, source: str, text: str) -> tuple[tuple[str, str], ...]:
        """Give each target in the text of the page `source`, as written, with its address as seen from that page.

        A target that no file answers to has the address "".
        """
        here = self.address(source)
        found = ((it, self.source(source, it)) for it in _relative(text))
        return tuple((it, get_relative_url(self.address(target), here) if target else "") for it, target in found)

    def source(self, source: str, written: str) -> str | None:
        """Give the path of the file that a link in the page `source` leads to, or None."""
        path = unquote(urlsplit(written).path)
        if not path:
            return source
        return self._seen(posixpath.normpath(posixpath.join(posixpath.dirname(source), path).lstrip("/")))

    def address(self, source: str) -> str:
        """Give the address below the site's root that a file has in this language: "da/ven.md" -> "ar/ven/".

        A picture or another file has one address, where no language has its own.
        """
        folder, _, rest = source.partition("/")
        own = rest if folder in (self.language, MAIN_LANGUAGE) else source
        is_page = own.endswith(".md")
        if is_page:
            stem = own.removesuffix(".md")
            name = posixpath.basename(stem)
            own = stem.removesuffix(name) if name == "index" else f"{stem}/"
        if self.language == MAIN_LANGUAGE or not (is_page or folder == self.language):
            return own or "./"
        return f"{self.language}/{own}"

    def _seen(self, path: str) -> str | None:
        """Give the file at a path: the language's own before the Danish one, which is seen only where there is none."""
        folder, _, rest = path.partition("/")
        rest = rest if folder in (self.language, MAIN_LANGUAGE) else path
        of_none = [rest] if rest.partition("/")[0] not in LANGUAGES else []
        wanted = (f"{self.language}/{rest}", f"{MAIN_LANGUAGE}/{rest}", *of_none)
        return next((it for it in wanted if it in self.sources), None)


def is_relative(written: str) -> bool:
    """Tell whether MkDocs takes this for a path to one of its files."""
    try:
        parts = urlsplit(written)
    except ValueError:
        return False
    return bool(parts.path) and not (parts.scheme or parts.netloc or written.startswith(("/", "\\")))


@lru_cache(maxsize=4096)
def _relative(text: str) -> tuple[str, ...]:
    """Give the targets in a text, once each; languages that fall back to it ask again."""
    written = (it["inline"] or it["reference"] or it["html"] for it in _TARGET.finditer(text))
    return tuple(sorted({it for it in written if is_relative(it)}))
