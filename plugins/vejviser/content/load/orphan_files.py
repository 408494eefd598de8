"""Files that lie where nobody reads them, so that what an editor wrote would silently not be there.

And the other way round: everything in docs/ is published, so a file that is no page and no download is told as well.
"""

import os
import re
from collections.abc import Iterator
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path

from vejviser.base.problems import Origin, Problem
from vejviser.content.addresses import at
from vejviser.content.content_type import ContentType
from vejviser.content.languages import languages, main_language
from vejviser.content.load import kept_versions
from vejviser.content.load.suggestions import closest_match
from vejviser.content.load.symlinks import Links
from vejviser.content.model.base import slugify
from vejviser.content.model.statistics import PUBLISHED_FILE
from vejviser.content.types import types

_SETTINGS_READ = {
    "data": (
        *("redirects.yml", "privacy.yml", "translations.yml", "approvers.yml"),
        *("checklists/ids.csv", "map/tiles.csv", "ui/*.yml", "ui/*/*.yml"),
    ),
    "materials": kept_versions.PATTERNS,
}
"""What is read of each folder beside the content types."""
_ENDINGS = (".yml", ".yaml", ".md", ".csv")
_PUBLISHED = frozenset(
    [
        *(".md", ".yml", ".yaml"),
        *(".jpg", ".jpeg", ".png", ".svg", ".webp"),
        *(".pdf", ".docx", ".odt", ".xlsx", ".ods", ".pptx", ".odp", ".csv", ".txt", ".epub", ".ics", ".zip"),
    ]
)
"""What may lie in docs/: pages, pictures, and files that readers can open and we can look into."""
_OTHER_ENDING = re.compile(
    r"(?P<stem>.+?)\.(?P<kind>md|yml|yaml|csv)(?:\.(?:txt|docx?|rtf|html?|bak|orig|tmp|old)|~)?|(?P<page>.+)\.(?:markdown|mdown)",
    re.IGNORECASE,
)
"""Names that programs make of a text file's: gaver.md.txt, gaver.MD, gaver.md~."""
_LOCK = re.compile(r"(?:~\$|~WRL).*|.*\.(?:tmp|swp)|Thumbs\.db|desktop\.ini", re.IGNORECASE)
"""Names of files that programs keep while something is open; Word's hold the name of who opened it."""
LARGEST = 10_000_000
"""Bytes that one file may have: it goes to every reader who opens it, and stays in the history for good."""
_SUBMODULE = re.compile(r"^\s*path\s*=\s*(\S+)\s*$", re.MULTILINE)
_THEME = "overrides"
"""Templates; whatever else lies there is published too."""
_NO_PAGES = "adr"
"""Decisions about the portal; not part of it."""
_FIGURES = "data/status"
_SETTINGS = (f"{_FIGURES}/policy.yml", f"{_FIGURES}/form.yml")
_BOOKS = r"docs/(?P<language>[a-z]{{2,3}}(?:-[A-Za-z0-9]+)*)/{books}/(?P<book>[^/]+)/(?P<rest>.+)"
_ENGLISH = {"kort": "map", "tal": "status"}
"""Folders of data/ by the names that editors know them under; content types say theirs themselves."""


def _read() -> dict[str, tuple[str, ...]]:
    """Return what is read of each folder but docs/."""
    found = dict(_SETTINGS_READ)
    for item in types():
        top, _, rest = item.glob().partition("/")
        if top != "docs":
            found[top] = (*found.get(top, ()), rest)
    return found


def _english(written: str) -> str:
    """Return the name that a folder or a file of data/ has, by what an editor calls it."""
    own = {name: _place_of(item) for item in types() for name in item.synonyms}
    return {**_ENGLISH, **own}.get(slugify(written), written)


def _place_of(kind: ContentType) -> str:
    """Return the folder, or the file without its ending, below data/: "checklists"."""
    return kind.pattern.split("/")[1].partition(".")[0]


