"""The service worker: which checklists and handbooks work without a network, and what they need to do so.

It keeps pages on the reader's own device only, and names only those that were saved (docs/adr/0075).

Pure: the files of the finished site go in, the text of `sw.js` comes out. The same site gives the same text, so a
browser sees a new version exactly when something that it may have kept is another.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from importlib import resources
from posixpath import dirname, join, normpath

from rjsmin import jsmin

from vejviser.content.addresses import at
from vejviser.content.languages import Language, direction, main_language
from vejviser.content.model.portal import Portal
from vejviser.content.settings import by_settings
from vejviser.pages.device import wipe_control
from vejviser.pages.reading_tools import text_files
from vejviser.pages.search import signpost_files

SCRIPT = ("offline",)
"""What a page must load to be kept."""
DAYS = 90
"""How many days after it was last opened a page is kept; assets/js/device.js says the same of all else."""
AREAS = {"<checklists>": "**", "<handbooks>": "**", "<materials>": "**", "<my_match>": "**"}
"""The folders whose pages are kept once they have been opened, and which of the pages ask for it."""
ON_DEMAND = ("assets/hashed/js/fill/", "assets/hashed/js/vendor/")
"""Scripts that a page fetches only when a file is made, and asks to have kept with it."""
FORM_FILES = r"^(?:<materials>/[\w-]+/[\w.-]+\.(?:docx|odt|pdf)|<places>/[\w-]+/<fill_in>\.json)$"
"""What the form of a material asks for beside its scripts: kept with the page."""

_HASHED = "assets/hashed/"
"""Where files lie that are named by their content (site/assets.py)."""
_USED = re.compile(r"""<(?:link|script)\b[^>]*?\b(?:href|src)="([^"?#]+\.(?:css|js))["?#]""")
_IMPORTED = re.compile(r"""(?:\bfrom|\bimport|\bnew URL)\s*\(?\s*["'](\.{1,2}/[^"']+\.(?:js|css))["']""")
_ASSETS = {
    "early": "assets/vejviser/js/early.js",
    "wipe": "assets/vejviser/js/wipe.js",
    "sign": "assets/vejviser/img/sign.svg",
    "sheet": "assets/vejviser/css/vejviser.css",
}
"""What the page that says there is no network is shown with."""
_TEXTS = {
    "ready": "offline.ready",
    "saved_until": "offline.saved",
    "unsave": "offline.unsave",
    "away": "offline.away",
    "title": "offline.title",
    "text": "offline.text",
    "again": "offline.again",
    "kept_pages": "offline.kept",
    "site": "site.name",
}


def is_watched(path: str) -> bool:
    """Return whether `service_worker` has to see the file at a path of the site."""
    return bool(_watched().fullmatch(path))


@by_settings
def _watched() -> re.Pattern[str]:
    asking = "|".join(
        at(f"{area}/") + ("(?:.+/)?" if asked == "**" else at(asked).replace("*", "[^/]+") + "/")
        for area, asked in AREAS.items()
    )
    return re.compile(rf"(?:[^/]+/)?(?:{asking})[^/]+\.html|assets/.+\.(?:css|js)")


def service_worker(files: Mapping[str, bytes], portal: Portal, published: Mapping[str, str]) -> str:
    """Return the text of `sw.js`.

    `files` are those of the site that are watched, by their path below it; `published` says where an asset lies that
    does not lie at its plain path.
    """
    pages = {path: content for path, content in files.items() if path.endswith(".html")}
    needed = {path: files[path] for path in shell(files)} | text_files(portal) | signpost_files(portal)
    worker: str = jsmin((resources.files("vejviser.pages") / "templates" / "sw.js").read_text(encoding="utf-8"))
    build = {
        "version": _hash(
            *(item for path in sorted({*pages, *needed}) for item in (path.encode(), (pages | needed)[path]))
        ),
        "shell": [[path, _hash(needed[path])] for path in sorted(needed)],
        "later": sorted({*filter(_is_hashed, files), *published.values()} - needed.keys()),
        "areas": list(map(at, AREAS)),
        "form_files": at(FORM_FILES),
        "language": main_language(),
        **{name: published.get(path, path) for name, path in _ASSETS.items()},
        "texts": {language: _texts(portal, language) for language in portal.languages},
    }
    return worker.replace("__DAYS__", str(DAYS)).replace(
        "__BUILD__", json.dumps(build, ensure_ascii=False, separators=(",", ":"))
    )


def _is_hashed(path: str) -> bool:
    return path.startswith(_HASHED)


def shell(files: Mapping[str, bytes]) -> frozenset[str]:
    """Return the stylesheets and scripts that the pages use, directly or by import.

    What fills in files (`ON_DEMAND`) is heavy and wanted by few: it is kept with the pages that have used it.
    """
    found: set[str] = set()
    waiting = [path for path in files if path.endswith(".html")]
    while waiting:
        path = waiting.pop()
        used = (use for use in _uses(path, files[path].decode()) if not use.startswith(ON_DEMAND))
        fresh = {use for use in used if use in files} - found
        found |= fresh
        waiting += fresh
    return frozenset(found)


def _uses(path: str, text: str) -> Iterator[str]:
    pattern = {"html": _USED, "js": _IMPORTED}.get(path.rsplit(".", 1)[-1])
    for match in pattern.finditer(text) if pattern else ():
        yield normpath(join(dirname(path), match[1]))


def _texts(portal: Portal, language: Language) -> dict[str, str]:
    texts = portal.texts[language]
    said = {name: texts(key) for name, key in _TEXTS.items()}
    return said | {"direction": direction(language), "wipe": str(wipe_control(texts))}


def _hash(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8) + part)
    return digest.hexdigest()[:16]
