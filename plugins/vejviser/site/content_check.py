"""Everything read and checked: the content before a build, and a finished site before it is put in place.

folders -> load -> Portal -> check -> problems, or -> documents -> pages, opendata; `site.pipeline` goes on from there
"""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

from vejviser.base.parallel import OnProgress, run_parallel
from vejviser.base.problems import ContentError, Problem
from vejviser.check import placeholders
from vejviser.check.all_rules import check_portal
from vejviser.check.error_suppression import without_consequences
from vejviser.content.languages import LANGUAGES, Language
from vejviser.content.load.portal import Loaded, load_portal
from vejviser.content.model.download import Downloads
from vejviser.content.model.portal import Portal
from vejviser.content.translation.notices import with_translation_notices
from vejviser.content.types import composers, plugins
from vejviser.documents import catalog
from vejviser.pages import rule_pages, writing
from vejviser.pages.page import Page
from vejviser.privacy import drawings, false_alarms, finished_pages, personal_data
from vejviser.privacy.scanner import read_content, read_drawings, read_folder, read_markup
from vejviser.statistics.load_published import load_quarters
from vejviser.statistics.synthetic_portal import with_synthetic_quarters

CHECKS = ("content", "links", "personal-data")
"""What a site has passed when it is finished; told in its build.json, without which nothing is published."""
TRUSTED_ENDINGS = (".docx", ".epub", ".odp", ".odt", ".pdf", ".zip", ".css", ".js", ".map")
"""Documents made of content that has been looked through, and programs; `vejviser check --site` opens them too."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A portal and every problem it has, sorted."""

    portal: Portal
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def load_and_check(root: Path, today: date, *, everywhere: bool = False, demo: bool = False) -> Checked:
    """Read and check everything below `root`.

    With `everywhere`, also files that lie where no content belongs; with `demo`, status figures are invented.
    """
    loaded = load(root, today, "", LANGUAGES, demo=demo)
    return Checked(with_translation_notices(loaded.portal), check(root, today, loaded, everywhere=everywhere))


def load(root: Path, today: date, site_url: str, languages: tuple[Language, ...], *, demo: bool = False) -> Loaded:
    """Read everything below `root`."""
    loaded = load_portal(root, site_url, languages)
    return Loaded(with_synthetic_quarters(loaded.portal, today), loaded.problems) if demo else loaded


def check(root: Path, today: date, loaded: Loaded, *, everywhere: bool = False) -> tuple[Problem, ...]:
    """Return every problem of what has been read and of the files below `root`, sorted."""
    problems = {
        *loaded.problems,
        *load_quarters(loaded.portal).problems,
        *check_portal(loaded.portal, today),
        *catalog.problems(loaded.portal),
    }
    files = tuple(read_content(root, everywhere=everywhere))
    problems |= {*personal_data.problems(files, personal_data.allowed_in_sources(loaded.portal))}
    problems |= {
        *personal_data.raw_status(files, form.headings() if (form := loaded.portal.report_form) else frozenset())
    }
    problems |= {*placeholders.problems(files), *drawings.problems(read_drawings(root))}
    problems |= {*false_alarms.unneeded_entries(root, loaded.portal.privacy)}
    return tuple(sorted({*loaded.problems, *without_consequences(loaded.problems, problems)}))


def check_site(portal: Portal, folder: Path, today: date, *, leave_out: tuple[str, ...] = ()) -> Checked:
    """Look through a finished site for what must not be published; `leave_out` files with these endings."""
    allowed, parts = personal_data.allowed_in_site(portal, today), os.cpu_count() or 1
    found = run_parallel([partial(_look_through, folder, leave_out, allowed, part, parts) for part in range(parts)])
    return Checked(portal, tuple(sorted({*chain.from_iterable(found)})))


def _look_through(
    folder: Path, leave_out: tuple[str, ...], allowed: personal_data.AllowList, part: int, parts: int, _: OnProgress
) -> list[Problem]:
    files, markup = read_folder(folder, leave_out, part, parts), read_markup(folder, part, parts)
    return [*personal_data.problems(files, allowed), *finished_pages.problems(markup)]


def raise_on_errors(checked: Checked) -> Portal:
    """Return the portal, or raise ContentError with all problems when one of them is an error."""
    if checked.errors:
        raise ContentError(checked.problems)
    return checked.portal


ContentPages = Callable[[Portal, date, Downloads], Iterable[Page]]


def _pages(plugin: str, portal: Portal, today: date, downloads: Downloads) -> Iterator[Page]:
    for compose in composers(plugin):
        yield from compose(portal, today, downloads)
    if plugin == "portal":
        yield from rule_pages.pages(portal, today)
        yield from writing.pages(portal, today)


CONTENT: dict[str, ContentPages] = {plugin: partial(_pages, plugin) for plugin in plugins()}
"""The pages of the content types, named as the MkDocs plugin that shows them."""


def all_pages(portal: Portal, today: date, downloads: Downloads = ()) -> Iterator[Page]:
    """Yield every generated page of the portal."""
    for pages in CONTENT.values():
        yield from pages(portal, today, downloads)
