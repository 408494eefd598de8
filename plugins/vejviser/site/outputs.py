"""Everything in a site beside its pages: assets, editors' own files, and what is made of the portal and its pages."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from vejviser.base.contents import Content, Contents
from vejviser.base.engine import Engine
from vejviser.base.fingerprints import cache_key, program_fingerprint
from vejviser.content.facts import made_of_parts
from vejviser.content.languages import Language, languages
from vejviser.content.model.download import Downloads
from vejviser.content.model.portal import Portal
from vejviser.documents.known_facts import known_fact_files
from vejviser.opendata.all_files import open_data
from vejviser.pages import offline, redirects
from vejviser.pages.paper_words import paper_word_files
from vejviser.pages.reading_tools import text_files
from vejviser.pages.search import place_files, signpost_files
from vejviser.pages.sitemap import sitemap_files
from vejviser.pages.web_manifest import manifest_files
from vejviser.pages.well_known import well_known_files
from vejviser.pages.whole_book import book_files
from vejviser.site.composed import Composed
from vejviser.site.link_resolver import LinkResolver
from vejviser.site.paper import on_paper, picture_files
from vejviser.site.search import Indexed
from vejviser.site.search import search_files as made_search
from vejviser.site.site_pages import FinishedPages, gone_places

FileContents = tuple[tuple[str, Content], ...]
"""Files by their paths, as a stage keeps them."""
_DECISIONS = "adr"
"""Decisions about the portal lie in docs/ too; they are no part of it."""
_NOT_PUBLISHED = (".md", ".yml", ".yaml")


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
    found = {**site.assets.files, **dict(_of_editors(site))}
    return {path: contents.put(content) for path, content in found.items()}


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
    published = site.assets.names
    told_where = repr(sorted(published.items()))
    gone = {place for language in site.portal.languages for place in gone_places(site, language)}
    watched = {path: content for path, content in pages.items() if path not in gone and offline.is_watched(path)}
    seen = cache_key(told_where, *(word for path in sorted(watched) for word in (path, watched[path].sha256)))
    assets = (f"{path} {content.size}" for path, content in sorted(pages.items()) if path.startswith("assets/"))
    weighed = cache_key(seen, *assets)
    script = published[redirects.SCRIPT]
    made = frozenset(download.path for download in site.downloads)
    sizes = {path: content.size for path, content in pages.items()}

    def texts() -> dict[str, bytes]:
        return {path: engine.contents.read(content) for path, content in watched.items()}

    return {
        **dict(files("open data", lambda portal, downloads: open_data(portal, site.today, downloads))),
        **dict(files("known facts", lambda portal, _: known_fact_files(portal, site.today))),
        **dict(
            files(
                "redirects",
                lambda portal, _: redirects.redirect_files(portal, script, made),
                cache_key(script, *sorted(made)),
            )
        ),
        **dict(files("reading tools", lambda portal, _: text_files(portal))),
        **dict(files("signposts", lambda portal, _: signpost_files(portal))),
        **dict(files("place names", lambda portal, _: place_files(portal))),
        **dict(files("paper words", lambda portal, _: paper_word_files(portal))),
        **dict(files("well known", lambda portal, _: well_known_files(portal, site.today))),
        **dict(files("web manifests", lambda portal, _: manifest_files(portal))),
        **dict(
            files(
                "short addresses",
                lambda portal, _: redirects.short_address_files(portal, addresses, script),
                cache_key(script, *addresses),
            )
        ),
        **dict(files("codes", lambda *_: picture_files(codes), told)),
        **dict(
            files(
                "sitemap",
                lambda portal, _: sitemap_files(portal, site.pages.values(), draft=site.settings.draft),
                cache_key(dated, str(site.settings.draft)),
            )
        ),
        **dict(files("service worker", lambda portal, _: _service_worker(texts(), portal, published), seen)),
        **dict(files("whole books", lambda portal, _: book_files(portal, texts(), sizes, published), weighed)),
    }


def _service_worker(files: Mapping[str, bytes], portal: Portal, published: Mapping[str, str]) -> dict[str, bytes]:
    return {"sw.js": offline.service_worker(files, portal, published).encode()}


def search_files(site: Composed, pages: FinishedPages, engine: Engine) -> dict[str, Content]:
    """Return the files of the search by their paths: of every language, and of the signposts."""
    found = {language: _to_be_found(site, language, pages) for language in site.portal.languages}
    every = [item for of in found.values() for item in of]
    told = (
        word
        for item in every
        for word in (item.content.sha256, item.page.uri, item.page.title, *item.page.audience, *item.page.aliases, "")
    )
    files = made_of_parts(
        engine,
        "search",
        cache_key(program_fingerprint(), *told),
        site.facts,
        lambda portal, _: tuple(
            (path, engine.contents.put(content)) for path, content in made_search(portal, found, engine).items()
        ),
        lambda found: all(engine.contents.has(content) for _, content in found),
    )
    return dict(files)


def _to_be_found(site: Composed, language: Language, pages: FinishedPages) -> list[Indexed]:
    return [
        Indexed(site.pages[location.source], pages.files[location.place])
        for location in site.locations
        if location.site_language == language and location.place in pages.found
    ]
