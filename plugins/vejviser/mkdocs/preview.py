"""A portal as an editor sees it while she writes: the newest pages that could be built, and what is wrong now.

The pages are the very ones `vejviser build` would publish. What is made of finished pages (search, open data, feeds) is
made when somebody asks for it, and files for download are handed out from the store: a saved sentence must be seen at
once.
"""

import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Event, Lock
from time import monotonic

from vejviser.build import sound
from vejviser.mkdocs.finish import write_around, write_index
from vejviser.mkdocs.languages import page_places, write_site_pages
from vejviser.mkdocs.site import workspace_of
from vejviser.mkdocs.workspace import Workspace
from vejviser.problems import BrokenEnvironmentError, ContentError, Problem
from vejviser.progress import Progress, silent
from vejviser.write import lead, remove_folder, remove_others


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why the newest content is not shown: problems in it, or what stopped the build."""

    problems: tuple[Problem, ...] = ()
    said: str = ""


@dataclass(frozen=True)
class Edition:
    """Pages that have been built, in a folder of their own."""

    work: Workspace
    site: Path
    made: int
    seconds: float
    _finishing: Lock = field(default_factory=Lock)
    _finished: Event = field(default_factory=Event)

    @cached_property
    def downloads(self) -> dict[str, Callable[[], bytes]]:
        """The files for download by their path."""
        return {it.download.path: it.content for it in self.work.filed}

    @property
    def late(self) -> bool:
        """Whether some files for download are of an earlier edition."""
        return any(it.late for it in self.work.filed)

    def file(self, path: str) -> bytes | None:
        """Give a file that is no page, made now if it must be; None when the portal has none such."""
        if path in self.downloads:
            return self.downloads[path]()
        self._finish()
        found = self.site / path
        return found.read_bytes() if found.is_file() else None

    def _finish(self) -> None:
        with self._finishing:
            if not self._finished.is_set():
                write_around(self.site, self.work)
                write_index(self.site, self.work)
                self._finished.set()


@dataclass
class Preview:
    """The newest edition below `folder`, and the trouble with a newer one."""

    root: Path
    folder: Path
    today: Callable[[], date]
    progress: Progress = silent
    edition: Edition | None = None
    trouble: Trouble | None = None
    _number: int = 0
    _before: Edition | None = None
    _spare: Path | None = None
    """The folder of the edition before that one: nobody reads it any more."""

    def rebuild(self) -> bool:
        """Build what is new; with mistakes in it, the edition stays and the trouble tells them.

        Pages come first: tells whether files for download are late, and another build would make them.
        """
        began, self._number = monotonic(), self._number + 1
        site = self.folder / str(self._number)
        self.progress("content", 0, 0)
        try:
            work = workspace_of(self.root, self.today(), progress=self.progress)
            self._compose(work)
            self._reuse(site, page_places(work))
            made = len(write_site_pages(work, site).made)
        except ContentError as error:
            self._fail(site, Trouble(error.problems))
        except BrokenEnvironmentError as error:
            self._fail(site, Trouble(said=str(error)))
        except Exception:  # a mistake of ours: told like any other, and the preview lives on
            self._fail(site, Trouble(said=traceback.format_exc()))
        else:
            self._show(Edition(work, site, made, monotonic() - began))
        return self.trouble is None and self.edition is not None and self.edition.late

    def _compose(self, work: Workspace) -> None:
        """Check and compose. What an earlier edition has is used again, documents too; if those are late, not twice."""
        if self.edition is None or self.edition.late:
            sound(work.checked)
            work.compose()
        else:
            work.earlier = self.edition.work
            work.check_and_compose()
            sound(work.checked)

    @property
    def current(self) -> Path:
        """The folder of the newest edition, under a name that stays."""
        return self.folder / "current"

    def _reuse(self, site: Path, places: frozenset[str]) -> None:
        """Let a new edition begin with the pages of an old one: most are as they were and need not be written again."""
        if self._spare:
            self._spare.rename(site)
            self._spare = None
            remove_others(site, places, "**/*")

    def _show(self, edition: Edition) -> None:
        """Put an edition in the place of the one before, which stays on disk for those who are reading it."""
        edition.work.earlier, self.trouble = None, None
        lead(self.current, edition.site.name)
        self._spare = self._before.site if self._before else None
        self._before, self.edition = self.edition, edition

    def close(self) -> None:
        """Take away what the preview has built."""
        remove_folder(self.folder)

    def _fail(self, site: Path, trouble: Trouble) -> None:
        self.trouble = trouble
        remove_folder(site)
