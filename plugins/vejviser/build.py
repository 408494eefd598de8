"""The whole path from folders to pages and files.

folders -> load -> Portal -> check -> problems, or -> documents -> pages, opendata; `site.pipeline` goes on from there
"""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from itertools import chain
from pathlib import Path

from vejviser import accepted as false_alarms
from vejviser import orders
from vejviser.check import drawings, finished, privacy, unfinished
from vejviser.check.consequences import causes
from vejviser.check.rules import check_portal
from vejviser.content.types import composers, plugins
from vejviser.load.gate import read_content, read_drawings, read_folder, read_markup
from vejviser.load.portal import Loaded, load_portal
from vejviser.marks import marked
from vejviser.model.base import LANGUAGES, MAIN_LANGUAGE, Language
from vejviser.model.download import Downloads
from vejviser.model.ledger import PATH as LEDGER
from vejviser.model.ledger import accepted
from vejviser.model.material import seal_of
from vejviser.model.portal import Portal
from vejviser.pages import rules, writing
from vejviser.pages.page import Page
from vejviser.problems import ContentError, Problem
from vejviser.seals import sealed
from vejviser.side_by_side import Tell, side_by_side
from vejviser.status.invent import invented
from vejviser.status.reading import quarters
from vejviser.write import remove_others, write_if_changed, write_tree

CHECKS = ("content", "links", "personal-data")
"""What a site has passed when it is finished; told in its build.json, without which nothing is published."""
CLEAN = (".docx", ".epub", ".odp", ".odt", ".pdf", ".zip", ".css", ".js", ".map")
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


def gather(root: Path, today: date, *, everywhere: bool = False, demo: bool = False) -> Checked:
    """Read and check everything below `root`.

    With `everywhere`, also files that lie where no content belongs; with `demo`, status figures are invented.
    """
    loaded = load(root, today, "", LANGUAGES, demo=demo)
    return Checked(marked(loaded.portal), check(root, today, loaded, everywhere=everywhere))


def load(root: Path, today: date, site_url: str, languages: tuple[Language, ...], *, demo: bool = False) -> Loaded:
    """Read everything below `root`."""
    loaded = load_portal(root, site_url, languages)
    return Loaded(invented(loaded.portal, today), loaded.problems) if demo else loaded


def check(root: Path, today: date, loaded: Loaded, *, everywhere: bool = False) -> tuple[Problem, ...]:
    """Give every problem of what has been read and of the files below `root`, sorted."""
    problems = {
        *loaded.problems,
        *quarters(loaded.portal).problems,
        *check_portal(loaded.portal, today),
        *orders.problems(loaded.portal),
    }
    files = tuple(read_content(root, everywhere=everywhere))
    problems |= {*privacy.problems(files, privacy.allowed_in_sources(loaded.portal))}
    problems |= {*privacy.raw_status(files, form.headings() if (form := loaded.portal.report_form) else frozenset())}
    problems |= {*unfinished.problems(files), *drawings.problems(read_drawings(root))}
    problems |= {*false_alarms.unneeded(root, loaded.portal.privacy)}
    return tuple(sorted({*loaded.problems, *causes(loaded.problems, problems)}))


def gather_site(portal: Portal, folder: Path, today: date, *, leave_out: tuple[str, ...] = ()) -> Checked:
    """Look through a finished site for what must not be published; `leave_out` files with these endings."""
    allowed, parts = privacy.allowed_in_site(portal, today), os.cpu_count() or 1
    found = side_by_side([partial(_look_through, folder, leave_out, allowed, part, parts) for part in range(parts)])
    return Checked(portal, tuple(sorted({*chain.from_iterable(found)})))


def _look_through(
    folder: Path, leave_out: tuple[str, ...], allowed: privacy.Allowed, part: int, parts: int, _: Tell
) -> list[Problem]:
    files, markup = read_folder(folder, leave_out, part, parts), read_markup(folder, part, parts)
    return [*privacy.problems(files, allowed), *finished.problems(markup)]


def sound(checked: Checked) -> Portal:
    """Give the portal, or raise ContentError with all problems when one of them is an error."""
    if checked.errors:
        raise ContentError(checked.problems)
    return checked.portal


def accept(root: Path, checked: Checked) -> bool:
    """Write the ids of all checklists as they are now into the ledger; tell whether it changed.

    With errors nothing is written: a list that could not be read would look as if its ids were gone.
    """
    if checked.errors:
        return False
    portal = checked.portal
    return write_if_changed(root / LEDGER, accepted(portal.ledger, portal.checklists).csv.encode())


ContentPages = Callable[[Portal, date, Downloads], Iterable[Page]]


def _pages(plugin: str, portal: Portal, today: date, downloads: Downloads) -> Iterator[Page]:
    for compose in composers(plugin):
        yield from compose(portal, today, downloads)
    if plugin == "portal":
        yield from rules.pages(portal, today)
        yield from writing.pages(portal, today)


CONTENT: dict[str, ContentPages] = {plugin: partial(_pages, plugin) for plugin in plugins()}
"""The pages of the content types, named as the MkDocs plugin that shows them."""


def all_pages(portal: Portal, today: date, downloads: Downloads = ()) -> Iterator[Page]:
    """Give every generated page of the portal."""
    for pages in CONTENT.values():
        yield from pages(portal, today, downloads)


def seal(root: Path, wanted: Iterable[str]) -> list[str]:
    """Write into every wanted material (none named: all) which text its version holds; give the changed files."""
    portal = load_portal(root).portal
    names = set(wanted)
    changed = []
    for material in portal.materials:
        text = portal.material_texts.get((material.id, MAIN_LANGUAGE))
        if text and (not names or material.id in names):
            path = root / material.origin.path
            new = sealed(path.read_text("utf-8"), material, seal_of(material, text))
            if write_if_changed(path, new.encode()):
                changed.append(material.origin.path)
    return changed


def day(wanted: date | None) -> date:
    """Give the day to build for: the one asked for, or today."""
    if isinstance(wanted, datetime):
        return wanted.date()
    return wanted or datetime.now(UTC).date()


def write_pages(root: Path, folder: Path, today: date, *, demo: bool = False) -> int:
    """Write every page as Markdown below `folder`, as any other generator could read it; give how many."""
    portal = sound(gather(root, today, demo=demo))
    files = {f"{page.language}/{page.uri}": page.markdown.encode() for page in all_pages(portal, today)}
    write_tree(folder, files)
    remove_others(folder, files, "**/*.md")
    return len(files)
