"""What one MkDocs build knows of the portal: read and checked once, shared by all Vejviser plugins of the site."""

import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import get_build_datetime

from vejviser.build import CONTENT, Checked, check, load
from vejviser.filing import Filed, default_store, file_all
from vejviser.load.portal import Loaded
from vejviser.load.texts import load_messages
from vejviser.marks import marked
from vejviser.mkdocs.memory import by_source, languages
from vejviser.model.base import MAIN_LANGUAGE, Language
from vejviser.model.download import Downloads
from vejviser.model.portal import Portal
from vejviser.pages.page import Page
from vejviser.progress import Progress, silent
from vejviser.side_by_side import beside
from vejviser.watched import same_parts, watched, with_objects_of
from vejviser.write import write_tree

DEMO = "VEJVISER_DEMO"
"""Set for a MkDocs run with invented figures in the place of real ones."""
log = logging.getLogger("mkdocs.plugins.vejviser")


@dataclass
class Workspace:
    """The portal of one build: made when the first of our plugins asks, kept until MkDocs reads its configuration."""

    root: Path
    config: MkDocsConfig
    today: date
    demo: bool = False
    progress: Progress = silent
    told: bool = False
    """Whether somebody else has told the problems already."""
    earlier: "Workspace | None" = None
    """A workspace of the same site whose files and pages may be used again, in a preview."""
    _read: dict[str, frozenset[str]] = field(default_factory=dict)
    _pages: dict[str, dict[str, Page]] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)
    _reported: bool = False
    _delivered: bool = False

    @cached_property
    def loaded(self) -> Loaded:
        """The content as it was read; what is as it was earlier is the earlier object."""
        found = load(self.root, self.today, self.config.site_url or "", languages(self.config), demo=self.demo)
        return (
            Loaded(with_objects_of(found.portal, self.earlier.loaded.portal), found.problems) if self.earlier else found
        )

    @cached_property
    def portal(self) -> Portal:
        """The content as readers see it."""
        return marked(self.loaded.portal)

    @cached_property
    def checked(self) -> Checked:
        """The content, with its problems."""
        return Checked(self.portal, check(self.root, self.today, self.loaded))

    @cached_property
    def filed(self) -> tuple[Filed, ...]:
        """The downloadable files of the content types whose plugins the site uses."""
        earlier = {it.download.path: it for it in self.earlier.filed} if self.earlier else {}
        store = default_store(self.root)
        return file_all(self.portal, self.today, store, self._contents, self.progress, earlier)

    def deliver(self) -> None:
        """Put the downloadable files into the site, the first time it is asked for."""
        if self._delivered:
            return
        self._delivered = True
        write_tree(Path(self.config.site_dir), {it.download.path: it.content for it in self.filed})

    def pages(self, content: str) -> dict[str, Page]:
        """Give the pages of one content type by their source path."""
        if content not in self._pages:
            downloads = tuple(it.download for it in self.filed)
            if self.earlier and self._as_earlier(self.earlier, content, downloads):
                self._pages[content], self._read[content] = self.earlier.pages(content), self.earlier._read[content]
            else:
                portal = watched(self.portal)
                found = CONTENT[content](portal, self.today, downloads)
                self._pages[content] = by_source(found, self.config)
                self._read[content] = frozenset(portal.parts_read)
        return self._pages[content]

    def compose(self) -> None:
        """Make every page of the content types whose plugins the site uses."""
        for content in self._contents:
            self.pages(content)

    def check_and_compose(self) -> None:
        """Check the content and make its pages at the same time, for a preview.

        The pages of content with errors may be any; that there are none of them is no error of their own.
        """
        portal = self.portal
        checking = beside(partial(check, self.root, self.today, self.loaded))
        try:
            self.compose()
        except Exception:
            self.checked = Checked(portal, checking())
            if not self.checked.errors:
                raise
        else:
            self.checked = Checked(portal, checking())

    def _as_earlier(self, earlier: "Workspace", content: str, downloads: Downloads) -> bool:
        """Tell whether the earlier pages of a content type were made of the same."""
        return (
            content in earlier._read
            and self.today == earlier.today
            and self.config.site_url == earlier.config.site_url
            and downloads == tuple(it.download for it in earlier.filed)
            and same_parts(self.portal, earlier.portal, earlier._read[content])
        )

    @property
    def _contents(self) -> tuple[str, ...]:
        names = (name.removeprefix("vejviser/") for name in self.config.plugins if name.startswith("vejviser/"))
        return tuple(name for name in names if name in CONTENT)

    @property
    def every_page(self) -> Iterator[Page]:
        """The pages of every content type whose plugin the site uses."""
        return (page for pages in self._pages.values() for page in pages.values())

    @cached_property
    def sources(self) -> frozenset[str]:
        """The paths of all pages' files below docs/, and of the other files that lie there."""
        folder = Path(self.config.docs_dir)
        others = (it.relative_to(folder).as_posix() for it in folder.rglob("*") if it.suffix != ".md" and it.is_file())
        return frozenset(chain(others, *self._pages.values()))

    def text(self, source: str) -> str:
        """Give the Markdown of a page by its source path, front matter included."""
        if source not in self._texts:
            self._texts[source] = next(pages[source] for pages in self._pages.values() if source in pages).markdown
        return self._texts[source]

    def exists(self, source: str) -> bool:
        """Tell whether a page with this source path was announced: whether it really exists in its language."""
        return any(source in pages for pages in self._pages.values())

    def page_at(self, address: str, language: Language) -> Page | None:
        """Give the page at an address such as "kommuner/odense/", in the language or else in Danish."""
        stem = address.rstrip("/")
        wanted = (f"{it}/{stem}{end}" for it in (language, MAIN_LANGUAGE) for end in ("/index.md", ".md"))
        return next((pages[uri] for uri in wanted for pages in self._pages.values() if uri in pages), None)

    def report(self) -> None:
        """Tell the problems to MkDocs' log, the first time it is asked for.

        Raises PluginError, which stops the build without a traceback, when one of them is an error.
        """
        if not self._reported:
            self._reported = True
            self._tell()
        if self.checked.errors:
            raise PluginError(f"{len(self.checked.errors)} fejl i indholdet. Intet er ændret på siden.")

    def _tell(self) -> None:
        messages = load_messages(self.root, MAIN_LANGUAGE)
        for problem in self.checked.errors if self.told else self.checked.problems:
            tell = log.error if problem.severity == "error" else log.warning
            tell(
                "%s:%s:%s: [%s] %s", problem.path, problem.line, problem.column, problem.rule, problem.message(messages)
            )


def workspace(config: MkDocsConfig, root: str = "") -> Workspace:
    """Give the build's workspace; `root` is the folder that holds data/ and materials/ (default: beside mkdocs.yml)."""
    base = Path(config.config_file_path).parent
    found = config.extra.get("vejviser")
    if not isinstance(found, Workspace):
        found = config.extra["vejviser"] = Workspace((base / root).resolve(), config, build_day(), DEMO in os.environ)
    return found


def build_day() -> date:
    """Give the day of the build; SOURCE_DATE_EPOCH sets it."""
    return get_build_datetime().astimezone(UTC).date() if get_build_datetime() else datetime.now(UTC).date()
