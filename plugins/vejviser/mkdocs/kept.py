"""What earlier builds made of a page, used again when nothing it is made of is another.

Two things are kept: a text as HTML, which every language that falls back to the text can use, and a whole page. The
key of a page is made of everything its template can see; `view.page_view` and `KeptPages` belong together. MkDocs is
asked for a "dirty" build, in which it leaves out files that say they are not modified.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.utils.yaml import yaml_load

from vejviser.made_with import key_of, made_with
from vejviser.mkdocs.spot import Spot
from vejviser.mkdocs.targets import Targets
from vejviser.mkdocs.view import alternates, crumbs
from vejviser.mkdocs.workspace import Workspace
from vejviser.model.base import MAIN_LANGUAGE, Language
from vejviser.pages.catalogue import words_about
from vejviser.pages.navigation import navigation
from vejviser.side_by_side import Tell
from vejviser.store import Store
from vejviser.write import write_if_changed

LIBRARIES = (
    "jinja2",
    "markdown",
    "markupsafe",
    "mkdocs",
    "mkdocs-material",
    "mkdocs-static-i18n",
    "pygments",
    "pymdown-extensions",
    "pyyaml",
)


@dataclass(frozen=True, slots=True)
class Anchors:
    """A page's places to link to, and its own links to places, as (path of the other file, place, link as written)."""

    present: tuple[str, ...]
    links: tuple[tuple[str, str, str], ...]

    def give(self, page: MkDocsPage, file_of: Callable[[str], File | None]) -> None:
        """Let MkDocs check the links of a page it has not converted."""
        page.present_anchor_ids = set(self.present)
        page.links_to_anchors = {}
        for path, anchor, written in self.links:
            if (target := file_of(path)) is not None:
                page.links_to_anchors.setdefault(target, {})[anchor] = written


def anchors_of(page: MkDocsPage, name_of: Callable[[File, str], str]) -> Anchors:
    """Give the places and links MkDocs has found in a page; `name_of` says what to write of a link's file."""
    links = (page.links_to_anchors or {}).items()
    named = ((name_of(file, written), anchor, written) for file, it in links for anchor, written in it.items())
    return Anchors(tuple(sorted(page.present_anchor_ids or ())), tuple(sorted(named)))


def read_anchors(found: dict[str, Any]) -> Anchors:
    """Give the anchors as they were kept."""
    return Anchors(tuple(found["present"]), tuple((path, anchor, written) for path, anchor, written in found["links"]))


class PageFile(File):
    """A page's file that knows whether it is modified."""

    is_kept = False

    def is_modified(self) -> bool:
        """Tell whether MkDocs must read and build the page."""
        return not self.is_kept


