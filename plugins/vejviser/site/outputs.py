"""Everything in a site beside its pages: assets, editors' own files, and what is made of the portal and its pages."""

from collections.abc import Callable, Iterator, Mapping
from importlib import resources
from pathlib import Path

from rjsmin import jsmin

from vejviser.base.contents import Content, Contents
from vejviser.base.engine import Engine
from vejviser.base.fingerprints import cache_key, program_fingerprint
from vejviser.base.memo import answers_once
from vejviser.content.colours import for_night, sheet
from vejviser.content.facts import made_of_parts
from vejviser.content.languages import SCRIPTS, Language, languages
from vejviser.content.load.files import lies_in
from vejviser.content.load.settings import Settings
from vejviser.content.model.download import Downloads
from vejviser.content.model.portal import Portal
from vejviser.content.settings import current
from vejviser.documents.known_facts import known_fact_files
from vejviser.opendata.all_files import open_data
from vejviser.pages import offline
from vejviser.pages.paper_words import paper_word_files
from vejviser.pages.reading_tools import text_files
from vejviser.pages.redirects import redirect_files, short_address_files
from vejviser.pages.search_titles import search_title_files
from vejviser.pages.sitemap import sitemap_files
from vejviser.pages.web_manifest import manifest_files
from vejviser.pages.well_known import well_known_files
from vejviser.pages.whole_book import book_files
from vejviser.site.composed import Composed
from vejviser.site.link_resolver import LinkResolver
from vejviser.site.paper import on_paper, picture_files
from vejviser.site.search import index_files
from vejviser.site.site_pages import FinishedPages, gone_places

ASSETS = "assets/vejviser"
FileContents = tuple[tuple[str, Content], ...]
"""Files by their paths, as a stage keeps them."""
_FOLDERS = ("css", "js", "fonts/web", "img")
_FIELD_FONTS = (*sorted(script.field_font for script in SCRIPTS.values()), "LICENSE-DejaVu.txt")
"""What a reader's browser fetches when somebody writes in letters that a PDF's own font does not have."""
_OF_OTHERS = "js/vendor/"
_SHEET, _SIGNS = "css/vejviser.css", ("img/sign.svg", "img/sign-light.svg")
"""The stylesheet that says the colours, and the sign on light and on dark ground."""
_FOR_THE_COMPILER = ".d.ts"
_DECISIONS = "adr"
"""Decisions about the portal lie in docs/ too; they are no part of it."""
_NOT_PUBLISHED = (".md", ".yml", ".yaml")
_OF_THEMES = (".md", ".html", ".py", ".pyc")


def editors_files(root: Path, shown: tuple[Language, ...]) -> frozenset[str]:
    """Return the paths below docs/ of pictures and other files that are published as they are."""
    docs = root / "docs"
    found = (path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file())
    return frozenset(item for item in found if _is_published(item, shown))


def _is_published(path: str, shown: tuple[Language, ...]) -> bool:
    first = path.partition("/")[0]
    hidden = any(part.startswith(".") for part in path.split("/"))
    elsewhere = first == _DECISIONS or (first in languages() and first not in shown)
    return not (hidden or elsewhere or path.endswith(_NOT_PUBLISHED))


def asset_files(site: Composed, contents: Contents) -> dict[str, Content]:
    """Return stylesheets, scripts, fonts, pictures and editors' own files by their paths."""
    own = {**dict(own_assets()), **dict(_of_portal(site.settings))}
    found = {**own, **dict(_of_theme(site.settings)), **dict(_of_editors(site))}
    return {path: contents.put(content) for path, content in found.items()}


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
                yield f"{ASSETS}/{name}", _shortened(content.decode()).encode()
            elif name == _SHEET:
                yield f"{ASSETS}/{name}", content + _colours().encode()
            elif not name.endswith(_FOR_THE_COMPILER):
                yield f"{ASSETS}/{name}", content
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
            yield f"{ASSETS}/{name}", path.read_bytes()


@answers_once
def _shortened(script: str) -> str:
    return str(jsmin(script))


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
    """Yield the files of docs/; pictures as they were made ready for readers."""
    root = site.settings.root
    for source in sorted(site.files):
        language = source.partition("/")[0]
        shown: Mapping[str, Language] = {item: item for item in site.portal.languages}
        resolver = LinkResolver(shown.get(language, site.portal.languages[0]), site.sources)
        picture = site.portal.files.get(source)
        yield resolver.address(source), picture.data if picture else (root / "docs" / source).read_bytes()


