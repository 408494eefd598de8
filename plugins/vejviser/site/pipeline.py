"""The whole path from folders to a finished site in its place, and its two halves, which previews and hosts use too."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from time import monotonic

from vejviser.base.cache import Store
from vejviser.base.files import remove_folder, replace_folder, staging_folder, write_tree
from vejviser.base.problems import Problem
from vejviser.base.progress import Stages
from vejviser.content.load.settings import Settings, read_settings
from vejviser.content.model.portal import Portal
from vejviser.content.translation.notices import with_translation_notices
from vejviser.documents.builder import BuiltFile, build_all, default_store
from vejviser.publish.manifest import write_manifest
from vejviser.site.composed import Composed, compose
from vejviser.site.content_check import CHECKS, TRUSTED_ENDINGS, Checked, check, check_site, load, raise_on_errors
from vejviser.site.outputs import editors_files, write_assets, write_data, write_search
from vejviser.site.page_cache import PageCache
from vejviser.site.render import Renderer
from vejviser.site.site_pages import Written, write_pages


@dataclass(frozen=True, slots=True)
class Built:
    """A finished site: how many pages, how many of them made anew, how long it took, and the warnings on the way."""

    pages: int
    made: int
    seconds: float
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Ready:
    """Content in order: its files for download made, its pages composed."""

    read: Portal
    """The content as it was read; the pages show it as readers are to see it."""
    site: Composed
    files: tuple[BuiltFile, ...]
    problems: tuple[Problem, ...] = ()
    """Warnings; there is no error among them."""

    @cached_property
    def cache(self) -> PageCache:
        """The pages as HTML, those of earlier builds among them."""
        return PageCache(Renderer(self.site), Store(self.site.settings.root / ".cache" / "pages"))


def build_site(
    root: Path,
    target: Path,
    today: date,
    *,
    demo: bool = False,
    extra: Mapping[str, bytes] | None = None,
    stages: Stages | None = None,
) -> Built:
    """Build the portal, with the files of `extra` beside its own, and put it in the place of `target`.

    Raises ContentError when the content has errors, and BrokenEnvironmentError when the machine stands in the way;
    `target` is then as it was.
    """
    began, stages = monotonic(), stages or Stages()
    ready = prepare(read_settings(root), today, demo=demo, stages=stages)  # read, check, documents, compose
    fresh = staging_folder(target)
    try:
        write_tree(fresh, extra or {})
        pages = write_site(ready, fresh, stages)  # render, files, data, search
        with stages("privacy"):
            raise_on_errors(check_site(ready.site.portal, fresh, today, leave_out=TRUSTED_ENDINGS))
        with stages("manifest"):
            manifest = write_manifest(fresh, CHECKS, invented=demo)
        with stages("place"):
            replace_folder(fresh, target)
    finally:
        remove_folder(fresh)
    default_store(root).touch(file.key for file in ready.files)
    ready.cache.store.touch(pages.keys)
    return Built(manifest.pages, len(pages.made), monotonic() - began, ready.problems)


def prepare(settings: Settings, today: date, *, demo: bool = False, stages: Stages | None = None) -> Ready:
    """Read and check the content, make its documents, compose its pages; raises ContentError when it has errors."""
    stages = stages or Stages()
    with stages("content"):
        loaded = load(settings.root, today, settings.site_url, settings.languages, demo=demo)
        checked = Checked(with_translation_notices(loaded.portal), check(settings.root, today, loaded))
        portal = raise_on_errors(checked)
    with stages("documents"):
        files = build_all(portal, today, default_store(settings.root), settings.contents, stages.progress)
    with stages("texts"):
        downloads = tuple(file.download for file in files)
        site = compose(settings, portal, today, downloads, editors_files(settings.root, settings.languages))
    return Ready(loaded.portal, site, files, checked.problems)


def write_site(ready: Ready, folder: Path, stages: Stages | None = None) -> Written:
    """Write all pages and everything around them below `folder`; raises ContentError when a link leads nowhere."""
    stages = stages or Stages()
    with stages("pages"):
        pages = write_pages(ready.cache, folder, stages.progress)
    with stages("files"):
        write_assets(ready.site, folder)
        write_tree(folder, {file.download.path: file.content for file in ready.files})
    with stages("data"):
        write_data(ready.site, folder)
    with stages("search"):
        write_search(ready.site, folder)
    return pages
