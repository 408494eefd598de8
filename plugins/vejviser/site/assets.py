"""Stylesheets, scripts, fonts and signs: what pages are shown with, in few files that are named by their content.

A file under `HASHED` never changes: a page from before a publishing gets the files it was written for, and a browser
asks for each only once. All of a portal's stylesheets are one file, those that only some readers need excepted.
"""

import hashlib
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import resources
from pathlib import Path
from posixpath import dirname, join, normpath, relpath, splitext
from types import MappingProxyType

from rjsmin import jsmin

from vejviser.base.fingerprints import in_letters
from vejviser.base.memo import answers_once
from vejviser.content.colours import for_night, sheet
from vejviser.content.languages import SCRIPTS
from vejviser.content.load.files import lies_in
from vejviser.content.load.settings import Settings
from vejviser.content.settings import current
from vejviser.site.page_sheets import limited
from vejviser.site.script_bundles import Bundles, Module, read_module

ASSETS = "assets/vejviser"
HASHED = "assets/hashed"
"""The folder of files that are named by their content."""
FRAME_SCRIPTS = ("wipe", "vejviser")
"""What every page runs, before what it names itself."""
_EVERYWHERE = ("vejviser", "wipe", "offline", "handbook", "whole_book", "parallel", "question", "parts")
"""The scripts in the file that all pages share: those of a handbook, and what long pages of several kinds need."""
_ALONE = ("early", "hand_on")
"""The scripts that stand alone: before a page is shown, and on a page that only leads on."""
_DRAFT = f"{ASSETS}/css/draft.css"
"""The stylesheet that only drafts have."""
_SHEET, _SIGNS = f"{ASSETS}/css/vejviser.css", (f"{ASSETS}/img/sign.svg", f"{ASSETS}/img/sign-light.svg")
"""The stylesheet that says the colours, and the sign on light and on dark ground."""
_FOLDERS = ("css", "js", "fonts/web", "img")
_FIELD_FONTS = (*sorted(script.field_font for script in SCRIPTS.values()), "LICENSE-DejaVu.txt")
"""What a reader's browser fetches when somebody writes in letters that a PDF's own font does not have."""
_OF_OTHERS = f"{ASSETS}/js/vendor/"
_FOR_THE_COMPILER = ".d.ts"
_READY = re.compile(rf"{ASSETS}/(?:fonts/web/.+\.woff2|img/[\w-]+\.svg|js/vendor/.+\.js)")
"""What needs no other file: it is published as it is, under its hash."""
_OURS = re.compile(rf"{ASSETS}/(?:css|js)/(.+)\.(css|js)")
_USED = re.compile(r"""url\(\s*(["']?)(?!data:|#|/|[a-z]+:)([^"')]+)\1\s*\)""")
_STRING_OR_COMMENT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/""", re.DOTALL)
_MUST_BE_FIRST = re.compile(r"\s*@(?:import|charset)\b")
_ASKED_FOR = re.compile(r"/css/([\w-]+\.css)\b")
"""A stylesheet in a script."""
_NEEDS_OTHERS = re.compile(r"\bimport\b")
_OF_THEMES = (".md", ".html", ".py", ".pyc")
_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Assets:
    """All of a portal's assets. `names` says where a file that pages ask for by its plain path is published."""

    files: Mapping[str, bytes]
    names: Mapping[str, str]
    stylesheets: tuple[str, ...]
    """The stylesheets of every page: where each is published, below the site or elsewhere on the web."""

    def page_scripts(self, named: Iterable[str]) -> tuple[str, ...]:
        """Return where the scripts that a page names are published, as far as the file of every page has them not."""
        found = dict.fromkeys(self.names[script_path(name)] for name in named)
        return tuple(path for path in found if path != self.names[script_path(_EVERYWHERE[0])])


def script_path(name: str) -> str:
    """Return the plain path of one of our scripts by its name: "checklist/dom"."""
    return f"{ASSETS}/js/{name}.js"


