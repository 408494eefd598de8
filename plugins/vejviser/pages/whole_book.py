"""A whole book kept offline: which pages and files that is, and how many bytes they are.

A small file beside each book's start page, in each language. assets/js/whole_book.js tells the size before anything is
fetched, and asks the service worker (templates/sw.js) to keep the pages one by one.

Pure: the files of the finished site go in, files come out.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from posixpath import dirname, join, normpath

from vejviser.content.languages import Language, main_language, script
from vejviser.content.model.handbook import Handbook
from vejviser.content.model.portal import Portal
from vejviser.content.types import type_named
from vejviser.pages.offline import shell
from vejviser.pages.reading_tools import text_files

SCRIPT = "whole_book"
"""What a book's start page loads to offer it: a script and a stylesheet of this name."""
NAME = "offline.json"
_FONTS = "assets/vejviser/fonts/web/noto-sans-{}.woff2"
_PICTURE = re.compile(r"""(?:\bsrc="|\bhref="|\burl\(")([^"?#:]+\.(?:png|svg|jpe?g|webp|gif))["?#]""")


def book_files(
    portal: Portal, texts: Mapping[str, bytes], sizes: Mapping[str, int], published: Mapping[str, str]
) -> dict[str, bytes]:
    """Return the lists by their paths below the site.

    `texts` are the pages, stylesheets and scripts that `offline.is_watched` names, by their paths; `sizes` are the
    bytes of every file of the site that may be kept; `published` says where an asset is published.
    """
    needed = shell(texts)
    more = text_files(portal)
    own = sum(sizes[path] for path in needed) + sum(map(len, more.values()))
    drawn = {picture for path in needed if path.endswith(".css") for picture in _pictures(path, texts[path])}
    return {
        f"{folder}{NAME}": _list(
            portal, _pages(folder, texts), {*drawn, *_fonts(language, published)}, texts, sizes, own
        )
        for language in portal.languages
        for book in portal.handbooks
        if (folder := _folder(book, language)) + "index.html" in texts
    }


def _folder(book: Handbook, language: Language) -> str:
    above = "" if language == main_language() else f"{language}/"
    return f"{above}{type_named('handbook').uri(book).removesuffix('index.md').removesuffix('.md').rstrip('/')}/"


def _pages(folder: str, texts: Iterable[str]) -> list[str]:
    return sorted(path for path in texts if path.startswith(folder) and path.endswith("/index.html"))


def _fonts(language: Language, published: Mapping[str, str]) -> Iterator[str]:
    for name in {"latin", script(language).name}:
        path = _FONTS.format(name)
        yield published.get(path, path)


def _pictures(path: str, content: bytes) -> Iterator[str]:
    for match in _PICTURE.finditer(content.decode()):
        yield normpath(join(dirname(path), match[1]))


def _list(
    portal: Portal, pages: list[str], files: set[str], texts: Mapping[str, bytes], sizes: Mapping[str, int], shell_: int
) -> bytes:
    shown = files | {picture for page in pages for picture in _pictures(page, texts[page])}
    said = {
        "pages": [[portal.base + page.removesuffix("index.html"), sizes[page]] for page in pages],
        "files": [[portal.base + path, sizes[path]] for path in sorted(shown) if path in sizes],
        "shell": shell_,
    }
    return json.dumps(said, separators=(",", ":")).encode()
