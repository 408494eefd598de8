"""After the pages: the Danish 404 page is put back; everything that is made of finished pages is made."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from vejviser.mkdocs.workspace import Workspace
from vejviser.model.base import MAIN_LANGUAGE, Language
from vejviser.opendata.all import open_data
from vejviser.pages import offline
from vejviser.pages.catalogue import catalogue_files
from vejviser.pages.finding import SITEMAP, finding_files
from vejviser.pages.redirects import redirect_files
from vejviser.search import indexed, make_index
from vejviser.write import remove_others, write_if_changed, write_tree


def language(config: MkDocsConfig) -> Language:
    """Give the language that is being built now."""
    i18n = config.plugins.get("i18n")
    return i18n.current_language or MAIN_LANGUAGE if i18n else MAIN_LANGUAGE


def keep_404(config: MkDocsConfig) -> None:
    """Remember the Danish 404 page before the next language overwrites it."""
    page = Path(config.site_dir) / "404.html"
    if language(config) == MAIN_LANGUAGE and page.is_file():
        config.extra["vejviser_404"] = page.read_bytes()


def finish(config: MkDocsConfig, work: Workspace) -> None:
    """Complete the site when the last language is built."""
    i18n = config.plugins.get("i18n")
    if i18n and i18n.building:
        return
    site = Path(config.site_dir)
    if kept := config.extra.get("vejviser_404"):
        write_if_changed(site / "404.html", kept)
    remove_others(site, (), f"{SITEMAP}.gz")  # MkDocs' own, of another sitemap
    write_around(site, work)
    write_index(site, work)


def write_around(site: Path, work: Workspace) -> None:
    """Write what is made of the portal and its finished pages: open data, feeds, redirects, the service worker."""
    paths = (path for pattern in offline.FILES for path in site.glob(pattern))
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}
    portal = work.portal
    write_if_changed(site / "sw.js", offline.service_worker(files, portal).encode())
    write_tree(site, open_data(portal, work.today, tuple(it.download for it in work.filed)))
    write_tree(site, redirect_files(portal))
    write_tree(site, finding_files(portal, work.every_page))


def write_index(site: Path, work: Workspace) -> None:
    """Write the search index, and the catalogue that goes with it."""
    make_index(site, work.root)
    write_tree(site, catalogue_files(work.portal, work.every_page, indexed(site)))