def assets_of(settings: Settings) -> Assets:
    """Return the assets of a portal; raises ValueError for a script that cannot be put in a file with others."""
    plain = {
        **dict(_of_package()),
        **dict(_of_editors(settings)),
        **dict(_of_theme(settings)),
        **dict(_of_portal(settings)),
    }
    names = {path: hashed(path, content) for path, content in plain.items() if _READY.fullmatch(path)}
    made = {names[path]: plain[path] for path in names}
    for path in (script_path(name) for name in _ALONE):
        content = _shortened(plain[path].decode()).encode()
        made[names.setdefault(path, hashed(path, content))] = content
    scripts = _modules(plain)
    late = _late_sheets(plain, scripts)
    for path in late:
        content = _joined([path], plain, names)
        made[names.setdefault(path, hashed(path, content))] = content
    bundles = _bundles(scripts, names)
    names |= {script_path(name): bundles.file(name) for name in (*bundles.shared, *_asked_for_by_pages(scripts))}
    made |= dict(bundles.made.values())
    for script in settings.scripts:
        content = plain.get(script.path, b"")
        if content and script.path not in names and not _NEEDS_OTHERS.search(content.decode(errors="replace")):
            made[names.setdefault(script.path, hashed(script.path, content))] = content
    sheets = _sheets(settings, plain, names, late)
    names[_SHEET] = next(iter(sheets))
    made |= {path: content for path, content in sheets.items() if content is not None}
    kept = {path: content for path, content in plain.items() if not (_OURS.fullmatch(path) or path.endswith(".woff2"))}
    return Assets({**kept, **made}, names, tuple(sheets))


def hashed(path: str, content: bytes) -> str:
    """Return the path that a file is published under: "assets/vejviser/a.css" -> "assets/hashed/a.bcdfghjk.css"."""
    stem, ending = splitext(_place(path))
    return f"{stem}.{in_letters(hashlib.sha256(content).hexdigest()[:_LENGTH])}{ending}"


def _place(path: str) -> str:
    own = f"own/{path}"
    return f"{HASHED}/{path.removeprefix(f'{ASSETS}/') if path.startswith(f'{ASSETS}/') else own}"


def own_assets() -> Iterator[tuple[str, bytes]]:
    """Yield what comes with Vejviser, each file for itself; scripts without their comments.

    The libraries of others stay as they are: in theirs, the comments are the licence.
    """
    for path, content in _of_package():
        ours = path.endswith(".js") and not path.startswith(_OF_OTHERS)
        yield path, _shortened(content.decode()).encode() if ours else content


def _of_package() -> Iterator[tuple[str, bytes]]:
    home = Path(str(resources.files("vejviser") / "assets"))
    for part in _FOLDERS:
        for path in sorted(item for item in (home / part).rglob("*") if item.is_file()):
            name = f"{ASSETS}/{path.relative_to(home).as_posix()}"
            if not name.endswith(_FOR_THE_COMPILER):
                yield name, path.read_bytes() + (_colours().encode() if name == _SHEET else b"")
    for name in _FIELD_FONTS:
        yield f"{ASSETS}/fonts/documents/{name}", (home / "fonts" / "documents" / name).read_bytes()


def _colours() -> str:
    """Return the rules for a portal's own colours; nothing, where it has none."""
    colours = current().colours
    day = colours.accent
    return sheet(day, colours.accent_dark or for_night(day)) if day else ""


