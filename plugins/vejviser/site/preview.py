"""A portal as an editor sees it while she writes: the newest pages that could be built, and what is wrong now.

The pages are the very ones `vejviser build` would publish, made by the same engine. What is made of finished pages
(search, open data, feeds) is made when somebody asks for it, and files for download that an edit has changed follow the
pages: a saved sentence must be seen at once.
"""

import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock
from time import monotonic

from vejviser.base.contents import Content
from vejviser.base.engine import Engine, engine_of
from vejviser.base.in_force import IN_FORCE, Surroundings, put_in_force
from vejviser.base.problems import BrokenEnvironmentError, ContentError, Problem
from vejviser.base.progress import Progress, Stages, no_progress
from vejviser.content.load.settings import read_settings
from vejviser.content.settings import using_root
from vejviser.site.outputs import asset_files, data_files, search_files
from vejviser.site.pipeline import Ready, prepare
from vejviser.site.site_pages import FinishedPages, finished_pages


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why the newest content is not shown: problems in it, or what stopped the build."""

    problems: tuple[Problem, ...] = ()
    said: str = ""
    broken: BrokenEnvironmentError | None = None


@dataclass(frozen=True)
class Edition:
    """Pages that have been built, and what belongs to them."""

    ready: Ready
    pages: FinishedPages
    assets: Mapping[str, Content]
    seconds: float
    in_force: Surroundings | None = None
    """What was in force when it was made: what is made of it later, by whoever answers a browser, needs the same."""
    _finishing: Lock = field(default_factory=Lock)

    @property
    def made(self) -> int:
        """How many pages were made anew."""
        return len(self.pages.made)

    @property
    def stale(self) -> bool:
        """Whether some files for download are of an earlier edition."""
        return any(item.stale for item in self.ready.files)

    def page(self, path: str) -> bytes | None:
        """Return a page, or a file that pages need to be shown; None when there is none such."""
        return self._read(self.pages.files.get(path) or self.assets.get(path))

    def file(self, path: str) -> bytes | None:
        """Return another file, made now if it must be; None when the portal has none such."""
        found = self._downloads.get(path)
        if found is None:
            with self._finishing, put_in_force(self.in_force):
                found = self._made_of_pages.get(path)
        return self._read(found)

    @cached_property
    def _downloads(self) -> dict[str, Content]:
        return {item.download.path: item.kept for item in self.ready.files}

    @cached_property
    def _made_of_pages(self) -> dict[str, Content]:
        site, engine, pages = self.ready.site, self.ready.engine, self.pages.files
        return {**data_files(site, {**pages, **self.assets}, engine), **search_files(site, self.pages, engine)}

    def _read(self, content: Content | None) -> bytes | None:
        return None if content is None else self.ready.engine.contents.read(content)


@dataclass
class Preview:
    """The newest edition of the portal below `root`, and the trouble with a newer one."""

    root: Path
    today: Callable[[], date]
    progress: Progress = no_progress
    edition: Edition | None = None
    trouble: Trouble | None = None

    @cached_property
    def engine(self) -> Engine:
        """What earlier editions and builds have made."""
        return engine_of(self.root)

    def rebuild(self) -> bool:
        """Build what is new; with mistakes in it, the edition stays and the trouble tells them.

        Pages come first: returns whether files for download are stale, and another build would make them.
        """
        began = monotonic()
        self.progress("content", 0, 0)
        try:
            with using_root(self.root), self.engine:
                ready = self._composed()
                pages = finished_pages(ready.cache, self.progress)
                assets, in_force = asset_files(ready.site, self.engine.contents), IN_FORCE.get()
        except ContentError as error:
            self.trouble = Trouble(error.problems)
        except BrokenEnvironmentError as error:
            self.trouble = Trouble(broken=error)
        except Exception:  # a fault of the program: shown like any other, and the preview lives on
            self.trouble = Trouble(said=traceback.format_exc())
        else:
            self.trouble, self.edition = None, Edition(ready, pages, assets, monotonic() - began, in_force)
        return self.trouble is None and self.edition is not None and self.edition.stale

    def _composed(self) -> Ready:
        """Read, check and compose; documents that are another now are made when the edition shows stale ones."""
        before = self.edition.ready.files if self.edition and not self.edition.stale else ()
        earlier = {file.download.path: file for file in before}
        stages = Stages(self.progress)
        return prepare(read_settings(self.root), self.today(), self.engine, stages=stages, earlier=earlier)
