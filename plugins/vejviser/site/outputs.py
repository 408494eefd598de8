"""Everything in a site beside its pages: assets, editors' own files, and what is made of the portal and its pages."""

from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path

from rjsmin import jsmin

from vejviser.base.files import write_if_changed, write_tree
from vejviser.content.languages import LANGUAGES, SCRIPTS, Language
from vejviser.content.load.settings import Settings
from vejviser.documents.known_facts import known_fact_files
from vejviser.opendata.all_files import open_data
from vejviser.pages import offline
from vejviser.pages.redirects import redirect_files
from vejviser.pages.search_titles import search_title_files
from vejviser.pages.sitemap import sitemap_files
from vejviser.site.composed import Composed
from vejviser.site.link_resolver import LinkResolver
from vejviser.site.search import indexed, make_index

ASSETS = "assets/vejviser"
_FOLDERS = ("css", "js", "fonts/web", "img")
_FIELD_FONTS = (*sorted(script.field_font for script in SCRIPTS.values()), "LICENSE-DejaVu.txt")
"""What a reader's browser fetches when somebody writes in letters that a PDF's own font does not have."""
_OF_OTHERS = "js/vendor/"
_FOR_THE_COMPILER = ".d.ts"
_DECISIONS = "adr"
"""Decisions about the portal lie in docs/ too; they are no part of it."""
_NOT_PUBLISHED = (".md", ".yml", ".yaml")
_OF_THEMES = (".md", ".html", ".py", ".pyc")


def editors_files(root: Path, languages: tuple[Language, ...]) -> frozenset[str]:
    """Return the paths below docs/ of pictures and other files that are published as they are."""
    docs = root / "docs"
    found = (path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file())
    return frozenset(item for item in found if _is_published(item, languages))


def _is_published(path: str, languages: tuple[Language, ...]) -> bool:
    first = path.partition("/")[0]
    hidden = any(part.startswith(".") for part in path.split("/"))
    elsewhere = first == _DECISIONS or (first in LANGUAGES and first not in languages)
    return not (hidden or elsewhere or path.endswith(_NOT_PUBLISHED))


def write_assets(site: Composed, folder: Path) -> frozenset[str]:
    """Write stylesheets, scripts, fonts, pictures and editors' own files below `folder`; return their paths."""
    files = {**dict(_of_theme(site.settings)), **dict(own_assets()), **dict(_of_editors(site))}
    write_tree(folder, files)
    return frozenset(files)


def own_assets() -> Iterator[tuple[str, bytes]]:
    """Yield what comes with Vejviser; scripts without their comments, which readers would fetch for nothing.

    The libraries of others stay as they are: in theirs, the comments are the licence.
    """
    home = Path(str(resources.files("vejviser") / "assets"))
    for part in _FOLDERS:
        for path in sorted(item for item in (home / part).rglob("*") if item.is_file()):
            name = path.relative_to(home).as_posix()
            content = path.read_bytes()
            if name.startswith("js/") and not name.startswith(_OF_OTHERS):
                yield f"{ASSETS}/{name}", jsmin(content.decode()).encode()
            elif not name.endswith(_FOR_THE_COMPILER):
                yield f"{ASSETS}/{name}", content
    for name in _FIELD_FONTS:
        yield f"{ASSETS}/fonts/documents/{name}", (home / "fonts" / "documents" / name).read_bytes()


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


def _of_editors(site: Composed) -> Iterator[tuple[str, bytes]]:
    for source in sorted(site.files):
        language = source.partition("/")[0]
        shown: Mapping[str, Language] = {item: item for item in site.portal.languages}
        resolver = LinkResolver(shown.get(language, site.portal.languages[0]), site.sources)
        yield resolver.address(source), (site.settings.root / "docs" / source).read_bytes()


def write_data(site: Composed, folder: Path) -> None:
    """Write what is made of the portal and its finished pages: open data, feeds, redirects, the service worker."""
    paths = (path for pattern in offline.FILES for path in folder.glob(pattern))
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    portal = site.portal
    write_if_changed(folder / "sw.js", offline.service_worker(files, portal).encode())
    write_tree(folder, open_data(portal, site.today, site.downloads))
    write_tree(folder, known_fact_files(portal, site.today))
    write_tree(folder, redirect_files(portal))
    write_tree(folder, sitemap_files(portal, site.pages.values()))


def write_search(site: Composed, folder: Path) -> None:
    """Write the search index, and the catalogue that goes with it."""
    make_index(folder, site.settings.root)
    write_tree(folder, search_title_files(site.portal, site.pages.values(), indexed(folder)))