def _of_portal(settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Yield the portal's own sign, in the places of the package's."""
    path = settings.root / current().sign
    if current().sign and lies_in(settings.root, path):
        for name in _SIGNS:
            yield name, path.read_bytes()


def _of_theme(settings: Settings) -> Iterator[tuple[str, bytes]]:
    folder = settings.templates
    for path in sorted(folder.rglob("*")) if folder else ():
        name = path.relative_to(folder or "").as_posix()
        if (
            path.is_file()
            and not name.endswith(_OF_THEMES)
            and not any(part.startswith(".") for part in name.split("/"))
        ):
            yield name, path.read_bytes()


def _of_editors(settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Yield the stylesheets and scripts of every page that lie among the texts."""
    for path in (*settings.stylesheets, *(script.path for script in settings.scripts)):
        if not path.startswith("/") and lies_in(settings.root / "docs", settings.root / "docs" / path):
            yield path, (settings.root / "docs" / path).read_bytes()


def _late_sheets(plain: Iterable[str], scripts: Mapping[str, Module]) -> frozenset[str]:
    """Return the stylesheets that come when a reader asks for what they are for, and that of drafts."""
    named = (found[1] for module in scripts.values() for found in _ASKED_FOR.finditer(module.text))
    return frozenset({_DRAFT, *(f"{ASSETS}/css/{name}" for name in named)}.intersection(plain))


def _asked_for_by_pages(scripts: Mapping[str, Module]) -> list[str]:
    """Return the scripts that no other one asks for, by their names: those that pages ask for."""
    used = {other for name, module in scripts.items() for other in (*module.imports, *module.asks_for(name))}
    return [name for name in scripts if name not in used and name not in _ALONE]


def _sheets(
    settings: Settings, plain: Mapping[str, bytes], names: Mapping[str, str], late: Container[str]
) -> dict[str, bytes | None]:
    """Return the stylesheets of every page in their order, by where they are published; ours is the first.

    The portal's own stand in ours, but for those that must be alone, and those that lie elsewhere on the web.
    """
    own = [path for path in settings.stylesheets if path != _SHEET]
    alone = [path for path in own if _MUST_BE_FIRST.match(plain.get(path, b"@import ").decode(errors="replace"))]
    ours = (_OURS.fullmatch(path) for path in sorted(plain) if path != _SHEET and path not in late)
    limits = {match[0]: match[1] for match in ours if match and match[2] == "css"}
    one = _joined([_SHEET, *(path for path in own if path not in alone), *limits], plain, names, limits)
    found: dict[str, bytes | None] = {hashed(_SHEET, one): one}
    for path in alone:
        content = _joined([path], plain, names) if path in plain else None
        found[hashed(path, content) if content is not None else path] = content
    return found


def _joined(
    paths: Iterable[str],
    plain: Mapping[str, bytes],
    names: Mapping[str, str],
    limits: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """Return stylesheets as one, without comments; what they show is asked for where it is published.

    Those in `limits` reach only pages that want the sheet of that name.
    """
    first, *_ = paths = list(paths)
    folder = dirname(_place(first))

    def used(path: str, found: re.Match[str]) -> str:
        shown = normpath(join(dirname(path), found[2]))
        return f'url("{relpath(names.get(shown, shown), folder)}")'

    def text(path: str) -> str:
        found = _USED.sub(partial(used, path), plain[path].decode())
        limited_to = limited(found, limits[path]) if path in limits else found
        bare = _STRING_OR_COMMENT.sub(lambda it: it[1] or "", limited_to)
        return re.sub(r"\s*\n\s*", "\n", bare).strip()

    return "\n".join(map(text, paths)).encode()


def _modules(plain: Mapping[str, bytes]) -> dict[str, Module]:
    """Return our scripts by their names."""
    ours = (found for path in plain if (found := _OURS.fullmatch(path)) and not path.startswith(_OF_OTHERS))
    return {found[1]: read_module(found[1], plain[found[0]].decode()) for found in ours if found[2] == "js"}


def _bundles(scripts: Mapping[str, Module], names: Mapping[str, str]) -> Bundles:
    return Bundles(
        scripts,
        _EVERYWHERE,
        script_path,
        lambda name: dirname(_place(script_path(name))),
        lambda name, content: hashed(script_path(name), content),
        names,
    )


@answers_once
def _shortened(script: str) -> str:
    return str(jsmin(script))