def orphan_files(root: Path) -> Iterator[Problem]:
    """Yield every content file below `root` that no reader looks for, and every link that must not be followed."""
    whole = (root / "data" / "sources.yml").is_file()
    links = Links(root)
    for top in (*_read(), "docs", _THEME):
        for path in _files_and_links(root / top):
            relative = path.relative_to(root).as_posix()
            if path.is_symlink():
                yield from links.problems(path)
            elif whole and top != _THEME:
                yield from _misplaced(relative)
                yield from _too_large(path, relative)
    yield from _no_figures(root)
    yield from _repositories(root)
    if whole:
        yield from _no_languages(root / "docs")


def _no_figures(root: Path) -> Iterator[Problem]:
    """Yield everything in data/status/ that is neither settings nor a published quarter, hidden files included."""
    for place, folders, names in os.walk(root / _FIGURES):
        folders.sort()
        for name in sorted(names):
            path = (Path(place) / name).relative_to(root).as_posix()
            if name != ".gitkeep" and path not in _SETTINGS and not PUBLISHED_FILE.fullmatch(path):
                yield Origin(path).error("status-folder-file", found=name)


def _misplaced(path: str) -> Iterator[Problem]:
    """Yield what is wrong with the place or the kind of a file."""
    name = Path(path)
    if (written := _as_other_systems_wrote(path)) != path:
        right = "/".join(slugify(part) for part in written.rpartition(".")[0].split("/")) + name.suffix
        yield Origin(written).error("file-name-form", found=Path(written).name, suggestion=right)
    elif _LOCK.fullmatch(name.name):
        yield Origin(path).error("file-lock", found=name.name)
    elif other := _right_ending(name.name):
        yield Origin(path).error("file-ending", found=name.name, suggestion=other)
    elif name.suffix in _ENDINGS and name.name.lower() != "readme.md":
        yield from _orphan(path)
    elif name.suffix.lower() not in _PUBLISHED and _is_published(path):
        yield Origin(path).error("file-kind", found=name.suffix or name.name)


def _as_other_systems_wrote(path: str) -> str:
    """Return a path that is no UTF-8 as an older Windows meant it; any other as it is."""
    try:
        return os.fsencode(path).decode()
    except UnicodeDecodeError:
        return os.fsencode(path).decode("cp1252", "replace")


def _right_ending(name: str) -> str:
    """Return the name that a text file should have instead, or nothing when its ending is right."""
    match = _OTHER_ENDING.fullmatch(name)
    if match is None:
        return ""
    right = f"{match['page']}.md" if match["page"] else f"{match['stem']}.{match['kind'].lower()}"
    return "" if right == name else right


def _too_large(path: Path, relative: str) -> Iterator[Problem]:
    """Yield a file that is larger than any reader's phone, or git, should be asked to carry."""
    size = path.stat().st_size
    if size > LARGEST:
        megabytes = {"size": f"{size / 1e6:.0f}", "limit": f"{LARGEST / 1e6:.0f}"}
        yield Origin(relative).error("file-large", **megabytes)


def _is_published(path: str) -> bool:
    """Return whether MkDocs would put a file of any kind into the site."""
    return path.startswith("docs/") and not path.startswith(f"docs/{_NO_PAGES}/")


def _files_and_links(folder: Path) -> Iterator[Path]:
    """Yield every file and every link; a link that stands in the place of the whole folder is all there is."""
    if folder.is_symlink():
        yield folder
        return
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if (Path(where) / name).is_symlink()]
        for name in sorted([*links, *names]):
            if not name.startswith("."):
                yield Path(where) / name


def _repositories(root: Path) -> Iterator[Problem]:
    """Yield the folders of the content that are repositories of their own: nobody gets the files in them."""
    told = set()
    for top in (*_read(), "docs", _THEME):
        for place, folders, names in os.walk(root / top):
            folders[:] = sorted(name for name in folders if not name.startswith(".") or name == ".git")
            if ".git" in (*folders, *names):
                told.add(Path(place).relative_to(root).as_posix())
                folders.clear()
    if (modules := root / ".gitmodules").is_file():
        told |= set(_SUBMODULE.findall(modules.read_text("utf-8", "replace")))
    yield from (Origin(path).error("folder-is-repository") for path in sorted(told))


