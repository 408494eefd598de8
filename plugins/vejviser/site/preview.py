"""A portal as an editor sees it while she writes: the newest pages that could be built, and what is wrong now.

The pages are the very ones `vejviser build` would publish. What is made of finished pages (search, open data, feeds) is
made when somebody asks for it, and files for download are handed out from the store: a saved sentence must be seen at
once.
"""

import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from threading import Event, Lock
from time import monotonic

from vejviser.base.files import remove_folder, remove_unlisted, swap_symlink
from vejviser.base.parallel import run_async
from vejviser.base.problems import BrokenEnvironmentError, ContentError, Problem
from vejviser.base.progress import Progress, Stages, no_progress
from vejviser.content.change_tracking import reuse_objects
from vejviser.content.load.portal import Loaded
from vejviser.content.load.settings import Settings, read_settings
from vejviser.content.translation.notices import with_translation_notices
from vejviser.documents.builder import build_all, default_store
from vejviser.site.composed import compose
from vejviser.site.content_check import Checked, check, load, raise_on_errors
from vejviser.site.outputs import editors_files, write_assets, write_data, write_search
from vejviser.site.pipeline import Ready, prepare
from vejviser.site.site_pages import write_pages


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why the newest content is not shown: problems in it, or what stopped the build."""

    problems: tuple[Problem, ...] = ()
    said: str = ""


@dataclass(frozen=True)
class Edition:
    """Pages that have been built, in a folder of their own."""

    ready: Ready
    folder: Path
    made: int
    seconds: float
    _finishing: Lock = field(default_factory=Lock)
    _finished: Event = field(default_factory=Event)

    @cached_property
    def downloads(self) -> dict[str, Callable[[], bytes]]:
        """The files for download by their path."""
        return {item.download.path: item.content for item in self.ready.files}

    @property
    def stale(self) -> bool:
        """Whether some files for download are of an earlier edition."""
        return any(item.stale for item in self.ready.files)

    def file(self, path: str) -> bytes | None:
        """Return a file that is no page, made now if it must be; None when the portal has none such."""
        if path in self.downloads:
            return self.downloads[path]()
        self._finish()
        found = self.folder / path
        return found.read_bytes() if found.is_file() else None

    def _finish(self) -> None:
        with self._finishing:
            if not self._finished.is_set():
                write_data(self.ready.site, self.folder)
                write_search(self.ready.site, self.folder)
                self._finished.set()


@dataclass
class Preview:
    """The newest edition below `folder`, and the trouble with a newer one."""

    root: Path
    folder: Path
    today: Callable[[], date]
    progress: Progress = no_progress
    edition: Edition | None = None
    trouble: Trouble | None = None
    _number: int = 0
    _before: Edition | None = None
    _spare: Path | None = None
    """The folder of the edition before that one: nobody reads it any more."""

    def rebuild(self) -> bool:
        """Build what is new; with mistakes in it, the edition stays and the trouble tells them.

        Pages come first: returns whether files for download are stale, and another build would make them.
        """
        began, self._number = monotonic(), self._number + 1
        folder = self.folder / str(self._number)
        self.progress("content", 0, 0)
        try:
            ready = self._composed()
            self._reuse(folder, frozenset(location.place for location in ready.site.locations))
            made = len(write_pages(ready.cache, folder, self.progress).made)
            write_assets(ready.site, folder)
        except ContentError as error:
            self._fail(folder, Trouble(error.problems))
        except BrokenEnvironmentError as error:
            self._fail(folder, Trouble(said=str(error)))
        except Exception:  # a fault of the program: shown like any other, and the preview lives on
            self._fail(folder, Trouble(said=traceback.format_exc()))
        else:
            self._show(Edition(ready, folder, made, monotonic() - began))
        return self.trouble is None and self.edition is not None and self.edition.stale

    def _composed(self) -> Ready:
        """Read, check and compose, using again what the edition has; if its documents are stale, they are made."""
        settings = read_settings(self.root)
        if self.edition is None or self.edition.stale:
            return prepare(settings, self.today(), stages=Stages(self.progress))
        return self._beside_checks(settings, self.today(), self.edition.ready)

    def _beside_checks(self, settings: Settings, today: date, earlier: Ready) -> Ready:
        """Check the content and make its pages at the same time.

        The pages of content with errors may be any; that there are none of them is no error of their own.
        """
        loaded = load(self.root, today, settings.site_url, settings.languages)
        read = reuse_objects(loaded.portal, earlier.read)
        portal = with_translation_notices(read)
        checking = run_async(partial(check, self.root, today, Loaded(read, loaded.problems)))
        try:
            before = {file.download.path: file for file in earlier.files}
            files = build_all(portal, today, default_store(self.root), settings.contents, self.progress, before)
            downloads, others = tuple(file.download for file in files), editors_files(self.root, settings.languages)
            return Ready(read, compose(settings, portal, today, downloads, others, earlier.site), files)
        finally:
            raise_on_errors(Checked(portal, checking()))

    @property
    def current(self) -> Path:
        """The folder of the newest edition, under a name that stays."""
        return self.folder / "current"

    def _reuse(self, folder: Path, places: frozenset[str]) -> None:
        """Let a new edition begin with the pages of an old one: most are as they were and need not be written again."""
        if self._spare:
            self._spare.rename(folder)
            self._spare = None
            remove_unlisted(folder, places, "**/*")

    def _show(self, edition: Edition) -> None:
        """Put an edition in the place of the one before, which stays on disk for those who are reading it."""
        self.trouble = None
        swap_symlink(self.current, edition.folder.name)
        self._spare = self._before.folder if self._before else None
        self._before, self.edition = self.edition, edition

    def close(self) -> None:
        """Take away what the preview has built."""
        remove_folder(self.folder)

    def _fail(self, folder: Path, trouble: Trouble) -> None:
        self.trouble = trouble
        remove_folder(folder)
