"""Which pages files become: an editor who has changed a file is shown where to look."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from types import SimpleNamespace

from vejviser.content.languages import languages, main_language
from vejviser.content.types import types
from vejviser.site.locations import PageLocation


def pages_of(paths: Iterable[str], site: Path) -> tuple[str, ...]:
    """Return where the pages of files stand below the root of the finished `site`, each once: "uk/places/sampleton/".

    `paths` are the files' below the portal's root. Of a file that is no page by itself there is none.
    """
    found = dict.fromkeys(location.url for path in paths for location in _locations(path))
    return tuple(url for url in found if (site / url / "index.html").is_file())


def _locations(path: str) -> Iterator[PageLocation]:
    first, _, rest = path.partition("/")
    language, _, uri = rest.partition("/")
    if first == "docs" and language in languages() and uri.endswith(".md"):
        yield PageLocation(uri, language, language)
        return
    for kind in types():
        if kind.pages and fnmatchcase(path, kind.glob()):
            given = {"slug": PurePosixPath(path).stem.partition("-")[2], **kind.values_in(path)}
            written = given.get("language", main_language())
            yield PageLocation(kind.uri(SimpleNamespace(**given)), written, written)