def _no_languages(docs: Path) -> Iterator[Problem]:
    """Yield the folders that should be a language's and are not, each at the first file in it."""
    root = docs.parent
    for folder in sorted(docs.iterdir()) if docs.is_dir() else []:
        if folder.is_dir() and not folder.name.startswith(".") and folder.name not in (*languages(), _NO_PAGES):
            known = ", ".join(f"docs/{language}" for language in languages())
            first = next((path for path in _files_and_links(folder)), folder).relative_to(root).as_posix()
            meant = closest_match(folder.name, languages())
            rule = "folder-not-language-suggestion" if meant else "folder-not-language"
            yield Origin(first).error(rule, found=f"docs/{folder.name}", known=known, suggestion=f"docs/{meant}")


def _orphan(path: str) -> Iterator[Problem]:
    top, _, rest = path.partition("/")
    if path.startswith(f"{_FIGURES}/"):
        return  # told by a rule of its own, which asks for more than a name
    if top == "docs":
        suggestion = _in_books(path) if "/" in rest else f"docs/{main_language()}/{rest}"
        if suggestion:
            yield Origin(path).error("file-not-read-suggestion", suggestion=suggestion)
    elif not any(_fits(rest, pattern) for pattern in _read()[top]):
        suggestion = _closest_path(rest, _read()[top])
        if suggestion:
            yield Origin(path).error("file-not-read-suggestion", suggestion=f"{top}/{suggestion}")
        else:
            yield Origin(path).error("file-not-read")


def _fits(path: str, pattern: str) -> bool:
    """Return whether each part of the path fits its part of the pattern."""
    parts, wanted = path.split("/"), pattern.split("/")
    return len(parts) == len(wanted) and all(map(fnmatchcase, parts, wanted))


def _in_books(path: str) -> str:
    """Return the place where a handbook's file would be read, or nothing when it lies well."""
    top, language, folder, *rest = path.split("/")
    if len(rest) == 2 and folder != at("<handbooks>") and get_close_matches(folder, [at("<handbooks>")], cutoff=0.75):
        return "/".join((top, language, at("<handbooks>"), *rest))
    match = re.fullmatch(_BOOKS.format(books=at("<handbooks>")), path)
    if not match:
        return ""
    name = _plain(match["rest"].rsplit("/", 1)[-1])
    language = main_language() if name.endswith(".yml") else match["language"]
    right = at(f"docs/{language}/<handbooks>/{match['book']}/{name}")
    known = name == "handbook.yml" or name.endswith(".md")
    return right if known and right != path else ""


def _plain(name: str) -> str:
    return re.sub(r"\.yaml$", ".yml", name)


def _closest_path(path: str, patterns: tuple[str, ...]) -> str:
    """Return the path that a file in the wrong place was probably meant to have, or nothing."""
    *folders, name = _plain(path).split("/")
    stem, dot, ending = name.rpartition(".")
    folder = _folder(folders[0] if folders else "", patterns)
    wanted = "/".join([*([folder] if folder else []), name])
    known = {pattern for pattern in patterns if "*" not in pattern}
    close = get_close_matches(f"{_english(stem)}{dot}{ending}", known, n=1, cutoff=0.8)
    if not folder and close:
        return close[0]
    return wanted if wanted != path and any(_fits(wanted, pattern) for pattern in patterns) else ""


def _folder(written: str, patterns: tuple[str, ...]) -> str:
    """Return the folder of data/ that was meant; of a material's folder only its editor knows the name."""
    known = {pattern.split("/")[0] for pattern in patterns if "/" in pattern} - {"*"}
    if not known or not written:
        return written
    close = get_close_matches(_english(written), known, n=1, cutoff=0.7)
    return close[0] if close else written
