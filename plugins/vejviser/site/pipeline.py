"""The whole path from folders to a finished site in its place, and its two halves, which previews and hosts use too."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from time import monotonic

from vejviser.base.contents import Content
from vejviser.base.engine import Engine, engine_of
from vejviser.base.parallel import run_async
from vejviser.base.problems import Problem
from vejviser.base.progress import Stages
from vejviser.content.addresses import PUBLISHED_ON
from vejviser.content.facts import Facts
from vejviser.content.load.history import read_history
from vejviser.content.load.portal import Loaded
from vejviser.content.load.settings import Settings, read_settings
from vejviser.content.model.portal import Portal
from vejviser.content.on_days import on_day, taken_down_addresses
from vejviser.content.settings import using_root
from vejviser.content.translation.notices import with_notices
from vejviser.content.types import types
from vejviser.documents.builder import BuiltFile, build_all
from vejviser.publish.known_files import FileFacts
from vejviser.publish.manifest import NAME as MANIFEST
from vejviser.publish.manifest import as_file, manifest_of, published_on
from vejviser.site import edition, privacy_gate
from vejviser.site.composed import Composed, compose
from vejviser.site.content_check import CHECKS, Checked, check, load, raise_on_errors
from vejviser.site.edition import Edition, edition_options
from vejviser.site.outputs import asset_files, data_files, editors_files, search_files
from vejviser.site.page_cache import PageCache
from vejviser.site.render import Renderer
from vejviser.site.site_pages import FinishedPages, finished_pages


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
    engine: Engine
    problems: tuple[Problem, ...] = ()
    """Warnings; there is no error among them."""

    @cached_property
    def cache(self) -> PageCache:
        """The pages as HTML, those of earlier builds among them."""
        return PageCache(Renderer(self.site), self.engine)


@dataclass(frozen=True, slots=True)
class Made:
    """Every file of a site by its path, and which pages among them were made anew."""

    files: Mapping[str, Content]
    pages: FinishedPages


def build_site(
    root: Path,
    target: Path,
    today: date,
    *,
    demo: bool = False,
    draft: bool = False,
    extra: Mapping[str, bytes] | None = None,
    stages: Stages | None = None,
) -> Built:
    """Build the portal, with the files of `extra` beside its own, and put it in the place of `target`.

    What is as it was in an earlier build is not made again. Raises ContentError when the content has errors, and
    BrokenEnvironmentError when the machine stands in the way; `target` is then as it was.
    """
    began, stages, options = (
        monotonic(),
        stages or Stages(),
        edition_options(today, demo=demo, draft=draft, extra=extra),
    )
    with using_root(root), engine_of(root) as engine:
        with stages("standing"):
            if known := edition.standing(engine, target, root, *options):
                return Built(known.pages, 0, monotonic() - began, known.problems)
        settings = replace(read_settings(root), draft=draft)
        read = edition.folders_read(root, settings.templates)
        made_of = edition.inputs(root, read, *options)
        ready = prepare(settings, today, engine, demo=demo, stages=stages)  # read, check, documents, compose
        made = make_site(ready, stages)  # render, assets, data, search
        files = {**made.files, **{path: engine.contents.put(content) for path, content in (extra or {}).items()}}
        with stages("privacy"):
            found = privacy_gate.problems(ready.site.portal, files, target.name, today, engine)
            raise_on_errors(Checked(ready.site.portal, found))
        with stages("manifest"):
            facts = {path: FileFacts(content.size, content.sha256) for path, content in files.items()}
            manifest = manifest_of(facts, CHECKS, invented=demo, draft=draft)
            files[MANIFEST] = engine.contents.put(as_file(manifest))
            files[PUBLISHED_ON] = engine.contents.put(published_on(today.strftime("%Y%m%d")))
        with stages("place"):
            edition.place(Edition(files, manifest.pages, ready.problems, made_of, read), engine, target)
    return Built(manifest.pages, len(made.pages.made), monotonic() - began, ready.problems)


def prepare(
    settings: Settings,
    today: date,
    engine: Engine | None = None,
    *,
    demo: bool = False,
    stages: Stages | None = None,
    earlier: Mapping[str, BuiltFile] | None = None,
) -> Ready:
    """Read and check the content, make its documents, compose its pages; raises ContentError when it has errors.

    The content is checked beside the rest, by a process of its own. Documents that there are `earlier` ones of are not
    made now.
    """
    stages, root = stages or Stages(), settings.root
    engine = engine or engine_of(root)
    with stages("content"):
        loaded = load(root, today, settings.site_url, settings.languages, demo=demo, engine=engine)
        shown = with_notices(on_day(_with_history(loaded.facts, root, engine), today))
        check_it = partial(_checked, root, today, loaded, engine)
        checking = check_it if loaded.problems else run_async(check_it)
        if loaded.problems:
            raise_on_errors(Checked(shown.portal, checking()))
    try:
        with stages("documents"):
            files = build_all(shown, today, engine, settings.contents, stages.progress, earlier or {})
        with stages("texts"):
            offered = shown.with_downloads(tuple(file.download for file in files))
            made = compose(settings, offered, today, engine, editors_files(root, settings.languages))
            site = replace(made, gone=taken_down_addresses(loaded.portal, today))
    finally:  # what content with errors is made into may be any; that it cannot be made is no error of its own
        with stages("checks"):
            problems = checking()
            raise_on_errors(Checked(shown.portal, problems))
    return Ready(loaded.portal, site, files, engine, problems)


def _with_history(facts: Facts, root: Path, engine: Engine) -> Facts:
    """Return the portal with what git knows of its texts: only readers are told of it, so no rule reads it."""
    paths = {text.origin.path for kind in types() if kind.approvable for text in facts.portal.all_of(kind)}
    history, key = read_history(root, paths, engine)
    return facts.with_portal(replace(facts.portal, history=history), history=key)


def _checked(root: Path, today: date, loaded: Loaded, engine: Engine) -> tuple[Problem, ...]:
    found = check(root, today, loaded, engine=engine)
    engine.keep_answers()
    return found


def make_site(ready: Ready, stages: Stages | None = None) -> Made:
    """Make all pages and everything around them; raises ContentError when a link leads nowhere."""
    stages, site, engine = stages or Stages(), ready.site, ready.engine
    with stages("pages"):
        pages = finished_pages(ready.cache, stages.progress)
    with stages("files"):
        assets = asset_files(site, engine.contents)
        downloads = {file.download.path: file.kept for file in ready.files}
    with stages("data"):
        data = data_files(site, {**pages.files, **assets}, engine)
    with stages("search"):
        search = search_files(site, pages, engine)
    return Made({**pages.files, **assets, **downloads, **data, **search}, pages)


def write_site(ready: Ready, folder: Path) -> None:
    """Make a site, and write it into a folder that a host has begun."""
    with ready.engine as engine:
        edition.place_files(make_site(ready).files, engine.contents, folder)
