"""The whole path from folders to pages and files.

folders -> load -> Portal -> check -> problems, or -> documents -> pages, opendata -> (MkDocs) -> write
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vejviser.check.rules import check_portal
from vejviser.load.portal import load_portal
from vejviser.model.base import LANGUAGES, Language
from vejviser.model.portal import Portal
from vejviser.pages import articles, checklists, directory, guides, handbooks, materials, reference, status
from vejviser.pages.downloads import Downloads
from vejviser.pages.page import Page
from vejviser.problems import ContentError, Problem


@dataclass(frozen=True, slots=True)
class Checked:
    """A portal and every problem it has, sorted."""

    portal: Portal
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def gather(root: Path, today: date, site_url: str = "", languages: tuple[Language, ...] = LANGUAGES) -> Checked:
    """Read and check everything below `root`."""
    loaded = load_portal(root, site_url, languages)
    problems = {*loaded.problems, *check_portal(loaded.portal, today)}
    return Checked(loaded.portal, tuple(sorted(problems)))


def sound(checked: Checked) -> Portal:
    """Give the portal, or raise ContentError with all problems when one of them is an error."""
    if checked.errors:
        raise ContentError(checked.problems)
    return checked.portal


ContentPages = Callable[[Portal, date, Downloads], Iterable[Page]]

CONTENT: dict[str, ContentPages] = {
    "handbooks": lambda portal, today, _: handbooks.pages(portal, today),
    "guides": lambda portal, today, _: guides.pages(portal, today),
    "checklists": checklists.pages,
    "materials": materials.pages,
    "directory": lambda portal, today, files: (*directory.pages(portal, today, files), *status.pages(portal, today)),
    "portal": lambda portal, today, _: (*articles.pages(portal, today), *reference.pages(portal, today)),
}
"""The pages of each content type, named as the MkDocs plugin that shows them."""


def all_pages(portal: Portal, today: date, downloads: Downloads = ()) -> Iterator[Page]:
    """Give every generated page of the portal."""
    for pages in CONTENT.values():
        yield from pages(portal, today, downloads)