def data_files(site: Composed, pages: Mapping[str, Content], engine: Engine) -> dict[str, Content]:
    """Return what is made of the portal: open data, feeds, redirects, and what search engines read; by their paths.

    And the service worker, which is made of the finished `pages` and assets, by their paths, too.
    """
    key = cache_key(program_fingerprint(), site.today.isoformat())

    def files(stage: str, make: Callable[[Portal, Downloads], Mapping[str, bytes]], more: str = "") -> FileContents:
        return made_of_parts(
            engine,
            stage,
            cache_key(key, more),
            site.facts,
            lambda portal, downloads: tuple(
                (path, engine.contents.put(content)) for path, content in make(portal, downloads).items()
            ),
            lambda found: all(engine.contents.has(content) for _, content in found),
        )

    dated = cache_key(site.heads, *(str(page.updated) for page in site.pages.values()))
    addresses = sorted({page.address for page in site.pages.values()} | site.gone)
    codes = {
        paper.picture: paper.address
        for location in site.locations
        if (paper := on_paper(location, site.pages[location.source], site.portal))
    }
    told = cache_key(*(word for item in sorted(codes.items()) for word in item))
    gone = {place for language in site.portal.languages for place in gone_places(site, language)}
    watched = {path: content for path, content in pages.items() if path not in gone and offline.is_watched(path)}
    seen = cache_key(*(word for path in sorted(watched) for word in (path, watched[path].sha256)))
    assets = (f"{path} {content.size}" for path, content in sorted(pages.items()) if path.startswith("assets/"))
    weighed = cache_key(seen, *assets)
    return {
        **dict(files("open data", lambda portal, downloads: open_data(portal, site.today, downloads))),
        **dict(files("known facts", lambda portal, _: known_fact_files(portal, site.today))),
        **dict(files("redirects", lambda portal, _: redirect_files(portal))),
        **dict(files("reading tools", lambda portal, _: text_files(portal))),
        **dict(files("paper words", lambda portal, _: paper_word_files(portal))),
        **dict(files("well known", lambda portal, _: well_known_files(portal, site.today))),
        **dict(files("web manifests", lambda portal, _: manifest_files(portal))),
        **dict(
            files("short addresses", lambda portal, _: short_address_files(portal, addresses), cache_key(*addresses))
        ),
        **dict(files("codes", lambda *_: picture_files(codes), told)),
        **dict(
            files(
                "sitemap",
                lambda portal, _: sitemap_files(portal, site.pages.values(), draft=site.settings.draft),
                cache_key(dated, str(site.settings.draft)),
            )
        ),
        **dict(files("service worker", lambda portal, _: _service_worker(watched, portal, engine.contents), seen)),
        **dict(files("whole books", lambda portal, _: _whole_books(pages, watched, portal, engine.contents), weighed)),
    }


def _whole_books(
    pages: Mapping[str, Content], watched: Mapping[str, Content], portal: Portal, contents: Contents
) -> dict[str, bytes]:
    texts = {path: contents.read(content) for path, content in watched.items()}
    return book_files(portal, texts, {path: content.size for path, content in pages.items()})


def _service_worker(watched: Mapping[str, Content], portal: Portal, contents: Contents) -> dict[str, bytes]:
    files = {path: contents.read(content) for path, content in watched.items()}
    return {"sw.js": offline.service_worker(files, portal).encode()}


def search_files(site: Composed, pages: FinishedPages, engine: Engine) -> dict[str, Content]:
    """Return the search index of every language by its paths, and the catalogue that goes with it."""
    index = index_files({language: _of_language(site, language, pages) for language in site.portal.languages}, engine)
    key = cache_key(program_fingerprint(), *(word for item in sorted(index.names.items()) for word in item))
    told = cache_key(*(word for page in site.pages.values() for word in (page.title, page.kind, *page.aliases)))
    titles = made_of_parts(
        engine,
        "search titles",
        cache_key(key, site.heads, told),
        site.facts,
        lambda portal, _: tuple(
            (path, engine.contents.put(content))
            for path, content in search_title_files(portal, site.pages.values(), index.names).items()
        ),
        lambda found: all(engine.contents.has(content) for _, content in found),
    )
    return {**index.files, **dict(titles)}


def _of_language(site: Composed, language: Language, pages: FinishedPages) -> dict[str, Content]:
    places = (location.place for location in site.locations if location.site_language == language)
    return {place: pages.files[place] for place in places if place in pages.found}