@dataclass
class KeptPages:
    """The pages of one language in one build: found in the store, or made by MkDocs and put there.

    Nothing is kept of a page that MkDocs has warned about while making it; `warnings` tells how many there are so far.
    """

    store: Store
    config: MkDocsConfig
    work: Workspace
    language: Language
    warnings: Callable[[], int]
    told: Tell
    """Hears of every page that is done."""
    made: list[str] = field(default_factory=list)
    _found: dict[str, tuple[Anchors, bytes]] = field(default_factory=dict)
    _keys: dict[str, str] = field(default_factory=dict)
    _written: dict[str, str] = field(default_factory=dict)
    _texts: dict[str, dict[str, Any]] = field(default_factory=dict)
    _before: dict[str, int] = field(default_factory=dict)

    @cached_property
    def spots(self) -> dict[str, Spot]:
        """Every page of the language by its file."""
        return {it.source: it for it in spots(self.work, self.language)}

    def look_up(self, site: Path) -> bool:
        """Put every page that is kept into the site; tell whether these are all, and their links lead somewhere."""
        common = frame(self.config, self.work, self.language)
        for source, spot in self.spots.items():
            key = self._keys[source] = self._key(spot, common)
            if (found := self.store.get(key)) is not None:
                about, _, html = found.partition(b"\n")
                self._found[source] = read_anchors(json.loads(about)), html
                write_if_changed(site / spot.place, html)
        self.told(len(self._found))
        return len(self._found) == len(self.spots) and self._links_hold()

    @property
    def compiled(self) -> BytecodeCache:
        """Where compiled templates are kept: Jinja sees for itself that one has changed, but not that Jinja has."""
        folder = self.store.folder.with_name("templates")
        folder.mkdir(parents=True, exist_ok=True)
        return FileSystemBytecodeCache(str(folder), f"{made_with(LIBRARIES, ())[:16]}-%s.cache")

    def narrow(self, files: Files) -> None:
        """Take the texts of other languages away: static-i18n would compare each with each."""
        for file in files.documentation_pages():
            if file.src_uri not in self.spots:
                files.remove(file)

    @property
    def has_files(self) -> bool:
        """Whether MkDocs puts files that are no pages into the site: the theme's with Danish, or the language's own."""
        own = (it for it in self._sources if it.startswith(f"{self.language}/") and not it.endswith((".md", ".yml")))
        return self.language == MAIN_LANGUAGE or any(own)

    def mark(self, files: Files) -> None:
        """Tell MkDocs which files it need not build."""
        for file in files.documentation_pages():
            _own(file).is_kept = file.src_uri in self._found

    def join(self, files: Files) -> None:
        """Let MkDocs check the links of the kept pages among those of the others."""
        for file in files.documentation_pages():
            if file.page is not None and file.src_uri in self._found:
                self._found[file.src_uri][0].give(file.page, files.src_uris.get)

    def before_text(self, markdown: str, page: MkDocsPage) -> str:
        """Give what MkDocs is to convert: the text, or nothing when the text as HTML is kept."""
        self._before[page.file.src_uri] = self.warnings()
        if "title" not in page.meta:
            return markdown
        found = self.store.get(self._text_key(markdown, page.file))
        if found is None:
            return markdown
        self._texts[page.file.src_uri] = json.loads(found) | {"markdown": markdown}
        return ""

    def after_text(self, html: str, page: MkDocsPage, files: Files) -> str:
        """Give the text as HTML: the one that is kept, or the one MkDocs made, which is kept from now on."""
        found = self._texts.pop(page.file.src_uri, None)
        if found is None:
            self._keep_text(html, page)
            return html
        page.markdown, page.toc = found["markdown"], get_toc(found["toc"])
        read_anchors(found).give(page, lambda written: self._target_file(page.file, written, files))
        return str(found["html"])

    def after_page(self, html: str, page: MkDocsPage) -> None:
        """Keep a page MkDocs has made."""
        source = page.file.src_uri
        self.made.append(page.file.dest_uri)
        self.told(1)
        if self.warnings() == self._before[source]:
            about = json.dumps(asdict(anchors_of(page, lambda file, _: file.src_uri)), ensure_ascii=False)
            self.store.put(self._keys[source], f"{about}\n{html}".encode(errors="xmlcharrefreplace"))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all pages of this language."""
        return tuple(self._keys.values())

    @cached_property
    def _base(self) -> str:
        return base(self.config)

    @cached_property
    def _sources(self) -> frozenset[str]:
        return self.work.sources

    @cached_property
    def _targets(self) -> Targets:
        return Targets(self.language, self._sources)

    def _links_hold(self) -> bool:
        present = {source: frozenset(anchors.present) for source, (anchors, _) in self._found.items()}
        links = (link for anchors, _ in self._found.values() for link in anchors.links)
        return all(anchor in present[path] for path, anchor, _ in links if path in present)

    def _keep_text(self, html: str, page: MkDocsPage) -> None:
        if "title" not in page.meta or self.warnings() != self._before[page.file.src_uri]:
            return
        anchors = asdict(anchors_of(page, lambda _, written: written))
        text = {"html": html, "toc": [_token(it) for it in page.toc]} | anchors
        key = self._text_key(page.markdown or "", page.file)
        self.store.put(key, json.dumps(text, ensure_ascii=False).encode())

    def _target_file(self, file: File, written: str, files: Files) -> File | None:
        source = self._targets.source(file.src_uri, written)
        return files.src_uris.get(source) if source else None

    def _text_key(self, markdown: str, file: File) -> str:
        return key_of("text", self._base, markdown, self._written[file.src_uri])

    def _key(self, spot: Spot, common: str) -> str:
        text = self.work.text(spot.source)
        written = self._written[spot.source] = repr(self._targets.of(spot.source, text))
        portal = self.work.portal
        seen = (alternates(spot, self.work), crumbs(spot, self.work), words_about(portal, spot.address))
        return key_of("page", common, spot.place, spot.source, text, written, repr(seen))


def spots(work: Workspace, language: Language) -> Iterator[Spot]:
    """Give every page of a language: its own texts, and the Danish ones where it has none."""
    for page in work.every_page:
        is_own, has_own = page.language == language, work.exists(f"{language}/{page.uri}")
        if is_own or (page.language == MAIN_LANGUAGE and not has_own):
            yield Spot(page.uri, page.language, language)


def base(config: MkDocsConfig) -> str:
    """Give the key of what every text is converted with: code, libraries, configuration.

    Of mkdocs.yml both what stands there and what it says: it may take settings from another file or the environment.
    """
    path = Path(config.config_file_path)
    with path.open("rb") as file:
        said = json.dumps(yaml_load(file), default=lambda it: type(it).__name__)
    return key_of(made_with(LIBRARIES), path.read_bytes(), said, str(config.site_url))


def frame(config: MkDocsConfig, work: Workspace, language: Language) -> str:
    """Give the key of what all pages of a language have in common: `base`, templates, menu, interface texts."""
    portal = work.portal
    folder = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    templates = sorted(it for it in folder.rglob("*") if it.is_file()) if folder else []
    contents = (part for it in templates for part in (it.relative_to(folder or "").as_posix(), it.read_bytes()))
    return key_of(base(config), repr(navigation(portal, language)), repr(portal.texts[language]), *contents)


def prepare() -> None:
    """Work out what the keys of all languages begin with, before a process is started for each."""
    made_with(LIBRARIES)
    made_with(LIBRARIES, ())


def kept_pages(config: MkDocsConfig) -> KeptPages | None:
    """Give what this MkDocs run shares with earlier builds; a plain `mkdocs build` shares nothing."""
    found = config.extra.get("vejviser_kept")
    return found if isinstance(found, KeptPages) else None


def _own(file: File) -> PageFile:
    """Give a file MkDocs and static-i18n have made as one of ours; they hold on to it, so it must stay the same."""
    file.__class__ = PageFile
    return cast("PageFile", file)


def _token(link: AnchorLink) -> dict[str, Any]:
    children = [_token(it) for it in link.children]
    return {"name": link.title, "id": link.id, "level": link.level, "children": children}
